"""What a plan says of a task, as short texts that can be kept and compared: `20d`, `gap FS + 2d`.

References are written out as full paths, so that a text means the same wherever it stands.
"""

from collections.abc import Iterator

from rectify_cli.plan.model import DateRule, Dates, FixedDate, Lag, Override, Plan, Task

Terms = tuple[tuple[str, str], ...]
"""Pairs of a key of the plan language and what it says, by key; only keys that say something."""


def terms_of(plan: Plan, task: Task) -> Terms:
    """What is written about when a task happens."""
    found = list(_dates(plan, task.dates))
    if task.links:
        links = sorted(
            f"{plan.tasks[link.task].path} {link.type}{_signed(link.lag)}"
            + (" same" if link.same else "")
            for link in task.links
        )
        found.append(("after", ", ".join(links)))
    if task.deadline is not None:
        found.append(("deadline", _rule(plan, task.deadline)))
    if task.alap:
        found.append(("schedule", "alap"))
    if task.repeat is not None:
        found.append(("repeat", task.repeat.rule))
        found.append(("on_day_off", task.on_day_off))
    if task.overrides:
        each = (_override(plan, unit, task.overrides[unit]) for unit in sorted(task.overrides))
        found.append(("overrides", "; ".join(each)))
    return tuple(sorted(found))


def details_of(plan: Plan, task: Task) -> Terms:
    """All else that a plan says of a task, but its title, note, owner, leader and dates."""
    time, target, estimate = task.time, task.target, task.estimate
    found: list[tuple[str, str | None]] = [
        ("no", task.no),
        ("participants", ", ".join(task.participants)),
        ("time", None if time is None else _time(time.begin.isoformat("minutes"), time.end)),
        ("place", task.place),
        ("uses", ", ".join(f"{name}: {task.uses[name]}" for name in sorted(task.uses))),
        ("target", None if target is None else f"{target.count} {target.unit}"),
        ("accept", task.accept),
        ("complete_at", None if task.complete_at == 1 else str(task.complete_at)),
        ("report_every", None if task.report_every is None else _lag(task.report_every)),
        ("weight", None if task.weight is None else str(task.weight)),
        ("priority", None if task.priority is None else str(task.priority)),
        ("checklist", "; ".join(_item(plan, task))),
        ("days", "; ".join(f"{each.first}-{each.last}: {each.text}" for each in task.days)),
        ("estimate", None if estimate is None else "/".join(map(str, estimate))),
        ("document", task.document),
        ("links", ", ".join(task.urls)),
        ("deliverable", task.deliverable),
        ("tags", ", ".join(task.tags)),
    ]
    return tuple(sorted((key, text) for key, text in found if text))


def _dates(plan: Plan, dates: Dates) -> Iterator[tuple[str, str]]:
    for key, rule in (("on", dates.on), ("start", dates.start), ("finish", dates.finish)):
        if rule is not None:
            yield key, _rule(plan, rule)
    if dates.to_deadline:
        yield "duration", "to-deadline"
    elif dates.duration is not None:
        yield "duration", f"{dates.duration}d"


def _rule(plan: Plan, rule: DateRule) -> str:
    if isinstance(rule, FixedDate):
        return rule.day.isoformat()
    named = "" if rule.task is None else f"{plan.tasks[rule.task].path}."
    return f"{named}{rule.point}{_signed(rule.lag)}"


def _override(plan: Plan, unit: str, override: Override) -> str:
    said = [] if override.dates is None else list(_dates(plan, override.dates))
    if override.deadline is not None:
        said.append(("deadline", _rule(plan, override.deadline)))
    if override.lead is not None:
        said.append(("lead", override.lead))
    return f"{unit}: " + ", ".join(f"{key} {text}" for key, text in said)


def _item(plan: Plan, task: Task) -> Iterator[str]:
    for item in task.checklist:
        parts = [item.text, item.owner or "", "" if item.due is None else _rule(plan, item.due)]
        yield ", ".join(filter(None, parts))


def _time(begin: str, end: object) -> str:
    return begin if end is None else f"{begin}-{str(end)[:5]}"


def _lag(lag: Lag) -> str:
    return f"{abs(lag.days)}{'ed' if lag.elapsed else 'd'}"


def _signed(lag: Lag) -> str:
    return f" {'-' if lag.days < 0 else '+'} {_lag(lag)}" if lag.days else ""
