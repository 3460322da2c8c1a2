"""Which task of an earlier schedule is which of a later one, where ids have changed.

By the same path, by `was` on either side, by standing under the same id in something renamed, and
last by a title that only one missing and one new task bear. Whichever side is called the earlier,
the pairs are the same.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Protocol

from rectify_cli.plan.model import Kind, Plan
from rectify_cli.progress.places import plan_file


class Named(Protocol):
    """What a task is known by."""

    @property
    def path(self) -> str:
        """Its path."""

    @property
    def kind(self) -> Kind:
        """Whether it is a phase, a summary or a task."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def was(self) -> tuple[str, ...]:
        """Its former paths."""


def match(old: Sequence[Named], new: Sequence[Named]) -> dict[int, int]:
    """The places of the tasks in `old` that are in `new`, and their places there."""
    places = {task.path: at for at, task in enumerate(new)}
    pairs = {at: places[task.path] for at, task in enumerate(old) if task.path in places}
    taken = set(pairs.values())
    _pair(pairs, taken, _by_was(old, new))
    while _pair(pairs, taken, _by_parent(old, new, pairs)) or _pair(
        pairs, taken, _by_title(old, new, pairs, taken)
    ):
        continue
    return pairs


def former_paths(plan: Plan) -> dict[int, tuple[str, ...]]:
    """The full paths that tasks had before: by their own `was`, or by that of what is around."""
    found: dict[int, tuple[str, ...]] = {}
    prefixes: dict[int, str] = {}
    for task in plan.tasks:
        outer = None if task.parent is None else plan.tasks[task.parent]
        prefix = "" if outer is None else prefixes[outer.index]
        around = plan.path if outer is None else plan_file(outer)
        # Inside an included plan a former path is that plan's, without the phase that mounts it.
        prefixes[task.index] = task.path + "." if plan_file(task) != around else prefix
        above = () if outer is None else found.get(outer.index, ())
        own = (*(prefix + each for each in task.was), *(f"{each}.{task.id}" for each in above))
        if own:
            found[task.index] = tuple(dict.fromkeys(own))
    return found


def _pair(pairs: dict[int, int], taken: set[int], found: Iterable[tuple[int, int]]) -> bool:
    """Take up those pairs of which neither is taken; whether there was one."""
    before = len(pairs)
    for old, new in found:
        if old not in pairs and new not in taken:
            pairs[old] = new
            taken.add(new)
    return len(pairs) > before


def _by_was(old: Sequence[Named], new: Sequence[Named]) -> list[tuple[int, int]]:
    old_places = {task.path: at for at, task in enumerate(old)}
    new_places = {task.path: at for at, task in enumerate(new)}
    found = [(old_places[path], at) for at, task in enumerate(new) for path in task.was
             if path in old_places]  # fmt: skip
    found += [(at, new_places[path]) for at, task in enumerate(old) for path in task.was
              if path in new_places]  # fmt: skip
    return found


def _by_parent(
    old: Sequence[Named], new: Sequence[Named], pairs: dict[int, int]
) -> list[tuple[int, int]]:
    """What stands under the same id in something that was found again under another path."""
    paths = {old[at].path: new[other].path for at, other in pairs.items()}
    places = {task.path: at for at, task in enumerate(new)}
    found = []
    for at, task in enumerate(old):
        outer, _, name = task.path.rpartition(".")
        other = places.get(f"{paths[outer]}.{name}") if outer in paths else None
        if at not in pairs and other is not None and new[other].kind == task.kind:
            found.append((at, other))
    return found


def _by_title(
    old: Sequence[Named], new: Sequence[Named], pairs: dict[int, int], taken: set[int]
) -> list[tuple[int, int]]:
    left = [at for at in range(len(old)) if at not in pairs]
    right = [at for at in range(len(new)) if at not in taken]
    if not left or not right:
        return []
    known, found = _once(old, left, _title), _once(new, right, _title)
    return [(at, found[key]) for key, at in known.items() if key in found]


def _title(task: Named) -> Hashable:
    """What a task is surely known by; a title that only repeats the id says nothing."""
    name = task.path.rpartition(".")[2]
    return None if task.title in {name, ""} else (task.kind, task.title)


def _once(
    tasks: Sequence[Named], places: Iterable[int], key_of: Callable[[Named], Hashable]
) -> dict[Hashable, int]:
    """Those of the places whose key no other of all the tasks has."""
    counts: dict[Hashable, int] = {}
    for task in tasks:
        key = key_of(task)
        counts[key] = counts.get(key, 0) + 1
    keyed = ((key_of(tasks[at]), at) for at in places)
    return {key: at for key, at in keyed if key is not None and counts[key] == 1}
