"""A bar as a strip of characters, all of them ASCII, so that every console draws them alike."""

from rectify_cli.render.timeline.scale import Scale
from rectify_cli.report.table import Tone
from rectify_cli.report.timeline import Bar, Shape, Timeline

SIGNS: dict[str, str] = {
    "work": "=",
    "critical": "#",
    "summary": "-",
    "done": "x",
    "late": ">",
    "milestone": "*",
    "occurrences": "o",
    "deadline": "!",
    "day-off": ".",
    "today": "|",
}
TONES: dict[str, Tone] = {
    "=": "plain",
    "#": "bad",
    "x": "good",
    ">": "bad",
    "-": "strong",
    "*": "strong",
    "o": "plain",
    "!": "notice",
    ".": "faint",
    "|": "notice",
}


def background(timeline: Timeline, scale: Scale) -> str:
    """What stands behind every bar: the days off, and today."""
    texts = []
    for column in range(scale.count):
        off = all(day in timeline.days_off for day in scale.range(column))
        texts.append(SIGNS["day-off"] if off else " ")
    at = scale.column(timeline.today.toordinal())
    if 0 <= at < scale.count:
        texts[at] = SIGNS["today"]
    return "".join(texts)


def strip(bar: Bar, behind: str, scale: Scale) -> str:
    """A bar before its background: its done part, what is left of it, what comes too late."""
    texts = list(behind)
    done, late = _done(bar), _late(bar)
    for column in _within(late, scale):
        texts[column] = SIGNS["late"]
    for column in _columns(bar, scale):
        is_done = min(scale.range(column)[-1], bar.finish.toordinal()) <= done
        texts[column] = SIGNS["done" if is_done else bar.shape]
    if bar.deadline is not None:
        at = scale.column(bar.deadline.toordinal())
        ends = scale.column(bar.finish.toordinal())
        if 0 <= at < scale.count and (at != ends or bar.shape == "summary"):
            texts[at] = SIGNS["deadline"]
    return "".join(texts)


def _done(bar: Bar) -> int:
    """The last ordinal of the done part; 0 where there is none."""
    until = None if bar.progress is None else bar.progress.done_until
    return 0 if until is None else until.toordinal()


def _late(bar: Bar) -> range:
    """The ordinals behind the planned finish on which the work still runs."""
    until = None if bar.progress is None else bar.progress.late_until
    finish = bar.finish.toordinal()
    return range(finish + 1, finish + 1 if until is None else until.toordinal() + 1)


def _within(days: range, scale: Scale) -> range:
    """The columns of some days, those outside the scale left out."""
    if not days:
        return range(0)
    return range(max(0, scale.column(days[0])), min(scale.count, scale.column(days[-1]) + 1))


_FILLING = frozenset("=#-.x>")


def widened(text: str, scale: Scale) -> str:
    """The strip as it is drawn: a sign that fills its column is repeated, a mark stands first."""
    if scale.cells == 1:
        return text
    return "".join(
        sign * scale.cells if sign in _FILLING else sign + _behind(text, at) * (scale.cells - 1)
        for at, sign in enumerate(text)
    )


def _behind(text: str, at: int) -> str:
    """What goes on behind a mark: the bar that it stands in, else nothing."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before if before == after and before in _FILLING and before != "." else " "


_SINGLE: frozenset[Shape] = frozenset({"milestone", "occurrences"})


def _columns(bar: Bar, scale: Scale) -> list[int]:
    """The columns that a bar fills."""
    if bar.shape in _SINGLE:
        days = [day.toordinal() for day in bar.marks] or [bar.finish.toordinal()]
        columns = [scale.column(day) for day in days]
        return [column for column in columns if 0 <= column < scale.count]
    first = max(0, scale.column(bar.start.toordinal()))
    last = min(scale.count - 1, scale.column(bar.finish.toordinal()))
    begin, end = bar.start.toordinal(), bar.finish.toordinal()
    filled = []
    for column in range(first, last + 1):
        inside = (day for day in scale.range(column) if begin <= day <= end)
        if any(day not in bar.days_off for day in inside):
            filled.append(column)
    return filled
