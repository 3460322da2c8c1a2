"""The words of the views: each in both languages, with the same values in both."""

from datetime import date
from string import Formatter

import pytest

from rectify_cli.foundation.translations import PHRASE
from rectify_cli.report.labels.every import LABELS, all_files
from rectify_cli.report.words import Words
from tests.markdown import ROOT

DAY = date(2021, 3, 5)
FILES = all_files()
EVERY = {key: label for labels in FILES.values() for key, label in labels.items()}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_no_key_stands_in_two_catalogues() -> None:
    assert sum(map(len, FILES.values())) == len(EVERY)


def test_every_file_of_labels_is_looked_into() -> None:
    folder = ROOT / "src" / "rectify_cli" / "report" / "labels"
    assert {path.stem for path in folder.glob("of_*.py")} == set(FILES)
    assert {key: LABELS[key] for key in reversed(EVERY)} == EVERY
    with pytest.raises(KeyError):
        LABELS["no such label"]


def test_keys_are_no_context_of_something_else() -> None:
    assert PHRASE not in EVERY


@pytest.mark.parametrize("key", EVERY)
def test_a_singular_takes_no_more_values_than_the_plural(key: str) -> None:
    one, *many = EVERY[key].split("|")
    assert one
    assert len(many) <= 1
    assert fields(one) <= fields(many[0] if many else one)


def test_a_count_chooses_its_form() -> None:
    english = Words("en")
    assert [english.workdays(n) for n in (0, 1, 2)] == ["0 workdays", "1 workday", "2 workdays"]
    assert Words("zh").workdays(1) == "1 个工作日"
    assert english("shown-tasks", n=1, all=2) == "1 of 2 tasks"
    assert english("shown-tasks", n=1, all=1) == "1 of 1 task"


def test_an_unknown_language_is_answered_in_english() -> None:
    assert Words("eo").full(DAY) == "Fri 2021-03-05"


def test_days() -> None:
    english, chinese = Words("en"), Words("zh")
    assert (english.full(DAY), chinese.full(DAY)) == ("Fri 2021-03-05", "2021-03-05 周五")
    assert english.stamp(DAY, year=False) == "03-05 Fri"
    assert chinese.stamp(DAY, year=True) == "2021-03-05 周五"
    assert english.short(DAY, DAY) == "Fri 03-05"
    assert english.short(DAY, date(2022, 1, 3)) == "Fri 2021-03-05"
    assert chinese.short(DAY, DAY) == "03-05"
    assert (english.month(DAY, year=True), chinese.month(DAY, year=True)) == (
        "Mar 2021",
        "2021年3月",
    )


def test_lists() -> None:
    english, chinese = Words("en"), Words("zh")
    assert english.listed(["a", "b"]) == "a, b"
    assert chinese.listed(["a", "b"]) == "a、b"
    assert [english.either(list(texts)) for texts in ("", "a", "ab", "abc")] == [
        "",
        "a",
        "a or b",
        "a, b or c",
    ]
    assert chinese.either(["a", "b", "c"]) == "a、b或c"
    assert english.week(range(5)) == "Mon to Fri"
    assert english.week([6, 0]) == "Mon, Sun"
    assert chinese.week(range(6)) == "周一 至 周六"


def test_countries() -> None:
    assert Words("zh").country("CN") == "中国"
    assert Words("en").country("XX") == "XX"
