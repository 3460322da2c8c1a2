"""The sentences of `plan diff`: its first line, stretches of days, and why something moved."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rectify_cli.report.plan_diff import DeadlineChange, PlanDiff
from rectify_cli.report.plan_diff_causes import Cause, Stretch
from rectify_cli.report.words import Words

_MOST_PARTS = 3
_MOST_TEXT = 40


def first_line(diff: PlanDiff, words: Words) -> str:
    """What the change does to the finish, to phases and to deadlines."""
    if not diff.comparable:
        side = diff.new if diff.new.kept is None else diff.old
        return words("diff-not-compared", side=side.name)
    if diff.is_empty:
        return words("diff-same")
    stop = words("diff-full-stop")
    gap = "" if words.language == "zh" else " "
    parts = list(_parts(diff, words))
    shown = parts[:_MOST_PARTS]
    if len(parts) > len(shown):
        shown[-1] += " " + words("diff-more", n=len(parts) - len(shown))
    return gap.join(each + stop for each in (_finish(diff, words), *shown))


def _finish(diff: PlanDiff, words: Words) -> str:
    assert diff.old.kept is not None and diff.new.kept is not None  # noqa: S101, PT018 - comparable
    was, now = diff.old.kept.finish, diff.new.kept.finish
    if was is None or now is None:
        return words("diff-finish-none")
    if was == now:
        said = words("diff-finish-same", day=now)
    else:
        said = words("diff-finish", was=was, now=now, count=shift(diff.finish_days or 0, words))
    missed = next((each for each in diff.deadlines if each.task is None and each.now_late), None)
    if missed is None:
        return said
    return words.joined((said, words("diff-past", n=missed.now_late)))


def _parts(diff: PlanDiff, words: Words) -> Iterator[str]:
    """Deadlines newly missed, then phases that end elsewhere, then deadlines no longer missed."""
    told = set()
    for each in diff.deadlines:
        if each.task is not None and each.now_late and not each.was_late:
            told.add(each.task.path)
            days = each.finish_days
            said = each.task.title
            if days:
                said = words("diff-part", title=said, count=shift(days, words))
            yield words.joined((said, words("diff-past", n=each.now_late)))
    for phase in diff.phases:
        if phase.task.path not in told and phase.days is not None:
            yield words("diff-part", title=phase.task.title, count=shift(phase.days, words))
    for each in diff.deadlines:
        if each.task is not None and each.was_late and not each.now_late:
            yield words("diff-now-kept", title=each.task.title)


def shift(days: int, words: Words) -> str:
    """`+2 workdays`, `-1 workday`."""
    return signed(days) + words("diff-shift", n=abs(days))


def signed(days: int) -> str:
    """The sign of a shift, where there is one."""
    return "+" if days > 0 else "-" if days < 0 else ""


def stretch(days: Stretch | None, near: date, words: Words) -> str:
    """`04-13..16`, `04-28..05-08`, one day alone; with the year where it is not that of `near`."""
    if days is None:
        return words("diff-no-dates")
    first, last = days
    if first == last:
        return short(first, near)
    if first.year == last.year:
        end = last.isoformat()[8 if first.month == last.month else 5 :]
        return f"{short(first, near)}..{end}"
    return f"{first}..{last}"


def short(day: date, near: date) -> str:
    """`04-13`, with the year where it is not that of `near`."""
    return day.isoformat()[5:] if day.year == near.year else day.isoformat()


def what_moved(was: Stretch | None, now: Stretch | None, near: date, words: Words) -> str:
    """The dates on both sides, or only the end that moved."""
    if was is not None and now is not None and was[0] != was[1]:
        if was[0] == now[0]:
            return words("diff-end", was=short(was[1], near), now=short(now[1], near))
        if was[1] == now[1]:
            return words("diff-start", was=short(was[0], near), now=short(now[0], near))
    return stretches(was, now, near, words)


def stretches(was: Stretch | None, now: Stretch | None, near: date, words: Words) -> str:
    """`04-13..16 > 04-15..20`."""
    return words("diff-both", was=stretch(was, near, words), now=stretch(now, near, words))


class Names:
    """What tasks and owners are called in a reader's language.

    Commands take ids, so ids are shown; but one in Latin letters says little to who reads Chinese.
    """

    def __init__(self, diff: PlanDiff, words: Words, *, ids: bool) -> None:
        """`ids`: always them, as a machine wants it."""
        self._in_chinese = words.language == "zh" and not ids
        sides = (side.kept for side in (diff.old, diff.new) if side.kept is not None)
        self._titles = {task.path: task.title for kept in sides for task in kept.tasks}
        self._owners: Mapping[str, str] = diff.owner_titles

    def task(self, path: str) -> str:
        """A task's path, or its title."""
        return self._chosen(path, path.rpartition(".")[2], self._titles.get(path))

    def owner(self, name: str) -> str:
        """An owner's id, or its title."""
        return self._chosen(name, name, self._owners.get(name))

    def _chosen(self, whole: str, last: str, title: str | None) -> str:
        return title if self._in_chinese and title and last.isascii() else whole


def why(causes: Sequence[Cause], words: Words, names: Names, *, whole: bool) -> str:
    """The reasons, one after the other; `whole`: long values are not cut."""
    return words.listed(_cause(cause, words, names, whole=whole) for cause in causes)


def _cause(cause: Cause, words: Words, names: Names, *, whole: bool) -> str:
    if cause.kind == "link" or (cause.kind == "around" and cause.key == "after"):
        gone = cause.now is None
        link = (cause.was if gone else cause.now) or ""
        return words("diff-link-gone" if gone else "diff-link-new", link=link.removesuffix(" FS"))
    if cause.kind == "follows":
        return words("diff-follows", task=names.task(cause.task or ""))
    if cause.kind == "plan-start":
        return words("diff-plan-start", was=cause.was, now=cause.now)
    if cause.kind == "calendar":
        return words("diff-calendar")
    return words(
        "diff-term" if cause.kind == "term" else "diff-term-of",
        key=words(f"diff-key-{cause.key}"),
        task=names.task(cause.task or ""),
        was=clipped(cause.was, words, whole=whole),
        now=clipped(cause.now, words, whole=whole),
    )


def deadline_said(change: DeadlineChange, words: Words) -> tuple[str, str]:
    """What is with a deadline, and the remark beside it."""
    if change.was != change.now:
        was, now = (str(day) if day else words("diff-none") for day in (change.was, change.now))
        late = ""
        if change.now_late:
            late = words("diff-still-missed", count=words.workdays(change.now_late))
        return words("diff-both", was=was, now=now), late
    if change.now_late:
        count = words.workdays(change.now_late)
        return words("diff-missed", day=change.now, count=count), words("diff-new-finding")
    return (
        words("diff-kept", day=change.now),
        words("diff-cured", count=words.workdays(change.was_late)),
    )


def clipped(text: str | None, words: Words, *, whole: bool) -> str:
    """A value in a remark: nothing as such, a long one by its beginning, if not `whole`."""
    if text is None:
        return words("diff-none")
    return text if whole or len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 2] + ".."
