"""A timeline as a strip of text for each bar, with a ruler above and the signs explained below."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rectify_cli.render.cells import cell_width, cut_to_cells, pad_to_cells
from rectify_cli.render.clean import clean_line
from rectify_cli.render.paint import Piece, paint
from rectify_cli.render.table.headlines import headlines, packed
from rectify_cli.render.timeline.ruler import ruler
from rectify_cli.render.timeline.scale import Scale, scale_for
from rectify_cli.render.timeline.strip import SIGNS, TONES, background, strip, widened
from rectify_cli.report.table import Tone
from rectify_cli.report.timeline import Bar, Timeline

_GAP = "  "
_LEAST_ROOM = 10


def to_terminal(timeline: Timeline, *, width: int, colour: bool) -> Iterator[str]:
    """The screen, line ends included; at most `width` cells a line."""
    yield from headlines(timeline.title, timeline.facts, width, colour=colour)
    yield "\n"
    labels = [_label(bar) for bar in timeline.bars]
    widest = max(map(cell_width, labels), default=0)
    beside = min(widest, max(width // 3, 8), max(width - _LEAST_ROOM - len(_GAP), 1))
    room = max(_LEAST_ROOM, width - beside - len(_GAP))
    scale = scale_for(timeline, room)
    for line in ruler(timeline, scale, room):
        yield " " * beside + _GAP + line + "\n"
    behind = background(timeline, scale)
    drawn = [widened(strip(bar, behind, scale), scale) for bar in timeline.bars]
    for bar, label, text in zip(timeline.bars, labels, drawn, strict=True):
        pieces: list[Piece] = [(_fitted(label, beside) + _GAP, _tone(bar))]
        pieces += _toned(text.rstrip())
        yield paint(pieces, colour=colour).rstrip() + "\n"
    yield "\n"
    for line in packed(legend(timeline, scale, drawn), width):
        yield line + "\n"


def _label(bar: Bar) -> str:
    return "  " * bar.depth + clean_line(bar.named)


def _tone(bar: Bar) -> Tone:
    return "strong" if bar.shape == "summary" else "plain"


def _fitted(label: str, width: int) -> str:
    if cell_width(label) > width:
        label = cut_to_cells(label, width - 2) + ".."
    return pad_to_cells(label, width)


def _toned(text: str) -> Iterator[Piece]:
    """Runs of the same sign in its tone."""
    for sign, run in groupby(text):
        yield "".join(run), TONES.get(sign, "plain")


def legend(timeline: Timeline, scale: Scale, drawn: Iterable[str]) -> list[str]:
    """The signs that were drawn, each with its meaning, and what a column is."""
    used = set("".join(drawn))
    meanings = dict(timeline.legend)
    parts = [f"{sign} {meanings[name]}" for name, sign in SIGNS.items() if sign in used]
    if scale.days == 1:
        parts.append(meanings["per-day"])
    elif scale.days == 7:
        parts.append(meanings["per-week"])
    else:
        parts.append(meanings["per-weeks"].format(n=scale.days // 7))
    return [clean_line(part) for part in parts]
