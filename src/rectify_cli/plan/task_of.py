"""One phase, summary or task, resolved: its own fields, and what came down to it."""

from fractions import Fraction

from rectify_cli.plan.bind import BoundTask
from rectify_cli.plan.carried import checklist, estimate, people, uses, value, values
from rectify_cli.plan.dated import dated_summary, dated_task
from rectify_cli.plan.document import PhaseDocument, PlanDocument, TaskDocument
from rectify_cli.plan.fan_out import participants
from rectify_cli.plan.inherit import HANDED_DOWN, Down, in_error, joined, with_defaults
from rectify_cli.plan.lengths import lag_of
from rectify_cli.plan.model import DateRule, Task
from rectify_cli.plan.resolving import Place, Turn
from rectify_cli.syntax.node import Mapping, Scalar

_WHOLE = Fraction(1)


def task_of(bound: BoundTask, fields: TaskDocument, turn: Turn) -> Task:
    """A task that holds no others."""
    at, place, speaker, down, calendar, fanned = turn
    dropped = set(down.dropped) | fields.bad if fields.bad or down.dropped else set()
    owner, lead, accept = people(fields, down, at.owners, at.findings, dropped)
    dates, deadline, links, overrides, doubtful = dated_task(fields, turn, dropped)
    week, every = speaker.week_days, fields.report_every
    return Task(
        index=place.number,
        path=place.path,
        id=bound.id,
        kind="task",
        parent=place.parent,
        children=place.children,
        title=bound.id if fields.title is None else fields.title.value,
        floor=place.floor,
        where=fields.where,
        no=value(fields.no),
        owner=owner,
        lead=lead,
        participants=participants(fields.participants, at.groups, at.findings),
        dates=dates,
        deadline=deadline,
        links=links,
        alap=fields.schedule == "alap",
        each=None if fanned is None else fanned.each,
        units=None if fanned is None else fanned.units,
        overrides=overrides,
        complete_at=_WHOLE if fields.complete_at is None else fields.complete_at,
        repeat=fields.repeat,
        on_day_off=fields.on_day_off or "earlier",
        time=fields.time,
        place=value(fields.place),
        uses=uses(fields.uses, at),
        checklist=checklist(fields.checklist, at, speaker),
        days=fields.days,
        document=value(fields.document),
        urls=values(fields.links),
        deliverable=value(fields.deliverable),
        target=fields.target,
        accept=accept,
        report_every=down.report_every if every is None else lag_of(every, week),
        estimate=None if fields.estimate is None else estimate(fields.estimate, week),
        weight=fields.weight,
        priority=fields.priority,
        calendar=calendar or down.calendar,
        tags=joined(down.tags, values(fields.tags)),
        note=value(fields.note),
        was=values(fields.was),
        doubtful=doubtful,
        dropped=frozenset(dropped),
        plan_calendar=place.plan_calendar,
    )


def summary_of(bound: BoundTask, fields: PhaseDocument, turn: Turn) -> tuple[Task, Down]:
    """A phase or summary, and what it hands down."""
    at, place, speaker, down, calendar, _ = turn
    dropped = set(down.dropped) | in_error(fields)
    owner, lead, accept = people(fields, down, at.owners, at.findings, dropped)
    when = dated_summary(fields, turn, dropped)
    handed = Down(
        owner=owner,
        lead=lead,
        accept=accept,
        calendar=calendar or down.calendar,
        report_every=down.report_every,
        tags=joined(down.tags, values(fields.tags)),
        duration=down.duration,
        doubtful=when.doubtful,
        dropped=frozenset(dropped & HANDED_DOWN),
    )
    handed = _with_own(handed, fields, speaker.week_days)
    task = Task(
        index=place.number,
        path=place.path,
        id=bound.id,
        kind=bound.kind,
        parent=place.parent,
        children=place.children,
        title=bound.id if fields.title is None else fields.title.value,
        floor=place.floor,
        where=fields.where,
        no=value(fields.no),
        owner=owner,
        lead=lead,
        participants=participants(fields.participants, at.groups, at.findings),
        dates=when.dates,
        deadline=when.deadline,
        links=when.links,
        document=value(fields.document),
        urls=values(fields.links),
        deliverable=value(fields.deliverable),
        accept=accept,
        report_every=handed.report_every,
        calendar=handed.calendar or place.plan_calendar,
        tags=handed.tags,
        note=value(fields.note),
        was=values(fields.was),
        doubtful=when.doubtful,
        dropped=frozenset(dropped),
        plan_calendar=place.plan_calendar,
    )
    return task, handed


def _with_own(down: Down, fields: PhaseDocument, week_days: int) -> Down:
    """With the phase's `defaults`, and its `report_every` over these."""
    down = with_defaults(down, fields.defaults, week_days)
    if fields.report_every is None:
        return down
    return down._replace(report_every=lag_of(fields.report_every, week_days))


def mount_of(
    key: Scalar,
    where: Mapping,
    place: Place,
    *,
    plan: PlanDocument | None,
    deadline: DateRule | None,
    dropped: frozenset[str],
) -> Task:
    """The phase of an included plan, which is None where it could not be read."""
    return Task(
        index=place.number,
        path=place.path,
        id=key.text,
        kind="phase",
        parent=place.parent,
        children=place.children,
        title=plan.title.value if plan is not None and plan.title is not None else key.text,
        floor=place.floor,
        where=where,
        deadline=deadline,
        calendar=place.plan_calendar,
        doubtful=plan is None,
        dropped=dropped,
        plan_calendar=place.plan_calendar,
    )
