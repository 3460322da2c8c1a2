"""A roadmap as PDF for a wall: an overview and a chart of each phase, on sheets of A3, landscape.

The charts are those of the picture, drawn in the width of the paper; typst sets them, and the words
around them, with texts that stay texts.
"""

from collections.abc import Iterator
from typing import Any

from rectify_cli.render.clean import clean_line
from rectify_cli.render.office.foot import foot_of
from rectify_cli.render.office.texts import office_text
from rectify_cli.render.pdf.typeset import chart_fonts, typeset
from rectify_cli.render.timeline.picture import (
    ABOVE,
    ROW,
    chart_of,
    framed,
    legend_of,
    points,
    style_of,
)
from rectify_cli.report.roadmap import Roadmap
from rectify_cli.report.timeline import Timeline
from rectify_cli.report.words import Words

_SOURCE = """\
#set page(paper: "a3", flipped: true, margin: (x: 12mm, top: 14mm, bottom: 16mm), footer: foot)
#set heading(bookmarked: true)
#show heading: set text(size: 14pt)
#text(size: 20pt, weight: "bold", d.title) \\
#for fact in d.facts [#fact \\ ]
#for (at, sheet) in d.sheets.enumerate() {
  if at > 0 { pagebreak() }
  heading(level: 1, sheet.heading)
  image(bytes(sheet.picture), format: "svg", width: 100%, alt: sheet.heading)
}
"""
_WIDE = 1_496
"""The width of the paper between its margins in points of a picture, 0.75 pt each."""
_ROWS, _ROWS_UNDER_A_TITLE = 38, 33
"""How many rows a sheet holds beside its heading, the days above and the legend below."""
_MOST_OF_A_TITLE = 160


def to_pdf(roadmap: Roadmap) -> Iterator[bytes]:
    """The document's bytes, its fonts in it."""
    whole = roadmap.overview
    words = Words(whole.language)
    data: dict[str, Any] = {
        "title": _line(whole.title),
        "facts": [_line("\u2003".join(fact)) for fact in whole.facts],
        "sheets": list(_sheets(roadmap, words)),
    }
    yield typeset(_SOURCE, data, whole.language, foot_of(whole.edition, words), whole.edition)


def _sheets(roadmap: Roadmap, words: Words) -> Iterator[dict[str, str]]:
    charts = [(part.title, part.timeline) for part in roadmap.parts]
    if roadmap.overview.bars:
        charts.insert(0, (words("page-overview"), roadmap.overview))
    room = _ROWS_UNDER_A_TITLE
    for title, timeline in charts:
        pieces = []
        for piece in _pieces(timeline, room):
            pieces.append(piece)
            room = _ROWS
        for at, piece in enumerate(pieces, 1):
            of_all = f" ({at}/{len(pieces)})" if len(pieces) > 1 else ""
            yield {"heading": _line(title) + of_all, "picture": "".join(_picture(piece))}


def _pieces(timeline: Timeline, first: int) -> Iterator[Timeline]:
    """A chart in pieces that a sheet holds, all over the same days."""
    begin, end = 0, first
    while begin < len(timeline.bars):
        bars = timeline.bars[begin:end]
        keys = {bar.key for bar in bars}
        arrows = tuple(a for a in timeline.arrows if a.before in keys and a.after in keys)
        yield timeline._replace(bars=bars, arrows=arrows)
        begin, end = end, end + _ROWS


def _picture(timeline: Timeline) -> Iterator[str]:
    frame = framed(timeline, 2 * ABOVE, _WIDE)
    signs = list(legend_of(timeline, _WIDE, frame.bottom + 12))
    height = frame.bottom + 12 + ROW * (1 + (signs[-1].line if signs else 0))
    size = f"{_WIDE} {points(height)}"
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">{style_of(chart_fonts())}'
    yield from chart_of(timeline, frame)
    yield from (sign.drawn for sign in signs)
    yield "</svg>"


def _line(text: str) -> str:
    return office_text(clean_line(text), _MOST_OF_A_TITLE)
