"""A country's days as JSON, as the text of a frozen file, and compared."""

import json

import pytest
import yaml

from rectify_cli.workdays.compare import Difference, Said, compare_days
from rectify_cli.workdays.frozen import frozen_text, says_frozen
from rectify_cli.workdays.national import NationalDays
from tests.workdays.specs import day, known

DAYS = NationalDays(
    {day("2021-05-03"): "劳动节", day("2022-01-01"): 'New "Year": 1'},
    {day("2021-04-25"): "劳动节"},
    "holidays 0.109",
    frozenset({2022}),
)


def test_json_gives_the_same_days_back() -> None:
    for days in (DAYS, known("CN", None, 2020, 2029)):
        back = NationalDays.from_json(json.loads(json.dumps(days.to_json())))
        assert back == days


@pytest.mark.parametrize(
    "change",
    [
        {"days_off": None},
        {"days_off": {"2021-02-30": "x"}},
        {"days_off": {"2021-02-01": 3}},
        {"workdays": ["2021-02-01"]},
        {"source": None},
        {"unpublished": ["2021"]},
        {"unpublished": [True]},
        {"unpublished": 2021},
    ],
)
def test_foreign_json_is_no_days(change: dict[str, object]) -> None:
    assert NationalDays.from_json(DAYS.to_json() | change) is None
    assert NationalDays.from_json([]) is None


def test_a_frozen_file_keeps_every_day_and_vouches_for_announced_years() -> None:
    assert frozen_text(DAYS, "CN", None) == (
        "# The days off and make-up workdays of CN, written by `rectify calendar freeze`,\n"
        "# so that an update of the library moves no date. See also `rectify calendar diff`.\n"
        "rectify-calendar: 1\n"
        'country: "CN"\n'
        'source: "holidays 0.109"\n'
        "years: [2021]\n"
        "days_off:\n"
        '  2021-05-03: "劳动节"\n'
        '  2022-01-01: "New \\"Year\\": 1"\n'
        "workdays:\n"
        '  2021-04-25: "劳动节"\n'
    )


def test_a_frozen_file_is_yaml_whatever_the_names() -> None:
    odd = NationalDays({day("2021-05-03"): 'a: "b" # c \\ é\u2028'}, {}, "x: y")
    read = yaml.safe_load(frozen_text(odd, "NO", "03"))
    assert read["country"] == "NO"
    assert read["subdivision"] == "03"
    assert read["source"] == "x: y"
    assert read["days_off"] == {day("2021-05-03"): 'a: "b" # c \\ é\u2028'}
    assert read["workdays"] == {}


def test_the_order_of_the_days_does_not_change_the_file() -> None:
    shuffled = NationalDays(
        dict(reversed(list(DAYS.days_off.items()))), DAYS.workdays, DAYS.source, DAYS.unpublished
    )
    assert frozen_text(shuffled, "CN", None) == frozen_text(DAYS, "CN", None)


def test_a_frozen_file_says_that_it_is_one() -> None:
    assert says_frozen(frozen_text(DAYS, "CN", None).encode("utf-8"))
    assert not says_frozen(b"rectify: 1\n# rectify-calendar: 1\n")


def test_two_records_differ_day_by_day() -> None:
    newer = NationalDays(
        {day("2021-05-03"): "May Day", day("2021-05-04"): "May Day"},
        {day("2022-01-01"): "New Year"},
        "holidays 0.110",
    )
    differences = compare_days(DAYS, newer)
    assert differences == [
        Difference(day("2021-04-25"), Said("make-up workday", "劳动节"), None),
        Difference(day("2021-05-03"), Said("day off", "劳动节"), Said("day off", "May Day")),
        Difference(day("2021-05-04"), None, Said("day off", "May Day")),
        Difference(
            day("2022-01-01"),
            Said("day off", 'New "Year": 1'),
            Said("make-up workday", "New Year"),
        ),
    ]
    assert [each.is_move for each in differences] == [True, False, True, True]
    assert compare_days(DAYS, DAYS) == []
