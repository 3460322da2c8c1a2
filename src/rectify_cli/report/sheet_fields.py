"""What the plan says of one task, as facts: every field that is set, as in a task book."""

from collections.abc import Iterator
from fractions import Fraction

from rectify_cli.plan.model import Link, Plan, Task
from rectify_cli.report.names import clock, owner_title, owner_titles
from rectify_cli.report.place import say_place
from rectify_cli.report.task_record import lag_text, signed
from rectify_cli.report.words import Words


def field_facts(plan: Plan, task: Task, words: Words) -> Iterator[tuple[str, str]]:
    """The facts, labels in the reader's language; what is not set is left out."""
    for key, text in (
        *_carriers(plan, task, words),
        *_network(plan, task, words),
        *_meeting(plan, task, words),
        *_measures(task, words),
        *_rest(plan, task, words),
    ):
        if text:
            yield words(key), text


def _carriers(plan: Plan, task: Task, words: Words) -> Iterator[tuple[str, str]]:
    yield "no", task.no or ""
    yield "owner", owner_title(plan, task.owner)
    yield "lead", owner_title(plan, task.lead)
    yield "participants", owner_titles(plan, task.participants, words)
    yield "accept", owner_title(plan, task.accept)
    if task.units is not None:
        yield "fan-out", words("fan-out-of", group=task.each, n=len(task.units))
        members = plan.groups.get(task.each or "", ())
        kept = set(task.units)
        yield "missing-units", owner_titles(plan, (m for m in members if m not in kept), words)
        yield "overrides", owner_titles(plan, task.overrides, words)
        if task.complete_at != 1:
            yield "complete-at", f"{_number(task.complete_at * 100)}%"


def _network(plan: Plan, task: Task, words: Words) -> Iterator[tuple[str, str]]:
    yield "after", words.listed(link_text(plan, link) for link in task.links)
    if task.alap:
        yield "alap", words("alap-of")
    if task.repeat is not None:
        yield "repeat", task.repeat.rule
        yield "on-day-off", words(f"on-day-off-{task.on_day_off}")
    yield "children", words.listed(plan.tasks[child].path for child in task.children)


def link_text(plan: Plan, link: Link) -> str:
    """A link as a plan writes it: `fix.logging SS + 1d`."""
    kind = "" if link.type == "FS" else f" {link.type}"
    same = " (each: same)" if link.same else ""
    return f"{plan.tasks[link.task].path}{kind}{signed(link.lag)}{same}"


def _meeting(plan: Plan, task: Task, words: Words) -> Iterator[tuple[str, str]]:
    yield "time", clock(task.time)
    yield "place", owner_title(plan, task.place)
    yield (
        "uses",
        words.listed(
            f"{owner_title(plan, name)} {_number(amount)}" for name, amount in task.uses.items()
        ),
    )


def _measures(task: Task, words: Words) -> Iterator[tuple[str, str]]:
    if task.target is not None:
        yield "task-target", f"{task.target.count} {task.target.unit}"
    if task.estimate is not None:
        yield (
            "estimate",
            words(
                "estimate-of",
                optimistic=task.estimate.optimistic,
                likely=task.estimate.likely,
                pessimistic=task.estimate.pessimistic,
            ),
        )
    yield "report-every", "" if task.report_every is None else lag_text(task.report_every)
    yield "weight", "" if task.weight is None else _number(task.weight)
    yield "priority", "" if task.priority is None else str(task.priority)


def _rest(plan: Plan, task: Task, words: Words) -> Iterator[tuple[str, str]]:
    yield "document", task.document or ""
    yield "links", words.listed(task.urls)
    yield "deliverable", task.deliverable or ""
    yield "tags", words.listed(task.tags)
    yield "note", task.note or ""
    yield "was", words.listed(task.was)
    place = say_place(plan, task.where.span, words)
    yield "written", place if ":" in place else words.joined((plan.path, place))


def _number(value: Fraction) -> str:
    """A written number: whole, or with the decimals it has, at most four."""
    return f"{float(value):.4f}".rstrip("0").rstrip(".")
