"""A request → its events, or why it is refused: the one judge of what may be recorded.

Called by every way in which reports come: commands, lists pasted from a chat, forms. It is pure:
what was said before is in the ledger, today is an argument, and nothing is written here.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rectify_cli.foundation.finding import say
from rectify_cli.progress.events import Event, EventKind
from rectify_cli.progress.fits_task import NEEDS_UNITS, misfits
from rectify_cli.progress.ledger import heads
from rectify_cli.progress.report_request import Accepted, Already, Known, Refusal, Request
from rectify_cli.progress.said_before import Part, SaidBefore
from rectify_cli.progress.settled import noted_on, settled

_MOST_SEEN = 2_500
"""So many ids fit into the line of an event."""
_REASONS = 3


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
    units = _units(request, before)
    if isinstance(units, tuple):
        return units
    return _judged(request, before, [before.part(unit) for unit in units])


def signed(drafts: Iterable[Event], by: str, at: str, ids: Sequence[str]) -> tuple[Event, ...]:
    """Drafts as events of a writer, `at` a moment in UTC as events have it, an id each."""
    pairs = zip(drafts, ids, strict=True)
    return tuple(event._replace(id=name, at=at, by=by) for event, name in pairs)


def _future(day: date, today: date) -> Refusal:
    why = say("{day} is still to come: a report is of a day up to today, {today}",
              day=f"{day:%a} {day}", today=f"{today:%a} {today}")  # fmt: skip
    return Refusal(why)


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
    if request.occurrence is not None and request.kind in _OF_ALL_IN_AN_OCCURRENCE:
        return [*task.units]
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
    units = [unit for unit in task.units or () if unit in before.taking_part]
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
_OF_ALL_IN_AN_OCCURRENCE: frozenset[EventKind] = frozenset({"block", "unblock", "drop", "reopen"})
"""What, said of an occurrence of a fan-out without units, is meant of all that have a part."""


def _judged(
    request: Request, before: SaidBefore, parts: Sequence[Part | Refusal]
) -> Accepted | tuple[Refusal, ...]:
    drafts: list[Event] = []
    already: list[Already] = []
    passed_over: list[Refusal] = []
    wrong: list[Refusal] = []
    spares_done = _spares_done(request, parts)
    for part in parts:
        answer = (
            part
            if isinstance(part, Refusal)
            else settled(request, before, part, spares_done=spares_done)
        )
        if isinstance(answer, Refusal):
            is_named = answer.unit is None or answer.unit in request.units
            (wrong if is_named else passed_over).append(answer)
        elif not isinstance(part, Refusal):
            if answer is None:
                drafts.append(_draft(request, before, part))
            else:
                already.append(answer)
                drafts += _kept_words(request, before, part)
    if not wrong and not drafts and not already:
        wrong.append(_of_nobody(request, passed_over))
    if wrong:
        return tuple(wrong)
    only = parts[0] if len(parts) == 1 else None
    count = only.facts.count if isinstance(only, Part) else None
    units = tuple(str(each.unit) for each in passed_over)
    return Accepted(request, tuple(drafts), tuple(already), units, count)


def _spares_done(request: Request, parts: Sequence[Part | Refusal]) -> bool:
    """Whether a group is meant save those of it that are done.

    Whoever drops a group drops what is left of it; whoever opens it again takes up what was dropped
    of it, and what is done only where nothing was.
    """
    if request.kind != "reopen":
        return request.kind == "drop"
    return any(isinstance(part, Part) and part.facts.drop is not None for part in parts)


def _of_nobody(request: Request, passed_over: Sequence[Refusal]) -> Refusal:
    """Why a group of which nothing can be said has no report: the one reason, or the first few."""
    if len(passed_over) == 1:
        return passed_over[0]
    why = say("{task}: that can be said of none of these units", task=request.task.path)
    reasons = {str(each.why): each.why for each in passed_over}
    few = [*reasons.values()][:_REASONS]
    return Refusal(why, tuple(say("  {text}", text=each) for each in few))


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
    """What holds already needs no event; words that came with it, if new, are kept as a note."""
    has_words = request.kind != "note" and (request.note or request.evidence)
    if has_words and noted_on(request, part) is None:
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
