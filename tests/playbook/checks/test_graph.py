"""The walks over graphs against the plainest way to do the same."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from app.playbook.checks.graph import reach, rings, shortest, unavoidable

GRAPHS = st.integers(2, 9).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, size - 1), max_size=3, unique=True), min_size=size, max_size=size
    )
)


@given(GRAPHS)
def test_a_shortest_path_is_a_path_and_none_is_shorter(edges: list[list[int]]) -> None:
    path = shortest(0, len(edges) - 1, edges.__getitem__)
    depth, level = 0, {0}
    while level and len(edges) - 1 not in level and depth <= len(edges):
        level, depth = {to for node in level for to in edges[node]}, depth + 1
    if not path:
        assert len(edges) - 1 not in reach([0], edges.__getitem__)
        return
    assert (path[0], path[-1], len(path) - 1) == (0, len(edges) - 1, depth)
    assert all(after in edges[before] for before, after in itertools.pairwise(path))


@given(GRAPHS)
def test_a_node_is_unavoidable_when_nothing_is_reached_without_it(edges: list[list[int]]) -> None:
    goal = len(edges) - 1
    path = shortest(0, goal, edges.__getitem__)
    certain = unavoidable(path, edges.__getitem__) if path else set()
    for node in path:
        without = [[to for to in one if to != node] for one in edges]
        avoidable = node not in (0, goal) and goal in reach([0], without.__getitem__)
        assert (node in certain) is not avoidable


@given(GRAPHS)
def test_rings_are_the_groups_that_nothing_leaves(edges: list[list[int]]) -> None:
    nodes = set(range(len(edges)))
    reached = {node: reach([node], edges.__getitem__) for node in nodes}
    expected = {
        frozenset(reached[node]) for node in nodes if all(node in reached[to] for to in reached[node])
    }
    assert {frozenset(ring) for ring in rings(nodes, edges.__getitem__)} == expected
