"""The roadmap: an overview of the phases, a chart of each, and what is to be said of every bar.

A picture shows the whole as one timeline; a page shows the parts, each over days of its own.
"""

from collections.abc import Iterator, Mapping

from rectify_cli.foundation.struct import Struct
from rectify_cli.report.chart import chart, framed
from rectify_cli.report.roadmap_card import Card, card_of
from rectify_cli.report.roadmap_owners import Choice, Owners, owners_of
from rectify_cli.report.selection import shown
from rectify_cli.report.source import Source
from rectify_cli.report.timeline import Bar, Timeline
from rectify_cli.report.words import Words


class Part(Struct):
    """A phase's bars, its own first; what stands outside all phases is a part without a key."""

    key: str
    title: str
    timeline: Timeline


class Roadmap(Struct):
    """A whole roadmap. `cards` has one for every bar, by its key; `owners` who has a part in what.

    `overview` holds the phases only, and nothing where there are none.
    """

    overview: Timeline
    parts: tuple[Part, ...]
    cards: Mapping[str, Card]
    owners: tuple[Choice, ...]


def bars_of(source: Source) -> Timeline:
    """The whole as one timeline, for a picture."""
    made = chart(
        source.schedule,
        source.selection,
        source.edition.as_of,
        source.language,
        source.status,
    )
    return made._replace(edition=source.edition)


def roadmap_of(source: Source) -> Roadmap:
    """The roadmap of what a selection leaves."""
    whole = bars_of(source)
    owners = owners_of(source.schedule, shown(source.schedule, source.selection))
    outer = [bar for bar in whole.bars if not bar.depth and bar.shape == "summary"]
    return Roadmap(
        overview=whole._replace(bars=tuple(outer), arrows=()),
        parts=tuple(_parts(source, whole)),
        cards=_cards(source, whole, owners),
        owners=owners.choices,
    )


def _parts(source: Source, whole: Timeline) -> Iterator[Part]:
    inside: dict[str, list[Bar]] = {}
    at = ""
    for bar in whole.bars:
        if not bar.depth:
            at = bar.key if bar.shape == "summary" else ""
        inside.setdefault(at, []).append(bar)
    chosen = source.selection
    for key, bars in inside.items():
        first = chosen.first or min(bar.start for bar in bars)
        last = chosen.last or max(bar.last for bar in bars)
        title = bars[0].label if key else Words(source.language)("roadmap-tasks")
        yield Part(key, title, framed(whole, source.schedule, bars, first, max(first, last)))


def _cards(source: Source, whole: Timeline, owners: Owners) -> dict[str, Card]:
    tasks = {task.path: task for task in source.schedule.plan.tasks}
    return {
        bar.key: card_of(source.schedule, tasks[bar.key], bar, owners, source.language)
        for bar in whole.bars
    }
