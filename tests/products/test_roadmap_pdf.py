"""The roadmap on paper: sheets of A3 by phase, whose words another program reads as words."""

import re
import shutil
import subprocess
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest

from rectify_cli.app import write_file
from rectify_cli.app.write_file import NotWritten, choose_formats
from rectify_cli.render.formats import FORMATS
from rectify_cli.render.roadmap.to_pdf import to_pdf
from rectify_cli.report.edition import Edition
from rectify_cli.report.roadmap import Part, Roadmap
from rectify_cli.report.timeline import Timeline
from tests.commands.program import rectify
from tests.render.test_charts import MONDAY, bar, timeline

PLANS = Path(__file__).parents[2] / "plans"
WUWEI = ("--as-of", "2021-04-08", "plan", "build", "plans/wuwei.yaml", "--product", "roadmap")

needs_typst = pytest.mark.skipif(find_spec("typst") is None, reason="needs typst")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler")


def pages_of(data: bytes) -> list[str]:
    """The text of each page, as it is laid out."""
    words = ["pdftotext", "-layout", "-", "-"]
    ran = subprocess.run(words, input=data, check=True, capture_output=True)
    return ran.stdout.decode().split("\f")[:-1]


def roadmap(*charts: Timeline) -> Roadmap:
    """A roadmap whose phases are these charts."""
    parts = tuple(Part(f"p{at}", f"Part {at}", chart) for at, chart in enumerate(charts))
    return Roadmap(timeline()._replace(edition=Edition(MONDAY, "0123abcd")), parts, {}, ())


@needs_typst
@needs_poppler
def test_a_city_s_plan_is_a_sheet_of_all_and_one_for_each_phase(tmp_path: Path) -> None:
    shutil.copytree(PLANS, tmp_path / "plans")
    assert rectify(tmp_path, *WUWEI, "-o", "墙 图.pdf").code == 0
    path = tmp_path / "墙 图.pdf"
    pages = pages_of(path.read_bytes())
    assert len(pages) == 4
    for at, page in enumerate(pages, 1):
        assert re.search(rf"截至 2021-04-08.*第 {at} 页，共 4 页", page)
    for phase, page in zip(("总览", "学习教育", "查纠整改", "总结提升"), pages, strict=True):
        assert phase in page
    assert re.search(r"1 +全市动员部署会 +市委政法委", pages[1])
    info = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True).stdout.decode()
    assert "1190.55 x 841.89 pts (A3)" in info
    fonts = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True)
    rows = fonts.stdout.decode().splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows), rows


@needs_typst
@needs_poppler
def test_a_long_phase_goes_on_over_several_sheets() -> None:
    tall = timeline(*(bar("work", 0, 3)._replace(label=f"Task{n:03}.") for n in range(100)))
    pages = pages_of(b"".join(to_pdf(roadmap(tall, timeline(bar("work", 1, 2))))))
    assert [re.findall(r"Part \d(?: \(\d/\d\))?", page) for page in pages] == [
        ["Part 0 (1/3)"], ["Part 0 (2/3)"], ["Part 0 (3/3)"], ["Part 1"],
    ]  # fmt: skip
    found = re.findall(r"Task(\d{3})\.", "".join(pages))
    assert found == [f"{n:03}" for n in range(100)]
    assert all("page" in page and "0123abcd" in page for page in pages)


@needs_typst
def test_a_roadmap_without_bars_is_a_page() -> None:
    assert b"".join(to_pdf(roadmap())).startswith(b"%PDF")


@needs_typst
def test_the_bytes_tell_the_day_and_not_the_clock() -> None:
    one, same = (b"".join(to_pdf(roadmap(timeline(bar("work", 0, 3))))) for _ in range(2))
    later = Edition(MONDAY + timedelta(1), "0123abcd")
    other = roadmap(timeline(bar("work", 0, 3)))
    other = other._replace(overview=other.overview._replace(edition=later))
    assert one == same != b"".join(to_pdf(other))


def test_without_the_extra_both_products_say_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(write_file, "find_spec", lambda _: None)
    refused = [choose_formats(["x.pdf"], FORMATS, name) for name in ("taskbook", "roadmap")]
    assert refused[0] == refused[1]
    assert isinstance(refused[0], NotWritten)
    assert "'rectify-cli[pdf]'" in str(refused[0].why)
