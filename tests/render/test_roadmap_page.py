"""The roadmap's page as a text: what it holds, its size; no browser is needed."""

import re
from datetime import date
from pathlib import Path

import pytest

from rectify_cli.render.roadmap.to_html import to_html
from rectify_cli.report.edition import Edition
from rectify_cli.report.roadmap import roadmap_of
from rectify_cli.report.selection import EVERYTHING
from rectify_cli.report.source import Source
from tests.commands.program import rectify
from tests.hostile.hostile_products import hostile_source
from tests.pipeline import schedule_of

PLANS = Path(__file__).parent.parent.parent / "plans"
PLAN = """\
rectify: 1
title: A plan
start: 2021-03-05
phases:
  first:
    tasks:
      one: {title: One, on: 2021-03-05, links: ['https://example.org/?a=1&b=2']}
      two: {title: Two, after: one, duration: 3d}
"""


def page(source: Source) -> str:
    return "".join(to_html(roadmap_of(source)))


def plain(text: str = PLAN) -> Source:
    return Source(schedule_of(text), EVERYTHING, "en", Edition(date(2021, 3, 8), "0123abcd"))


def test_only_a_web_address_is_followed() -> None:
    text = page(plain())
    assert '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">' in text
    assert '<a href="javascript' not in page(hostile_source("en"))


def test_every_bar_has_its_card_and_every_reference_its_end() -> None:
    text = page(plain())
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    assert sum(each.startswith("c") for each in ids) == 3


def test_what_is_not_reported_has_no_lamps() -> None:
    assert not re.findall(r'data-l="\w', page(plain()))
    assert re.findall(r'data-l="\w', page(hostile_source("en")))


def test_a_plan_without_tasks_has_a_page() -> None:
    text = page(plain("rectify: 1\ntitle: Empty\nstart: 2021-03-05\n"))
    assert "<h1>Empty</h1>" in text


def test_the_same_input_gives_the_same_bytes() -> None:
    assert page(plain()) == page(plain())


@pytest.mark.parametrize("plan", ["wuwei.yaml", "iso27001.yaml"])
def test_a_real_page_is_small(tmp_path: Path, plan: str) -> None:
    file = tmp_path / "roadmap.html"
    ran = rectify(PLANS, "plan", "build", plan, "-o", str(file), "--as-of", "2021-04-08")
    assert ran.code == 0, ran.err
    assert file.stat().st_size <= 200_000
    assert not re.findall(rb"\ssrc=|url\((?!#)|@import", file.read_bytes())
