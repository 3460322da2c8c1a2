"""The two sides of `plan diff`: what each word means, its schedule, and what differs.

A word is `REV:` (this plan at a revision), `REV:path`, the name of a baseline, or a file. What a
plan names beside it (includes, owners, calendars) is read at the same revision.
"""

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from rectify_cli.app.baseline import baselines_of, find_baseline
from rectify_cli.app.here import Here
from rectify_cli.app.inputs import Inputs, printed_path
from rectify_cli.app.load import Unread, load_data
from rectify_cli.app.reports import read_reports
from rectify_cli.app.schedule import Scheduled, load_and_schedule
from rectify_cli.app.which_plan import NoPlan
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.baseline import Baseline, baseline_of
from rectify_cli.progress.ledger import Stored, gather, local_path, plan_file
from rectify_cli.report.plan_diff import PlanDiff, Side, plan_diff
from rectify_cli.report.plan_diff_record import plan_diff_record
from rectify_cli.report.plan_diff_table import plan_diff_table
from rectify_cli.report.record import Record
from rectify_cli.report.table import Report
from rectify_cli.store.git import (
    NoRevision,
    Revision,
    find_revision,
    path_within,
    read_at,
    stands_at,
)
from rectify_cli.store.read import Unreadable, files_beside, is_file
from rectify_cli.workdays.calendar import Calendar

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


class NoSide(Struct):
    """Why there is nothing to compare with."""

    why: Message


class Compared(Struct):
    """What differs, and the sides that are plans, for what is wrong with them; None: a baseline."""

    diff: PlanDiff
    old: Scheduled | None
    new: Scheduled | None

    @property
    def language(self) -> str:
        """The plan's language, the new side's first."""
        sides = (self.new, self.old)
        plans = [each.loaded.plan for each in sides if each is not None]
        return next((plan.language for plan in plans if plan is not None), "en")


class _Found(Struct):
    """A side: its plan with its dates, or its baseline."""

    name: str
    scheduled: Scheduled | None
    baseline: Baseline | None = None

    @property
    def calendar(self) -> Calendar | None:
        """The plan's calendar, which a baseline alone does not have."""
        schedule = None if self.scheduled is None else self.scheduled.schedule
        return None if schedule is None else schedule.calendar

    def side(self) -> Side:
        """What is compared of it."""
        if self.scheduled is None:
            return Side(self.name, self.baseline)
        errors = sum(finding.is_error for finding in self.scheduled.findings)
        schedule = self.scheduled.schedule
        kept = None if schedule is None else baseline_of(schedule, schedule.start)
        return Side(self.name, kept, errors)


def compare(
    old: str, new: str | None, plan: Callable[[], Path | NoPlan], here: Here
) -> Compared | NoSide | NoPlan:
    """What differs between two sides.

    Args:
        old: The word for the earlier side.
        new: That for the later one; None: the plan as it is.
        plan: The path of the plan that is meant where a word does not name a file; asked if needed.
        here: The working folder.
    """
    before = _side(old, plan, here)
    if not isinstance(before, _Found):
        return before
    after = _plan_as_it_is(plan, here) if new is None else _side(new, plan, here)
    if not isinstance(after, _Found):
        return after
    calendar = after.calendar or before.calendar
    if calendar is None and after.baseline is not None and before.baseline is not None:
        standing = _plan_as_it_is(plan, here)
        if not isinstance(standing, _Found):
            return standing
        calendar = standing.calendar
        if calendar is None:
            return NoSide(
                say("the plan of these baselines cannot be dated: rectify check says why")
            )
    diff = plan_diff(before.side(), after.side(), calendar)
    diff = _with_reports(diff, before, after, here)._replace(owner_titles=_titles(before, after))
    return Compared(diff, before.scheduled, after.scheduled)


def diff_of(old: Scheduled, new: Scheduled) -> PlanDiff | None:
    """What differs between two states of a plan that both have dates."""
    before, after = _Found("", old), _Found("", new)
    calendar = after.calendar or before.calendar
    if calendar is None:
        return None
    diff = plan_diff(before.side(), after.side(), calendar)
    return diff._replace(owner_titles=_titles(before, after))


def diff_report(compared: Compared, language: str, *, whole: bool, titled: bool) -> Report:
    """The view of a difference; `titled` as a document needs it."""
    return plan_diff_table(compared.diff, language, whole=whole, titled=titled)


def diff_record(compared: Compared) -> Record:
    """The same for machines."""
    return plan_diff_record(compared.diff)


def _plan_as_it_is(plan: Callable[[], Path | NoPlan], here: Here) -> _Found | NoSide | NoPlan:
    path = plan()
    return path if isinstance(path, NoPlan) else _file(printed_path(path), path, here)


def _file(name: str, path: Path, here: Here) -> _Found | NoSide:
    scheduled = load_and_schedule(path, here)
    if isinstance(scheduled, Unread):
        return NoSide(say("{path} cannot be read: {why}", path=scheduled.path, why=scheduled.why))
    return _Found(name, scheduled)


def _side(word: str, plan: Callable[[], Path | NoPlan], here: Here) -> _Found | NoSide | NoPlan:
    colon = None if _DRIVE.match(word) else _colon_in(word)
    if colon is not None and not is_file(here.folder / word):
        return _at_revision(word, (word[:colon], word[colon + 1 :]), plan, here)
    if "/" not in word and "\\" not in word:
        path = plan()
        if not isinstance(path, NoPlan):
            kept = find_baseline(printed_path(path), word, here)
            if isinstance(kept, Baseline):
                return _Found(word, None, kept)
            if not kept.missing:
                return NoSide(kept.why)
    if is_file(here.folder / word):
        return _file(word, Path(word), here)
    return _nothing_called(word, plan(), here)


def _nothing_called(word: str, path: Path | NoPlan, here: Here) -> NoSide:
    kept = [] if isinstance(path, NoPlan) else baselines_of(printed_path(path), here)
    near = did_you_mean(word, [*kept, *files_beside(here.folder / word, here.folder)])
    why = say(
        "there is no file and no baseline '{word}'; "
        "a git revision is written with a colon:  {word}:",
        word=word,
    )
    if near is not None:
        why = say(
            "there is no file and no baseline '{word}'; did you mean '{near}'?",
            word=word,
            near=near,
        )
    return NoSide(why)


def _colon_in(word: str) -> int | None:
    """Where a revision ends; a colon inside of braces (`HEAD^{/fix: it}`) belongs to it."""
    depth = 0
    for at, character in enumerate(word):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == ":" and depth <= 0:
            return at
    return None


def _at_revision(
    word: str, parts: tuple[str, str], plan: Callable[[], Path | NoPlan], here: Here
) -> _Found | NoSide | NoPlan:
    """A plan at a revision: this one, or the one at a path from the repository's top.

    As git has it, `./` and `../` lead from the working folder.
    """
    name, inside = parts
    if inside:
        folder, path = here.folder, None
    else:
        found = plan()
        if isinstance(found, NoPlan):
            return found
        path, folder = found, (here.folder / found).parent
    revision = find_revision(folder, name)
    if isinstance(revision, NoRevision):
        return NoSide(revision.why)
    if path is None and inside.startswith(("./", "../")):
        path = Path(posixpath.normpath(inside))
    within = inside if path is None else path_within(revision, here.folder / path)
    if within is None:
        return NoSide(say("{path} lies outside the repository", path=path or inside))
    within = posixpath.normpath(within)
    data = read_at(revision, within)
    if isinstance(data, Unreadable):
        return NoSide(say("{path} cannot be read: {why}", path=word, why=data.why))
    # At a revision a plan keeps the path that it has here, so that its reports are found.
    shown = path if path is not None else Path(within)
    inputs = _InputsAt(revision, posixpath.dirname(within), shown.parent)
    loaded = load_data(shown, printed_path(shown), data, inputs)
    from rectify_cli.app.dating import date_plan  # noqa: PLC0415 - costly, as for every plan

    schedule, findings, calendars = date_plan(loaded, here)
    return _Found(word, Scheduled(loaded, schedule, findings, calendars))


class _InputsAt(Inputs):
    """Opens what a plan names, at its revision; nothing outside of the plan's folder."""

    def __init__(self, revision: Revision, folder: str, shown: Path) -> None:
        super().__init__(Path(), shown, {})
        self._revision = revision
        self._within = folder

    def read(self, path: str) -> bytes | Unreadable:
        """The bytes of a file inside the plan's folder."""
        return self._opened(path, read_at)

    def look(self, path: str) -> bytes | Unreadable:
        """Whether there is such a file."""
        return self._opened(path, stands_at)

    def _opened(
        self, path: str, how: Callable[[Revision, str], bytes | Unreadable]
    ) -> bytes | Unreadable:
        inside = posixpath.normpath(path.replace("\\", "/"))
        if inside.startswith("../") or inside == ".." or posixpath.isabs(inside):
            return Unreadable("path-outside", say("it lies outside the plan's folder"))
        return how(self._revision, posixpath.join(self._within, inside))


def _titles(before: _Found, after: _Found) -> dict[str, str]:
    """What owners are called, on the later side where both know them."""
    titles: dict[str, str] = {}
    for each in (before, after):
        plan = None if each.scheduled is None else each.scheduled.loaded.plan
        if plan is not None:
            titles |= {owner.id: owner.title for owner in plan.owners.values()}
    return titles


def _with_reports(diff: PlanDiff, before: _Found, after: _Found, here: Here) -> PlanDiff:
    """The number of reports of each path that is no longer there, where the plan's are known."""
    gone = [task.path for task in diff.removed] + [each.old.path for each in diff.renamed]
    known = after.scheduled or before.scheduled
    if not gone or known is None or known.loaded.plan is None:
        return diff
    plan = known.loaded.plan
    stored = read_reports(plan, here.folder).stored
    counts = _counts(stored, gather(plan, stored).undone)
    places = {path: (plan.path, path) for path in gone}
    if before.scheduled is not None and before.scheduled.loaded.plan is not None:
        old = before.scheduled.loaded.plan
        mine = (plan.path, old.path)
        for task in old.tasks:
            if task.path in places:
                file = plan_file(task)
                places[task.path] = (mine[0] if file == mine[1] else file, local_path(old, task))
    return diff._replace(reports={path: counts.get(place, 0) for path, place in places.items()})


def _counts(stored: tuple[Stored, ...], undone: frozenset[str]) -> dict[tuple[str, str], int]:
    events = {each.event.id: each for each in stored if each.event.id not in undone}
    counts: dict[tuple[str, str], int] = {}
    for each in events.values():
        if each.event.task is not None:
            place = (each.plan_file, each.event.task)
            counts[place] = counts.get(place, 0) + 1
    return counts
