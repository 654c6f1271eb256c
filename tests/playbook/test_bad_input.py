"""Any bytes at all give a model or problems with places: never a traceback, never a hang."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.playbook import fields
from app.playbook.explain import message
from app.playbook.explain.structure import PAGES
from app.playbook.house import allows_in, house_rules
from app.playbook.reading import Reading, read
from app.playbook.report import as_github, as_json, as_text, findings
from app.playbook.sampling import big_playbook
from app.playbook.source import Source, SourceFile
from app.playbook.tree import lines_of
from app.playbook.whole import examine
from tests.playbook.texts import GOOD, LANGUAGE_EXAMPLE, SHARED

_SHIPPED = Path(__file__).parents[2] / "playbooks"
_SEEDS = [
    GOOD.encode(),
    LANGUAGE_EXAMPLE.encode(),
    *(page.bad.encode() for page in PAGES),
    *(path.read_bytes() for path in sorted(_SHIPPED.rglob("*.yaml"))),
]
_PIECES = [
    b"{", b"}", b"[", b"]", b":", b": ", b"- ", b"\n", b"\r", b"\t", b"&a ", b"*a", b"!!x ", b"|\n", b">\n", b"'", b'"',
    b"#", b"---\n", b"...\n", b"%YAML 1.1\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8", b"? ",
    b"<<: *a\n", b"~", b"  ", b"callcue:", b"# callcue: allow CC010", b"\xf0\x9f\x98\x80", b"e\xcc\x81", b"\xed\xa0\x80",
    b"0" * 400, b"\\", b"@", b"`", b"{rep.name}",
]  # fmt: skip


def survives(own: bytes, shared: bytes = SHARED.encode()) -> Reading:
    """Reads, checks and reports bytes; every problem must have a place in the file and words in both languages."""
    source = Source((SourceFile("en/a.yaml", own), SourceFile("en/shared/more.en.yaml", shared)))
    reading = examine(source)
    ends = {path: len(lines_of(text)) + 1 for path, text in reading.texts.items()}
    for problem in reading.problems:
        place = problem.place
        assert 1 <= place.line <= ends[place.file]
        assert 1 <= place.column < place.end_column
        for lang in ("en", "cs"):
            assert message(problem, lang)
    if reading.draft is None and reading.trees["en/a.yaml"].root is None:
        assert reading.problems
    found = findings(reading.problems, reading.texts, str)
    for form in (as_text, as_json, as_github):
        form(found, "cs")
    return reading


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"\x00")
def test_any_bytes(raw: bytes) -> None:
    survives(raw)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    survives(text.encode("utf-8", "surrogatepass"))


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A good or bad file with a few cuts, copies and odd pieces put in."""
    raw = bytearray(draw(st.sampled_from(_SEEDS)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(raw)))
        length = draw(st.integers(0, 40))
        change = draw(st.sampled_from(("cut", "piece", "copy", "flip", "indent")))
        if change == "cut":
            del raw[at : at + length]
        elif change == "piece":
            raw[at:at] = draw(st.sampled_from(_PIECES))
        elif change == "copy":
            raw[at:at] = raw[at : at + length * 10]
        elif change == "flip" and at < len(raw):
            raw[at] = draw(st.integers(0, 255))
        elif change == "indent":
            raw[at:at] = b"\n" + b" " * draw(st.integers(0, 12))
    return bytes(raw)


@settings(max_examples=250, deadline=None)
@given(mutated())
def test_mutated_files(raw: bytes) -> None:
    survives(raw)


@settings(max_examples=100, deadline=None)
@given(mutated())
def test_mutated_shared_files(raw: bytes) -> None:
    survives(LANGUAGE_EXAMPLE.encode(), raw)


@settings(max_examples=100, deadline=None)
@given(mutated())
def test_mutated_house_files(raw: bytes) -> None:
    house_rules(SourceFile("callcue.yaml", raw))
    allows_in("a.yaml", raw.decode("utf-8", "replace"))


_KEYS = sorted({key for shape in fields.SHAPES.values() for key in shape.keys} | {"angry", "<<", "", "hours"})
_TEXTS = (
    "|a|hours|1|-1.5|true|yes|3m|angry|skip|price|meeting|en|~|wrap_up|-|hours >= 5 and|{hours}|opening.hello|{{"
    "|known(hours)|{x\\|"
)
_SCALARS = st.sampled_from([*_TEXTS.split("|"), "0" * 30, "9" * 400, "é" * 10, "a\nb"])
_TREES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=6),
    max_leaves=25,
)


def written(tree: object) -> str:
    """A tree as YAML in flow style, every text in double quotes."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{written(key)}: {written(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(written, tree)) + "]"
    text = str(tree).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'


@settings(max_examples=250, deadline=None)
@given(st.dictionaries(st.sampled_from(_KEYS), _TREES, max_size=8))
def test_any_tree_of_known_keys(tree: dict[str, object]) -> None:
    survives(f"callcue: 1\nid: a\nlang: en\n{written(tree)[1:-1].replace(', ', ',')}".encode())
    survives(written({"callcue": "1", "id": "a", "lang": "en", **tree}).encode())


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(fields.SHAPES)), st.dictionaries(st.sampled_from(_KEYS), _TREES, max_size=6))
def test_any_tree_in_its_place(shape: str, tree: dict[str, object]) -> None:
    inner = written({"id": "x", **tree})
    survives((GOOD + _PLACES.get(shape, "prep: [{}]\n").replace("{}", inner)).encode())


_PLACES = {
    "stage": "  - {}\n",
    "line": "      - {}\n",
    "answer": "      - {id: q, ask: What?, answers: [{}]}\n",
    "way_on": "    next: [{}]\n",
    "mood": "      - {id: q, ask: What?, moods: {angry: {}}}\n",
    "tone": "tone: {}\n",
    "objection": "objections: [{}]\n",
    "response": "objections: [{id: o, kind: price, responses: [{}]}]\n",
    "exhausted": "objections: [{id: o, kind: price, exhausted: {}}]\n",
    "final": "objections: [{id: o, kind: price, final: {}}]\n",
    "story": "stories: [{}]\n",
    "compliance": "compliance: [{}]\n",
    "outcome": "outcomes: [{}]\n",
    "fact": "facts: {x: {}}\n",
}


@pytest.mark.parametrize(
    "raw",
    [
        b"a: " + b"[" * 1_000_000,
        b"a: " + b"{" * 1_000_000,
        b"- " * 500_000,
        b"? " * 500_000,
        b"a: !!" + b"x" * 1_000_000,
        b"a: &" + b"x" * 1_000_000 + b" b",
        b'a: "' + b"\\n" * 1_000_000,
        b"a: '" + b"'" * 1_000_001,
        b"#" * 4_000_000,
        b"\n" * 4_000_000,
        b" " * 4_000_000,
        b"a" * 4_000_000,
        b"%" * 1_000_000,
        b"a: |\n" + b" x\n" * 1_000_000,
        b"-\n" * 1_000_000,
        b"a:\n" + b" -\n" * 1_000_000,
        b"".join(b"k%d:\n" % number for number in range(300_000)),
        GOOD.encode() + b"".join(b"k%d:\n" % number for number in range(100_000)),
        GOOD.encode() + b"prep: [" + b"{}," * 300_000 + b"]",
        GOOD.encode() + b"objections: [" + b"{id: a}," * 60_000 + b"]",
        GOOD.encode() + b"objections: [" + b"a," * 300_000 + b"]",
        b"callcue: 1\nid: a\nlang: en\nstages: [{id: a, lines: [" + b"{id: b, say: c}," * 50_000 + b"]}]",
        GOOD.encode()
        + b"        moods: {"
        + b"".join(b"m%d: x," % number for number in range(100_000))
        + b"}",
        b"x: &a []\n" + b"".join(b"y%d: *a\n" % number for number in range(30_000)),
        GOOD.encode() + b"# callcue: allow CC010\n" * 100_000,
    ],
    ids=lambda raw: f"{len(raw)} bytes of {raw[:12]!r}",
)
def test_big_odd_files(raw: bytes) -> None:
    survives(raw)


def test_a_big_sound_playbook_is_sound() -> None:
    text = big_playbook(5000, 120)
    assert 4700 < text.count("\n") < 5300
    reading = read(Source((SourceFile("a.yaml", text.encode()),)))
    assert reading.problems == ()
    assert reading.playbook is not None
    assert len(reading.playbook.objections) == 120
    assert text == big_playbook(5000, 120)
    assert text != big_playbook(5000, 120, seed=8)


def test_big_files_with_random_holes() -> None:
    text = big_playbook(400, 10).encode()
    pick = random.Random(5)
    for _ in range(60):
        start = pick.randrange(len(text))
        survives(text[:start] + text[start + pick.randrange(1, 30) :])
