"""Whether a report still says something, holds already, or cannot be so after what was said."""

from datetime import date

from rectify_cli.foundation.finding import Message, say
from rectify_cli.progress.decode import MAX_NUMBER
from rectify_cli.progress.report_request import Already, Refusal, Request
from rectify_cli.progress.said_before import Part, SaidBefore
from rectify_cli.progress.status import Facts


def settled(
    request: Request, before: SaidBefore, part: Part, *, spares_done: bool
) -> Already | Refusal | None:
    """None where the report is to be recorded.

    A refusal names the part's unit where it is about that unit: a group passes over it, and over
    what is done where it `spares_done`.
    """
    absent = _absent(request, before, part)
    if absent is not None:
        return Refusal(absent, unit=part.unit)
    refused = (_spared(request, part) if spares_done else None) or _dropped(request, before, part)
    if refused is not None:
        return refused
    if part.facts.conflicts:
        return _impossible(request, before, part)  # a new report settles it
    since = _since(request, before, part)
    if since is not None:
        return Already(part.unit, part.occurrence, since)
    return _impossible(request, before, part)


def _spared(request: Request, part: Part) -> Refusal | None:
    """Why a unit of a group that was not named has its part behind it."""
    since = part.facts.complete_on
    if part.unit in (None, *request.units) or since is None or part.facts.drop is not None:
        return None
    why = say("{what} is done since {day}", what=_what(request, part), day=_day(since))
    return Refusal(why, unit=part.unit)


def _dropped(request: Request, before: SaidBefore, part: Part) -> Refusal | None:
    """Why nothing is said of what was dropped: all of it has to be taken up before its parts."""
    of_whole, whole = before.whole.drop, part._replace(unit=None, occurrence=None)
    is_whole = (part.unit, part.occurrence) == (None, None)
    drop, dropped = (part.facts.drop, part) if of_whole is None else (of_whole, whole)
    takes_up = request.kind == "reopen" and (of_whole is None or is_whole)
    if drop is None or takes_up or request.kind in {"note", "drop"}:
        return None
    why = say("{what} was dropped on {day}", what=_what(request, dropped), day=_day(drop.on))
    way = say("  take it up again:  {command}", command=_command("reopen", request, dropped))
    return Refusal(why, (way,), dropped.unit)


def _absent(request: Request, before: SaidBefore, part: Part) -> Message | None:
    """Why a unit has no part in the task on that day."""
    if part.unit is None:
        return None
    owner, task = before.plan.owners[part.unit], request.task.path
    if owner.joined is not None and part.on < owner.joined:
        return say("{unit} joins on {day}, after {on}",
                   unit=part.unit, day=_day(owner.joined), on=_day(part.on))  # fmt: skip
    if owner.left is not None and part.on > owner.left:
        return say("{unit} left on {day}, before {on}",
                   unit=part.unit, day=_day(owner.left), on=_day(part.on))  # fmt: skip
    if part.unit not in before.taking_part:
        return say("{unit} has no part in {task}: it comes too late or leaves too early for it",
                   unit=part.unit, task=task)  # fmt: skip
    return None


def _since(request: Request, before: SaidBefore, part: Part) -> date | None:
    """Since when what the report says holds without it, on the day that it is true of."""
    facts = part.facts
    match request.kind:
        case "done":
            return facts.complete_on
        case "start":
            return None if facts.returned else facts.begun_on
        case "progress" if request.percent == 100:
            return facts.complete_on
        case "progress":
            holds = facts.percent == request.percent and facts.complete_on is None
            return facts.measured_on if holds and facts.measured_on == part.on else None
        case "count" if request.total is not None:
            holds = facts.count == request.total and facts.measured_on == part.on
            return facts.measured_on if holds else None
        case "item":
            holds = (request.item in facts.ticked) == request.ticked
            return _ticked_on(request, before, part) if holds else None
        case "accept":
            return facts.accepted_on
        case "close":
            return before.whole.closed_on
        case "drop":
            return None if facts.drop is None else facts.drop.on
        case "block":
            same = facts.block is not None and facts.block.why == request.why
            return facts.block.on if same and facts.block is not None else None
        case "note":
            return noted_on(request, part)
    return None


def _ticked_on(request: Request, before: SaidBefore, part: Part) -> date:
    """The day of the latest report that says the same of an item; that of the request: none does.

    What holds was said last.
    """
    said = (
        event.on
        for events in before.seen_of(part, of_all=False)
        for event in events
        if event.item == request.item and event.ticked == request.ticked and event.on <= part.on
    )
    return max(said, default=part.on)


def noted_on(request: Request, part: Part) -> date | None:
    """The day of the report, where its note and evidence were kept of that day already."""
    said = (request.note, request.evidence, part.on)
    noted = [each.on for each in part.facts.notes if (each.note, each.evidence, each.on) == said]
    return noted[0] if noted else None


def _impossible(request: Request, before: SaidBefore, part: Part) -> Refusal | None:
    """Why the report cannot be so, as the thing stands on that day."""
    facts, what = part.facts, _what(request, part)
    match request.kind:
        case "count":
            return _beyond(request, facts)
        case "unblock" if facts.block is None:
            return Refusal(say("{what} is not blocked", what=what), unit=part.unit)
        case "block" if facts.complete_on is not None:
            why = say("{what} is done since {day}", what=what, day=_day(facts.complete_on))
            way = say("  open it again:  {command}", command=_command("reopen", request, part))
            return Refusal(why, (way,), part.unit)
        case "reopen" if not _is_over(before, part):
            why = say("{what} is open: there is nothing to open again", what=what)
            return Refusal(why, unit=part.unit)
        case "accept" | "return" if facts.complete_on is None:
            why = say("{what} is not reported done", what=what)
            way = say("  report it first:  {command}", command=_command("done", request, part))
            return Refusal(why, (way,), part.unit)
        case "return" if facts.accepted_on is not None:
            why = say("{what} is accepted since {day}", what=what, day=_day(facts.accepted_on))
            way = say("  open it again:  {command}", command=_command("reopen", request, part))
            return Refusal(why, (way,), part.unit)
    return None


def _is_over(before: SaidBefore, part: Part) -> bool:
    if part.unit is None and part.occurrence is None and before.whole_is_over():
        return True
    return part.facts.complete_on is not None or part.facts.drop is not None


def _beyond(request: Request, facts: Facts) -> Refusal | None:
    if request.add is None:
        return None
    count = facts.count or 0
    if count + request.add < 0:
        said = say("{n} - {less} = {sum}: a count is not below zero",
                   n=count, less=-request.add, sum=count + request.add)  # fmt: skip
        return Refusal(said)
    if count + request.add > MAX_NUMBER:
        return Refusal(say("a count has at most {n} digits", n=len(str(MAX_NUMBER)) - 1))
    return None


def _what(request: Request, part: Part) -> str:
    """The task, in brackets the unit and the occurrence that are meant."""
    named = [str(each) for each in (part.unit, part.occurrence) if each is not None]
    return f"{request.task.path} ({', '.join(named)})" if named else request.task.path


def _command(verb: str, request: Request, part: Part) -> str:
    unit = "" if part.unit is None else f" --unit {part.unit}"
    occurrence = "" if part.occurrence is None else f" --for {part.occurrence}"
    return f"rectify {verb} {request.task.path}{unit}{occurrence}"


def _day(day: date) -> str:
    return f"{day:%a} {day}"
