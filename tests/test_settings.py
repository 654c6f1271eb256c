"""Settings are declared once, read with every mistake told, and written whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.call.events import HelpLevel
from app.settings import Language, Settings, Theme, catalogue, home_folder, load, save

NO_ENVIRONMENT: dict[str, str] = {}


def test_every_setting_has_words_in_both_languages() -> None:
    listed = catalogue()
    assert [one.name for one in listed] == [spec.name for spec in fields(Settings)]
    for one in listed:
        assert one.words.en.endswith(".")
        assert one.words.cs.endswith(".")
        assert one.words.en != one.words.cs
        assert one.type in {"text", "number", "yes/no", "keys by action"}


def test_every_default_is_allowed(tmp_path: Path) -> None:
    everything = {spec.name: _plain(getattr(Settings(), spec.name)) for spec in fields(Settings)}
    (tmp_path / "settings.json").write_text(json.dumps(everything))
    assert load(tmp_path, NO_ENVIRONMENT).problems == ()


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    loaded = load(tmp_path / "nowhere", NO_ENVIRONMENT)
    assert (loaded.settings, loaded.problems) == (Settings(), ())


CHANGED = replace(
    Settings(),
    language=Language.CS,
    theme=Theme.CONTRAST,
    text_percent=150,
    rep_name="Žaneta",
    help_level=HelpLevel.CUES,
    compact_on_top=False,
    recorded_calls=True,
    country="SK",
    dial="http://localhost/dial?n={e164}",
    window="AAAB+/=",
    keys={"done": ("Space", "Return"), "skip": ()},
)


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    home = tmp_path / "new"
    save(home, CHANGED, NO_ENVIRONMENT)
    assert load(home, NO_ENVIRONMENT).settings == CHANGED
    assert (home / "settings.json").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in home.iterdir()] == ["settings.json"]


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    save(tmp_path, replace(Settings(), text_percent=125), NO_ENVIRONMENT)
    assert json.loads((tmp_path / "settings.json").read_text()) == {"text_percent": 125}
    save(tmp_path, Settings(), NO_ENVIRONMENT)
    assert json.loads((tmp_path / "settings.json").read_text()) == {}


@pytest.mark.parametrize(
    ("name", "value", "should"),
    [
        ("theme", "pink", "system, light, dark, contrast"),
        ("theme", 1, "system, light, dark, contrast"),
        ("text_percent", 99, "100-200"),
        ("text_percent", True, "100-200"),
        ("text_percent", "150", "100-200"),
        ("compact_on_top", "yes", "true, false"),
        ("country", "Czechia", '"CZ"'),
        ("dial", "tel:", '"tel:{e164}"'),
        ("rep_name", 7, '"…"'),
        ("keys", {"done": "Space"}, '{"action": ["Key"]}'),
        ("keys", [], '{"action": ["Key"]}'),
    ],
)
def test_a_value_that_cannot_be_used_is_told_and_left_alone(
    tmp_path: Path, name: str, value: object, should: str
) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({name: value, "rep_company": "Mill"}))
    loaded = load(tmp_path, NO_ENVIRONMENT)
    assert loaded.settings == replace(Settings(), rep_company="Mill")
    (problem,) = loaded.problems
    assert problem.place == f"{tmp_path / 'settings.json'}: {name}"
    assert should in problem.in_lang("en")
    assert should in problem.in_lang("cs")
    save(tmp_path, replace(loaded.settings, rep_company="Bakery"), NO_ENVIRONMENT)
    assert json.loads((tmp_path / "settings.json").read_text()) == {name: value, "rep_company": "Bakery"}


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b'{"theme": "dark",\n  oops}', ":2:3"),
        (b"[]", ":1:1"),
        (b"\xff\xfe", ":1:1"),
        (b"[" * 100_000, ":1:1"),
        (b"", ":1:1"),
    ],
)
def test_a_broken_file_is_told_with_its_place_and_kept_aside(
    tmp_path: Path, content: bytes, place: str
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    loaded = load(tmp_path, NO_ENVIRONMENT)
    assert loaded.settings == Settings()
    (problem,) = loaded.problems
    assert problem.place == f"{path}{place}"
    assert not path.exists()
    (aside,) = tmp_path.glob("settings-unreadable-*.json")
    assert aside.read_bytes() == content
    save(tmp_path, CHANGED, NO_ENVIRONMENT)
    assert aside.read_bytes() == content


def test_a_second_broken_file_does_not_push_out_the_first(tmp_path: Path) -> None:
    for content in ("first", "second"):
        (tmp_path / "settings.json").write_text(content)
        load(tmp_path, NO_ENVIRONMENT)
    assert {file.read_text() for file in tmp_path.glob("settings-unreadable-*.json")} == {"first", "second"}


def test_a_file_that_cannot_be_opened_stays_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    loaded = load(tmp_path, NO_ENVIRONMENT)
    assert loaded.settings == Settings()
    assert "cannot be opened" in loaded.problems[0].in_lang("en")
    assert (tmp_path / "settings.json").is_dir()


def test_names_of_newer_versions_survive_saving(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"from_the_future": [1]}')
    loaded = load(tmp_path, NO_ENVIRONMENT)
    assert loaded.problems == ()
    save(tmp_path, replace(loaded.settings, theme=Theme.DARK), NO_ENVIRONMENT)
    assert json.loads((tmp_path / "settings.json").read_text()) == {"from_the_future": [1], "theme": "dark"}


def test_the_environment_wins_and_is_not_written(tmp_path: Path) -> None:
    around = {"CALLCUE_LANG": "cs", "CALLCUE_DB": "/elsewhere/calls.db", "CALLCUE_PLAYBOOKS": "/books"}
    (tmp_path / "settings.json").write_text('{"language": "en"}')
    loaded = load(tmp_path, around)
    assert (loaded.settings.language, loaded.settings.database, loaded.settings.playbooks) == (
        Language.CS,
        "/elsewhere/calls.db",
        "/books",
    )
    save(tmp_path, replace(loaded.settings, theme=Theme.DARK), around)
    assert json.loads((tmp_path / "settings.json").read_text()) == {"language": "en", "theme": "dark"}


def test_an_unusable_variable_is_told_by_its_name(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"CALLCUE_LANG": "klingon"})
    assert loaded.settings.language is Language.SYSTEM
    assert loaded.problems[0].place == "CALLCUE_LANG"


def test_the_data_folder(tmp_path: Path) -> None:
    assert home_folder({"CALLCUE_HOME": str(tmp_path)}) == tmp_path
    assert home_folder({}).name == "callcue"


def test_a_rep_without_a_name_goes_by_the_login() -> None:
    assert Settings(rep_id="petra").rep.rep_id == "petra"
    assert Settings().login


@given(
    st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists)
    | st.dictionaries(
        st.sampled_from([spec.name for spec in fields(Settings)]),
        st.none()
        | st.booleans()
        | st.integers()
        | st.text()
        | st.dictionaries(st.text(), st.lists(st.text())),
    )
)
def test_any_json_at_all_gives_settings(tmp_path_factory: pytest.TempPathFactory, raw: object) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "settings.json").write_text(json.dumps(raw))
    loaded = load(home, NO_ENVIRONMENT)
    save(home, loaded.settings, NO_ENVIRONMENT)
    assert load(home, NO_ENVIRONMENT).settings == loaded.settings
