"""Tallies as a table with headings, and as records."""

from collections.abc import Iterable

from rectify_cli.report.record import Record
from rectify_cli.report.shares import exact, percent
from rectify_cli.report.status_headline import slip_said
from rectify_cli.report.table import Cell, Column, Row, Section, Tone
from rectify_cli.report.tally import SHOWN_LAMPS, Tally
from rectify_cli.report.teller import Teller
from rectify_cli.report.words import Words

NOTHING = "-"


def tally_columns(words: Words, by: str) -> tuple[Column, ...]:
    """The columns of a table by phase, owner, leader, team or tag."""
    lamps = [Column(lamp, words(f"st-{lamp}"), "number") for lamp in SHOWN_LAMPS]
    return (
        Column("key", words("written-id"), "key"),
        Column("title", words(f"by-{by}")),
        Column("done", words("st-done"), "number"),
        Column("share", words("st-share"), "number"),
        Column("expected", words("st-expected-share"), "number"),
        *lamps,
        Column("deadline", words("task-deadline" if by == "phase" else "st-next-due")),
        Column("forecast", words("st-forecast-day")),
    )


def tally_rows(teller: Teller, tallies: Iterable[Tally]) -> tuple[Row, ...]:
    """A row for each of them, coloured by its worst lamp."""
    return tuple(Row(_cells(teller, tally), _tone(tally)) for tally in tallies)


def tally_section(teller: Teller, tallies: Iterable[Tally]) -> Section:
    """All of them under no heading of their own."""
    return Section((), tally_rows(teller, tallies))


def tally_record(tally: Tally) -> Record:
    """One of them for machines."""
    return {
        "key": tally.key,
        "title": tally.title,
        "done": tally.done,
        "total": tally.total,
        "share": exact(tally.share),
        "expected": exact(tally.expected),
        **{lamp: tally.lamps[lamp] for lamp in SHOWN_LAMPS},
        "deadline": tally.due,
        "forecast_finish": tally.forecast_finish,
    }


def _cells(teller: Teller, tally: Tally) -> tuple[Cell, ...]:
    forecast = "" if tally.forecast_finish is None else teller.day(tally.forecast_finish)
    slip = slip_said(tally.slip, teller.words)
    return (
        tally.key,
        tally.title,
        f"{tally.done}/{tally.total}",
        percent(tally.share),
        percent(tally.expected),
        *(tally.lamps[lamp] or NOTHING for lamp in SHOWN_LAMPS),
        NOTHING if tally.due is None else teller.day(tally.due),
        f"{forecast} {slip}".strip() or NOTHING,
    )


def _tone(tally: Tally) -> Tone:
    if tally.lamps["red"]:
        return "bad"
    if tally.lamps["yellow"]:
        return "notice"
    return "faint" if tally.total and tally.done == tally.total else "plain"
