"""What a recording command says back: what changed and what it means, a line for each task.

Read from the status with the new reports in it, so that this screen and `rectify status` agree.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby

from rectify_cli.plan.model import Plan, Task
from rectify_cli.progress.events import Event, EventKind
from rectify_cli.progress.report_request import Accepted, Already
from rectify_cli.progress.status import Facts, OccurrenceStatus, State, Status, TaskStatus
from rectify_cli.report.measures import reported_in, reported_units
from rectify_cli.report.names import owner_title
from rectify_cli.report.words import Words

_NAMED = 5
_READY = 3
_ALL = 100
_OVER: frozenset[State] = frozenset({"done", "dropped"})
_ENDING: frozenset[EventKind] = frozenset({"done", "progress", "count", "accept", "close", "drop"})
"""What can make a task over, so that others may begin."""


def answer_lines(
    status: Status, accepted: Sequence[Accepted], today: date, language: str
) -> list[str]:
    """A line for each task that was reported of, with the reports in it."""
    words = Words(language)
    groups = groupby(accepted, key=lambda each: each.request.task.index)
    followers = _followers(status.schedule.plan)
    return [_Answer(status, list(each), today, words).line(followers) for _, each in groups]


def coming_to(status: Status, accepted: Sequence[Accepted], language: str) -> str:
    """What the units of one fan-out come to with the reports in it; empty for several tasks."""
    if len(accepted) != 1 or accepted[0].request.task.units is None:
        return ""
    words = Words(language)
    row = _Answer(status, list(accepted), status.as_of, words).counted()
    lacking = len(row.missing) - len(_reported(row))
    return words("list-then", k=row.done, n=row.total, m=lacking)


def held_lines(lines: Sequence[tuple[int, str, str]], day: date | None, language: str) -> list[str]:
    """A heading over the lines of a list that are held back: number, text and reason of each.

    `day` is the one that the others are true of; None where there are no others.
    """
    words = Words(language)
    heading = words("list-held", n=len(lines))
    if day is not None:
        heading = words("list-held-of", day=words.full(day), said=heading)
    return [heading, *(words("list-line", n=n, text=text, why=why) for n, text, why in lines)]


def remarks(plan: Plan, accepted: Sequence[Accepted], repeated: int, language: str) -> list[str]:
    """What was left out, and why: units that were so already, or have no part, or stood twice."""
    words = Words(language)
    said: list[str] = []
    already = sum(len(each.already) for each in accepted if each.drafts)
    if already:
        said.append(words("told-already-some", n=already))
    passed_over = [unit for each in accepted for unit in each.passed_over]
    if passed_over:
        units = list(dict.fromkeys(passed_over))
        chinese = words.language == "zh"
        who = words.listed(owner_title(plan, u) if chinese else u for u in units[:_NAMED])
        if len(units) > _NAMED:
            who = words("told-more", who=who, n=len(units) - _NAMED)
        said.append(words("told-passed-over", n=len(passed_over), who=who))
    if repeated:
        said.append(words("told-named-twice", n=repeated))
    return said


def recorded_line(
    name: str, by: str, events: Sequence[Event], language: str, *, dry_run: bool
) -> str:
    """Who recorded it, for which day, under which name it can be taken back."""
    words = Words(language)
    if not events:
        return words("recorded-nothing")
    first, last = min(e.on for e in events), max(e.on for e in events)
    day = words.full(first)
    if first != last:
        day = words("recorded-days", first=day, last=words.full(last))
    if dry_run:
        return words("recorded-dry", by=by, day=day)
    if len(events) == 1:
        return words("recorded", name=name, by=by, day=day)
    return words("recorded-several", name=name, n=len(events), by=by, day=day)


def task_name(task: Task, words: Words) -> str:
    """What a task is called in an answer: its path; in Chinese its title."""
    return task.title if words.language == "zh" else task.path


def _followers(plan: Plan) -> dict[int, dict[int, Task]]:
    """The tasks that wait for each task, in the plan's order."""
    found: dict[int, dict[int, Task]] = {}
    for task in plan.tasks:
        for link in task.links:
            found.setdefault(link.task, {})[task.index] = task
    return found


class _Answer:
    """The answer about one task: its words are put together from what changed and what it means."""

    def __init__(self, status: Status, accepted: list[Accepted], today: date, words: Words) -> None:
        self.status = status
        self.today = today
        self.plan = status.schedule.plan
        self.accepted = accepted
        self.request = accepted[-1].request
        self.task = self.request.task
        self.row: TaskStatus = status.row(self.task.index)
        self.words = words
        self.drafts = [draft for each in accepted for draft in each.drafts]

    def line(self, followers: Mapping[int, Mapping[int, Task]]) -> str:
        """The whole line. `followers`: the tasks that wait for each task."""
        if not self.drafts:
            return self._already()
        meaning = self._meaning(followers)
        clauses = [each for each in (self._said(), *meaning) if each]
        separator = "；" if self.words.language == "zh" else "; "
        line = self.words("told", what=self._what(), said=separator.join(clauses))
        pace = self._pace()
        if not pace:
            return line
        stop = "。" if self.words.language == "zh" else "."
        return f"{line}{stop}{'' if stop == '。' else ' '}{pace}{stop}"

    def _already(self) -> str:
        already = [each for accepted in self.accepted for each in accepted.already]
        days = [each.since for each in already]
        said = self._said() or self.words(f"told-{self.request.kind}")
        what = self._what()
        return self.words("told-already", what=what, said=said, day=self.words.full(min(days)))

    def _what(self) -> str:
        """The task, with the units and the occurrences where not all of it is meant."""
        words, name = self.words, task_name(self.task, self.words)
        parts = self._parts()
        occurrences = sorted({part.occurrence for part in parts if part.occurrence is not None})
        if len(occurrences) == 1:
            name = words("told-for", task=name, day=words.full(occurrences[0]))
        elif occurrences:
            name = words("told-for-some", task=name, n=len(occurrences))
        units = list(dict.fromkeys(part.unit for part in parts if part.unit is not None))
        if len(units) == 1:
            return words("told-part", task=name, part=self._unit(units[0]))
        if units and (self.request.kind != "done" or not self.drafts or self.task.accept):
            return words("told-part", task=name, part=words("told-units", n=len(units)))
        return name

    def _parts(self) -> Sequence[Event | Already]:
        """What is reported; where nothing new is, what holds already."""
        return self.drafts or [each for a in self.accepted for each in a.already]

    def _unit(self, unit: str) -> str:
        return owner_title(self.plan, unit) if self.words.language == "zh" else unit

    def _said(self) -> str:
        """What was reported, in its kind's own words."""
        request, words = self.request, self.words
        if self._kept_words_only():
            return words("told-note")
        match request.kind:
            case "count":
                return self._sum()
            case "item":
                return self._items()
            case "progress":
                return self._percent()
            case "block" | "drop":
                return words(f"told-{request.kind}", why=_short(self._why()))
            case "done":
                return self._done()
            case "reopen":
                return self._reopened()
        return words(f"told-{request.kind}")

    def _why(self) -> str:
        """The reason on record: of what was dropped before, the one that was given then."""
        held = None if self.drafts else self._facts().drop
        return (self.request.why if held is None else held.why) or ""

    def _kept_words_only(self) -> bool:
        return bool(self.drafts) and all(each.kind == "note" for each in self.drafts)

    def _done(self) -> str:
        units = {part.unit for part in self.drafts}
        if self.task.units is not None and len(units) > 1 and self.task.accept is None:
            return ""  # "286 of 311 units" says it
        if self.task.accept is not None and self._facts().accepted_on is None:
            return self.words("told-reported", who=owner_title(self.plan, self.task.accept))
        return self.words("told-done")

    def _percent(self) -> str:
        """A percent; that all is done, or waits to be accepted, if it says so."""
        said = self.words("told-progress", n=self.request.percent)
        if self.request.percent != _ALL or self._facts().complete_on is None:
            return said
        return self.words("told-so", said=said, what=self._done() or self.words("told-done"))

    def _reopened(self) -> str:
        """What was dropped is taken up as it was, and that may be done."""
        facts = self._facts()
        since = facts.complete_on or facts.closed_on
        if since is None or len(self._parts()) != 1:
            return self.words("told-reopen")
        return self.words("told-taken-up", day=self.words.full(since))

    def _facts(self) -> Facts:
        """How the one part that was reported of stands; of several, the task as a whole."""
        parts = self._parts()
        unit, occurrence = parts[-1].unit, parts[-1].occurrence
        for each in self.row.occurrences:
            if each.nominal == occurrence and unit in each.facts:
                return each.facts[unit]
        if unit is not None and unit in self.row.units:
            return self.row.units[unit].facts
        return self.row.facts

    def _sum(self) -> str:
        request, words = self.request, self.words
        target = 0 if self.task.target is None else self.task.target.count
        parts = [part for each in self.accepted for part in (*each.drafts, *each.already)]
        if len(parts) != 1:
            return f"{request.add:+}" if request.add is not None else str(request.total)
        before = self.accepted[0].before
        now = self._facts().count or 0
        if not self.drafts or (before is None and request.add is None) or before == now:
            return words("told-count", c=now, all=target)
        change = now - (before or 0)
        return words("told-sum", a=before or 0, sign="-" if change < 0 else "+",
                     b=abs(change), c=now, all=target)  # fmt: skip

    def _items(self) -> str:
        words, ticked = self.words, self._facts().ticked
        left = [item for item in self.task.checklist if item.id not in ticked]
        n = len(self.task.checklist)
        said = words("told-ticked", k=n - len(left), n=n)
        if not left:
            return said
        items = words.listed(item.text for item in left[:_NAMED])
        if len(left) > _NAMED:
            items = words("told-more", who=items, n=len(left) - _NAMED)
        return words.joined((said, words("told-items-left", items=items)))

    def _meaning(self, followers: Mapping[int, Mapping[int, Task]]) -> list[str]:
        """Where that leaves the task: its units, its days, who may begin now."""
        if self._kept_words_only():
            return []
        if self.row.state == "dropped":
            return self._ready(followers)
        if self.task.units is not None or self.row.occurrences:
            return [*self._units(), *self._ready(followers)]
        if self.row.is_open:
            return self._outlook() if self.request.kind not in {"count", "progress"} else []
        return self._ready(followers)

    def _units(self) -> list[str]:
        """How many units, or occurrences, have it behind them, and who is missing."""
        words, row = self.words, self.counted()
        if self.task.units is None:
            return [words("told-occurrences", k=self.row.done, n=self.row.total)]
        if row is self.row and self.row.occurrences:
            return [words("told-occurrences", k=self.row.done, n=self.row.total)]
        said = [words("told-fan", k=row.done, n=row.total)]
        reported = _reported(row)
        if reported:
            said.append(words("st-units-to-accept", n=len(reported)))
        missing = [unit for unit in row.missing if unit not in reported]
        if missing:
            who = words.listed(self._unit(unit) for unit in missing[:_NAMED])
            if len(missing) > _NAMED:
                who = words("told-more", who=who, n=len(missing) - _NAMED)
            said.append(words("told-missing", n=len(missing), who=who))
        return said

    def counted(self) -> OccurrenceStatus | TaskStatus:
        """The one occurrence that was reported of, else the task: whose units are counted."""
        return self._occurrence() or self.row

    def _occurrence(self) -> OccurrenceStatus | None:
        named = {part.occurrence for part in self.drafts}
        found = [each for each in self.row.occurrences if each.nominal in named]
        return found[0] if len(found) == 1 else None

    def _outlook(self) -> list[str]:
        row, words = self.row, self.words
        if row.overdue:
            return [words("told-overdue", count=words.workdays(row.overdue))]
        said = []
        if row.forecast_finish is not None and self.request.kind in {"start", "reopen", "unblock"}:
            said.append(words("told-forecast", day=words.full(row.forecast_finish)))
        if row.due is not None:
            said.append(words("told-due", day=words.full(row.due)))
        return said

    def _ready(self, followers: Mapping[int, Mapping[int, Task]]) -> list[str]:
        """The tasks that waited for this one, or for what is around it, and may begin now."""
        if self.row.state not in _OVER or self.request.kind not in _ENDING:
            return []
        over = {self.task.index}
        over |= {e.index for e in self.plan.around(self.task)
                 if self.status.row(e.index).state in _OVER}  # fmt: skip
        waiting = {index: task for each in over for index, task in followers.get(each, {}).items()}
        ready = [
            task_name(waiting[index], self.words)
            for index in sorted(waiting)
            if self.status.row(index).state in {"ready", "not-reported"}
        ]
        if not ready:
            return []
        tasks = self.words.listed(ready[:_READY])
        if len(ready) > _READY:
            tasks = self.words("told-more", who=tasks, n=len(ready) - _READY)
        return [self.words("told-ready", tasks=tasks)]

    def _pace(self) -> str:
        """Against what was expected by that day: only of a task that is measured as a whole."""
        task, row = self.task, self.row
        if self._kept_words_only() or task.units is not None or row.occurrences:
            return ""
        if self.request.kind == "count" and task.target is not None:
            if not row.is_open or row.state == "reported":
                return self._reached()
            now = self._facts().count or 0
            return self._against(now, row.expected * task.target.count, "")
        if self.request.kind == "progress" and row.is_open and row.state != "reported":
            if task.target is not None and row.facts.count is not None:
                return self._by_count(task.target.count)
            return self._against(self.request.percent or 0, row.expected * _ALL, "-points")
        return ""

    def _by_count(self, target: int) -> str:
        """How it stands by what was counted, which goes before any percent."""
        now = self.row.facts.count or 0
        said = self.words("told-counted", c=now, all=target)
        pace = self._against(now, self.row.expected * target, "")
        return f"{said}{'。' if self.words.language == 'zh' else '. '}{pace}" if pace else said

    def _reached(self) -> str:
        if self.row.state == "reported":
            who = owner_title(self.plan, self.task.accept)
            return self.words("told-reached-reported", who=who)
        return self.words("told-reached")

    def _against(self, now: int, expected: Fraction, unit: str) -> str:
        if self.row.planned_start is None:
            return ""
        words, due = self.words, int(expected)
        as_of = self.status.as_of
        day = words("told-today") if as_of == self.today else words.full(as_of)
        said = words("told-expected", n=f"{due}%" if unit else due, day=day)
        if now < due:
            pace = words(f"told-behind{unit}", n=due - now)
        else:
            pace = words(f"told-ahead{unit}", n=now - due) if now > due else words("told-on-pace")
        return f"{said}{'。' if words.language == 'zh' else '. '}{pace}"


def _reported(row: OccurrenceStatus | TaskStatus) -> frozenset[str | None]:
    """The units that reported their part done, which nobody accepted yet."""
    return frozenset(reported_units(row) if isinstance(row, TaskStatus) else reported_in(row))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:77] + "..."
