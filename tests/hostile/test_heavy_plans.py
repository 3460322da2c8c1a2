"""Plans that are built to be slow are checked in bounded time, and what was cut off is said."""

import gc
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rectify_cli.app.here import Here
from rectify_cli.app.load import Unread
from rectify_cli.app.schedule import judge
from rectify_cli.foundation.finding import MAX_FINDINGS, MAX_RELATED, Finding
from tests.hostile.heavy_plans import (
    HEAD,
    HEAVY,
    HEAVY_FILES,
    a_chain_of_misses,
    a_full_hall,
    deep_names,
    everybody_at_all_hours,
    everybody_at_nine,
    groups_in_each_other,
    items_everywhere,
    lists_of_unknown_names,
    long_assertions,
    nine_digits_at_a_place,
    rows_of_ids,
    tables_known_everywhere,
    tags_from_above,
    up_to_the_year_9999,
)

# Twice what is promised: other tests run beside these, on the same caches.
_SECONDS = 4.0


def _check(folder: Path, text: str | dict[str, str]) -> tuple[tuple[Finding, ...], float]:
    for name, each in ({"plan.yaml": text} if isinstance(text, str) else text).items():
        (folder / name).write_text(each, encoding="utf-8")
    here = Here(folder, None, None, None, datetime(2021, 4, 8, tzinfo=UTC))
    # As in the program: the collector would walk through all that the tests before this one made.
    gc.disable()
    began = time.process_time()
    verdict = judge(Path("plan.yaml"), here)
    took = time.process_time() - began
    gc.enable()
    assert not isinstance(verdict, Unread)
    return verdict.findings, took


@pytest.mark.parametrize("plan", HEAVY, ids=lambda plan: plan.__name__)
def test_a_heavy_plan_is_checked_in_time(tmp_path: Path, plan: Callable[[], str]) -> None:
    text = plan()
    assert len(text.encode()) < 1_000_000
    _, took = _check(tmp_path, text)
    assert took < _SECONDS


@pytest.mark.parametrize("plan", HEAVY_FILES, ids=lambda plan: plan.__name__)
def test_heavy_files_are_checked_in_time(
    tmp_path: Path, plan: Callable[[], dict[str, str]]
) -> None:
    files = plan()
    assert sum(len(text.encode()) for text in files.values()) < 1_000_000
    _, took = _check(tmp_path, files)
    assert took < _SECONDS


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (everybody_at_all_hours, "more than 80000 bookings at a time of day: from here on nobody"),
        (tags_from_above, "more than 200 tags, with those of what is around it"),
        (up_to_the_year_9999, "t0 goes on after 2199: whom it needs is looked at up to then"),
        (tables_known_everywhere, "the plans that are included know more than 500000 owners"),
        (long_assertions, "more than 500000 characters of assertions"),
        (items_everywhere, "twice or more add over 400000 keys and values again"),
        (deep_names, "quote more than 5000000 characters of long names: some of them"),
        (nine_digits_at_a_place, "places and people are needed on more than 300000000 days"),
        (rows_of_ids, "a table has at most 100000 rows"),
        (lists_of_unknown_names, "more than 25000 findings in this plan: some of the others are"),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_what_is_cut_off_is_said(
    tmp_path: Path, plan: Callable[[], str | dict[str, str]], said: str
) -> None:
    findings, _ = _check(tmp_path, plan())
    assert any(each.rule == "too-large" and said in str(each.message) for each in findings)


def test_of_too_many_errors_the_first_are_listed_alone(tmp_path: Path) -> None:
    findings, _ = _check(tmp_path, lists_of_unknown_names())
    assert len(findings) == MAX_FINDINGS + 1
    assert findings[0].rule == "too-large"
    assert {each.rule for each in findings[1:]} == {"unknown-reference"}


def test_a_large_plan_is_no_error_for_its_warnings(tmp_path: Path) -> None:
    tasks = "".join(f"  t{n}: {{}}\n" for n in range(MAX_FINDINGS + 1))
    findings, _ = _check(tmp_path, f"{HEAD}tasks:\n{tasks}")
    assert [each.rule for each in findings] == ["no-owner"] * (MAX_FINDINGS + 1)


def test_what_is_silenced_takes_no_room_of_the_rest(tmp_path: Path) -> None:
    silenced = "  # rectify: ignore unknown-reference, why"
    lines = "".join(f"  t{n}: {{after: nobody{n}}}{silenced}\n" for n in range(MAX_FINDINGS + 1))
    plan = f"{HEAD}tasks:\n{lines}  last: {{after: nobody}}\n"
    findings, _ = _check(tmp_path, plan)
    assert [each.rule for each in findings if each.is_error] == ["too-large"]


def test_chains_of_causes_are_told_up_to_a_bound(tmp_path: Path) -> None:
    findings, _ = _check(tmp_path, a_chain_of_misses())
    assert 0 < MAX_RELATED - sum(len(each.related) for each in findings) < 30
    assert findings[-1].related == ()


def test_a_long_circle_of_groups_is_told_by_its_ends(tmp_path: Path) -> None:
    findings, _ = _check(tmp_path, groups_in_each_other())
    last = max((each for each in findings if each.rule == "cycle"), key=lambda each: each.span)
    assert str(last.message) == (
        "the group 'g0' holds itself: g0 > g1 > g2 > g3 > g4 > … > g24998 > g24999 > g0"
    )


def test_each_task_that_books_somebody_again_is_told_once(tmp_path: Path) -> None:
    findings, _ = _check(tmp_path, everybody_at_nine())
    assert sum(each.rule == "double-booked" for each in findings) == 2_999


def test_a_place_that_is_always_too_full_is_told_once(tmp_path: Path) -> None:
    findings, _ = _check(tmp_path, a_full_hall())
    assert [str(each.message) for each in findings if each.rule == "overload"] == [
        "h is needed 3000 times on Mon 2021-03-01, by t0, t1, t2, t3, t4; the capacity is 1"
    ]


_ENDING = "calendar: {week: [], workdays: [2021-03-05]}"
_WINDOW = "start: 2021-03-01, finish: 2021-04-30, repeat: {every: day}"


@pytest.mark.parametrize(
    "task",
    [
        "a: {duration: 5000d, after: c + 5000d}\n  c: {duration: 5000d}",
        f"a: {{on: 2021-03-06, {_ENDING}}}",
        f"a: {{on: 2199-12-31, {_ENDING}}}",
        f"a: {{{_WINDOW}, on_day_off: later, {_ENDING}}}",
        f"a: {{{_WINDOW}, on_day_off: earlier, {_ENDING}}}",
        f"a: {{duration: 1d, deadline: start + 5000d, {_ENDING}}}",
        f"a: {{checklist: [{{item: x, due: start - 5000d}}], {_ENDING}}}",
        f"a: {{duration: to-deadline, deadline: start + 5000d, {_ENDING}}}",
    ],
)
def test_dates_that_leave_the_calendar_are_no_bug(tmp_path: Path, task: str) -> None:
    chain = "".join(
        f"  t{n}: {{after: t{n - 1} + 5000d, duration: 5000d}}\n" for n in range(1, 190)
    )
    for more in ("", f"  t0: {{after: a, duration: 1d}}\n{chain}"):
        _check(tmp_path, f"{HEAD}defaults: {{duration: 1d}}\ntasks:\n  {task}\n{more}")
