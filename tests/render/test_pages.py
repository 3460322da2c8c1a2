"""Every page for a browser: the same policy, nothing from outside; tables as pages."""

import re
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from hashlib import sha256

import pytest

from rectify_cli.render.formats import FORMATS, VIEW_FORMATS, Format, writer_of
from rectify_cli.render.table.to_html import to_html
from rectify_cli.report.catalogue import product
from rectify_cli.report.edition import Edition
from rectify_cli.report.products import timetable_report
from rectify_cli.report.table import Column, Report, Row, Section
from tests.hostile.hostile_products import hostile_source

PAGES = [form for form in (*FORMATS, *VIEW_FORMATS) if form.ending == ".html"]
COLUMNS = (
    Column("id", "id", "key"),
    Column("title", "Title"),
    Column("n", "Count", "number"),
    Column("note", "Note", "note"),
)


def table(*sections: Section, **more: object) -> Report:
    fields: dict[str, object] = {"edition": Edition(date(2021, 3, 5), "0123abcd"), **more}
    return Report("T", "en", COLUMNS, sections, **fields)  # type: ignore[arg-type]


def page(report: Report) -> str:
    return "".join(to_html(report))


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", PAGES, ids=lambda form: form.product)
def test_the_policy_names_what_is_ours_and_nothing_else(form: Format, language: str) -> None:
    source = hostile_source(language)
    value = timetable_report(source) if form.product == "view" else product(form.view, source)
    text = "".join(str(part) for part in writer_of(form)(value))
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert policy == "; ".join(
        (
            "default-src 'none'",
            f"style-src {hashed(style)}",
            *(f"script-src {hashed(script)}" for script in scripts),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    assert f'<html lang="{language}">' in text
    for tag in re.findall(r"<[a-z][^>]*>", text):
        assert not re.search(r'\s(style|on\w+|src)=["\']', tag), tag


def test_a_foot_cannot_leave_its_quotes() -> None:
    text = page(table(edition=Edition(date(2021, 3, 5), '"} body { display: none } /*')))
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert "body { display: none }" not in style
    assert "\\22 \\7d \\20 " in style


def test_a_table_holds_what_a_person_reads() -> None:
    bad = Row(("k", "a<b", 3, "x"), "bad", ("more & more",))
    text = page(table(Section(("Mon", "day 1"), (bad,)), Section(("Off",)), notes=("That is all",)))
    assert '<tr class="bad"><td class="short">a&lt;b</td><td class="number">3</td>' in text
    assert '<td class="short">x<div>more &amp; more</div></td>' in text
    assert "<span>Mon</span><span>day 1</span>" in text
    assert "<span>Off</span>" in text
    assert ">id<" not in text
    assert ">k<" not in text
    assert "<p>That is all</p>" in text
    assert "as of Fri 2021-03-05, plan 0123abcd" in text


def test_a_table_is_written_while_it_is_made() -> None:
    made = 0

    def sections() -> Iterator[Section]:
        nonlocal made
        for made in range(1, 101):
            yield Section((f"day {made}",), (Row(("k", "a", 1, "")),))

    parts = iter(to_html(table()._replace(sections=sections())))
    assert "day 1" in parts
    assert made < 3
    assert "day 100<" in "".join(parts)


def test_many_columns_lie_on_their_side() -> None:
    wide = tuple(Column(f"c{n}", f"C{n}") for n in range(7))
    assert "size: A4;" in page(table())
    assert "size: A4 landscape;" in page(table()._replace(columns=wide))
