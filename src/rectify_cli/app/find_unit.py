"""The units, groups and checklist items that a person means, within the task that is reported of.

A unit is known by its id, a former id, its title or a part of it, a group by its name, an item by
its id, its text or a part of it. A word that means nothing here is refused with the nearest name.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Owner, Plan, Task
from rectify_cli.plan.nearest import nearest
from rectify_cli.progress.report_request import Refusal

_LISTED = 8

T = TypeVar("T")


class Whose(Struct):
    """Whose part is meant, as it was typed: units, groups, all units; all of them but some."""

    units: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    all_units: bool = False
    but: tuple[str, ...] = ()


class Units(Struct):
    """Ids of units: those named one by one, and those of groups, None where none was named."""

    named: tuple[str, ...]
    grouped: tuple[str, ...] | None


def find_units(plan: Plan, task: Task, whose: Whose) -> Units | tuple[Refusal, ...]:
    """The units of a fan-out that are meant, in the order typed; or what is wrong with the words.

    Of a task that is no fan-out the words are handed on as they are: it is refused later.
    """
    if task.units is None:
        return Units(whose.units, () if whose.groups or whose.all_units else None)
    wrong: list[Refusal] = []
    named = _each(whose.units, wrong, lambda word: find_unit(plan, task, word))
    grouped: tuple[str, ...] | None = None
    if whose.groups or whose.all_units:
        members = _each(whose.groups, wrong, lambda word: find_group(plan, task, word))
        chosen = {unit for group in members for unit in group}
        grouped = tuple(u for u in task.units if whose.all_units or u in chosen)
    if whose.but and grouped is None:
        wrong.append(Refusal(say("--except leaves units out of --all-units or of a --group")))
    elif whose.but:
        left_out = _left_out(plan, task, whose.but, grouped or (), wrong)
        grouped = tuple(unit for unit in grouped or () if unit not in left_out)
        if not grouped and not wrong and not named:
            wrong.append(Refusal(say("--except leaves nobody of them")))
    return tuple(wrong) or Units(tuple(dict.fromkeys(named)), grouped)


def _each(
    words: Iterable[str], wrong: list[Refusal], find: Callable[[str], T | Refusal]
) -> list[T]:
    found: list[T] = []
    for word in words:
        answer = find(word)
        if isinstance(answer, Refusal):
            wrong.append(answer)
        else:
            found.append(answer)
    return found


def _left_out(
    plan: Plan, task: Task, words: Iterable[str], among: Sequence[str], wrong: list[Refusal]
) -> set[str]:
    found: set[str] = set()
    for word in words:
        if word in plan.groups:
            found.update(plan.groups[word])
            continue
        unit = find_unit(plan, task, word)
        if isinstance(unit, Refusal):
            wrong.append(unit)
        elif unit not in among:
            wrong.append(Refusal(say("--except {unit}: it is not among these anyway", unit=unit)))
        else:
            found.add(unit)
    return found


def find_unit(plan: Plan, task: Task, word: str) -> str | Refusal:
    """The unit of a fan-out that a word means."""
    units = task.units or ()
    if word in units:
        return word
    folded = word.strip().casefold()
    ways: tuple[Callable[[Owner], bool], ...] = (
        lambda owner: word in owner.was,
        lambda owner: owner.title.casefold() == folded,
        lambda owner: bool(folded) and folded in owner.title.casefold(),
    )
    for means in ways:
        found = [unit for unit in units if means(plan.owners[unit])]
        if len(found) == 1:
            return found[0]
        if found:
            why = say("'{word}' may mean {n} units", word=word, n=len(found))
            return Refusal(why, _listed([(unit, plan.owners[unit].title) for unit in found]))
    return Refusal(_no_unit(plan, task, word))


def _no_unit(plan: Plan, task: Task, word: str) -> Message:
    folded = word.strip().casefold()
    for owner in plan.owners.values():
        if folded in {owner.id.casefold(), owner.title.casefold()}:
            return say("{unit} is not among the units of {task}", unit=owner.id, task=task.path)
    units = task.units or ()
    names = {unit: unit for unit in units} | {plan.owners[unit].title: unit for unit in units}
    near = nearest(word, names)
    if near is None:
        return say("{task} has no unit '{word}'", task=task.path, word=word)
    return say("{task} has no unit '{word}'; did you mean '{near}'?",
               task=task.path, word=word, near=names[near])  # fmt: skip


def find_group(plan: Plan, task: Task, word: str) -> tuple[str, ...] | Refusal:
    """The members of the group that a word means; it has units of the fan-out among them."""
    names = [name for name in plan.groups if name == word] or [
        name for name in plan.groups if name.endswith(f".{word}")
    ]
    if len(names) > 1:
        why = say("'{word}' may mean {n} groups", word=word, n=len(names))
        return Refusal(why, _listed([(name, "") for name in names]))
    if not names:
        near = nearest(word, list(plan.groups))
        if near is None:
            listed = _listed([(name, "") for name in plan.groups])
            return Refusal(say("no group '{word}'", word=word), listed)
        return Refusal(say("no group '{word}'; did you mean '{near}'?", word=word, near=near))
    units = frozenset(task.units or ())
    members = tuple(unit for unit in plan.groups[names[0]] if unit in units)
    if not members:
        why = say("no unit of {task} is in the group '{word}'", task=task.path, word=word)
        return Refusal(why)
    return members


def find_item(task: Task, word: str) -> str | Refusal:
    """The checklist item that a word means: its id."""
    items = task.checklist
    if not items:
        return Refusal(say("{task} has no checklist", task=task.path))
    folded = word.strip().casefold()
    for found in (
        [item for item in items if item.id == word],
        [item for item in items if item.text.casefold() == folded],
        [item for item in items if folded and folded in item.text.casefold()],
    ):
        if len(found) == 1:
            return found[0].id
        if found:
            why = say("'{word}' may mean {n} items", word=word, n=len(found))
            return Refusal(why, _listed([(item.id, item.text) for item in found]))
    names = {item.id: item.id for item in items} | {item.text: item.id for item in items}
    near = nearest(word, names)
    listed = _listed([(item.id, item.text) for item in items])
    if near is None:
        return Refusal(say("{task} has no item '{word}'", task=task.path, word=word), listed)
    why = say("{task} has no item '{word}'; did you mean '{near}'?",
              task=task.path, word=word, near=names[near])  # fmt: skip
    return Refusal(why)


def _listed(names: Sequence[tuple[str, str]]) -> tuple[Message, ...]:
    """Names with what they mean, a line each."""
    lines = [say("  {text}", text=name if title in {"", name} else f"{name}  {title}")
             for name, title in names[:_LISTED]]  # fmt: skip
    if len(names) > _LISTED:
        lines.append(say("  and {n} more", n=len(names) - _LISTED))
    return tuple(lines)
