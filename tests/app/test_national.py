"""A country's days from the cache are those that the library gives."""

from pathlib import Path

import pytest

from rectify_cli.app import national
from rectify_cli.app.national import national_from
from rectify_cli.store.cache import Cache
from rectify_cli.workdays.national import NationalDays, UnknownPlace


def test_the_cache_changes_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "cache")
    without = national_from(None, "zh")("CN", None, 2020, 2029)
    first = national_from(cache, "zh")("CN", None, 2020, 2029)
    monkeypatch.setattr(national, "_compute", None)  # from here on only the cache can answer
    second = national_from(cache, "zh")("CN", None, 2020, 2029)
    assert without == first == second
    assert isinstance(second, NationalDays)


def test_another_question_is_another_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    days = [
        national_from(cache, "en")("DE", "BY", 2020, 2029),
        national_from(cache, "en")("DE", None, 2020, 2029),
        national_from(cache, "de")("DE", None, 2020, 2029),
        national_from(cache, "en")("DE", None, 2010, 2019),
    ]
    assert len(list(tmp_path.iterdir())) == 4
    assert all(isinstance(each, NationalDays) for each in days)


def test_an_unknown_country_is_not_kept(tmp_path: Path) -> None:
    answer = national_from(Cache(tmp_path), "en")("XX", None, 2020, 2029)
    assert isinstance(answer, UnknownPlace)
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_holds_nonsense_is_passed_over(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    good = national_from(cache, "en")("GB", None, 2020, 2029)
    [entry] = tmp_path.iterdir()
    entry.write_bytes(entry.read_bytes().replace(b"days_off", b"nonsense"))
    assert national_from(cache, "en")("GB", None, 2020, 2029) == good
