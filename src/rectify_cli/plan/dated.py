"""All that decides when a task happens, resolved, with the doubts that errors cast on it."""

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.dates_of import DATING
from rectify_cli.plan.document import OverrideDocument, PhaseDocument, PlanDocument, TaskDocument
from rectify_cli.plan.fan_out import is_unit
from rectify_cli.plan.inherit import Down
from rectify_cli.plan.model import DateRule, Dates, FixedDate, Link, Override, RelativeDate
from rectify_cli.plan.references import Speaker
from rectify_cli.plan.resolving import Resolving, Turn
from rectify_cli.plan.surplus import deadline_before_start
from rectify_cli.plan.written import Entry

# An error in one of these leaves the task without dates.
_DATING = frozenset({"schedule", "each", "except", "repeat", "on_day_off"})


Deadlined = PlanDocument | PhaseDocument | TaskDocument | OverrideDocument


class Dated(Struct):
    """When a task happens; `doubtful`: something that it hangs on was in error."""

    dates: Dates
    deadline: DateRule | None
    links: tuple[Link, ...]
    overrides: dict[str, Override]
    doubtful: bool


def dated_task(fields: TaskDocument, turn: Turn, dropped: set[str]) -> Dated:
    """The dates, deadline and links of a task; keys found to be in error are added to `dropped`."""
    at, speaker, down, fanned = turn.at, turn.speaker, turn.down, turn.fanned
    dates, unsure = at.dates.dates(
        fields, speaker, down.duration, repeats=fields.repeat is not None
    )
    deadline = deadline_of(fields, dates, at, speaker, dropped)
    if deadline is not None and _is_under_specified(fields, down):
        at.findings.append(_under_specified(fields))
    links, unlinked = at.links.links(fields, speaker)
    overrides: dict[str, Override] = {}
    unsure = unsure or ("overrides" in fields.bad and not fields.overrides)
    if fields.overrides:
        overrides, unknown = _overrides(fields, turn, dates)
        unsure = unsure or unknown
    unsure = (
        unsure
        or unlinked
        or (down.doubtful and not _stands_by_itself(fields, dates))
        or (fanned is not None and fanned.doubtful)
        or (bool(fields.bad) and not fields.bad.isdisjoint(_DATING))
        or (bool(dropped) and _hangs_on_dropped(fields, dates, deadline, dropped))
    )
    return Dated(dates, deadline, links, overrides, unsure)


def _stands_by_itself(fields: TaskDocument, dates: Dates) -> bool:
    """Whether written days pin the task, so that it hangs on nothing around it."""
    if fields.repeat is not None or fields.overrides:
        return False
    pinned = isinstance(dates.on, FixedDate)
    ends = isinstance(dates.finish, FixedDate)
    return pinned or (ends and (isinstance(dates.start, FixedDate) or dates.duration is not None))


def dated_summary(fields: PhaseDocument, turn: Turn, dropped: set[str]) -> Dated:
    """The start, deadline and links of a phase or summary."""
    at, speaker = turn.at, turn.speaker
    start, unsure = None, turn.down.doubtful
    if fields.start is not None:
        start = at.dates.start_of_summary(fields.start, speaker)
        unsure = unsure or start is None
    dates = Dates(start=start)
    deadline = deadline_of(fields, dates, at, speaker, dropped)
    links, unlinked = at.links.links(fields, speaker)
    unsure = unsure or unlinked or "start" in fields.bad
    return Dated(dates, deadline, links, {}, unsure)


def deadline_of(
    fields: Deadlined,
    dates: Dates,
    at: Resolving,
    speaker: Speaker,
    dropped: set[str],
) -> DateRule | None:
    """The deadline that is written; one that cannot be is a finding, and left out."""
    if fields.deadline is None:
        return None
    rule = at.dates.rule(fields.deadline, speaker, linked=dates.to_deadline)
    if "deadline" in fields.bad:
        return None
    finding = None
    if isinstance(rule, RelativeDate) and rule.task is None and rule.point == "finish":
        finding = _on_own_finish(fields) if dates.to_deadline else None
    elif isinstance(rule, FixedDate):
        begin = dates.on or dates.start
        if isinstance(begin, FixedDate) and rule.day < begin.day:
            finding = deadline_before_start(fields, rule.day, begin.day)
    if finding is not None:
        at.findings.append(finding)
        rule = None
    if rule is None:
        dropped.add("deadline")
    return rule


def _on_own_finish(fields: Deadlined) -> Finding:
    message = say("a task that works to its deadline finishes there: it cannot hang on the finish")
    fix = say("write a day, or count from its start or another task")
    return Finding("self-reference", fields.where.at("deadline"), message, fix)


def _is_under_specified(fields: TaskDocument, down: Down) -> bool:
    if fields.duration or fields.on or fields.finish or fields.repeat or down.duration:
        return False
    return {"on", "finish", "duration", "repeat"}.isdisjoint(fields.bad) and (
        "defaults" not in down.dropped
    )


def _under_specified(fields: TaskDocument) -> Finding:
    message = say("this task has a deadline, and does not say how long it takes: 1d is taken")
    fix = say("add a duration such as 3d, or duration: to-deadline")
    return Finding("under-specified", fields.where.at("deadline"), message, fix)


def _hangs_on_dropped(
    fields: TaskDocument, dates: Dates, deadline: DateRule | None, dropped: set[str]
) -> bool:
    if "deadline" in dropped and deadline is None and dates.to_deadline:
        return True
    says = fields.on is not None or fields.finish is not None or fields.duration is not None
    return "defaults" in dropped and not says and fields.repeat is None


def _overrides(fields: TaskDocument, turn: Turn, dates: Dates) -> tuple[dict[str, Override], bool]:
    """The overrides of a fan-out by unit, and whether one of them had to be left out."""
    found: dict[str, Override] = {}
    at = turn.at
    if turn.fanned is None:
        if "each" not in fields.bad:
            message = say("overrides: are for the units of a fan-out, and this task has no each:")
            fix = say("add each: with a group, or take overrides: away")
            at.findings.append(Finding("bad-value", fields.where.at("overrides"), message, fix))
        return found, True
    units = set(turn.fanned.units)
    # Of a group without members it is said that it has none: anybody may have been meant.
    vague = turn.fanned.vague or not units
    doubtful = False
    for entry in fields.overrides:
        if is_unit(entry.key, units, at.owners, at.findings, vague=vague):
            override, unsure = _override(entry, turn, dates)
            found[entry.name] = override
            doubtful = doubtful or unsure
        else:
            doubtful = True
    return found, doubtful


def _override(entry: Entry[OverrideDocument], turn: Turn, dates: Dates) -> tuple[Override, bool]:
    fields, at, speaker = entry.value, turn.at, turn.speaker
    own, doubtful = None, "deadline" in fields.bad and dates.to_deadline
    said = (fields.on, fields.start, fields.finish, fields.duration)
    if any(each is not None for each in said) or not fields.bad.isdisjoint(DATING):
        own, unsure = at.dates.dates(fields, speaker, turn.down.duration, repeats=False)
        doubtful = doubtful or unsure
    dropped: set[str] = set()
    deadline = deadline_of(fields, own or dates, at, speaker, dropped)
    lead = at.owners.known(fields.lead, at.findings)
    doubtful = doubtful or ("deadline" in dropped and (own or dates).to_deadline)
    return Override(own, deadline, lead, fields.where), doubtful
