from datetime import date

import pytest

from rectify_cli.plan.read_calendar import (
    read_country,
    read_day_labels,
    read_timezone,
    read_week,
)
from tests.plan.reading_kit import accepted, read, refused

LABELLED = "{2021-03-15: audit, 2021-03-17..2021-03-19: fair, 2021-03-20: }"


def test_weeks() -> None:
    assert accepted(read_week, "[mon, tue, wed, thu, fri]") == (0, 1, 2, 3, 4)
    assert accepted(read_week, "[sun, mon, sun]") == (0, 6)
    assert accepted(read_week, "sat") == (5,)
    assert accepted(read_week, "[]") == ()


@pytest.mark.parametrize(
    ("text", "rule", "fix"),
    [
        ("[Monday]", "bad-value", "write mon"),
        ("[THU]", "bad-value", "write thu"),
        ("[周一]", "bad-value", "write mon"),
        ("[thr]", "bad-value", "did you mean 'thu'?"),
        ("[星期天]", "bad-value", "write sun"),
        ("mon-fri", "bad-value", "write one of mon tue wed thu fri sat sun"),
        ("[1]", "bad-value", "write one of mon tue wed thu fri sat sun"),
        ("[[mon]]", "wrong-type", "write one of mon tue wed thu fri sat sun"),
        ("{mon: 1}", "wrong-type", "write one of mon tue wed thu fri sat sun"),
    ],
)
def test_what_is_no_weekday(text: str, rule: str, fix: str) -> None:
    assert refused(read_week, text) == (rule, fix)


def test_days_alone_in_a_list_and_with_what_they_are_called() -> None:
    day = date(2021, 3, 15)
    assert [(each.first, each.last) for each in accepted(read_day_labels, "2021-03-15")] == [
        (day, day)
    ]
    listed = accepted(read_day_labels, "[2021-03-15, 2021-03-17..2021-03-19]")
    assert [(each.first.day, each.last.day, each.label) for each in listed] == [
        (15, 15, ""),
        (17, 19, ""),
    ]
    named = accepted(read_day_labels, LABELLED)
    assert [(each.first.day, each.last.day, each.label) for each in named] == [
        (15, 15, "audit"),
        (17, 19, "fair"),
        (20, 20, ""),
    ]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("[2021-3-5]", "write 2021-03-05"),
        ("[2021-02-30]", "2021-02 has 28 days"),
        ("2021-03-19..2021-03-17", "write 2021-03-17..2021-03-19"),
        ("2021-03-01..2021-02-30", "2021-02 has 28 days"),
        ("{2021-3-5: audit}", "write 2021-03-05"),
        ("[kickoff]", "write it like 2021-03-05"),
    ],
)
def test_what_is_no_day(text: str, fix: str) -> None:
    assert refused(read_day_labels, text) == ("bad-date", fix)


def test_a_bad_day_is_dropped_alone() -> None:
    days, findings = read(read_day_labels, "[2021-03-01, {2021-03-02: x}, 2021-03-03]")
    assert [each.first.day for each in days] == [1, 3]
    assert [each.rule for each in findings] == ["bad-date"]


def test_a_day_with_a_bad_label_is_dropped_alone() -> None:
    days, findings = read(read_day_labels, "{2021-03-01: a, 2021-03-02: [x]}")
    assert [each.label for each in days] == ["a"]
    assert [each.rule for each in findings] == ["wrong-type"]


def test_a_hundred_years_of_days_and_no_more() -> None:
    assert accepted(read_day_labels, "2000-01-01..2099-12-31")
    assert refused(read_day_labels, "2000-01-01..2110-12-31")[0] == "too-large"
    days, findings = read(read_day_labels, "[2000-01-01..2099-12-31, 1990-01-01..1999-12-31]")
    assert len(days) == 1
    assert [each.rule for each in findings] == ["too-large"]


def test_countries() -> None:
    norway = accepted(read_country, "NO")
    assert norway is not None
    assert norway.text == "NO"
    assert refused(read_country, "no") == ("bad-value", "write NO")
    assert refused(read_country, "China") == (
        "bad-value",
        "write its two letters, such as CN, DE, US",
    )


def test_timezones() -> None:
    for name in ("Asia/Shanghai", "UTC", "America/Argentina/Salta"):
        zone = accepted(read_timezone, name)
        assert zone is not None
        assert zone.text == name
    assert refused(read_timezone, "Asia/Shangai") == (
        "bad-value",
        "did you mean 'Asia/Shanghai'?",
    )
    for name in ("../../etc/passwd", "/etc/localtime", "Asia", "qqqqqqqq"):
        assert refused(read_timezone, name)[0] == "bad-value"
