"""Mermaid itself reads the charts: every task on its days, whatever its title tries to say.

The library is npm's `mermaid`, in `node_modules` here.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from rectify_cli.render.timeline.to_mmd import to_mmd
from rectify_cli.report.edition import Edition
from rectify_cli.report.roadmap import bars_of
from rectify_cli.report.selection import EVERYTHING
from rectify_cli.report.source import Source
from rectify_cli.report.timeline import Timeline
from tests.browser.chromium import a_browser, complaints, opened
from tests.golden.test_views import TODAY, scheduled
from tests.hostile.hostile_products import hostile_source
from tests.markdown import ROOT

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.slow

LIBRARY = ROOT / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
_READ = """
const [text, done] = arguments;
mermaid.initialize({startOnLoad: false, maxTextSize: 10000000, securityLevel: "strict"});
(async () => {
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const day = at => new Intl.DateTimeFormat("sv-SE").format(at);
  const tasks = diagram.db.getTasks().map(task => ({
    name: task.task, section: task.section, begin: day(task.startTime), end: day(task.endTime),
    crit: !!task.crit, milestone: !!task.milestone, done: !!task.done,
  }));
  const {svg} = await mermaid.render("chart", text);
  document.body.innerHTML = svg;
  return {title: diagram.db.getDiagramTitle(), tasks};
})().then(done, error => done({error: String(error)}));
"""


@pytest.fixture(scope="module")
def browser() -> "Iterator[Chrome]":
    if not LIBRARY.exists():
        pytest.skip("mermaid is not installed: npm install --no-save mermaid")
    with a_browser() as running:
        yield running


@pytest.fixture
def page(browser: "Chrome", tmp_path: Path) -> "Chrome":
    file = tmp_path / "chart.html"
    file.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><script src="{LIBRARY.as_uri()}"></script>'
    )
    opened(browser, file)
    return browser


def read(page: "Chrome", timeline: Timeline) -> dict[str, Any]:
    found: dict[str, Any] = page.execute_async_script(_READ, "".join(to_mmd(timeline)))
    assert "error" not in found, found["error"][:2_000]
    return found


def expected(timeline: Timeline) -> list[tuple[str, str, bool, bool]]:
    return [
        (
            bar.start.isoformat(),
            (bar.finish + timedelta(days=1)).isoformat(),
            bar.critical,
            bar.shape == "milestone",
        )
        for bar in timeline.bars
        if bar.depth or bar.shape != "summary"
    ]


def told(found: dict[str, Any]) -> list[tuple[str, str, bool, bool]]:
    return [(t["begin"], t["end"], t["crit"], t["milestone"]) for t in found["tasks"]]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_task_stands_on_its_days(page: "Chrome", language: str) -> None:
    today: date = TODAY[language]
    source = Source(scheduled(language), EVERYTHING, language, Edition(today, "0123abcd"))
    timeline = bars_of(source)
    found = read(page, timeline)
    assert found["title"] == timeline.title
    assert told(found) == expected(timeline)
    assert len(page.find_elements("css selector", "rect.task")) == len(found["tasks"])
    phases = [bar.label for bar in timeline.bars if bar.shape == "summary" and not bar.depth]
    assert list(dict.fromkeys(task["section"] for task in found["tasks"]))[-len(phases) :] == phases
    assert complaints(page) == []


def test_hostile_titles_are_titles(page: "Chrome") -> None:
    timeline = bars_of(hostile_source("en"))
    found = read(page, timeline)
    assert told(found) == expected(timeline)
    for what in ("a", "img", "script", "iframe"):
        assert not page.find_elements("css selector", f"svg {what}"), what
    assert json.dumps(found).count("onerror") <= len(found["tasks"])
    assert complaints(page) == []
