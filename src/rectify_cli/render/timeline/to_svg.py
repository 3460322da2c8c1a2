"""A timeline as a picture: a chart that scales, to hang on a wall or to put into a document.

It is light on every screen, since it lies on paper: a page has a dark side of its own.
"""

from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape

from rectify_cli.render.cells import cell_width, cut_to_cells
from rectify_cli.render.clean import clean_line
from rectify_cli.render.office.foot import foot_of
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
from rectify_cli.report.words import Words

_ROW, _MARGIN, _CELL = 22, 16, 6.5
_MOST_LABEL, _MOST_BEARER = 46, 22
_CHART, _WIDEST = 1_100, 4_000
_LEAST_DAY = 1.0
"""A day narrower than this is not seen: the days off would be a grey sheet."""
_LONG = 1_000
_MOST_MONTHS = 18

_STYLE = """\
<style>
text { font: 12px "Microsoft YaHei", "Noto Sans CJK SC", "Segoe UI", "Noto Sans", sans-serif; \
fill: #1c2733 }
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


class _Frame(NamedTuple):
    """Where the chart lies: its left edge, its first row's top, its bottom, a day's width."""

    left: float
    top: float
    bottom: float
    day: float
    length: int

    def x(self, days: float) -> float:
        return self.left + days * self.day

    @property
    def right(self) -> float:
        return self.x(self.length)


def to_svg(timeline: Timeline) -> Iterator[str]:
    """The picture, line ends included. What a plan says is text in it, whatever it looks like."""
    words = Words(timeline.language)
    facts = ["\u2003".join(fact) for fact in timeline.facts]
    frame, bearer = _framed(timeline, len(facts))
    right = frame.right + 48
    signs = list(_legend(timeline, right, frame.bottom + 12))
    height = frame.bottom + 12 + _ROW * (1 + (signs[-1].line if signs else 0)) + 24
    foot = foot_of(timeline.edition, words).left
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(right)}" height="{_n(height)}" '
        f'viewBox="0 0 {_n(right)} {_n(height)}" role="img">\n'
    )
    yield f"<title>{_text(timeline.title)}</title>\n<desc>{_text(foot)}</desc>\n{_STYLE}"
    yield f'<rect width="{_n(right)}" height="{_n(height)}" fill="#fff"/>\n'
    yield _said(_MARGIN, 28, timeline.title, "t", cells=round(right / 10))
    for at, fact in enumerate(facts):
        yield _said(_MARGIN, 50 + 18 * at, fact, "f", cells=round(right / 7))
    yield from _days(timeline, frame)
    for at, bar in enumerate(timeline.bars):
        yield from _row(bar, timeline, frame, frame.top + at * _ROW, bearer)
    yield from _arrows(timeline, frame)
    yield from _today(timeline, frame)
    yield from (sign.drawn for sign in signs)
    yield _said(_MARGIN, height - 10, foot, "f", cells=round(right / 7))
    yield "</svg>\n"


def _framed(timeline: Timeline, facts: int) -> tuple[_Frame, float]:
    """The frame, and where the column of who does it begins."""
    label = min(_MOST_LABEL, max(map(_label_cells, timeline.bars), default=0))
    borne = min(_MOST_BEARER, max((cell_width(_line(b.bearer)) for b in timeline.bars), default=0))
    bearer = _MARGIN + label * _CELL + 12
    left = bearer + (borne * _CELL + 12 if borne else 0)
    top = 50 + 18 * facts + 24.0
    length = length_of(timeline)
    day = min(40.0, max(_CHART, min(2 * length, _WIDEST)) / length)
    return _Frame(left, top, top + _ROW * len(timeline.bars), day, length), bearer


def _label(bar: Bar) -> str:
    return _line(bar.label if bar.no is None else f"{bar.no}  {bar.label}")


def _label_cells(bar: Bar) -> int:
    return cell_width(_label(bar)[:_LONG]) + 2 * min(bar.depth, 8)


def _days(timeline: Timeline, frame: _Frame) -> Iterator[str]:
    """The months, the Mondays, the days off."""
    height = frame.bottom - frame.top
    if frame.day >= _LEAST_DAY:
        off = "".join(_box(frame, span, frame.top, height) for span in days_off_of(timeline))
        if off:
            yield f'<path class="off" d="{off}"/>\n'
    lines = f"M{_n(frame.left)} {_n(frame.top)}H{_n(frame.right)}"
    for days, name in months_of(timeline, _MOST_MONTHS):
        x = frame.x(days)
        lines += f"M{_n(x)} {_n(frame.top - 30)}V{_n(frame.bottom)}"
        yield _said(x + 3, frame.top - 18, name, "s")
    if 7 * frame.day >= 20:
        first = -timeline.first.weekday() % 7
        for monday in range(first, frame.length, 7):
            number = str(timeline.first.fromordinal(timeline.first.toordinal() + monday).day)
            yield _said(frame.x(monday) + 2, frame.top - 4, number, "f")
    for at in range(len(timeline.bars)):
        lines += f"M{_n(frame.left)} {_n(frame.top + (at + 1) * _ROW)}H{_n(frame.right)}"
    yield f'<path class="row" d="{lines}"/>\n'


def _row(bar: Bar, timeline: Timeline, frame: _Frame, top: float, bearer: float) -> Iterator[str]:
    dates = str(bar.start) if bar.start == bar.finish else f"{bar.start} - {bar.finish}"
    said = () if bar.progress is None else bar.progress.said
    told = "; ".join(filter(None, (_label(bar), bar.bearer, dates, *said)))
    yield f"<g><title>{_text(told)}</title>\n"
    indent = 2 * min(bar.depth, 8)
    look = "s" if bar.shape == "summary" else ""
    x, y = _MARGIN + indent * _CELL, top + 15
    yield _said(x, y, _label(bar), look, cells=_MOST_LABEL - indent)
    if bar.bearer:
        yield _said(bearer, y, bar.bearer, "f", cells=_MOST_BEARER)
    yield from _bar(bar, timeline, frame, top)
    yield "</g>\n"


def _bar(bar: Bar, timeline: Timeline, frame: _Frame, top: float) -> Iterator[str]:
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
        yield f'<path class="deadline" d="M{_n(x)} {_n(top + 3)}v16h-1.5v-10l-5-3z"/>\n'


def _body(bar: Bar, timeline: Timeline, frame: _Frame, whole: Span, top: float) -> Iterator[str]:
    look = f"{bar.shape} crit" if bar.critical and bar.shape != "critical" else bar.shape
    if bar.shape == "milestone":
        yield f'<path class="{look}" d="{_diamond(frame.x(whole.begin + 0.5), top + 11, 7)}"/>\n'
    elif bar.shape == "summary":
        left, right = _n(frame.x(whole.begin)), _n(frame.x(whole.end))
        d = f"M{left} {_n(top + 7)}H{right}v9l-4-4H{_n(frame.x(whole.begin) + 4)}l-4 4z"
        yield f'<path class="{look}" d="{d}"/>\n'
    else:
        line = f"M{_n(frame.x(whole.begin))} {_n(top + 11)}H{_n(frame.x(whole.end))}"
        yield f'<path class="span" d="{line}"/>\n'
        if bar.shape == "occurrences":
            marks = (_diamond(frame.x(day + 0.5), top + 11, 5) for day in marks_of(bar, timeline))
            d = "".join(marks)
        else:
            d = "".join(_box(frame, span, top + 5, 12) for span in worked_of(bar, timeline))
        yield f'<path class="{look}" d="{d}"/>\n'


def _arrows(timeline: Timeline, frame: _Frame) -> Iterator[str]:
    at = {bar.key: number for number, bar in enumerate(timeline.bars)}
    for look, driving in (("arrow", False), ("arrow drives", True)):
        d = "".join(
            _arrow(arrow, timeline, frame, at[arrow.before], at[arrow.after])
            for arrow in timeline.arrows
            if arrow.driving is driving
        )
        if d:
            yield f'<path class="{look}" d="{d}"/>\n'


def _arrow(arrow: Arrow, timeline: Timeline, frame: _Frame, before: int, after: int) -> str:
    """A line from one bar's end to the next one's, down or up beside it, with a head."""
    whole_before = whole_of(timeline.bars[before], timeline)
    whole_after = whole_of(timeline.bars[after], timeline)
    if whole_before is None or whole_after is None:
        return ""
    begin = frame.x(whole_before.end if arrow.type[0] == "F" else whole_before.begin)
    end = frame.x(whole_after.end if arrow.type[1] == "F" else whole_after.begin)
    y, until = (frame.top + each * _ROW + 11 for each in (before, after))
    turn = end + 6 if arrow.type[1] == "F" else max(begin + 4, min(end - 6, begin + 8))
    near = 7 if until > y else -7
    if arrow.type[1] == "S" and turn > end - 4:  # no room before it: from above or below
        head = f"l-2.5 {-near / 2}m5 0l-2.5 {near / 2}"
        return f"M{_n(begin)} {_n(y)}H{_n(end + 3)}V{_n(until - near)}{head}"
    head = "l4-2.5m-4 2.5l4 2.5" if arrow.type[1] == "F" else "l-4-2.5m4 2.5l-4 2.5"
    return f"M{_n(begin)} {_n(y)}H{_n(turn)}V{_n(until)}H{_n(end)}{head}"


def _today(timeline: Timeline, frame: _Frame) -> Iterator[str]:
    day = today_of(timeline)
    if day is not None:
        x = _n(frame.x(day))
        yield f'<path class="today" d="M{x} {_n(frame.top - 14)}V{_n(frame.bottom + 4)}"/>\n'


class _Sign(NamedTuple):
    line: int
    drawn: str


def _legend(timeline: Timeline, right: float, top: float) -> Iterator[_Sign]:
    """The signs in lines of the picture's width."""
    x, line = float(_MARGIN), 0
    for kind, text in signs_of(timeline):
        wide = 34 + cell_width(text) * _CELL + 14
        if x > _MARGIN and x + wide > right:
            x, line = float(_MARGIN), line + 1
        y = top + line * _ROW
        yield _Sign(line, _sign(kind, x, y) + _said(x + 34, y + 15, text, ""))
        x += wide


def _sign(kind: str, x: float, y: float) -> str:
    middle = _diamond(x + 14, y + 11, 6)
    shape = {
        "milestone": middle,
        "occurrences": middle,
        "summary": f"M{_n(x)} {_n(y + 7)}h28v9l-4-4h-20l-4 4z",
        "deadline": f"M{_n(x + 16)} {_n(y + 3)}v16h-1.5v-10l-5-3z",
        "today": f"M{_n(x)} {_n(y + 11)}h28",
        "done": f"M{_n(x)} {_n(y + 9)}h28v4h-28z",
    }.get(kind, f"M{_n(x)} {_n(y + 5)}h28v12h-28z")
    look = "off" if kind == "day-off" else kind
    return f'<path class="{look}" d="{shape}"/>\n'


def _box(frame: _Frame, span: Span, top: float, height: float) -> str:
    left, right = _n(frame.x(span.begin)), _n(frame.x(span.end))
    return f"M{left} {_n(top)}H{right}v{_n(height)}H{left}z"


def _diamond(x: float, y: float, size: int) -> str:
    return f"M{_n(x)} {_n(y - size)}l{size} {size}-{size} {size}-{size}-{size}z"


def _said(x: float, y: float, text: str, look: str, cells: int = _LONG) -> str:
    shown = _cut(_line(text), cells)
    look = f' class="{look}"' if look else ""
    return f'<text x="{_n(x)}" y="{_n(y)}"{look}>{_text(shown)}</text>\n' if shown else ""


def _cut(text: str, cells: int) -> str:
    cut = cut_to_cells(text, cells)
    return text if cut == text else cut_to_cells(text, cells - 3) + "..."


def _line(text: str) -> str:
    return clean_line(text)


def _text(text: str) -> str:
    return escape(office_text(_line(text), _LONG))


def _n(number: float) -> str:
    """A number in a tenth of a point, as short as it goes."""
    return f"{number:.1f}".removesuffix(".0")
