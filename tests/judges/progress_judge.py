"""An independent judge of progress: replays reports one by one, as a clerk with a card index would.

It knows histories in which everybody had seen everything and each day's reports were written on
that day, so that the last word holds. Dates and forecasts it takes as given; states, shares and
lamps it works out from the words of the rules, by other means than the program: cards that are
changed, not registers that are read.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from rectify_cli.plan.model import Task
from rectify_cli.progress.events import Event
from rectify_cli.progress.status import TaskStatus
from rectify_cli.schedule.model import Schedule


@dataclass
class Card:
    """What a clerk would have on the card of a task, or of a unit's part in it."""

    target: int | None
    items: tuple[str, ...] = ()
    word: bool = False
    begun: bool = False
    reopened: bool = False
    said_done: bool = False
    accepted: bool = False
    counted_out: bool = False
    percent: int | None = None
    partial: int | None = None
    count: int | None = None
    ticked: set[str] = field(default_factory=set)
    item_said: bool = False
    blocked: bool = False
    dropped: bool = False
    closed: bool = False

    def take(self, event: Event) -> None:
        """Change the card by one more report."""
        self.word = True
        self.begun |= event.kind in {"start", "done", "progress", "count"}
        match event.kind:
            case "done":
                self.said_done = True
                self.blocked = False
            case "progress":
                self.percent = event.percent
                self.said_done = event.percent == 100
                if not self.said_done:
                    self.partial = event.percent
            case "count":
                gained = (self.count or 0) + (event.add or 0)
                self.count = max(0, gained) if event.total is None else event.total
                self.counted_out = self.target is not None and self.count >= self.target
            case "reopen" | "return":
                self.open_again(whole=event.kind == "reopen")
            case _:
                self.take_mark(event)
        self.accepted &= self.complete  # what is no longer complete has to be accepted anew

    def take_mark(self, event: Event) -> None:
        """What is ticked, stuck, given up, ended or accepted."""
        match event.kind:
            case "item":
                self.item_said = True
                if event.ticked:
                    self.begun = True
                    self.ticked.add(str(event.item))
                else:
                    self.ticked.discard(str(event.item))
            case "block" | "unblock":
                self.blocked = event.kind == "block"
            case "drop":
                self.dropped = True
            case "close":
                self.closed = True
            case "accept":
                self.accepted = True

    def open_again(self, *, whole: bool) -> None:
        """What was done is open: what was half done before that is half done again.

        What was dropped is only taken up, and stands as it stood when it was dropped.
        """
        self.reopened = True
        if whole and self.dropped:
            self.dropped = False
            return
        self.said_done = self.counted_out = self.accepted = False
        if self.percent == 100:
            self.percent = self.partial
        if whole:
            self.closed = False

    @property
    def complete(self) -> bool:
        return self.said_done or self.counted_out

    @property
    def share(self) -> Fraction:
        if self.complete:
            return Fraction(1)
        if self.target is not None and self.count is not None:
            return min(Fraction(1), Fraction(self.count, self.target))
        if self.percent is not None:
            return Fraction(self.percent, 100)
        return Fraction(len(self.ticked), len(self.items)) if self.items else Fraction(0)

    @property
    def measured(self) -> bool:
        return self.percent is not None or self.item_said or self.count is not None


@dataclass
class Found:
    """What the judge says of a leaf."""

    state: str
    share: Fraction
    done: int
    total: int
    missing: tuple[str, ...]
    lamp: str | None


class Judge:
    """All cards of a plan on the evening of a day."""

    def __init__(self, schedule: Schedule, events: list[Event], as_of: date) -> None:
        self.plan = schedule.plan
        self.schedule = schedule
        self.as_of = as_of
        self.cards: dict[tuple[str, str | None], Card] = {}
        self.tasks = {task.path: task for task in self.plan.tasks}
        annulled = {name for event in events for name in event.undoes}
        for event in events:
            if event.on <= as_of and event.id not in annulled and event.task is not None:
                self.take(event)

    def take(self, event: Event) -> None:
        """Change the card, or the cards, that a report speaks of."""
        task = self.tasks[str(event.task)]
        self.card(task, event.unit).take(event)
        if event.unit is None and event.kind in {"block", "unblock"}:
            for unit in task.units or ():
                self.card(task, unit).blocked = event.kind == "block"

    def card(self, task: Task, unit: str | None = None) -> Card:
        target = None if task.target is None else task.target.count
        items = tuple(item.id for item in task.checklist)
        return self.cards.setdefault((task.path, unit), Card(target, items))

    def is_done(self, task: Task, card: Card) -> bool:
        return card.complete and (task.accept is None or card.accepted)

    def over(self, index: int) -> bool:
        """Done or dropped; a summary when all its leaves are."""
        task = self.plan.tasks[index]
        if task.kind != "task":
            return bool(task.children) and all(map(self.over, task.children))
        return self.ended(task) or self.all_dropped(task)

    def all_dropped(self, task: Task) -> bool:
        own = self.card(task).dropped
        if task.units is None:
            return own
        return own or all(self.card(task, unit).dropped for unit in task.units)

    def counting(self, task: Task) -> list[str]:
        return [unit for unit in task.units or () if not self.card(task, unit).dropped]

    def ended(self, task: Task) -> bool:
        if task.units is None:
            return self.is_done(task, self.card(task))
        counting = self.counting(task)
        done = sum(self.is_done(task, self.card(task, unit)) for unit in counting)
        needed = ceil(task.complete_at * len(counting))
        return self.card(task).closed or 0 < needed <= done

    def begun(self, index: int) -> bool:
        task = self.plan.tasks[index]
        if task.kind != "task":
            return any(map(self.begun, task.children))
        return self.over(index) or any(card.begun for card in self.all_cards(task))

    def all_cards(self, task: Task) -> list[Card]:
        return [self.card(task), *(self.card(task, unit) for unit in task.units or ())]

    def waits(self, task: Task) -> bool:
        for link in task.links:
            if link.type == "FS" and not self.over(link.task):
                return True
            if link.type == "SS" and not self.begun(link.task):
                return True
        return False

    def state(self, task: Task) -> str:
        cards = self.all_cards(task)
        if self.all_dropped(task):
            return "dropped"
        if self.ended(task):
            return "done"
        if task.units is None:
            reported, blocked = cards[0].complete, cards[0].blocked
        else:
            counting = self.counting(task)
            complete = sum(self.card(task, unit).complete for unit in counting)
            reported = 0 < ceil(task.complete_at * len(counting)) <= complete
            left = [u for u in counting if not self.is_done(task, self.card(task, u))]
            blocked = bool(left) and all(self.card(task, unit).blocked for unit in left)
        if reported:
            return "reported"
        if blocked:
            return "blocked"
        if any(card.begun or card.reopened for card in cards):
            return "active"
        if self.waits(task):
            return "waiting"
        silent = not any(card.word for card in cards)
        late = any(t.start < self.as_of for t in self.schedule.by_task[task.index])
        return "not-reported" if silent and late else "ready"

    def judge(self, task: Task, row: TaskStatus) -> Found:
        """What the rules say of a leaf, given its dates and its forecast."""
        state = self.state(task)
        card = self.card(task)
        if task.units is None:
            share = card.share
            done = (card.count or 0) if task.target is not None else int(state == "done")
            if state == "dropped" and task.target is None:
                done = int(self.is_done(task, card))
            total = 1 if task.target is None else task.target.count
            return Found(state, share, done, total, (), self.lamp(task, row, state, share))
        counting = self.counting(task)
        missing = tuple(u for u in counting if not self.is_done(task, self.card(task, u)))
        k, n = len(counting) - len(missing), len(counting)
        share = Fraction(k, n) if n else Fraction(0)
        return Found(state, share, k, n, missing, self.lamp(task, row, state, share))

    def lamp(self, task: Task, row: TaskStatus, state: str, share: Fraction) -> str | None:
        if state == "dropped":
            return None
        if state == "done":
            return "done"
        assert row.due is not None
        assert row.forecast_finish is not None
        if self.as_of > row.due:
            return "red"
        timings = self.schedule.by_task[task.index]
        around = [
            t.deadline for each in self.plan.around(task) for t in self.schedule.by_task[each.index]
        ]
        caps = [*around, self.schedule.deadline]
        if task.units is None:
            caps += [t.deadline for t in timings]
        passes = any(day is not None and row.forecast_finish > day for day in caps)
        passes |= "forecast-late" in row.reasons and task.units is not None
        measured = task.units is None and self.card(task).measured
        begun = any(card.begun for card in self.all_cards(task)) and state != "reported"
        slips = row.planned_finish is not None and row.forecast_finish > row.planned_finish
        if (
            state in {"blocked", "not-reported"}
            or passes
            or (measured and share < self.expected_before(task))
            or (slips and ((begun and not measured) or task.units is not None))
        ):
            return "yellow"
        calendar = timings[0].calendar
        day, left = self.as_of, 3  # the plans of this judge say nothing of due_soon
        while left:
            day += timedelta(1)
            left -= calendar.is_workday(day.toordinal())
        return "blue" if row.due <= day else "green"

    def expected_before(self, task: Task) -> Fraction:
        (timing,) = self.schedule.by_task[task.index]
        calendar = timing.calendar
        day = self.as_of - timedelta(1)
        while not calendar.is_workday(day.toordinal()):
            day -= timedelta(1)
        if day < timing.start or timing.is_milestone:
            return Fraction(day >= timing.start)
        planned = [
            each
            for each in range(timing.start.toordinal(), timing.finish.toordinal() + 1)
            if calendar.is_workday(each)
        ]
        past = sum(each <= day.toordinal() for each in planned)
        return Fraction(past, len(planned)) if planned else Fraction(1)
