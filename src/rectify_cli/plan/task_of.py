"""One phase, summary or task, resolved: its own fields, and what came down to it."""

from datetime import date

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.plan.bind import BoundTask
from rectify_cli.plan.carried import as_written, checklist, estimate, people, uses, values
from rectify_cli.plan.dated import dated_summary, dated_task
from rectify_cli.plan.document import PhaseDocument, PlanDocument, TaskDocument
from rectify_cli.plan.fan_out import participants
from rectify_cli.plan.inherit import HANDED_DOWN, MAX_TAGS, Down, in_error, joined, with_defaults
from rectify_cli.plan.lengths import lag_of
from rectify_cli.plan.model import DateRule, Kind, Task
from rectify_cli.plan.resolving import Place, Turn
from rectify_cli.syntax.node import Mapping, Scalar


def task_of(bound: BoundTask, fields: TaskDocument, turn: Turn) -> Task:
    """A task that holds no others."""
    at, place, speaker, down, calendar, fanned = turn
    dropped = set(down.dropped) | fields.bad if fields.bad or down.dropped else set()
    owner, lead, accept = people(fields, down, at.owners, at.findings, dropped)
    dates, deadline, links, overrides, doubtful = dated_task(fields, turn, dropped)
    rest = as_written(fields)
    if fanned is not None:
        if fanned.unsure:
            dropped.add("each")
        rest |= {"each": fanned.each, "units": fanned.units, "overrides": overrides}
    if fields.participants:
        rest["participants"] = participants(fields.participants, at.groups, at.findings)
    if fields.uses:
        rest["uses"] = uses(fields.uses, at)
    if fields.checklist:
        rest["checklist"] = checklist(fields.checklist, at, speaker)
    if fields.estimate is not None:
        rest["estimate"] = estimate(fields.estimate, speaker.week_days)
    if fields.schedule == "alap":
        rest["alap"] = True
    if dropped:
        rest["dropped"] = frozenset(dropped)
    every = fields.report_every
    return Task(
        *_known_by(bound, fields, place),
        owner=owner,
        lead=lead,
        dates=dates,
        deadline=deadline,
        links=links,
        accept=accept,
        report_every=down.report_every if every is None else lag_of(every, speaker.week_days),
        calendar=calendar or down.calendar,
        tags=_tags(fields, turn),
        doubtful=doubtful,
        plan_calendar=place.plan_calendar,
        **rest,
    )


def _tags(fields: TaskDocument | PhaseDocument, turn: Turn) -> tuple[str, ...]:
    """The tags with those that come down, of which thousands of tasks may each make their own."""
    if not fields.tags:
        return turn.down.tags
    tags = joined(turn.down.tags, values(fields.tags))
    if len(tags) > MAX_TAGS:
        message = say("more than {most} tags, with those of what is around it", most=MAX_TAGS)
        turn.at.findings.append(Finding("too-large", fields.where.at("tags"), message))
    return tags[:MAX_TAGS]


_KnownBy = tuple[int, str, str, Kind, int | None, tuple[int, ...], str, date, Mapping]


def _known_by(bound: BoundTask, fields: TaskDocument | PhaseDocument, place: Place) -> _KnownBy:
    """The fields of a `Task` that have no default."""
    number, path, parent, children, floor, _ = place
    name, _, _, kind, _ = bound
    title = fields.title
    shown = name if title is None else title.text
    return number, path, name, kind, parent, children, shown, floor, fields.where


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
        tags=_tags(fields, turn),
        duration=down.duration,
        doubtful=when.doubtful,
        dropped=frozenset(dropped & HANDED_DOWN),
    )
    handed = _with_own(handed, fields, speaker.week_days)
    task = Task(
        *_known_by(bound, fields, place),
        owner=owner,
        lead=lead,
        participants=participants(fields.participants, at.groups, at.findings),
        dates=when.dates,
        deadline=when.deadline,
        links=when.links,
        accept=accept,
        report_every=handed.report_every,
        calendar=handed.calendar or place.plan_calendar,
        tags=handed.tags,
        doubtful=when.doubtful,
        dropped=frozenset(dropped),
        plan_calendar=place.plan_calendar,
        **as_written(fields),
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
        title=plan.title.text if plan is not None and plan.title is not None else key.text,
        floor=place.floor,
        where=where,
        deadline=deadline,
        calendar=place.plan_calendar,
        doubtful=plan is None,
        dropped=dropped,
        plan_calendar=place.plan_calendar,
    )
