"""What a name means, and that no meaning hangs on the order of a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.plan.model import DateRule, Plan, RelativeDate, Task
from rectify_cli.plan.names import MAX_LISTED, Names
from tests.plan.resolved import HEAD, resolve_text

IDS = ("a", "b", "c", "动员")


def by_the_book(paths: list[str], reference: str, inside: str) -> set[str]:
    """A sibling first, then outward, then a full path, then a tail of a path."""
    around = inside
    while around:
        if f"{around}.{reference}" in paths:
            return {f"{around}.{reference}"}
        around = around.rpartition(".")[0]
    if reference in paths:
        return {reference}
    return {path for path in paths if path.endswith(f".{reference}")}


@st.composite
def trees(draw: st.DrawFn) -> list[str]:
    """Paths of nested tasks, parents before children."""
    paths: list[str] = []
    for _ in range(draw(st.integers(1, 12))):
        parent = draw(st.sampled_from(["", *paths]))
        name = draw(st.sampled_from(IDS))
        path = f"{parent}.{name}" if parent else name
        if path not in paths:
            paths.append(path)
    return paths


@given(trees(), st.lists(st.sampled_from(IDS), min_size=1, max_size=3), st.data())
def test_a_reference_means_what_the_rule_says(
    paths: list[str], parts: list[str], data: st.DataObject
) -> None:
    """A reference names a sibling first, then outward, then a full path, then a unique tail."""
    inside = data.draw(st.sampled_from(["", *paths]))
    reference = ".".join(parts)
    names = Names(paths, [0] * len(paths), [""])
    expected = by_the_book(paths, reference, inside)
    found = {paths[each] for each in names.find(reference, inside, 0)}
    assert found <= expected
    assert len(found) == min(len(expected), MAX_LISTED)


@given(trees(), st.data())
def test_the_shortest_reference_means_its_task(paths: list[str], data: st.DataObject) -> None:
    """What a message tells people to write is what they mean, unless a nearer one hides it."""
    inside = data.draw(st.sampled_from(["", *paths]))
    task = data.draw(st.integers(0, len(paths) - 1))
    names = Names(paths, [0] * len(paths), [""])
    reference = names.shortest(task, inside, 0)
    assert names.find(reference, inside, 0) == (task,) or reference == paths[task]


@dataclass(frozen=True)
class Sketch:
    """A plan as a nested mapping of ids to what is written and what is inside."""

    tasks: dict[str, Any]

    def text(self, rank: dict[str, int]) -> str:
        return f"{HEAD}{OWNERS}tasks:\n" + "".join(_lines(self.tasks, 1, "", rank))


OWNERS = """owners: {o: {}, u1: {kind: unit}, u2: {kind: unit, parent: u1}, u3: {kind: unit}}
groups: {units: {kind: unit}, below: {parent: u1}}
"""


def _lines(tasks: dict[str, Any], depth: int, around: str, rank: dict[str, int]) -> Iterator[str]:
    pad = "  " * depth
    for name in sorted(tasks, key=lambda each: rank[f"{around}.{each}"]):
        fields, inner = tasks[name]
        yield f"{pad}{name}:\n{pad}  title: {name}\n"
        for key, value in fields.items():
            yield f"{pad}  {key}: {value}\n"
        if inner:
            yield f"{pad}  tasks:\n"
            yield from _lines(inner, depth + 2, f"{around}.{name}", rank)


FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "after": st.lists(
            st.sampled_from(["a", "b.c", "c SS + 1d", "动员", "a.b.c"]), min_size=1, max_size=2
        ).map(lambda links: "[" + ", ".join(links) + "]"),
        "deadline": st.sampled_from(["2021-05-05", "a + 2d", "b.start", "start + 3d"]),
        "start": st.sampled_from(["2021-03-08", "c.finish + 1d"]),
        "owner": st.sampled_from(["o", "u1"]),
        "tags": st.sampled_from(["[x]", "[y, x]"]),
    },
)
LEAF_FIELDS = st.fixed_dictionaries(
    {}, optional={"duration": st.just("2d"), "each": st.sampled_from(["units", "below"])}
)


def levels(depth: int) -> st.SearchStrategy[dict[str, Any]]:
    inner = levels(depth - 1) if depth else st.just({})
    both = st.tuples(FIELDS, inner, LEAF_FIELDS).map(
        lambda three: (three[0] if three[1] else three[0] | three[2], three[1])
    )
    return st.dictionaries(st.sampled_from(IDS), both, min_size=0 if depth < 2 else 1, max_size=3)


def _ranked(tasks: dict[str, Any], around: str = "") -> Iterator[str]:
    for name, (_, inner) in tasks.items():
        yield f"{around}.{name}"
        yield from _ranked(inner, f"{around}.{name}")


def _rule(plan: Plan, rule: DateRule | None) -> object:
    if not isinstance(rule, RelativeDate):
        return rule
    named = None if rule.task is None else plan.tasks[rule.task].path
    return (named, rule.point, rule.lag)


def _meaning(plan: Plan, task: Task) -> object:
    links = [(plan.tasks[link.task].path, link.type, link.lag) for link in task.links]
    start, deadline = _rule(plan, task.dates.start), _rule(plan, task.deadline)
    dates = (start, task.dates.duration, deadline)
    return (task.kind, links, dates, task.owner, task.units, task.tags, task.doubtful)


@given(levels(2), st.randoms(use_true_random=False))
def test_permuting_siblings_changes_nothing_but_the_order(
    tasks: dict[str, Any], random: Any
) -> None:
    """The order of lines, keys, files and units in the input never changes a date."""
    sketch = Sketch(tasks)
    rank = {path: number for number, path in enumerate(_ranked(tasks))}
    shuffled = list(rank.values())
    random.shuffle(shuffled)
    other_rank = dict(zip(rank, shuffled, strict=True))
    one, found = resolve_text(sketch.text(rank))
    other, other_found = resolve_text(sketch.text(other_rank))
    assert one is not None
    assert other is not None
    meanings = {task.path: _meaning(one, task) for task in one.tasks}
    assert meanings == {task.path: _meaning(other, task) for task in other.tasks}
    told = sorted((each.rule, str(each.message)) for each in found)
    assert told == sorted((each.rule, str(each.message)) for each in other_found)
