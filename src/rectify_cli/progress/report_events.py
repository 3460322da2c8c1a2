"""A request → its events, or why it is refused: the one judge of what may be recorded.

Called by every way in which reports come: commands, lists pasted from a chat, forms. It is pure:
what was said before is in the ledger, today is an argument, and nothing is written here.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rectify_cli.foundation.finding import say
from rectify_cli.progress.events import Event
from rectify_cli.progress.fits_task import NEEDS_UNITS, misfits
from rectify_cli.progress.ledger import heads
from rectify_cli.progress.report_request import Accepted, Already, Known, Refusal, Request
from rectify_cli.progress.said_before import Part, SaidBefore
from rectify_cli.progress.settled import settled

_MOST_SEEN = 2_500
"""So many ids fit into the line of an event."""


def report_events(request: Request, known: Known) -> Accepted | tuple[Refusal, ...]:
    """What is to be recorded for a request, or every reason why nothing can be.

    Args:
        request: What somebody reports of one task.
        known: The dated plan, the ledger of all reports so far, and today.

    Returns:
        Drafts of events in the owners' order of their units, to be signed (`signed`) and recorded;
        with them, for whom nothing is to be written, since it holds already. Or refusals, of which
        those with a `unit` are about that unit alone.
    """
    wrong = tuple(misfits(known.schedule.plan, request))
    if not wrong and request.on is not None and request.on > known.today:
        wrong = (_future(request.on, known.today),)
    if wrong:
        return wrong
    before = SaidBefore(request, known)
    parts = _parts(request, before)
    return parts if isinstance(parts, tuple) else _judged(request, before, parts)


def signed(drafts: Iterable[Event], by: str, at: str, ids: Sequence[str]) -> tuple[Event, ...]:
    """Drafts as events of a writer, `at` a moment in UTC as events have it, an id each."""
    pairs = zip(drafts, ids, strict=True)
    return tuple(event._replace(id=name, at=at, by=by) for event, name in pairs)


def _future(day: date, today: date) -> Refusal:
    why = say("{day} is still to come: a report is of a day up to today, {today}",
              day=f"{day:%a} {day}", today=f"{today:%a} {today}")  # fmt: skip
    return Refusal(why)


def _parts(request: Request, before: SaidBefore) -> list[Part] | tuple[Refusal, ...]:
    """What the request speaks of: the task, units of it, an occurrence of either."""
    units = _units(request, before)
    if isinstance(units, tuple):
        return units
    parts: list[Part] = []
    wrong: list[Refusal] = []
    for unit in units:
        part = before.part(unit)
        if isinstance(part, Refusal):
            wrong.append(part)
        else:
            parts.append(part)
    return tuple(wrong) or parts


def _units(request: Request, before: SaidBefore) -> list[str | None] | tuple[Refusal, ...]:
    task = request.task
    if request.units or request.grouped is not None:
        wanted = {*request.units, *(request.grouped or ())}
        outside = [unit for unit in request.units if unit not in (task.units or ())]
        if outside:
            return tuple(_outside(unit, request) for unit in outside)
        return [unit for unit in task.units or () if unit in wanted]
    if task.units is None or task.kind != "task":
        return [None]
    if request.kind in {"accept", "return"}:
        reported: list[str | None] = [*before.reported()]
        return reported or (Refusal(say("no unit of {task} is reported done", task=task.path)),)
    if request.kind in NEEDS_UNITS or (request.kind == "reopen" and not before.whole_is_over()):
        return (_say_whose(request, before),)
    if request.kind == "unblock" and before.whole.block is None:
        blocked: list[str | None] = [*before.blocked()]
        return blocked or [None]
    return [None]


def _outside(unit: str, request: Request) -> Refusal:
    why = say("{unit} is not among the units of {task}", unit=unit, task=request.task.path)
    return Refusal(why, unit=unit)


def _say_whose(request: Request, before: SaidBefore) -> Refusal:
    """A fan-out is not done by saying so: the ways to say whose part is meant."""
    task = request.task
    units = task.units or ()
    verb = _VERBS.get(request.kind, request.kind)
    named = f"rectify {verb} {task.path}"
    some = " ".join(f"--unit {unit}" for unit in units[:2])
    ways = [
        say("  some of them            {command} {units}", command=named, units=some),
        say("  a list from a chat      {command} --units-from -", command=named),
        say("  all but some            {command} --all-units --except {unit}",
            command=named, unit=units[-1] if units else "UNIT"),
    ]  # fmt: skip
    if request.kind == "done":
        done, total = before.units_done()
        ways.append(
            say(
                "  wait no longer, end it  rectify close {task}      (at {done} of {total})",
                task=task.path,
                done=done,
                total=total,
            )
        )
    why = say("{task} has {n} units: say whose part is meant", task=task.path, n=len(units))
    return Refusal(why, tuple(ways))


_VERBS = {"item": "tick"}


def _judged(
    request: Request, before: SaidBefore, parts: list[Part]
) -> Accepted | tuple[Refusal, ...]:
    drafts: list[Event] = []
    already: list[Already] = []
    passed_over: list[str] = []
    wrong: list[Refusal] = []
    for part in parts:
        answer = settled(request, before, part)
        if answer is None:
            drafts.append(_draft(request, before, part))
        elif isinstance(answer, Already):
            already.append(answer)
            drafts += _kept_words(request, before, part)
        elif part.unit is not None and part.unit not in request.units and answer.unit is not None:
            passed_over.append(part.unit)
        else:
            wrong.append(answer)
    if not wrong and not drafts and not already:
        why = say("none of these units has a part in {task} on that day", task=request.task.path)
        wrong.append(Refusal(why))
    if wrong:
        return tuple(wrong)
    count = parts[0].facts.count if len(parts) == 1 else None
    return Accepted(request, tuple(drafts), tuple(already), tuple(passed_over), count)


def _draft(request: Request, before: SaidBefore, part: Part) -> Event:
    return Event(
        id="",
        at="",
        by="",
        kind=request.kind,
        on=part.on,
        task=before.local_path,
        unit=part.unit,
        occurrence=part.occurrence,
        after=_seen(request, before, part),
        percent=request.percent,
        add=request.add,
        total=request.total,
        item=request.item,
        ticked=request.ticked,
        why=request.why,
        note=request.note,
        evidence=request.evidence,
    )


def _kept_words(request: Request, before: SaidBefore, part: Part) -> Iterator[Event]:
    """What holds already needs no event; the words that came with it are kept as a note."""
    if request.kind != "note" and (request.note or request.evidence):
        bare = _draft(request, before, part)
        yield bare._replace(
            kind="note", percent=None, add=None, total=None, item=None, ticked=True, why=None
        )


def _seen(request: Request, before: SaidBefore, part: Part) -> tuple[str, ...]:
    """The latest reports that whoever reports this has seen of the task and the unit.

    What is said of all units is said by somebody who has seen what each of them said.
    """
    seen: dict[str, None] = {}
    for events in before.seen_of(part, of_all=request.kind in {"block", "unblock"}):
        seen |= dict.fromkeys(heads(events))
    return tuple(sorted(seen)[-_MOST_SEEN:])
