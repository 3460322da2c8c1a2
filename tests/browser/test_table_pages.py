"""Tables and the task book in a real browser: no complaint, no sideways scrolling, the dark."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rectify_cli.render.formats import FORMATS, VIEW_FORMATS, Format, writer_of
from rectify_cli.report.catalogue import product
from rectify_cli.report.products import timetable_report
from tests.browser.chromium import a_browser, asked_for, complaints, media, narrow, opened
from tests.hostile.hostile_products import hostile_source

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.slow

PAGES = [form for form in (*FORMATS, *VIEW_FORMATS) if form.ending == ".html"]


@pytest.fixture(scope="module")
def browser() -> "Iterator[Chrome]":
    with a_browser() as running:
        yield running


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", PAGES, ids=lambda form: form.product)
def test_a_page_is_quiet_narrow_and_dark(
    browser: "Chrome", tmp_path: Path, form: Format, language: str
) -> None:
    source = hostile_source(language)
    value = timetable_report(source) if form.product == "view" else product(form.view, source)
    file = tmp_path / "page.html"
    file.write_text("".join(str(part) for part in writer_of(form)(value)), encoding="utf-8")
    opened(browser, file)
    assert asked_for(browser) == [browser.current_url]
    assert complaints(browser) == []
    narrow(browser, 400)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 400
    media(browser, prefers_color_scheme="dark")
    body = browser.find_element("css selector", "body")
    assert body.value_of_css_property("background-color") == "rgba(20, 25, 31, 1)"
    media(browser)
