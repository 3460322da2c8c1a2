"""What a task must have so that a kind of report can be made of it, whatever was said before."""

from collections.abc import Iterator

from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.decode import MAX_NUMBER, MAX_TEXT
from rectify_cli.progress.events import EventKind
from rectify_cli.progress.report_request import Refusal, Request

NEEDS_UNITS: frozenset[EventKind] = frozenset(
    {"start", "done", "progress", "count", "item", "accept", "return"}
)
"""What can be said of a fan-out only by saying whose part is meant."""

_NEEDS_WHY: frozenset[EventKind] = frozenset({"block", "drop"})


def misfits(plan: Plan, request: Request) -> Iterator[Refusal]:
    """Why a task cannot have this report at all: one reason, or none; then what its texts lack."""
    reason = _misfit(plan, request)
    if reason is not None:
        yield reason
    yield from _texts(request)


def _misfit(plan: Plan, request: Request) -> Refusal | None:
    task, kind = request.task, request.kind
    if task.kind != "task":
        return None if kind == "note" and not _names_units(request) else _no_leaf(plan, task)
    if task.units is None and _names_units(request):
        return Refusal(say("{task} is no fan-out: it has no units", task=task.path))
    if request.occurrence is not None and task.repeat is None:
        return Refusal(say("{task} does not repeat: it has no occurrences", task=task.path))
    return _misfit_of_kind(request)


def _misfit_of_kind(request: Request) -> Refusal | None:
    task = request.task
    match request.kind:
        case "progress" if request.percent is None or not 0 <= request.percent <= 100:
            said = say("{n} is no per cent: write a whole number from 0 to 100", n=request.percent)
            return Refusal(said)
        case "count" if task.target is None:
            why = say("{task} counts nothing: it has no target", task=task.path)
            return Refusal(
                why, (say("  how far it is:  rectify progress {task} 60", task=task.path),)
            )
        case "count" if request.total is not None and request.total < 0:
            return Refusal(say("a total is not below zero: {n}", n=request.total))
        case "count" if max(abs(request.add or 0), request.total or 0) > MAX_NUMBER:
            return Refusal(say("a count has at most {n} digits", n=len(str(MAX_NUMBER)) - 1))
        case "accept" | "return" if task.accept is None:
            why = say("nobody accepts {task}: it has no accept:", task=task.path)
            done = say("  done is done here:  rectify done {task}", task=task.path)
            return Refusal(why, (done,) if request.kind == "accept" else ())
        case "close":
            return _not_to_close(request)
    return None


def _not_to_close(request: Request) -> Refusal | None:
    task = request.task
    if task.units is None:
        why = say("{task} is no fan-out: only one of those ends at k of N", task=task.path)
        return Refusal(why, (say("  rectify done {task}    rectify drop {task}", task=task.path),))
    if _names_units(request) or request.occurrence is not None:
        why = say("close ends {task} as a whole", task=task.path)
        return Refusal(why, (say("  for one unit:  rectify drop {task} --unit …", task=task.path),))
    return None


def _names_units(request: Request) -> bool:
    return bool(request.units) or request.grouped is not None


def _no_leaf(plan: Plan, task: Task) -> Refusal:
    leaves = _some_leaves(plan, task, 3)
    why = say("{task} is made of other tasks: report of those", task=task.path)
    if task.kind == "phase":
        why = say("{task} is a phase: report of its tasks", task=task.path)
    return Refusal(why, tuple(say("  {text}", text=each.path) for each in leaves))


def _some_leaves(plan: Plan, task: Task, most: int) -> list[Task]:
    found: list[Task] = []
    waiting = list(reversed(task.children))
    while waiting and len(found) < most:
        at = plan.tasks[waiting.pop()]
        if at.kind == "task":
            found.append(at)
        waiting += reversed(at.children)
    return found


def _texts(request: Request) -> Iterator[Refusal]:
    if request.kind in _NEEDS_WHY and not (request.why or "").strip():
        why = say("say why: what holds {task} up, or why it is dropped", task=request.task.path)
        way = say("  rectify {kind} {task} --why TEXT", kind=request.kind, task=request.task.path)
        yield Refusal(why, (way,))
    if request.kind == "note" and not (request.note or request.evidence or "").strip():
        yield Refusal(say("the note is empty"))
    for text in (request.why, request.note, request.evidence):
        said = text_problem(text or "")
        if said is not None:
            yield Refusal(said)


def text_problem(text: str) -> Message | None:
    """Why a text cannot be kept: too long, or half a character in it."""
    if len(text) > MAX_TEXT:
        return say("a text has at most {n} characters; this one has {m}", n=MAX_TEXT, m=len(text))
    if any("\ud800" <= character <= "\udfff" for character in text):
        return say("a text has half a character in it; copy it again")
    return None
