from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.plan.read_date import read_date, read_day, spaced
from rectify_cli.plan.written import WrittenDay, WrittenRelative
from tests.plan.reading_kit import accepted, read, refused


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)))
def test_every_day_of_the_years_of_plans_is_read_as_iso_writes_it(day: date) -> None:
    found = accepted(read_day, day.isoformat())
    assert found is not None
    assert found.value == day


def test_a_quoted_date_is_a_date() -> None:
    found = accepted(read_date, '"2021-03-05"')
    assert isinstance(found, WrittenDay)
    assert found.value == date(2021, 3, 5)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("2021-3-5", "write 2021-03-05"),
        ("2021/03/05", "write 2021-03-05"),
        ("2021.3.5", "write 2021-03-05"),
        ("20210305", "write 2021-03-05"),
        ("2021年3月5日", "write 2021-03-05"),
        ("2021-03-05T00:00:00Z", "write 2021-03-05"),
        ("2021-03-05 10:30", "write 2021-03-05"),
        ("٢٠٢١-٠٣-٠٥", "write 2021-03-05"),
        ("２０２１-０３-０５", "write 2021-03-05"),
        ("5.3.2021", "write it like 2021-03-05"),
        ("3/5/2021", "write it like 2021-03-05"),
        ("5", "write it like 2021-03-05"),
        ("2021/13/45", "write it like 2021-03-05"),
        ("1960/1/1", "write it like 2021-03-05"),
        ("99999-01-01", "write it like 2021-03-05"),
        ("3月5日", "write it like 2021-03-05"),
        ("2021-02-30", "2021-02 has 28 days"),
        ("2021-00-10", "months run from 01 to 12; the order is year-month-day"),
        ("2021-30-01", "months run from 01 to 12; the order is year-month-day"),
        ("2021-04-00", "2021-04 has 30 days"),
    ],
)
def test_what_means_a_day_but_is_none_is_told_the_right_form(text: str, fix: str) -> None:
    assert refused(read_date, text) == ("bad-date", fix)
    assert refused(read_day, text) == ("bad-date", fix)


@pytest.mark.parametrize("text", ["1969-12-31", "2200-01-01", "0000-01-01", "9999-12-31"])
def test_years_that_no_plan_speaks_of(text: str) -> None:
    assert refused(read_date, text) == ("too-large", "write a year from 1970 to 2199")


@pytest.mark.parametrize("text", ["kickoff", "May", "kickoff + 2d", "[2021-03-05]", "{a: 1}"])
def test_a_day_is_not_counted_from_anything(text: str) -> None:
    assert refused(read_day, text) == ("bad-date", "write it like 2021-03-05")


@pytest.mark.parametrize(
    ("text", "reference", "point", "offset"),
    [
        ("kickoff", "kickoff", "finish", None),
        ("kickoff.start", "kickoff", "start", None),
        ("study.kickoff.finish", "study.kickoff", "finish", None),
        ("start", None, "start", None),
        ("finish", None, "finish", None),
        ("start - 2d", None, "start", (-2, "d")),
        ("kickoff + 2d", "kickoff", "finish", (2, "d")),
        ("a.b.start  -  1w", "a.b", "start", (-1, "w")),
        ("学习.动员会 + 3ed", "学习.动员会", "finish", (3, "ed")),
        ("kick-off + 1ew", "kick-off", "finish", (1, "ew")),
        ("kickoff-2d", "kickoff-2d", "finish", None),
        ("5.finish", "5", "finish", None),
        ("x + 0d", "x", "finish", (0, "d")),
    ],
)
def test_a_date_counted_from_a_task(
    text: str, reference: str | None, point: str, offset: tuple[int, str] | None
) -> None:
    found = accepted(read_date, text)
    assert isinstance(found, WrittenRelative)
    assert (found.reference, found.point) == (reference, point)
    length = found.offset
    assert (length and (length.count, length.unit)) == offset


@pytest.mark.parametrize(
    ("text", "rule", "fix"),
    [
        ("kickoff+2d", "bad-date", "write kickoff + 2d: spaces stand round the sign"),
        ("kickoff +2d", "bad-date", "write kickoff + 2d: spaces stand round the sign"),
        ("kickoff+ 2d", "bad-date", "write kickoff + 2d: spaces stand round the sign"),
        ("kickoff -2d", "bad-date", "write kickoff - 2d: spaces stand round the sign"),
        ("kickoff- 2d", "bad-date", "write kickoff - 2d: spaces stand round the sign"),
        ("kickoff + 2 days", "bad-length", "write 2d (workdays) or 2ed (calendar days)"),
        ("kickoff + 2days", "bad-length", "write 2d (workdays) or 2ed (calendar days)"),
        ("2021-03-05 + 2d", "bad-date", "write the day itself"),
        ("2021-03-05+2d", "bad-date", "write the day itself"),
        ("start.finish", "bad-date", "write 2021-03-05, or count from a task: kickoff + 2d"),
        ("a..b", "bad-date", "write 2021-03-05, or count from a task: kickoff + 2d"),
        (".start", "bad-date", "write 2021-03-05, or count from a task: kickoff + 2d"),
        ("[a]", "bad-date", "write 2021-03-05, or count from a task: kickoff + 2d"),
    ],
)
def test_any_other_form_is_refused(text: str, rule: str, fix: str) -> None:
    assert refused(read_date, text) == (rule, fix)


def test_what_a_name_with_a_minus_may_have_meant() -> None:
    assert spaced("kickoff-2d") == "kickoff - 2d"
    assert spaced("phase-2-10ed") == "phase-2 - 10ed"
    assert spaced("kick-off") is None


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_no_text_is_too_odd_to_be_answered(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    if not all(each.isprintable() for each in text):
        return
    value, findings = read(read_date, quoted)
    assert (value is None) == bool(findings)
