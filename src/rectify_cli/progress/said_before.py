"""What was said of a request's task before it: the ground on which it is refused or met."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from rectify_cli.foundation.finding import say
from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.completion import FOR_ALL_UNITS
from rectify_cli.progress.events import Event, EventKind
from rectify_cli.progress.fold import fold
from rectify_cli.progress.ledger import local_path
from rectify_cli.progress.recurring import has_left, occurrences_of
from rectify_cli.progress.report_request import Known, Refusal, Request
from rectify_cli.progress.status import NOTHING_SAID, Facts, OccurrenceStatus

_OF_THE_TASK: frozenset[EventKind] = frozenset({"note", "block", "unblock", "drop", "close"})
_OF_WHAT_IS_COMPLETE: frozenset[EventKind] = frozenset({"reopen", "accept", "return"})


class Part(Struct):
    """One thing that a request speaks of: the task or a unit of it, an occurrence of either.

    `on` is the day of the report, `facts` how it stands on that evening.
    """

    unit: str | None
    occurrence: date | None
    on: date
    facts: Facts


class SaidBefore:
    """The reports so far of one request's task, as they look on the request's day."""

    def __init__(self, request: Request, known: Known) -> None:
        self.request = request
        self.known = known
        self.plan = known.schedule.plan
        self.local_path = local_path(self.plan, request.task)
        self._index = request.task.index
        self._timings = known.schedule.by_task[request.task.index]

    @cached_property
    def taking_part(self) -> frozenset[str]:
        """The units that have a part in the fan-out, by their dates; all where it has none."""
        if not self._timings:
            return frozenset(self.request.task.units or ())
        return frozenset(unit for timing in self._timings for unit in timing.units or ())

    @cached_property
    def whole(self) -> Facts:
        """How the task as a whole stands, its units apart."""
        return fold(self._said(None, None), self.request.on or self._today_of(None, None))

    def part(self, unit: str | None) -> Part | Refusal:
        """What the request speaks of, for one unit or for the task as a whole."""
        occurrence = None
        if self.request.task.repeat is not None and self._is_of_an_occurrence(unit):
            found = self._occurrence(unit)
            if isinstance(found, Refusal):
                return found
            occurrence = found
        on = self.request.on or self._today_of(unit, occurrence)
        return Part(unit, occurrence, on, self._facts(unit, occurrence, on))

    def reported(self) -> Iterator[str]:
        """The units that reported their part done, which nobody has accepted yet."""
        for unit in self.request.task.units or ():
            part = self.part(unit)
            if not isinstance(part, Refusal):
                facts = part.facts
                if facts.complete_on is not None and facts.accepted_on is None:
                    yield unit

    def blocked(self) -> Iterator[str]:
        """The units that are blocked each for itself."""
        if self.request.task.repeat is None:
            for unit in self.request.task.units or ():
                part = self.part(unit)
                if not isinstance(part, Refusal) and part.facts.block is not None:
                    yield unit

    def whole_is_over(self) -> bool:
        """Whether the task as a whole was closed or dropped."""
        return self.whole.closed_on is not None or self.whole.drop is not None

    def units_done(self) -> tuple[int, int]:
        """How many parts are done, and how many there are on that day, of all occurrences."""
        if self.request.task.repeat is not None:
            on = self.request.on or self._today_of(None, None)
            each = self._occurrences(on).values()
            return sum(one.done for one in each), sum(one.total for one in each)
        units = [unit for unit in self.request.task.units or () if unit in self.taking_part]
        parts = [part for part in map(self.part, units) if isinstance(part, Part)]
        done = [part for part in parts if part.facts.complete_on is not None]
        left = [part for part in parts if part.facts.complete_on is None and self._is_in(part)]
        return len(done), len(done) + len(left)

    def _is_in(self, part: Part) -> bool:
        """Whether the unit of an open part has joined, has not left and was not dropped."""
        if part.unit is None or part.facts.drop is not None:
            return False
        joined = self.plan.owners[part.unit].joined
        return (joined is None or joined <= part.on) and not has_left(self.plan, part.unit, part.on)

    def seen_of(self, part: Part, *, of_all: bool) -> Iterator[Sequence[Event]]:
        """The reports, those taken back too, that whoever reports on this part has seen."""
        all_of = self.known.ledger.all_of
        subjects = {(part.unit, part.occurrence), (None, part.occurrence), (part.unit, None)}
        for unit, occurrence in [*subjects, (None, None)]:
            yield all_of.get((self._index, unit, occurrence), ())
        if part.unit is None and of_all:
            for unit in self.request.task.units or ():
                yield all_of.get((self._index, unit, part.occurrence), ())

    def _is_of_an_occurrence(self, unit: str | None) -> bool:
        if self.request.occurrence is not None:
            return True
        kind = self.request.kind
        if kind == "reopen" and unit is None and self.whole_is_over():
            return False
        return kind not in _OF_THE_TASK or (unit is not None and kind != "note")

    def _said(self, unit: str | None, occurrence: date | None) -> tuple[Event, ...]:
        return self.known.ledger.said.get((self._index, unit, occurrence), ())

    def _today_of(self, unit: str | None, occurrence: date | None) -> date:
        """Today, or the day of a report before it: a clock that runs back breaks no report."""
        said = [*self._said(unit, occurrence), *self._said(None, occurrence)]
        said += self._said(None, None)
        return max([self.known.today, *(event.on for event in said)])

    def _facts(self, unit: str | None, occurrence: date | None, on: date) -> Facts:
        if occurrence is not None:
            each = self._occurrences(on)[occurrence]
            own = self._said(unit, occurrence)
            return each.facts.get(unit) or (fold(own, on) if own else NOTHING_SAID)
        events = self._said(unit, None)
        if unit is not None:
            whole = self._said(None, None)
            events = (*events, *(event for event in whole if event.kind in FOR_ALL_UNITS))
        target = self.request.task.target
        return fold(events, on, None if target is None else target.count)

    def _occurrences(self, on: date) -> dict[date, OccurrenceStatus]:
        known = self._of_days.get(on)
        if known is None:
            said = {
                subject: events
                for subject, events in self.known.ledger.said.items()
                if subject[0] == self._index
            }
            found = occurrences_of(self.plan, self.request.task, self._timings, said, on)
            known = self._of_days[on] = {each.nominal: each for each in found}
        return known

    @cached_property
    def _of_days(self) -> dict[date, dict[date, OccurrenceStatus]]:
        return {}

    def _occurrence(self, unit: str | None) -> date | Refusal:
        """The occurrence that is named, else the latest on or before the day that it can be of."""
        task = self.request.task
        on = self.request.on or self._today_of(unit, None)
        occurrences = self._occurrences(on)
        if not occurrences:
            return Refusal(say("{task} has no dates; rectify check says why", task=task.path))
        own = [each for each in occurrences.values() if unit is None or unit in each.facts]
        wanted = self.request.occurrence
        if wanted is not None:
            named = _named(wanted, occurrences, task.path)
            if isinstance(named, Refusal) or occurrences[named] in own:
                return named
        if wanted is not None or not own:
            return _no_part(unit, task.path, wanted)
        past = [each for each in own if each.day <= on]
        if not past:
            return _none_yet(own[0], on, task.path, unit)
        fitting = [each for each in past if self._can_be_of(each, unit)]
        return (fitting or past)[-1].nominal

    def _can_be_of(self, each: OccurrenceStatus, unit: str | None) -> bool:
        facts = each.facts[unit]
        if self.request.kind == "reopen":
            return facts.complete_on is not None or facts.drop is not None
        if self.request.kind in _OF_WHAT_IS_COMPLETE:
            return facts.complete_on is not None and facts.accepted_on is None
        if self.request.kind == "unblock":
            return facts.block is not None
        return facts.complete_on is None and facts.drop is None


def _no_part(unit: str | None, task: str, occurrence: date | None) -> Refusal:
    why = say("{unit} has no part in {task}: it comes too late or leaves too early for it",
              unit=unit, task=task if occurrence is None else f"{task} ({occurrence})")  # fmt: skip
    return Refusal(why, unit=unit)


def _none_yet(first: OccurrenceStatus, on: date, task: str, unit: str | None) -> Refusal:
    what = task if unit is None else f"{task} ({unit})"
    why = say("{task} has no occurrence up to {day}; its first is on {first}",
              task=what, day=f"{on:%a} {on}", first=f"{first.day:%a} {first.day}")  # fmt: skip
    way = say("  name one that is to come:  --for {first}", first=first.nominal)
    return Refusal(why, (way,), unit)


def _named(wanted: date, occurrences: dict[date, OccurrenceStatus], task: str) -> date | Refusal:
    if wanted in occurrences:
        return wanted
    on_day = [each.nominal for each in occurrences.values() if each.day == wanted]
    if len(on_day) == 1:
        return on_day[0]
    nominals = sorted(occurrences)
    place = bisect_right(nominals, wanted)
    near = [f"{nominals[at]}" for at in (place - 1, place) if 0 <= at < len(nominals)]
    why = say("{task} has no occurrence on {day}", task=task, day=f"{wanted:%a} {wanted}")
    return Refusal(why, (say("  near it:  --for {days}", days=" or --for ".join(near)),))
