"""What people and machines see of a plan's progress: two plans, a story of reports each.

A changed look is written anew with `RECTIFY_WRITE_GOLDENS=1 pytest tests/golden`, and reviewed.
"""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from rectify_cli.app.assess import Told, assess_told
from rectify_cli.app.brief import make_brief, make_trend, period
from rectify_cli.app.headline import headline
from rectify_cli.app.schedule import Scheduled
from rectify_cli.app.status import Asked, resolve_choice, status_as_record, status_reports
from rectify_cli.app.today import Span, day_record, day_report
from rectify_cli.progress.ledger import gather
from rectify_cli.progress.status import Status
from rectify_cli.render.record.to_json import to_json
from rectify_cli.render.table.to_md import to_md
from rectify_cli.render.table.to_screen import to_screen
from rectify_cli.report.status_choice import Choice
from rectify_cli.report.table import Report
from tests.golden.test_views import FOLDER, TODAY, loaded
from tests.progress.story import reports

Look = Callable[[Told, str], Iterator[str]]

STORIES = {
    "en": """
        2026-03-04 progress scope.gap 50
        2026-03-10 done scope.gap
        2026-03-10 done scope.charter
        2026-03-18 start scope.evidence by=ana
        2026-03-19 progress scope.evidence 40 by=ana
        2026-03-19 progress scope.evidence 60 by=ben sees=4
        2026-03-20 progress fix.logging 40
        2026-03-27 count fix.training 200
        2026-03-31 block fix.access unit=crm why="the vendor has not sent the role list"
    """,
    "zh": """
        2021-03-05 done study.kickoff
        2021-03-08 done study.unit-kickoffs unit=unit-1
        2021-03-10 done study.programme
        2021-03-12 done study.weekly-return unit=unit-1
        2021-03-15 done study.reading unit=unit-1
        2021-03-26 count study.suggestions 116
        2021-04-07 count study.suggestions +30
    """,
}


@cache
def told(language: str) -> Told:
    found: Scheduled = loaded(language)
    assert found.schedule is not None
    assert found.calendars is not None
    ledger = gather(found.schedule.plan, reports(STORIES[language]))
    assert not ledger.orphans, ledger.orphans
    return Told(found.schedule, found.calendars, ledger, ())


@cache
def status(language: str) -> Status:
    return assess_told(told(language), TODAY[language])


def lines(*shown: Report, width: int | None, colour: bool = False) -> Iterator[str]:
    for report in shown:
        yield from to_screen(report, width=width, colour=colour)
        yield "--\n"


def screens(width: int | None, *, colour: bool = False) -> Look:
    """The status by everything that it can be grouped by, and every task."""

    def look(_: Told, language: str) -> Iterator[str]:
        found = status(language)
        for asked in (
            *(Asked(by) for by in ("phase", "owner", "lead", "team", "unit", "group", "tag")),
            Asked(everything=True),
            Asked(lamps=("red",)),
            Asked(states=("waiting", "done")),
        ):
            choice = resolve_choice(found.schedule.plan, asked)
            assert isinstance(choice, Choice)
            yield f"== {asked}\n"
            shown = status_reports(found, choice, language, whole=False)
            yield from lines(*shown, width=width, colour=colour)

    return look


def one_screen(width: int) -> Look:
    return lambda _, language: lines(
        *status_reports(status(language), Choice(), language, whole=False), width=width
    )


def days(width: int | None) -> Look:
    spans: tuple[Span, ...] = ("today", "week", "next")
    owner = {"en": "ops", "zh": "group"}

    def look(_: Told, language: str) -> Iterator[str]:
        found = status(language)
        for whose in (None, owner[language]):
            for span in spans:
                yield f"== {span} {whose}\n"
                report = day_report(found, span, whose, language, whole=False)
                yield from lines(report, width=width)

    return look


def digest(width: int | None) -> Look:
    def look(story: Told, language: str) -> Iterator[str]:
        first, last = period(None, None, TODAY[language])
        yield from lines(make_brief(story, first, last, language).report, width=width)

    return look


def digest_file(story: Told, language: str) -> Iterator[str]:
    first, last = period(None, None, TODAY[language])
    return to_md(make_brief(story, first, last, language).report)


def digest_json(story: Told, language: str) -> Iterator[str]:
    first, last = period(None, None, TODAY[language])
    return to_json(make_brief(story, first, last, language).record)


def burn_up(width: int | None) -> Look:
    return lambda story, language: lines(
        make_trend(story, status(language), language).report, width=width
    )


def days_json(_: Told, language: str) -> Iterator[str]:
    spans: tuple[Span, ...] = ("today", "week", "next")
    for span in spans:
        yield from to_json(day_record(status(language), span, None))


LOOKS: dict[str, Look] = {
    "status-80.txt": screens(80),
    "status-200-colour.txt": screens(200, colour=True),
    "status-40.txt": one_screen(40),
    "status-piped.txt": screens(None),
    "status.json": lambda _, language: to_json(status_as_record(status(language), Choice())),
    "days-80.txt": days(80),
    "days-piped.txt": days(None),
    "days.json": days_json,
    "brief-80.txt": digest(80),
    "brief.md": digest_file,
    "brief.json": digest_json,
    "trend-80.txt": burn_up(80),
    "trend.json": lambda story, language: to_json(
        {"trend": make_trend(story, status(language), language).record["trend"]}
    ),
    "front-80.txt": lambda _, language: lines(headline(status(language), language), width=80),
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", LOOKS)
def test_a_view_of_progress(name: str, language: str) -> None:
    text = "".join(LOOKS[name](told(language), language))
    golden: Path = FOLDER / language / name
    if os.environ.get("RECTIFY_WRITE_GOLDENS"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
