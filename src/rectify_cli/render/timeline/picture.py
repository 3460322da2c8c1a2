"""The drawn parts of a timeline in points of a picture: rows of bars over days, and a legend.

They lie where a `Frame` says, in a picture of any size and on a page of any paper.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from rectify_cli.foundation.struct import Struct
from rectify_cli.render.cells import cell_width, cut_to_cells
from rectify_cli.render.clean import clean_line
from rectify_cli.render.office.texts import office_text
from rectify_cli.render.timeline.signs import signs_of
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

ROW, MARGIN = 22, 16
"""The height of a row, and the width of an edge."""
ABOVE = 24
"""What lies above the first row at least: the days. The months need as much again."""
_CELL = 6.5
_MOST_LABEL, _MOST_BEARER = 46, 22
_CHART, _WIDEST = 1_100, 4_000
_LEAST_DAY = 1.0
"""A day narrower than this is not seen: the days off would be a grey sheet."""
_LONG = 1_000
_MOST_MONTHS = 18

_FONTS = ("Microsoft YaHei", "Noto Sans CJK SC", "Segoe UI", "Noto Sans")
_STYLE = """\
<style>
text { font: 12px %s; fill: #1c2733 }
.t { font-size: 18px; font-weight: bold } .s { font-weight: bold } .f { fill: #52606d }
.off { fill: #e3e7ec } .grid { stroke: #b6bfc9; fill: none } .row { stroke: #e9ecf0; fill: none }
.span { stroke: #2f6fa8; fill: none } .work { fill: #6fa3d0 } .critical { fill: #e0896f }
.summary { fill: #3c4652 } .milestone { fill: #3c4652 } .crit { fill: #b5341a }
.occurrences { fill: #6fa3d0 } .done { fill: #17466f } .late { fill: none; stroke: #b5341a; \
stroke-dasharray: 3 2 }
.deadline { fill: #b5341a } .today { stroke: #0b7a3e; stroke-width: 2; stroke-dasharray: 6 3 }
.arrow { stroke: #9aa5b1; fill: none } .drives { stroke: #52606d }
</style>
"""


class Frame(Struct):
    """Where the chart lies: its left edge, its first row's top, its bottom, a day's width.

    `bearer` is the left edge of the column of who does it.
    """

    bearer: float
    left: float
    top: float
    bottom: float
    day: float
    length: int

    def x(self, days: float) -> float:
        """Where a day begins."""
        return self.left + days * self.day

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.x(self.length)


def style_of(fonts: Iterable[str] = _FONTS) -> str:
    """How a picture's signs look, its texts in the first of these fonts that is there."""
    return _STYLE % ", ".join((*(f'"{name}"' for name in fonts), "sans-serif"))


def framed(timeline: Timeline, top: float, wide: float | None = None) -> Frame:
    """The frame of a chart whose rows begin at `top`: so wide in all, else as its days need."""
    label = min(_MOST_LABEL, max(map(_label_cells, timeline.bars), default=0))
    borne = min(_MOST_BEARER, max((cell_width(_line(b.bearer)) for b in timeline.bars), default=0))
    bearer = MARGIN + label * _CELL + 12
    left = bearer + (borne * _CELL + 12 if borne else 0)
    length = length_of(timeline)
    if wide is None:
        day = min(40.0, max(_CHART, min(2 * length, _WIDEST)) / length)
    else:
        day = (wide - left - MARGIN) / length
    return Frame(bearer, left, top, top + ROW * len(timeline.bars), day, length)


def chart_of(timeline: Timeline, frame: Frame) -> Iterator[str]:
    """The days, the rows, the links between them, and the line of the day looked from."""
    yield from _days(timeline, frame)
    for at, bar in enumerate(timeline.bars):
        yield from _row(bar, timeline, frame, frame.top + at * ROW)
    yield from _arrows(timeline, frame)
    yield from _today(timeline, frame)


def _label(bar: Bar) -> str:
    return _line(bar.named if bar.no is None else f"{bar.no}  {bar.named}")


def _label_cells(bar: Bar) -> int:
    return cell_width(_label(bar)[:_LONG]) + 2 * min(bar.depth, 8)


def _days(timeline: Timeline, frame: Frame) -> Iterator[str]:
    """The months, the Mondays, the days off."""
    height = frame.bottom - frame.top
    if frame.day >= _LEAST_DAY:
        off = "".join(_box(frame, span, frame.top, height) for span in days_off_of(timeline))
        if off:
            yield f'<path class="off" d="{off}"/>\n'
    lines = f"M{points(frame.left)} {points(frame.top)}H{points(frame.right)}"
    for days, name in months_of(timeline, _MOST_MONTHS):
        x = frame.x(days)
        lines += f"M{points(x)} {points(frame.top - 30)}V{points(frame.bottom)}"
        yield said(x + 3, frame.top - 18, name, "s")
    if 7 * frame.day >= 20:
        first = -timeline.first.weekday() % 7
        for monday in range(first, frame.length, 7):
            number = str(timeline.first.fromordinal(timeline.first.toordinal() + monday).day)
            yield said(frame.x(monday) + 2, frame.top - 4, number, "f")
    for at in range(len(timeline.bars)):
        lines += f"M{points(frame.left)} {points(frame.top + (at + 1) * ROW)}H{points(frame.right)}"
    yield f'<path class="row" d="{lines}"/>\n'


def _row(bar: Bar, timeline: Timeline, frame: Frame, top: float) -> Iterator[str]:
    dates = str(bar.start) if bar.start == bar.finish else f"{bar.start} - {bar.finish}"
    stands: tuple[str, ...] = ()
    if bar.progress is not None and bar.progress.state != "dropped":
        stands = bar.progress.said
    told = "; ".join(filter(None, (_label(bar), bar.bearer, dates, *stands)))
    yield f"<g><title>{text_of(told)}</title>\n"
    indent = 2 * min(bar.depth, 8)
    look = "s" if bar.shape == "summary" else ""
    x, y = MARGIN + indent * _CELL, top + 15
    yield said(x, y, _label(bar), look, cells=_MOST_LABEL - indent)
    if bar.bearer:
        yield said(frame.bearer, y, bar.bearer, "f", cells=_MOST_BEARER)
    yield from _bar(bar, timeline, frame, top)
    yield "</g>\n"


def _bar(bar: Bar, timeline: Timeline, frame: Frame, top: float) -> Iterator[str]:
    whole = whole_of(bar, timeline)
    if whole is not None:
        yield from _body(bar, timeline, frame, whole, top)
    done, late = done_of(bar, timeline), late_of(bar, timeline)
    if done is not None and bar.shape != "milestone":
        yield f'<path class="done" d="{_box(frame, done, top + 9, 4)}"/>\n'
    if late is not None:
        yield f'<path class="late" d="{_box(frame, late, top + 7, 8)}"/>\n'
    deadline = deadline_of(bar, timeline)
    if deadline is not None:
        x = frame.x(deadline)
        yield f'<path class="deadline" d="M{points(x)} {points(top + 3)}v16h-1.5v-10l-5-3z"/>\n'


def _body(bar: Bar, timeline: Timeline, frame: Frame, whole: Span, top: float) -> Iterator[str]:
    look = f"{bar.shape} crit" if bar.critical and bar.shape != "critical" else bar.shape
    if bar.shape == "milestone":
        yield f'<path class="{look}" d="{_diamond(frame.x(whole.begin + 0.5), top + 11, 7)}"/>\n'
    elif bar.shape == "summary":
        left, right = points(frame.x(whole.begin)), points(frame.x(whole.end))
        d = f"M{left} {points(top + 7)}H{right}v9l-4-4H{points(frame.x(whole.begin) + 4)}l-4 4z"
        yield f'<path class="{look}" d="{d}"/>\n'
    else:
        line = f"M{points(frame.x(whole.begin))} {points(top + 11)}H{points(frame.x(whole.end))}"
        yield f'<path class="span" d="{line}"/>\n'
        if bar.shape == "occurrences":
            marks = (_diamond(frame.x(day + 0.5), top + 11, 5) for day in marks_of(bar, timeline))
            d = "".join(marks)
        else:
            d = "".join(_box(frame, span, top + 5, 12) for span in worked_of(bar, timeline))
        yield f'<path class="{look}" d="{d}"/>\n'


def _arrows(timeline: Timeline, frame: Frame) -> Iterator[str]:
    at = {bar.key: number for number, bar in enumerate(timeline.bars)}
    for look, driving in (("arrow", False), ("arrow drives", True)):
        d = "".join(
            _arrow(arrow, timeline, frame, at[arrow.before], at[arrow.after])
            for arrow in timeline.arrows
            if arrow.driving is driving
        )
        if d:
            yield f'<path class="{look}" d="{d}"/>\n'


def _arrow(arrow: Arrow, timeline: Timeline, frame: Frame, before: int, after: int) -> str:
    """A line from one bar's end to the next one's, down or up beside it, with a head."""
    whole_before = whole_of(timeline.bars[before], timeline)
    whole_after = whole_of(timeline.bars[after], timeline)
    if whole_before is None or whole_after is None:
        return ""
    begin = frame.x(whole_before.end if arrow.type[0] == "F" else whole_before.begin)
    end = frame.x(whole_after.end if arrow.type[1] == "F" else whole_after.begin)
    y, until = (frame.top + each * ROW + 11 for each in (before, after))
    turn = end + 6 if arrow.type[1] == "F" else max(begin + 4, min(end - 6, begin + 8))
    near = 7 if until > y else -7
    if arrow.type[1] == "S" and turn > end - 4:  # no room before it: from above or below
        head = f"l-2.5 {-near / 2}m5 0l-2.5 {near / 2}"
        return f"M{points(begin)} {points(y)}H{points(end + 3)}V{points(until - near)}{head}"
    head = "l4-2.5m-4 2.5l4 2.5" if arrow.type[1] == "F" else "l-4-2.5m4 2.5l-4 2.5"
    return f"M{points(begin)} {points(y)}H{points(turn)}V{points(until)}H{points(end)}{head}"


def _today(timeline: Timeline, frame: Frame) -> Iterator[str]:
    day = today_of(timeline)
    if day is not None:
        top, bottom = points(frame.top - 14), points(frame.bottom + 4)
        yield f'<path class="today" d="M{points(frame.x(day))} {top}V{bottom}"/>\n'


class Sign(Struct):
    """A sign of the legend with its words; `line` is the line that it stands in, from 0."""

    line: int
    drawn: str


def legend_of(timeline: Timeline, right: float, top: float) -> Iterator[Sign]:
    """The signs in use, in lines of the picture's width."""
    x, line = float(MARGIN), 0
    for kind, text in signs_of(timeline):
        wide = 34 + cell_width(text) * _CELL + 14
        if x > MARGIN and x + wide > right:
            x, line = float(MARGIN), line + 1
        y = top + line * ROW
        yield Sign(line, _sign(kind, x, y) + said(x + 34, y + 15, text, ""))
        x += wide


def _sign(kind: str, x: float, y: float) -> str:
    middle = _diamond(x + 14, y + 11, 6)
    shape = {
        "milestone": middle,
        "occurrences": middle,
        "summary": f"M{points(x)} {points(y + 7)}h28v9l-4-4h-20l-4 4z",
        "deadline": f"M{points(x + 16)} {points(y + 3)}v16h-1.5v-10l-5-3z",
        "today": f"M{points(x)} {points(y + 11)}h28",
        "done": f"M{points(x)} {points(y + 9)}h28v4h-28z",
    }.get(kind, f"M{points(x)} {points(y + 5)}h28v12h-28z")
    look = "off" if kind == "day-off" else kind
    return f'<path class="{look}" d="{shape}"/>\n'


def _box(frame: Frame, span: Span, top: float, height: float) -> str:
    left, right = points(frame.x(span.begin)), points(frame.x(span.end))
    return f"M{left} {points(top)}H{right}v{points(height)}H{left}z"


def _diamond(x: float, y: float, size: int) -> str:
    return f"M{points(x)} {points(y - size)}l{size} {size}-{size} {size}-{size}-{size}z"


def said(x: float, y: float, text: str, look: str, cells: int = _LONG) -> str:
    """A text that begins at a point, in a look of the style, cut to so many cells."""
    shown = _cut(_line(text), cells)
    look = f' class="{look}"' if look else ""
    return f'<text x="{points(x)}" y="{points(y)}"{look}>{text_of(shown)}</text>\n' if shown else ""


def _cut(text: str, cells: int) -> str:
    cut = cut_to_cells(text, cells)
    return text if cut == text else cut_to_cells(text, cells - 3) + "..."


def _line(text: str) -> str:
    return clean_line(text)


def text_of(text: str) -> str:
    """A text as XML holds it."""
    return escape(office_text(_line(text), _LONG))


def points(number: float) -> str:
    """A number to a tenth of a point, as short as it goes."""
    return f"{number:.1f}".removesuffix(".0")
