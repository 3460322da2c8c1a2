"""The roadmap's page in a real browser: filters, keys, cards, the dark, 400 pixels, paper."""

import base64
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from rectify_cli.progress.assess import assess
from rectify_cli.progress.ledger import gather
from rectify_cli.render.roadmap.to_html import to_html
from rectify_cli.report.edition import Edition
from rectify_cli.report.roadmap import roadmap_of
from rectify_cli.report.selection import EVERYTHING
from rectify_cli.report.source import Source
from rectify_cli.workdays.calendars import Calendars
from tests.browser.chromium import a_browser, asked_for, complaints, media, narrow, opened
from tests.hostile.hostile_products import hostile_source
from tests.pipeline import in_english, schedule_of

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

pytestmark = pytest.mark.slow

PLAN = """\
rectify: 1
title: A plan
start: 2021-03-05
owners:
  office: {title: Office}
  chief: {title: Chief, parent: office}
  a: {title: Unit A}
  b: {title: Unit B}
groups: {units: [a, b]}
phases:
  first:
    title: First phase
    tasks:
      kickoff: {title: Kick-off, owner: chief, on: 2021-03-05}
      reading: {title: Reading, each: units, after: kickoff, duration: 5d, deadline: 2021-03-15}
      inner:
        title: Inner
        tasks:
          deep: {title: Deep work, owner: office, after: kickoff, duration: 3d}
  second:
    title: Second phase
    start: 2021-04-01
    tasks:
      report: {title: Report, owner: office, after: reading, duration: 4d}
"""
DAY = date(2021, 3, 16)


def source() -> Source:
    schedule = schedule_of(PLAN)
    calendars = Calendars(schedule.plan.start, in_english)
    status = assess(schedule, calendars.of, gather(schedule.plan, (), None), DAY)
    return Source(schedule, EVERYTHING, "en", Edition(DAY, "0123abcd"), status=status)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Chrome]":
    with a_browser() as running:
        yield running


@pytest.fixture
def page(browser: "Chrome", tmp_path: Path) -> "Chrome":
    file = tmp_path / "roadmap.html"
    file.write_text("".join(to_html(roadmap_of(source()))), encoding="utf-8")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    media(browser)
    opened(browser, file)
    return browser


def found(page: "Chrome", what: str) -> "list[WebElement]":
    return page.find_elements("css selector", what)


def names(page: "Chrome") -> list[str]:
    """The tasks and summaries that are seen in the phases."""
    rows = found(page, ".part .row")
    return [row.find_element("css selector", "b").text for row in rows if row.is_displayed()]


def choose(page: "Chrome", which: str, text: str) -> None:
    for option in found(page, f"#{which} option"):
        if option.get_property("text") == text:
            option.click()
            return
    raise AssertionError(text)


def test_nothing_is_asked_for_and_nothing_refused(page: "Chrome") -> None:
    assert asked_for(page) == [page.current_url]
    assert complaints(page) == []
    page.execute_script("document.body.setAttribute('style', 'color: red')")
    assert "Content Security Policy" in complaints(page)[0]["message"]  # it is in force


def test_filters_leave_what_they_say(page: "Chrome") -> None:
    every = ["First phase", "Kick-off", "Reading", "Inner", "Deep work", "Second phase", "Report"]
    assert names(page) == every
    choose(page, "by-owner", "Unit A")
    assert names(page) == ["First phase", "Reading"]
    assert found(page, "#shown")[0].text == "1 of 4 tasks"
    choose(page, "by-owner", "Office")  # those below it, too
    assert names(page) == [name for name in every if name != "Reading"]
    choose(page, "by-phase", "Second phase")
    assert names(page) == ["Second phase", "Report"]
    choose(page, "by-lamp", "overdue")
    assert names(page) == []
    assert found(page, "#none")[0].is_displayed()
    found(page, "#reset")[0].click()
    assert names(page) == every
    choose(page, "by-lamp", "overdue")
    # A lamp of deep work's own shows what stands around it, and its card; no other.
    assert "Report" not in names(page)
    assert "Reading" in names(page)
    cards = [card for card in found(page, ".card") if card.is_displayed()]
    assert len(cards) == len(names(page))


def test_arrows_follow_the_rows(page: "Chrome") -> None:
    def ends() -> list[tuple[str | None, str | None, str | None]]:
        return [
            (
                arrow.get_attribute("visibility"),
                arrow.find_elements("css selector", "line")[0].get_attribute("y1"),
                arrow.find_elements("css selector", "line")[-1].get_attribute("y2"),
            )
            for arrow in found(page, ".part .front g")
        ]

    before = ends()
    assert {seen for seen, _, _ in before} == {"visible"}
    choose(page, "by-owner", "Office")
    after = ends()
    assert [seen for seen, _, _ in after].count("hidden") == 1
    assert next(each for each in after if each[0] == "visible")[2] != before[1][2]


def test_a_task_is_shown_with_its_drivers(page: "Chrome") -> None:
    from selenium.webdriver import ActionChains  # noqa: PLC0415 - not where there is no browser

    tip = found(page, "#tip")[0]
    reading = found(page, ".part .row")[2]
    ActionChains(page).move_to_element(reading).perform()
    assert tip.is_displayed()
    assert "after Kick-off, which ends Fri 2021-03-05" in tip.text
    driving = [row.text for row in found(page, ".part .row.drives")]
    assert len(driving) == 1
    assert driving[0].startswith("Kick-off")
    reading.click()
    tip.find_element("css selector", "a").click()
    assert "Kick-off" in tip.find_element("css selector", "h3").text


def test_keys_do_all(page: "Chrome") -> None:
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415 - the same

    tip = found(page, "#tip")[0]
    row = found(page, ".part .row")[0]
    row.send_keys(Keys.ARROW_DOWN)
    assert tip.find_element("css selector", "h3").text == "Kick-off"
    page.switch_to.active_element.send_keys(Keys.END)
    assert tip.find_element("css selector", "h3").text == "Report"
    page.switch_to.active_element.send_keys(Keys.ENTER)
    assert page.switch_to.active_element == tip
    tip.send_keys(Keys.ESCAPE)
    assert not tip.is_displayed()
    assert "Report" in page.switch_to.active_element.text


def test_it_is_read_without_a_script(page: "Chrome") -> None:
    page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page.refresh()
        assert len(names(page)) == 7
        assert not found(page, "#filters")[0].is_displayed()
        found(page, ".part .row")[1].click()
        assert page.current_url.endswith("#c1")
    finally:
        page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def _colour(page: "Chrome", what: str) -> tuple[int, ...]:
    text = found(page, "body")[0].value_of_css_property(what)
    return tuple(map(int, re.findall(r"\d+", text)[:3]))


def test_the_dark_is_dark(page: "Chrome") -> None:
    assert min(_colour(page, "background-color")) > 240
    media(page, prefers_color_scheme="dark")
    assert max(_colour(page, "background-color")) < 60
    assert min(_colour(page, "color")) > 200


@pytest.mark.parametrize("width", [400, 320, 800])
def test_a_narrow_window_is_not_scrolled_sideways(page: "Chrome", width: int) -> None:
    narrow(page, width)
    wide = page.execute_script("return document.documentElement.scrollWidth")
    assert wide <= width
    found(page, ".part .row")[1].click()
    assert found(page, "#tip")[0].is_displayed()
    assert page.execute_script("return document.documentElement.scrollWidth") <= width


def printed(page: "Chrome", file: Path) -> list[str]:
    """The pages' words, as another program reads them."""
    made: dict[str, Any] = page.execute_cdp_cmd(
        "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True}
    )
    file.write_bytes(base64.b64decode(made["data"]))
    text = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True
    ).stdout.decode()
    return text.split("\f")[:-1]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_it_prints_on_a3_by_phase(page: "Chrome", tmp_path: Path) -> None:
    pages = printed(page, tmp_path / "a.pdf")
    assert len(pages) == 3
    assert "Overview" in pages[0]
    assert "First phase" in pages[1]
    assert "Report" in pages[2]
    for number, text in enumerate(pages, 1):
        assert "as of Tue 2021-03-16" in text
        assert "0123abcd" in text
        assert f"page {number} of 3" in text
    size = subprocess.run(
        ["pdfinfo", str(tmp_path / "a.pdf")], check=True, capture_output=True
    ).stdout.decode()
    width, height = map(float, re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", size)[0])
    assert (round(width / 2.8346), round(height / 2.8346)) == (420, 297)


def test_hostile_words_do_nothing(browser: "Chrome", tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    hostile = "".join(to_html(roadmap_of(hostile_source("en"))))
    file.write_text(hostile, encoding="utf-8")
    opened(browser, file)
    assert complaints(browser) == []
    narrow(browser, 400)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 400
    assert browser.execute_script("return document.images.length + document.forms.length") == 0
