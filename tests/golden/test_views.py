"""What people and machines see of a schedule, kept as files: two plans through every view.

A changed look is written anew with `RECTIFY_WRITE_GOLDENS=1 pytest tests/golden`, and reviewed.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from rectify_cli.app.build import build_record, build_report
from rectify_cli.app.chart import draw_chart
from rectify_cli.app.here import Here
from rectify_cli.app.schedule import Scheduled, load_and_schedule
from rectify_cli.app.show import TaskView, show_task
from rectify_cli.app.why import explain_dates
from rectify_cli.render.formats import FORMATS, format_of, writer_of
from rectify_cli.render.record.to_json import to_json
from rectify_cli.render.table.to_screen import to_screen
from rectify_cli.render.timeline.to_screen import to_screen as chart_to_screen
from rectify_cli.report.catalogue import product
from rectify_cli.report.edition import Edition
from rectify_cli.report.selection import EVERYTHING
from rectify_cli.report.source import Source
from rectify_cli.report.table import Report
from rectify_cli.schedule.model import Schedule

FOLDER = Path(__file__).parent / "views"
TODAY = {"en": date(2026, 4, 1), "zh": date(2021, 4, 8)}

Look = Callable[[Schedule, str], Iterator[str]]


@cache
def loaded(language: str) -> Scheduled:
    here = Here(FOLDER / language, None, None, None, datetime(2026, 3, 2, tzinfo=UTC))
    found = load_and_schedule(Path("plan.yaml"), here)
    assert isinstance(found, Scheduled)
    assert not found.has_errors, found.findings
    return found


def scheduled(language: str) -> Schedule:
    schedule = loaded(language).schedule
    assert schedule is not None
    return schedule


def build(width: int | None, *, colour: bool = False) -> Look:
    return lambda schedule, language: to_screen(
        build_report(schedule, EVERYTHING, language), width=width, colour=colour
    )


def build_file(ending: str) -> Look:
    form = format_of(FORMATS, ending)
    assert form is not None

    def look(schedule: Schedule, language: str) -> Iterator[str]:
        source = Source(schedule, EVERYTHING, language, Edition(TODAY[language], "0123abcd"))
        for part in writer_of(form)(product(form.view, source)):
            assert isinstance(part, str)
            yield part

    return look


def build_json(schedule: Schedule, language: str) -> Iterator[str]:
    return to_json(build_record(schedule, EVERYTHING))


def each_task(of: Callable[[Schedule, str, str], TaskView]) -> Callable[[int | None], Look]:
    def with_width(width: int | None) -> Look:
        def look(schedule: Schedule, language: str) -> Iterator[str]:
            for task in schedule.plan.tasks:
                if schedule.by_task[task.index]:
                    yield from screen(of(schedule, task.path, language).report, width)
                    yield "\n--\n"

        return look

    return with_width


def screen(report: Report, width: int | None) -> Iterator[str]:
    return to_screen(report, width=width, colour=False)


def shown(schedule: Schedule, path: str, language: str) -> TaskView:
    view = show_task(schedule, path, language)
    assert isinstance(view, TaskView)
    return view


def explained(schedule: Schedule, path: str, language: str) -> TaskView:
    view = explain_dates(schedule, path, None, language)
    assert isinstance(view, TaskView)
    return view


def records(of: Callable[[Schedule, str, str], TaskView]) -> Look:
    def look(schedule: Schedule, language: str) -> Iterator[str]:
        for task in schedule.plan.tasks:
            if schedule.by_task[task.index]:
                yield from to_json(of(schedule, task.path, language).record)

    return look


def chart(width: int | None, *, colour: bool = False) -> Look:
    return lambda schedule, language: chart_to_screen(
        draw_chart(schedule, EVERYTHING, TODAY[language], language).timeline,
        width=width,
        colour=colour,
    )


def chart_json(schedule: Schedule, language: str) -> Iterator[str]:
    return to_json(draw_chart(schedule, EVERYTHING, TODAY[language], language).record)


LOOKS: dict[str, Look] = {
    "build-80.txt": build(80),
    "build-200-colour.txt": build(200, colour=True),
    "build-40.txt": build(40),
    "build-piped.txt": build(None),
    "build.json": build_file(".json"),
    "build.csv": build_file(".csv"),
    "build.md": build_file(".md"),
    "roadmap.svg": build_file(".svg"),
    "roadmap.mmd": build_file(".mmd"),
    "show-80.txt": each_task(shown)(80),
    "show-piped.txt": each_task(shown)(None),
    "show.json": records(shown),
    "why-80.txt": each_task(explained)(80),
    "why-piped.txt": each_task(explained)(None),
    "why.json": records(explained),
    "chart-80.txt": chart(80),
    "chart-200-colour.txt": chart(200, colour=True),
    "chart-40.txt": chart(40),
    "chart-piped.txt": chart(None),
    "chart.json": chart_json,
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", LOOKS)
def test_a_view(name: str, language: str) -> None:
    text = "".join(LOOKS[name](scheduled(language), language))
    golden = FOLDER / language / name
    if os.environ.get("RECTIFY_WRITE_GOLDENS"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
