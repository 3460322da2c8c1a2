"""Every product in every format, of texts that try to act: all of them are there, none does."""

from collections.abc import Iterable
from importlib.util import find_spec

import pytest

from rectify_cli.app.write_file import _encoded
from rectify_cli.render.formats import FORMATS, VIEW_FORMATS, Format, writer_of
from rectify_cli.render.reminder.to_docx import to_docx as slips_to_docx
from rectify_cli.render.reminder.to_eml import to_eml
from rectify_cli.render.returns.to_xlsx import to_xlsx as forms_to_xlsx
from rectify_cli.report.catalogue import product
from rectify_cli.report.products import timetable_report
from rectify_cli.report.reminders import reminders
from rectify_cli.report.returns import reporting_units, return_form
from tests.hostile.hostile_products import hostile_source
from tests.hostile.inert import ACTS, JUDGES


def _name(form: Format) -> str:
    return f"{form.product}{form.ending}"


def _value(form: Format, language: str) -> object:
    source = hostile_source(language)
    if form.product != "view":
        return product(form.view, source)
    views = {"record": "schedule", "timeline": "bars"}
    if form.view == "report":
        return timetable_report(source)
    return product(views[form.view], source)


def written(form: Format, language: str) -> bytes:
    parts: Iterable[str] | Iterable[bytes] = writer_of(form)(_value(form, language))
    return b"".join(_encoded(parts))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", [*FORMATS, *VIEW_FORMATS], ids=_name)
def test_nothing_acts(form: Format, language: str) -> None:
    if form.extra is not None and find_spec(form.extra[1]) is None:
        pytest.skip(f"needs {form.extra[1]}")
    data = written(form, language)
    assert data
    JUDGES[form.ending](data)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_acts_in_what_goes_to_units(language: str) -> None:
    source = hostile_source(language)
    assert source.status is not None
    for unit in reporting_units(source.status):
        form = return_form(source.status, unit, language, source.edition)
        JUDGES[".xlsx"](forms_to_xlsx(form))
    found = reminders(source.status, language, None, leaders=False)
    assert len(found) > 1
    for each in found:
        JUDGES[".eml"](to_eml(each, language))
    JUDGES[".docx"](slips_to_docx(found, language, source.edition))


def test_every_ending_has_a_judge() -> None:
    assert {form.ending for form in (*FORMATS, *VIEW_FORMATS)} <= set(JUDGES)


def test_a_judge_sees_what_acts() -> None:
    for ending in (".json", ".csv", ".md", ".html", ".svg", ".xml", ".ics", ".mmd"):
        with pytest.raises(AssertionError):
            JUDGES[ending]('{"a": "\x1b\u202e"}'.encode())
    with pytest.raises(AssertionError):
        JUDGES[".csv"](b"a,b\n=1,2\n")
    with pytest.raises(AssertionError):
        JUDGES[".html"](b"<p onclick=x>Content-Security-Policy</p>")
    assert ACTS.search("\x1b")
