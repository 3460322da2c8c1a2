"""Document → plan: every name found, everything that comes down handed down, groups unfolded.

What a document got wrong was said and left out below; here it is said what does not fit together.
A task whose dates hang on something in error is marked `doubtful`, and left alone above.
"""

from collections.abc import Sequence
from datetime import date

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.assertions.lookup import Lookup
from rectify_cli.plan.assertions_of import MAX_WRITTEN, AssertionReader
from rectify_cli.plan.bind import Document
from rectify_cli.plan.check import check_plan
from rectify_cli.plan.check_look_alike import check_look_alike
from rectify_cli.plan.dated import deadline_of
from rectify_cli.plan.dates_of import DateReader
from rectify_cli.plan.document import PhaseDocument, PlanDocument, TaskDocument
from rectify_cli.plan.fan_out import FanOut
from rectify_cli.plan.ignores_of import ignores_of
from rectify_cli.plan.inherit import HANDED_DOWN, Down, in_error, with_defaults
from rectify_cli.plan.lengths import lag_of
from rectify_cli.plan.links_of import LinkReader
from rectify_cli.plan.misspelt_ids import with_misspelt_ids
from rectify_cli.plan.model import (
    Assertion,
    CalendarSpec,
    DateRule,
    Dates,
    FixedDate,
    Ignore,
    Lag,
    Plan,
    Task,
)
from rectify_cli.plan.mounts import Laid, Scope, lay_out
from rectify_cli.plan.names import Names
from rectify_cli.plan.reading import Reading
from rectify_cli.plan.references import References, Speaker
from rectify_cli.plan.resolving import Place, Resolving, Turn
from rectify_cli.plan.scopes import Calendars, Tables, tables_of
from rectify_cli.plan.task_of import mount_of, summary_of, task_of
from rectify_cli.plan.units_of import fan_outs
from rectify_cli.plan.wanted import Files
from rectify_cli.plan.zones import timezone_of

DUE_SOON = Lag(3)
# Stands in for a start that is missing, so that the rest can be looked at all the same.
_NO_START = date(1970, 1, 1)


def resolve(document: Document, files: Files) -> tuple[Plan, list[Finding]]:
    """The plan that a document and the files it names describe, and all that does not fit.

    Args:
        document: The top plan's.
        files: What `wanted.gather` found in the files that it and those it includes name.

    Returns:
        The plan, which may lack its start (`Plan.lacks_start`); and the findings, in no particular
        order.
    """
    laid = lay_out(document, files)
    tables, findings = tables_of(laid, files)
    findings += laid.findings
    ignores, about_ignores = ignores_of(scope.document.plan for scope in laid.scopes)
    findings += about_ignores
    work = _begin(laid, tables, files, findings)
    tasks = _tasks(work)
    plan = _plan(work, tasks, ignores, files)
    findings += check_look_alike(laid, tables)
    findings += check_plan(plan)
    return plan, with_misspelt_ids(findings, laid, tables)


class _Heading(Struct):
    """What one plan file says of itself, resolved: what its tasks are read by."""

    scope: Scope
    at: Resolving
    start: date
    calendar: CalendarSpec
    deadline: DateRule | None
    down: Down
    dropped: frozenset[str]


class _Work(Struct):
    """All that is at hand when the tasks are read."""

    laid: Laid
    tables: Tables
    calendars: Calendars
    headings: Sequence[_Heading]
    fanned: dict[int, FanOut]
    findings: list[Finding]


def _begin(laid: Laid, tables: Tables, files: Files, findings: list[Finding]) -> _Work:
    names = Names(laid.paths, laid.scope_of, [scope.prefix for scope in laid.scopes])
    unread = sorted(laid.paths[each] for each in laid.unread)
    top = laid.scopes[0].document.plan.where.source.path
    references = References(names, laid.wheres, unread, findings, top)
    dates = DateReader(references, frozenset(_repeating(laid)))
    fanned = fan_outs(laid, tables, findings)
    units = [fanned[task].units if task in fanned else None for task in range(len(laid.paths))]
    unsure = frozenset(_unsure(laid, fanned))
    links = LinkReader(dates, units, unsure)
    calendars = Calendars(files)
    headings: list[_Heading] = []
    for scope in laid.scopes:
        groups = tables.groups[scope.number]
        at = Resolving(dates, links, tables.owners, groups, findings)
        around = None if scope.around is None else headings[scope.around]
        headings.append(_heading(scope, at, calendars, around))
    return _Work(laid, tables, calendars, headings, fanned, findings)


def _repeating(laid: Laid) -> list[int]:
    return [
        task
        for task, bound in enumerate(laid.bound)
        if bound is not None and isinstance(bound.fields, TaskDocument) and bound.fields.repeat
    ]


def _unsure(laid: Laid, fanned: dict[int, FanOut]) -> list[int]:
    """The tasks of which it is not known who their units are."""
    return [
        task
        for task, bound in enumerate(laid.bound)
        if bound is None
        or (task in fanned and fanned[task].doubtful)
        or (bool(bound.fields.bad) and "each" in bound.fields.bad)
    ]


def _heading(
    scope: Scope, at: Resolving, calendars: Calendars, around: _Heading | None
) -> _Heading:
    plan = scope.document.plan
    calendar = calendars.of(plan.calendar)
    start = plan.start.value if plan.start is not None else None
    stand_in = around.start if around is not None else _NO_START
    dates = Dates() if start is None else Dates(start=FixedDate(start))
    dropped = set(in_error(plan))
    speaker = _speaker(scope, scope.mount, scope.prefix)
    deadline = deadline_of(plan, dates, at, speaker, dropped)
    silent = dropped & HANDED_DOWN
    if around is not None:
        silent |= around.dropped & {"deadline"}
    down = Down(doubtful=start is None, dropped=frozenset(silent))
    down = with_defaults(down, plan.defaults, scope.week_days)
    return _Heading(
        scope, at, start or stand_in, calendar, deadline, down, frozenset(dropped | silent)
    )


def _speaker(scope: Scope, task: int | None, inside: str) -> Speaker:
    return Speaker(task, inside, scope.number, scope.week_days)


def _tasks(work: _Work) -> tuple[Task, ...]:
    """All tasks in their order; what comes down is kept for those that hold others."""
    laid, fan_out_of = work.laid, work.fanned
    children = laid.children()
    handed: dict[int, Down] = {}
    tasks: list[Task] = []
    for index, bound in enumerate(laid.bound):
        inner = laid.mounted.get(index)
        heading = work.headings[laid.scope_of[index] if inner is None else inner]
        place = Place(
            index,
            laid.paths[index],
            laid.parents[index],
            tuple(children[index]),
            heading.start,
            heading.calendar if heading.scope.number else None,
        )
        if bound is None:
            task = _mounted(work, place, heading)
            handed[index] = heading.down
        else:
            parent = laid.parents[index]
            inside = "" if parent is None else laid.paths[parent]
            down = heading.down if parent is None else handed[parent]
            scope = heading.scope
            speaker = Speaker(index, inside, scope.number, scope.week_days)
            fields = bound.fields
            calendar = None
            if fields.calendar is not None:
                calendar = work.calendars.of(fields.calendar)
            if isinstance(fields, PhaseDocument):
                turn = Turn(heading.at, place, speaker, down, calendar, None)
                task, handed[index] = summary_of(bound, fields, turn)
            else:
                turn = Turn(heading.at, place, speaker, down, calendar, fan_out_of.get(index))
                task = task_of(bound, fields, turn)
        tasks.append(task)
    return tuple(tasks)


def _mounted(work: _Work, place: Place, heading: _Heading) -> Task:
    key, where = work.laid.keys[place.number], work.laid.wheres[place.number]
    if place.number in work.laid.unread:
        return mount_of(key, where, place, plan=None, deadline=None, dropped=HANDED_DOWN)
    plan = heading.scope.document.plan
    return mount_of(
        key, where, place, plan=plan, deadline=heading.deadline, dropped=heading.dropped
    )


def _plan(work: _Work, tasks: tuple[Task, ...], ignores: tuple[Ignore, ...], files: Files) -> Plan:
    top = work.headings[0]
    plan = top.scope.document.plan
    groups = {
        each.name(name): members
        for each in work.tables.groups
        for name, members in each.members.items()
    }
    soon = plan.lamps.due_soon if plan.lamps is not None else None
    path = plan.where.source.path
    return Plan(
        path=path,
        title=path if plan.title is None else plan.title.text,
        start=top.start,
        deadline=top.deadline,
        goal=_goal(plan, top),
        timezone=timezone_of(plan),
        language=plan.language or "en",
        calendar=top.calendar,
        owners=work.tables.owners.by_id,
        groups=groups,
        tasks=tasks,
        due_soon=DUE_SOON if soon is None else lag_of(soon, top.scope.week_days),
        strict=bool(plan.check is not None and plan.check.strict),
        ignores=ignores,
        assertions=_assertions(work, tasks),
        files=files.paths,
        where=plan.where,
        week_days=top.scope.week_days,
        complete=not any(task.doubtful for task in tasks) and not top.down.doubtful,
        dropped=top.dropped,
    )


def _assertions(work: _Work, tasks: Sequence[Task]) -> tuple[Assertion, ...]:
    """What all files assert; what is no assertion is reported, and left out."""
    found: list[Assertion] = []
    left = MAX_WRITTEN
    for heading in work.headings:
        texts = heading.scope.document.plan.assertions
        if texts and left >= 0:
            reader = _assertion_reader(heading, tasks)
            read, wrong = reader.assertions(texts, left)
            left -= sum(len(text.text) for text in texts)
            found += read
            work.findings.extend(wrong)
    return tuple(found)


def _assertion_reader(heading: _Heading, tasks: Sequence[Task]) -> AssertionReader:
    scope = heading.scope
    start = scope.document.plan.start
    reading = Reading()
    reading.set_week(scope.week_days)
    lookup = Lookup(
        references=heading.at.dates.references,
        speaker=_speaker(scope, None, scope.prefix),
        groups=heading.at.groups,
        tasks=tasks,
        mount=scope.mount,
        start=None if start is None else start.value,
        has_deadline=heading.deadline is not None or "deadline" in heading.dropped,
        reading=reading,
    )
    return AssertionReader(lookup, heading.calendar)


def _goal(plan: PlanDocument, top: _Heading) -> int | None:
    if plan.goal is None:
        return None
    dates = top.at.dates
    goal = dates.references.find(plan.goal.text, plan.goal, _speaker(top.scope, None, ""))
    if goal in dates.repeating:
        message = say("'{name}' repeats, and can be no goal", name=plan.goal.text)
        fix = say("name a task that does not repeat, such as the last milestone")
        top.at.findings.append(Finding("bad-value", plan.goal.span, message, fix))
        return None
    return goal
