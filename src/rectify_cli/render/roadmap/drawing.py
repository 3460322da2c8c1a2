"""The drawn parts of a roadmap's page: numbers only, in shares of the width, so that they stretch.

A row's bar lies in a drawing of a day a unit that is pulled to the width there is; what must keep
its shape, a milestone or a deadline, is put on top by its share.
"""

from collections.abc import Iterator, Mapping

from rectify_cli.render.timeline.spans import (
    Span,
    days_off_of,
    deadline_of,
    done_of,
    late_of,
    length_of,
    marks_of,
    months_of,
    today_of,
    whole_of,
    worked_of,
)
from rectify_cli.report.timeline import Arrow, Bar, Timeline

ROW = 26
"""The height of a row in pixels, which the page's style and script know too."""
_MIDDLE = ROW // 2
_MOST_MONTHS = 14
_MOST_WEEKS = 40

SIGNS = (
    '<svg class="signs" aria-hidden="true"><defs>'
    '<path id="milestone" d="M0-7L7 0 0 7-7 0z"/>'
    '<path id="mark" d="M0-5L5 0 0 5-5 0z"/>'
    '<path id="due" d="M0-9V9h-1.5V-2l-5-3.5z"/>'
    '<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
    'orient="auto"><path class="head" d="M0 1l7 3-7 3z"/></marker></defs></svg>'
)
"""What rows refer to, once a page."""


def bar_drawing(bar: Bar, timeline: Timeline) -> str:
    """A bar with its done and late parts and its deadline."""
    length = length_of(timeline)
    stretched = "".join(_stretched(bar, timeline))
    parts = [
        f'<svg viewBox="0 0 {length} {ROW}" preserveAspectRatio="none">{stretched}</svg>'
        if stretched
        else ""
    ]
    whole = whole_of(bar, timeline)
    if bar.shape == "milestone" and whole is not None:
        look = "milestone crit" if bar.critical else "milestone"
        parts.append(_use("milestone", whole.begin + 0.5, length, look))
    if bar.shape == "occurrences":
        marks = marks_of(bar, timeline)
        parts.extend(_use("mark", day + 0.5, length, "occurrences") for day in marks)
    deadline = deadline_of(bar, timeline)
    if deadline is not None:
        parts.append(_use("due", deadline, length, "deadline"))
    return f'<svg class="bar" aria-hidden="true">{"".join(parts)}</svg>'


def _stretched(bar: Bar, timeline: Timeline) -> Iterator[str]:
    whole = whole_of(bar, timeline)
    if whole is not None and bar.shape == "summary":
        yield f'<path class="summary" d="{_box(whole, 9, 7)}"/>'
    elif whole is not None and bar.shape != "milestone":
        yield f'<path class="span" d="{_box(whole, _MIDDLE, 1)}"/>'
        if bar.shape != "occurrences":
            d = "".join(_box(span, 6, 14) for span in worked_of(bar, timeline))
            yield f'<path class="{bar.shape}" d="{d}"/>'
    done, late = done_of(bar, timeline), late_of(bar, timeline)
    if done is not None and bar.shape != "milestone":
        yield f'<path class="done" d="{_box(done, 11, 4)}"/>'
    if late is not None:
        yield f'<path class="late" d="{_box(late, 8, 10)}"/>'


def days_drawing(timeline: Timeline) -> str:
    """The days off, behind the rows."""
    d = "".join(f"M{span.begin} 0h{span.end - span.begin}v1h-{span.end - span.begin}z"
                for span in days_off_of(timeline))  # fmt: skip
    length = length_of(timeline)
    return (
        f'<svg class="back" viewBox="0 0 {length} 1" preserveAspectRatio="none" '
        f'aria-hidden="true"><path class="off" d="{d}"/></svg>'
    )


def ruler_drawing(timeline: Timeline) -> Iterator[tuple[str, str, str]]:
    """The labels above the rows: where (a share), what, and how it looks."""
    length = length_of(timeline)
    for days, name in months_of(timeline, _MOST_MONTHS):
        yield _share(days, length), name, "month"
    if length / 7 <= _MOST_WEEKS:
        for monday in range(-timeline.first.weekday() % 7, length, 7):
            day = timeline.first.fromordinal(timeline.first.toordinal() + monday).day
            yield _share(monday, length), str(day), "week"


def front_drawing(timeline: Timeline, numbers: Mapping[str, int]) -> str:
    """The line of the day that the page looks from, and the arrows, over the rows."""
    at = {bar.key: row for row, bar in enumerate(timeline.bars)}
    parts = [_arrow(arrow, timeline, at, numbers) for arrow in timeline.arrows]
    today = today_of(timeline)
    if today is not None:
        x = _share(today, length_of(timeline))
        parts.append(f'<line class="today" x1="{x}" x2="{x}" y1="0" y2="100%"/>')
    return f'<svg class="front" aria-hidden="true">{"".join(parts)}</svg>'


def _arrow(
    arrow: Arrow, timeline: Timeline, at: Mapping[str, int], numbers: Mapping[str, int]
) -> str:
    """Down or up from one bar's end, then along to the next one's beginning."""
    before, after = (timeline.bars[at[key]] for key in (arrow.before, arrow.after))
    first, second = whole_of(before, timeline), whole_of(after, timeline)
    if first is None or second is None:
        return ""
    length = length_of(timeline)
    begin = first.end if arrow.type[0] == "F" else first.begin
    end = second.end if arrow.type[1] == "F" else second.begin
    x, until = _share(begin, length), _share(end, length)
    y1, y2 = (row * ROW + _MIDDLE for row in (at[arrow.before], at[arrow.after]))
    look = ' class="drives"' if arrow.driving else ""
    named = f' data-a="c{numbers[arrow.before]}" data-b="c{numbers[arrow.after]}"'
    if begin == end:
        y2 += -8 if y2 > y1 else 8
        lines = f'<line x1="{x}" x2="{x}" y1="{y1}" y2="{y2}" marker-end="url(#head)"/>'
    else:
        lines = (
            f'<line x1="{x}" x2="{x}" y1="{y1}" y2="{y2}"/>'
            f'<line x1="{x}" x2="{until}" y1="{y2}" y2="{y2}" marker-end="url(#head)"/>'
        )
    return f"<g{look}{named}>{lines}</g>"


def _use(sign: str, days: float, length: int, look: str) -> str:
    return f'<use href="#{sign}" class="{look}" x="{_share(days, length)}" y="{_MIDDLE}"/>'


def _share(days: float, length: int) -> str:
    return f"{100 * days / length:.2f}".rstrip("0").rstrip(".") + "%"


def _box(span: Span, top: int, height: int) -> str:
    wide = span.end - span.begin
    return f"M{span.begin} {top}h{wide}v{height}h-{wide}z"
