"""The files that leave the terminal, read by programs that know nothing of ours."""

import csv
import io
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from rectify_cli.render.formats import FORMATS
from tests.commands.program import rectify

ROOT = Path(__file__).parents[2]
AS_OF = ("--as-of", "2021-04-08")
WUWEI = ("plan", "build", "plans/wuwei.yaml")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The city's plan, with what was reported of its first task."""
    folder = tmp_path_factory.mktemp("city")
    shutil.copytree(ROOT / "plans", folder / "plans")
    done = ("--plan", "plans/wuwei.yaml", "done", "study.kickoff", "--on", "2021-03-05")
    assert rectify(folder, *done, RECTIFY_BY="li").code == 0
    return folder


def build(folder: Path, name: str, product: str) -> Path:
    ran = rectify(folder, *AS_OF, *WUWEI, "--product", product, "-o", name)
    assert ran.code == 0, ran.err
    return folder / name


def test_the_timetable_is_a_sheet_of_all_and_one_for_each_phase(city: Path) -> None:
    book = load_workbook(build(city, "t.xlsx", "timetable"))
    assert book.sheetnames[:4] == ["全部", "学习教育", "查纠整改", "总结提升"]
    for sheet in book.worksheets[:4]:
        assert sheet.freeze_panes == "D2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
    rows = list(book["全部"].iter_rows(min_row=2, values_only=True))
    days = {row[0] for row in rows}
    assert all(isinstance(day, datetime) for day in days)
    # A make-up workday is there, a day of the May holiday is not.
    assert datetime(2021, 4, 25) in days  # noqa: DTZ001 - a cell has no zone
    assert datetime(2021, 5, 3) not in days  # noqa: DTZ001 - the same
    assert len(rows) == sum(len(list(s.iter_rows(min_row=2))) for s in book.worksheets[1:4])


def test_columns_are_wide_enough_for_chinese(city: Path) -> None:
    sheet = load_workbook(build(city, "t.xlsx", "timetable"))["全部"]
    heading = [cell.value for cell in sheet[1]]
    # Neighbours of one width are one entry.
    owner = next(
        d.width
        for d in sheet.column_dimensions.values()
        if 10 in range(d.min or 0, (d.max or 0) + 1)
    )
    assert heading[9] == "责任单位"
    longest = max(len(str(cell.value or "")) for cell in sheet["J"])
    assert owner >= 2 * min(longest, 20)


def test_a_row_is_as_high_as_what_is_broken_in_it(city: Path) -> None:
    """LibreOffice and WPS do not ask again how high a row is when they open a sheet."""
    sheet = load_workbook(build(city, "l.xlsx", "ledger")).worksheets[0]
    why = next(cell.column for cell in sheet[1] if cell.value == "说明")
    for row in range(2, sheet.max_row + 1):
        text = str(sheet.cell(row, why).value or "")
        lines = (sheet.row_dimensions[row].height or 15) / 16.5
        assert 2 * len(text) < 36 * max(lines, 1) + 36, text
    heights = {sheet.row_dimensions[row].height for row in range(2, sheet.max_row + 1)}
    assert None in heights
    assert 33 in heights


def test_the_task_book_is_a_table_for_every_task(city: Path) -> None:
    document = Document(str(build(city, "b.docx", "taskbook")))
    text = "\n".join(cell.text for table in document.tables for row in table.rows
                     for cell in row.cells)  # fmt: skip
    text += "\n".join(paragraph.text for paragraph in document.paragraphs)
    for word in ("全市动员部署会", "市委政法委", "市委书记", "2021-03-05", "议程审定"):
        assert word in text, word
    # What the linked implementation plan says stands in the book.
    plan_text = (ROOT / "plans" / "documents" / "kickoff.md").read_text(encoding="utf-8")
    line = next(each for each in plan_text.splitlines() if each and not each.startswith("#"))
    assert line.strip("*-0123456789. ")[:12] in text
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia"))
    assert any(
        row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None
        for table in document.tables
        for row in table.rows[:1]
    )


def test_an_office_s_letterhead_lies_under_the_task_book(city: Path) -> None:
    head = Document()
    head.sections[0].header.paragraphs[0].text = "中共某市委文件"
    head.save(str(city / "head.docx"))
    words = ("--product", "taskbook", "--template", "head.docx", "-o", "h.docx")
    assert rectify(city, *AS_OF, *WUWEI, *words).code == 0
    written = Document(str(city / "h.docx"))
    assert written.sections[0].header.paragraphs[0].text == "中共某市委文件"
    assert len(written.tables) > 10


def test_the_ledger_tells_states_and_every_unit(city: Path) -> None:
    book = load_workbook(build(city, "l.xlsx", "ledger"))
    tasks = list(book.worksheets[0].iter_rows(values_only=True))
    heading = list(tasks[0])
    state, number = heading.index("状态"), heading.index("编号")
    states = {row[number]: row[state] for row in tasks[1:]}
    assert len(states) == 58
    assert states["study.kickoff"] == "办结"
    assert states["study.unit-kickoffs"] == "未报"
    units = list(book.worksheets[1].iter_rows(min_row=2, values_only=True))
    assert sum(row[3] == "study.unit-kickoffs" for row in units) == 311


def test_a_csv_for_chinese_readers_has_its_mark(city: Path) -> None:
    data = build(city, "l.csv", "ledger").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == 58


@pytest.mark.parametrize(
    ("product", "ending"),
    sorted({(form.product, form.ending) for form in FORMATS if form.extra is None}),
)
def test_the_same_day_gives_the_same_bytes(city: Path, product: str, ending: str) -> None:
    first = build(city, f"one{ending}", product).read_bytes()
    assert first == build(city, f"two{ending}", product).read_bytes()


def test_every_page_says_its_day_and_revision(city: Path) -> None:
    sheet = load_workbook(build(city, "t.xlsx", "timetable")).worksheets[0]
    assert sheet.oddFooter is not None
    foot = str(sheet.oddFooter.to_tree("oddFooter").text)
    assert "2021-04-08" in foot
    assert "&P" in foot


def test_what_a_product_cannot_be_is_refused(city: Path) -> None:
    ran = rectify(city, *WUWEI, "--product", "ledger", "-o", "x.docx")
    assert (ran.code, ran.out) == (2, "")
    assert ".xlsx" in ran.err
    ran = rectify(city, *WUWEI, "--product", "leger", "-o", "x.xlsx")
    assert ran.code == 2
    assert "ledger" in ran.err
    assert not (city / "x.docx").exists()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("product", "name", "word"),
    [
        ("timetable", "t.xlsx", "全市动员部署会"),
        ("taskbook", "b.docx", "责任单位"),
        ("ledger", "l.xlsx", "全市动员部署会"),
    ],
)
def test_libreoffice_prints_it(
    city: Path, tmp_path: Path, product: str, name: str, word: str
) -> None:
    path = build(city, name, product)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(path)], check=True, capture_output=True, timeout=180)
    pdf = tmp_path / f"{path.stem}.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext") is not None:
        read = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True)
        assert word in read.stdout.decode("utf-8")
