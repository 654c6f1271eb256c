"""``callcue explain``: one page, all pages, and a plain word about a code that does not exist."""

from __future__ import annotations

import pytest

from app.playbook.explain import all_pages
from app.scripts.main import main


def test_one_code_is_explained_with_both_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "cc021", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("CC021 · error · No such stage\n")
    assert "to: discovry" in said
    assert "to: discovery" in said


def test_a_warning_says_how_to_silence_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "CC101", "--lang", "cs"]) == 0
    said = capsys.readouterr().out
    assert "levels: {CC101: off}" in said
    assert "# callcue: allow CC101" in said
    assert "varování" in said


@pytest.mark.parametrize("code", ["CC049", "CC122"])
def test_a_comment_is_not_said_to_excuse_comments(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert f"levels: {{{code}: off}}" in said
    assert f"allow {code}" not in said


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_every_code_can_be_explained(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    for one in all_pages():
        assert main(["explain", one.code, "--lang", lang]) == 0
        said = capsys.readouterr().out
        assert one.title.in_lang(lang) in said
        assert one.bad.rstrip().splitlines()[-1].strip() in said


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--lang", "en"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in rows] == [one.code for one in all_pages()]


def test_an_unknown_code_suggests_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "CC21", "--lang", "en"]) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    assert "no problem code 'CC21'" in caught.err
    assert "Did you mean CC021?" in caught.err
