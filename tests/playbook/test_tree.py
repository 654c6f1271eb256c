"""Trees: every node knows its place, and what is no plain YAML is refused with one."""

from __future__ import annotations

import pytest

from app.playbook.problems import Place
from app.playbook.source import MAX_BYTES, SourceFile
from app.playbook.tree import (
    MAX_DEPTH,
    ListNode,
    MapNode,
    ScalarNode,
    Tree,
    grow,
    grow_list,
    lines_of,
    place_of,
    refuse_slow_yaml,
)


def tree(text: str | bytes) -> Tree:
    """The tree of a text."""
    return grow(SourceFile("en/a.yaml", text.encode() if isinstance(text, str) else text))


def root(text: str) -> MapNode:
    """The top mapping of a sound text."""
    grown = tree(text)
    assert grown.problems == ()
    assert grown.root is not None
    return grown.root


def refused(text: str | bytes) -> tuple[str, int, int]:
    """Code, line and column of the one thing that is wrong."""
    (problem,) = tree(text).problems
    assert problem.place.file == "en/a.yaml"
    assert problem.place.end_column > problem.place.column
    return problem.code, problem.place.line, problem.place.column


def test_keys_and_values_know_their_places() -> None:
    node = root("žluť: 'kůň běží'\nb:\n  - x\n  - {c: d}\ne:\n")
    assert node.file == "en/a.yaml"
    assert node.key_place("žluť") == Place("en/a.yaml", 1, 1, 5)
    assert node.value_place("žluť") == Place("en/a.yaml", 1, 7, 17)
    assert node.item_place("b", 0) == Place("en/a.yaml", 3, 5, 6)
    assert node.item_place("b", 1) == Place("en/a.yaml", 4, 6, 7)
    assert node.value_place("b") == Place("en/a.yaml", 3, 3, 4)
    assert node.text("žluť") == "kůň běží"


def test_an_empty_value_is_placed_at_its_key() -> None:
    assert root("a: 1\nempty:\n").value_place("empty") == Place("en/a.yaml", 2, 1, 6)


def test_what_is_not_there_is_placed_at_the_mapping() -> None:
    node = root("a: 1\n")
    assert node.value("b") is None
    assert node.text("b") is None
    assert node.key_place("b") == node.value_place("b") == node.place == Place("en/a.yaml", 1, 1, 2)
    assert node.item_place("a", 3) == node.value_place("a")


def test_an_empty_mapping_has_a_place() -> None:
    inner = root("a: {}\n").value("a")
    assert isinstance(inner, MapNode)
    assert inner.place == Place("en/a.yaml", 1, 4, 5)


def test_a_text_of_several_lines_is_placed_where_it_begins() -> None:
    node = root("a: |\n  one\n  two\nb: x\n")
    assert node.text("a") == "one\ntwo\n"
    assert node.value_place("a") == Place("en/a.yaml", 1, 4, 5)
    assert node.key_place("b").line == 4


@pytest.mark.parametrize(
    "text", ["no", "07", "1:30", "2026-11-24", "~", "null", "1_000", "0x1F", ".inf", "=", "<<"]
)
def test_scalars_stay_as_written(text: str) -> None:
    assert root(f"a: {text}\n").text("a") == text


def test_aliases_repeat_what_was_marked() -> None:
    node = root("a: &x [one, two]\nb: *x\nc: &y text\nd: *y\n")
    assert node.value("b") is node.value("a")
    assert node.text("d") == "text"


def test_a_marked_key_can_be_repeated() -> None:
    assert root("&k a: 1\nb: *k\n").text("b") == "a"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("CC009", 1, 1)),
        ("# only a comment\n", ("CC009", 1, 1)),
        ("- a\n", ("CC009", 1, 1)),
        ("just words\n", ("CC009", 1, 1)),
        ("a: 1\n---\nb: 2\n", ("CC006", 2, 1)),
        ("a: 1\n--- {b: 2}\n", ("CC006", 2, 1)),
        ("a: 1\nb: 2\na: 3\n", ("CC005", 3, 1)),
        ("a: {b: 1, b: 2}\n", ("CC005", 1, 11)),
        ("a: *nowhere\n", ("CC001", 1, 4)),
        ("a: &x [*x]\n", ("CC007", 1, 8)),
        ("a: &x {b: {c: *x}}\n", ("CC007", 1, 15)),
        ("&x a: &x {b: *x}\n", ("CC007", 1, 14)),
        ("a: !!int 1\n", ("CC046", 1, 4)),
        ("a: !!python/object/apply:os.system [ls]\n", ("CC046", 1, 4)),
        ("[a]: 1\n", ("CC047", 1, 1)),
        ("? {a: 1}\n: 2\n", ("CC047", 1, 3)),
        ("a: [1, 2\nb: 3\n", ("CC001", 2, 2)),
        ("a: 'never closed\nb: 1\n", ("CC001", 1, 4)),
        ("a: one: two\n", ("CC001", 1, 7)),
        ("a:\n\tb: 1\n", ("CC001", 2, 1)),
        ("a: @here\n", ("CC001", 1, 4)),
        ("a: \x07\n", ("CC002", 1, 4)),
        ("a: 1\nb: \x00\n", ("CC002", 2, 4)),
    ],
)
def test_what_is_no_plain_yaml_is_refused_with_its_place(text: str, expected: tuple[str, int, int]) -> None:
    assert refused(text) == expected


def test_the_first_of_two_equal_keys_counts() -> None:
    grown = tree("a: 1\na: 2\n")
    assert grown.root is not None
    assert grown.root.text("a") == "1"


def test_tags_that_only_say_text_are_fine() -> None:
    assert root("a: !!str 1\nb: ! 2\n").text("a") == "1"


@pytest.mark.parametrize("opening", ["[", "{a: ", "[{a: "])
def test_deep_brackets_are_refused_at_the_bracket_too_many(opening: str) -> None:
    code, line, column = refused("a: " + opening * 5000)
    assert (code, line) == ("CC004", 1)
    assert column < 250


def test_nesting_up_to_the_limit_is_fine() -> None:
    inside = MAX_DEPTH - 1
    assert tree("a: " + "[" * inside + "]" * inside).problems == ()
    assert refused("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH)[0] == "CC004"


def test_aliases_do_not_get_round_the_limit_of_depth() -> None:
    text = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 40))
    code, line, _ = refused(text)
    assert (code, line) == ("CC004", MAX_DEPTH)


def test_a_bomb_is_refused_at_the_alias_that_goes_too_far() -> None:
    text = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 28))
    code, line, _ = refused(text)
    assert code == "CC008"
    assert line < 20


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_refused_in_words(encoding: str) -> None:
    (problem,) = tree("callcue: 1\n".encode(encoding)).problems
    assert problem.code == "CC002"
    assert problem.words["encoding"].startswith("UTF-")


def test_a_byte_of_another_encoding_has_its_place() -> None:
    assert refused("a: 1\nb: kůň\n".encode("cp1250")) == ("CC002", 2, 5)


def test_a_byte_order_mark_is_welcome() -> None:
    grown = tree(b"\xef\xbb\xbfa: 1\n")
    assert grown.root is not None
    assert grown.root.key_place("a") == Place("en/a.yaml", 1, 1, 2)


def test_a_file_over_the_limit_is_refused_unread() -> None:
    assert refused(b"a" * (MAX_BYTES + 1)) == ("CC003", 1, 1)


def test_a_file_of_nothing_but_nodes_is_refused() -> None:
    assert refused("a: [" + ",".join("x" * 500_000) + "]")[0] == "CC003"


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_lines_are_counted_as_the_parser_counts_them(line_break: str) -> None:
    text = line_break.join(["a: 1", "b: 2", "c: 3", ""])
    assert root(text).key_place("c").line == 3
    assert lines_of(text)[2] == "c: 3"


def test_lists_know_where_they_begin() -> None:
    node = root("a: [x]\n").value("a")
    assert isinstance(node, ListNode)
    assert place_of(node) == Place("en/a.yaml", 1, 4, 5)
    assert isinstance(node.items[0], ScalarNode)


def test_a_parser_without_libyaml_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refuse_slow_yaml() == ""
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    assert "libyaml" in refuse_slow_yaml()
    assert refused("a: 1\n")[0] == "CC045"


def test_keys_inside_keys_are_refused_unread() -> None:
    assert refused("a: " + "{" * 5000) == ("CC047", 1, 5)


def test_a_file_may_be_a_list_where_lists_are_wanted() -> None:
    items, problems = grow_list(SourceFile("a.test.yaml", b"- a\n- {b: c}\n"))
    assert problems == ()
    assert [type(item) for item in items] == [ScalarNode, MapNode]
    alone, _ = grow_list(SourceFile("a.test.yaml", b"b: c\n"))
    assert len(alone) == 1
    nothing, (problem,) = grow_list(SourceFile("a.test.yaml", b"- [\n"))
    assert (nothing, problem.code) == ((), "CC001")
