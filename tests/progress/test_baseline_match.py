"""Which task is which after an edit: by path, former paths, what is around, and title."""

from typing import NamedTuple

import pytest

from rectify_cli.plan.model import Kind
from rectify_cli.progress.baseline_match import match


class _Task(NamedTuple):
    path: str
    kind: Kind = "task"
    title: str = ""
    was: tuple[str, ...] = ()


def _tasks(*said: str) -> list[_Task]:
    """`phase: path < former < former "title"`; a kind, former paths and a title may be missing."""
    found = []
    for each in said:
        rest, _, title = each.partition(' "')
        kind, _, names = rest.rpartition(": ")
        path, *was = names.split(" < ")
        found.append(_Task(path, "phase" if kind else "task", title.rstrip('"'), tuple(was)))
    return found


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (["a", "b"], ["b", "a", "c"], {0: 1, 1: 0}),
        (["a"], ["b"], {}),
        (["a"], ["b < a"], {0: 0}),
        (["a"], ["b < x < a"], {0: 0}),
        (["a", "b"], ["b < a", "c < b"], {1: 0}),
        (["a"], ["a", "b < a"], {0: 0}),
        (["a"], ["b < a", "c < a"], {0: 0}),
        (["phase: p", "p.a", "p.b"], ["phase: q < p", "q.a", "q.c"], {0: 0, 1: 1}),
        (["phase: p", "phase: p.a"], ["phase: q < p", "q.a"], {0: 0}),
        (["phase: p", "p.s", "p.s.a"], ["phase: q < p", "q.t < p.s", "q.t.a"], {0: 0, 1: 1, 2: 2}),
        (['a "Kick-off"'], ['b "Kick-off"'], {0: 0}),
        (['a "Kick-off"'], ['phase: b "Kick-off"'], {}),
        (['a "Kick-off"', 'c "Kick-off"'], ['b "Kick-off"'], {}),
        (['a "Kick-off"', 'c "Kick-off"'], ['b "Kick-off"', 'c "Kick-off"'], {1: 1}),
        (['a "Kick-off"'], ['b "Kick-off"', 'c "Kick-off"'], {}),
        (['p.a "a"'], ['q.a "a"'], {}),
        (['x "One"', "c"], ['y "One"', "d"], {0: 0}),
        (['phase: p "P"', "p.a", "p.b"], ['phase: q "P"', "q.a", "q.b"], {0: 0, 1: 1, 2: 2}),
        (
            ['phase: p "P"', 'p.a "A"', "p.a.x"],
            ['phase: q "P"', 'q.b "A"', "q.b.x"],
            {0: 0, 1: 1, 2: 2},
        ),
    ],
)
def test_the_pairs_are_the_same_whichever_side_is_the_earlier(
    old: list[str], new: list[str], pairs: dict[int, int]
) -> None:
    assert match(_tasks(*old), _tasks(*new)) == pairs
    back = match(_tasks(*new), _tasks(*old))
    assert sorted(back.items()) == sorted((there, here) for here, there in pairs.items())
