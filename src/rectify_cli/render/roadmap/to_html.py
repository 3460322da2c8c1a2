"""A roadmap as one page that asks for nothing: charts by phase, a card for every task, filters."""

from collections.abc import Iterator, Mapping

from rectify_cli.foundation.struct import Struct
from rectify_cli.render.page.shell import Page, environment, page_of
from rectify_cli.render.roadmap.drawing import (
    SIGNS,
    bar_drawing,
    days_drawing,
    front_drawing,
    ruler_drawing,
)
from rectify_cli.render.roadmap.script import SCRIPT
from rectify_cli.render.roadmap.style import STYLE
from rectify_cli.render.roadmap.template import TEMPLATE
from rectify_cli.render.timeline.signs import signs_of
from rectify_cli.report.roadmap import Roadmap
from rectify_cli.report.roadmap_card import Card
from rectify_cli.report.timeline import Bar, Timeline
from rectify_cli.report.words import Words

_LAMPS = ("red", "yellow", "blue", "green", "done")
_CALLED = frozenset({"red", "yellow", "blue"})
"""Lamps that a row says in words; the others are seen by its bar, and said in its card."""


class _Row(Struct):
    """A bar as the template writes it; `card` is the number of its card."""

    bar: Bar
    card: int
    parts: str
    lamp: str
    said: str
    drawing: str

    @property
    def called(self) -> bool:
        return self.lamp in _CALLED


class _Chart(Struct):
    key: str
    title: str
    rows: tuple[_Row, ...]
    ruler: tuple[tuple[str, str, str], ...]
    back: str
    front: str


class _Entry(Struct):
    """A bar's card; `reasons` are texts with the number of the card of the task that they name."""

    number: int
    bar: Bar
    card: Card
    said: str
    lamp: str
    reasons: tuple[tuple[str, int | None], ...]


def to_html(roadmap: Roadmap) -> Iterator[str]:
    """The page. What the plan says is text in it, whatever it looks like."""
    whole = roadmap.overview
    words = Words(whole.language)
    numbers = {key: number for number, key in enumerate(roadmap.cards)}
    charts = [
        _chart(f"p{at}", part.title, part.timeline, roadmap, numbers)
        for at, part in enumerate(roadmap.parts)
    ]
    every = whole._replace(bars=tuple(bar for part in roadmap.parts for bar in part.timeline.bars))
    body = (
        environment()
        .from_string(TEMPLATE)
        .generate(
            timeline=whole,
            words=words,
            overview=_chart("", words("page-overview"), whole, roadmap, numbers),
            charts=charts,
            entries=list(_entries(roadmap, numbers)),
            owners=roadmap.owners,
            lamps=_lamps(every),
            signs=list(signs_of(every)),
            defined=SIGNS,
        )
    )
    yield from page_of(
        Page(whole.title, whole.language, body, STYLE, whole.edition, "A3 landscape", SCRIPT)
    )


def _chart(
    key: str, title: str, timeline: Timeline, roadmap: Roadmap, numbers: Mapping[str, int]
) -> _Chart:
    words = Words(timeline.language)
    return _Chart(
        key,
        title,
        tuple(_row(bar, timeline, roadmap, numbers, words) for bar in timeline.bars),
        tuple(ruler_drawing(timeline)),
        days_drawing(timeline),
        front_drawing(timeline, numbers),
    )


def _row(
    bar: Bar, timeline: Timeline, roadmap: Roadmap, numbers: Mapping[str, int], words: Words
) -> _Row:
    return _Row(
        bar=bar,
        card=numbers[bar.key],
        parts=" ".join(roadmap.cards[bar.key].parts),
        lamp=_lamp(bar),
        said=_said(bar, words),
        drawing=bar_drawing(bar, timeline),
    )


def _entries(roadmap: Roadmap, numbers: Mapping[str, int]) -> Iterator[_Entry]:
    words = Words(roadmap.overview.language)
    for part in roadmap.parts:
        for bar in part.timeline.bars:
            card = roadmap.cards[bar.key]
            yield _Entry(
                numbers[bar.key],
                bar,
                card,
                _said(bar, words),
                _lamp(bar),
                tuple(
                    (reason.text, None if reason.key is None else numbers.get(reason.key))
                    for reason in card.reasons
                ),
            )


def _lamp(bar: Bar) -> str:
    return "" if bar.progress is None else bar.progress.lamp or ""


def _lamps(timeline: Timeline) -> list[str]:
    """The lamps that are there, the worst first."""
    there = {_lamp(bar) for bar in timeline.bars}
    return [lamp for lamp in _LAMPS if lamp in there]


def _said(bar: Bar, words: Words) -> str:
    """How it stands, in words."""
    if bar.progress is None:
        return ""
    state = words(f"roadmap-state-{bar.progress.state}")
    if bar.progress.state == "dropped":
        return state
    return words.joined((state, *bar.progress.said))
