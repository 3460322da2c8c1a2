"""The fields of a task that no date hangs on: people, things used, checklists, estimates."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from rectify_cli.foundation.finding import Finding, Related, say
from rectify_cli.plan.document import PhaseDocument, TaskDocument
from rectify_cli.plan.inherit import Down
from rectify_cli.plan.lengths import workdays_of
from rectify_cli.plan.model import ChecklistItem, Estimate
from rectify_cli.plan.owners import Owners
from rectify_cli.plan.references import Speaker
from rectify_cli.plan.resolving import Resolving
from rectify_cli.plan.written import Entry, Text, WrittenEstimate, WrittenItem
from rectify_cli.syntax.node import Node

People = tuple[str | None, str | None, str | None]


def people(
    fields: TaskDocument | PhaseDocument,
    down: Down,
    owners: Owners,
    findings: list[Finding],
    dropped: set[str],
) -> People:
    """The owner, the lead and who accepts: those named, else those from around."""
    owner, lead, accept = down.owner, down.lead, down.accept
    if fields.owner is not None:
        known = owners.known(fields.owner, findings)
        if known is None:
            dropped.add("owner")
        else:
            owner = known
    if fields.lead is not None:
        lead = owners.known(fields.lead, findings) or lead
    if fields.accept is not None:
        accept = owners.known(fields.accept, findings) or accept
    return owner, lead, accept


def values(texts: Sequence[Text]) -> tuple[str, ...]:
    """What each of several texts says."""
    return tuple([text.text for text in texts]) if texts else ()


def _text(text: Text) -> str:
    return text.text


def _itself(value: object) -> object:
    return value


_AS_WRITTEN: dict[str, tuple[str, Callable[[Any], object]]] = {
    **{name: (name, _text) for name in ("no", "place", "document", "deliverable", "note")},
    "links": ("urls", values),
    "was": ("was", values),
    **{
        name: (name, _itself)
        for name in (
            *("complete_at", "repeat", "on_day_off", "time", "days"),
            *("target", "weight", "priority"),
        )
    },
}
"""The fields that mean what they say: their names in `Task`, and how their value becomes its."""


def as_written(fields: TaskDocument | PhaseDocument) -> dict[str, Any]:
    """Of the fields that mean what they say those that are said, by their names in `Task`.

    A task says few of the many: all that are left out keep the defaults of `Task`.
    """
    found: dict[str, Any] = {}
    for name in fields.where.values:
        meaning = _AS_WRITTEN.get(name)
        if meaning is not None:
            said = getattr(fields, name, None)
            if said is not None:
                found[meaning[0]] = meaning[1](said)
    return found


def uses(entries: Sequence[Entry[Fraction]], at: Resolving) -> dict[str, Fraction]:
    """How much of which owner is used; unknown owners are reported and left out."""
    found = {}
    for entry in entries:
        owner = at.owners.known(entry.key, at.findings)
        if owner is not None:
            found[owner] = entry.value
    return found


def estimate(written: WrittenEstimate, week_days: int) -> Estimate:
    """A three-point estimate in workdays."""
    return Estimate(
        workdays_of(written.optimistic, week_days),
        workdays_of(written.likely, week_days),
        workdays_of(written.pessimistic, week_days),
    )


def checklist(
    items: Sequence[WrittenItem], at: Resolving, speaker: Speaker
) -> tuple[ChecklistItem, ...]:
    """The items of a checklist; what they are known by tells them apart."""
    found: dict[str, ChecklistItem] = {}
    for said, text, own, due in items:
        name = said.text
        if name in found:
            at.findings.append(_twice(name, said, found[name]))
            continue
        owner = None if own is None else at.owners.known(own, at.findings)
        day = None if due is None else at.dates.rule(due, speaker, linked=False)
        found[name] = ChecklistItem(name, text.text, owner, day, said)
    return tuple(found.values())


def _twice(name: str, where: Node, first: ChecklistItem) -> Finding:
    return Finding(
        "duplicate-key",
        where.span,
        say("the item '{name}' stands twice in this checklist", name=name),
        say("change its text, or give it an id: of its own"),
        (Related(first.where.span, say("the first")),),
    )
