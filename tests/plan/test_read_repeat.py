from datetime import datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.plan.read_repeat import read_repeat
from rectify_cli.plan.rrule import RuleProblem, normal_rule
from tests.plan.reading_kit import accepted, refused

PERIODS = "write day, week, month, quarter or year; interval: 2 for every other"
IN_MONTH = "write a day 1 to 31, last, first mon, or last fri"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{every: day}", "FREQ=DAILY"),
        ("{every: week, on: fri}", "FREQ=WEEKLY;BYDAY=FR"),
        ("{every: week, on: [mon, fri, mon]}", "FREQ=WEEKLY;BYDAY=MO,FR"),
        ("{every: week, interval: 2}", "FREQ=WEEKLY;INTERVAL=2"),
        ("{every: month, on: 15}", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("{every: month, on: [1, last]}", "FREQ=MONTHLY;BYMONTHDAY=1,-1"),
        ("{every: month, on: last fri}", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("{every: month, on: [first mon, third mon]}", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
        ("{every: quarter, on: last}", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
        ("{every: quarter, interval: 2}", "FREQ=MONTHLY;INTERVAL=6"),
        ("{every: year, on: 03-05}", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5"),
        ("{every: year, on: 02-29}", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
        ("{every: day, count: 5}", "FREQ=DAILY;COUNT=5"),
        ("{every: day, until: 2021-04-30}", "FREQ=DAILY;UNTIL=20210430"),
        ("FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;BYDAY=FR"),
        ("'rrule:byday=fr; freq=weekly;'", "FREQ=WEEKLY;BYDAY=FR"),
        ("FREQ=DAILY;UNTIL=20210430T235959Z", "FREQ=DAILY;UNTIL=20210430"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=1MO,-1FR", "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO,-1FR"),
        ("FREQ=YEARLY;BYDAY=53MO,-53FR", "FREQ=YEARLY;BYDAY=53MO,-53FR"),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"),
        ("FREQ=YEARLY;BYWEEKNO=20;WKST=MO", "FREQ=YEARLY;WKST=MO;BYWEEKNO=20"),
    ],
)
def test_the_forms(text: str, rule: str) -> None:
    found = accepted(read_repeat, text)
    assert found is not None
    assert found.rule == rule
    assert rrulestr(rule, dtstart=datetime(2021, 3, 12)) is not None  # noqa: DTZ001 - days only


@pytest.mark.parametrize(
    ("text", "rule", "fix"),
    [
        ("{on: fri}", "missing-key", "add every: week"),
        (
            "{every: hour}",
            "bad-value",
            PERIODS,
        ),
        (
            "{every: [week]}",
            "wrong-type",
            PERIODS,
        ),
        ("{every: week, on: 5}", "bad-value", "write fri, or [mon, fri]"),
        ("{every: week, on: friday}", "bad-value", "write fri"),
        ("{every: week, on: 星期五}", "bad-value", "write fri"),
        ("{every: week, on: fir}", "bad-value", "did you mean 'fri'?"),
        ("{every: weak, on: fri}", "bad-value", "did you mean 'week'?"),
        ("{every: 每月}", "bad-value", "did you mean 'month'?"),
        (
            "{every: [week]}",
            "wrong-type",
            "write day, week, month, quarter or year; interval: 2 for every other",
        ),
        ("{every: day, on: fri}", "bad-value", "take on: away"),
        (
            "{every: month, on: 32}",
            "bad-value",
            IN_MONTH,
        ),
        ("{every: month, on: [1, last fri]}", "bad-value", "make two tasks of them"),
        ("{every: year, on: 02-30}", "bad-value", "write a month and a day: 03-05"),
        ("{every: year, on: [03-05, 04-05]}", "bad-value", "make two tasks of them"),
        ("{every: week, on: [[fri]]}", "wrong-type", "write one such as fri"),
        ("{every: week, interval: 0}", "bad-value", "write one from 1 to 1000"),
        ("{every: day, count: 5001}", "bad-value", "write one from 1 to 5000"),
        ("{every: day, until: 2021-2-3}", "bad-date", "write 2021-02-03"),
        ("{every: week, onn: fri}", "unknown-key", "did you mean 'on'?"),
        ("week", "wrong-type", "write {every: week}"),
        ("[week]", "wrong-type", "write {every: week, on: fri}"),
        ("FREQ=HOURLY", "bad-value", "write {every: week, on: fri}, or FREQ=WEEKLY;BYDAY=FR"),
    ],
)
def test_what_is_no_recurrence(text: str, rule: str, fix: str) -> None:
    assert refused(read_repeat, text) == (rule, fix)


def test_what_the_parts_of_a_mapping_exclude() -> None:
    assert refused(read_repeat, "{every: day, count: 5, until: 2021-04-30}")[0] == "bad-value"
    assert refused(read_repeat, "{every: quarter, interval: 999}")[0] == "bad-value"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("every friday", "wrong-type"),
        ("DTSTART:20210312\\nRRULE:FREQ=DAILY", "wrong-type"),
        ("BYDAY=FR", "bad-value"),
        ("FREQ=HOURLY", "bad-value"),
        ("FREQ=SECONDLY;COUNT=5", "bad-value"),
        ("FREQ=DAILY;BYHOUR=9", "bad-value"),
        ("FREQ=DAILY;FREQ=DAILY", "bad-value"),
        ("FREQ=DAILY;;", "bad-value"),
        ("FREQ=DAILY;X=1", "bad-value"),
        ("FREQ=DAILY;INTERVAL=0", "bad-value"),
        ("FREQ=DAILY;INTERVAL=1001", "bad-value"),
        ("FREQ=YEARLY;BYDAY=54MO", "bad-value"),
        ("FREQ=DAILY;COUNT=5001", "bad-value"),
        ("FREQ=DAILY;COUNT=٣", "bad-value"),
        ("FREQ=DAILY;COUNT=5;UNTIL=20210430", "bad-value"),
        ("FREQ=DAILY;UNTIL=20210230", "bad-value"),
        ("FREQ=DAILY;UNTIL=99991231", "bad-value"),
        ("FREQ=DAILY;UNTIL=2021-04-30", "bad-value"),
        ("FREQ=WEEKLY;BYDAY=1FR", "bad-value"),
        ("FREQ=WEEKLY;BYDAY=FR,", "bad-value"),
        ("FREQ=MONTHLY;BYDAY=54FR", "bad-value"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "bad-value"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "bad-value"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "bad-value"),
        ("FREQ=MONTHLY;BYWEEKNO=5", "bad-value"),
        ("FREQ=DAILY;BYYEARDAY=5", "bad-value"),
        ("FREQ=MONTHLY;BYSETPOS=1", "bad-value"),
        ("FREQ=YEARLY;BYWEEKNO=5;BYDAY=1MO", "bad-value"),
        ("FREQ=DAILY;WKST=XX", "bad-value"),
        ("FREQ=MONTHLY;BYMONTHDAY=" + ",".join(["1"] * 300), "too-large"),
    ],
)
def test_what_is_no_rule(text: str, rule: str) -> None:
    found = normal_rule(text.replace("\\n", "\n"))
    assert isinstance(found, RuleProblem)
    assert found.rule == rule


PARTS = st.sampled_from(
    ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "INTERVAL=3", "COUNT=4",
     "UNTIL=20220101", "BYDAY=MO,FR", "BYDAY=-1FR", "BYMONTH=2,12", "BYMONTHDAY=31,-1",
     "BYYEARDAY=366", "BYWEEKNO=53", "BYSETPOS=1,-1", "WKST=SU"]
)  # fmt: skip


@given(st.lists(PARTS, min_size=1, max_size=6))
def test_what_passes_is_understood_by_the_library(parts: list[str]) -> None:
    rule = normal_rule(";".join(parts))
    if isinstance(rule, str):
        rrulestr(rule, dtstart=datetime(2021, 3, 12))  # noqa: DTZ001 - days only
        assert normal_rule(rule) == rule
