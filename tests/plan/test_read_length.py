import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.plan.read_length import read_duration, read_length, read_workday_length
from tests.plan.reading_kit import accepted, refused

FORMS = "write 3d (workdays), 1w (weeks of work), 3ed or 1ew (calendar days), 0d"


@given(st.integers(0, 5000))
def test_workdays(n: int) -> None:
    length = accepted(read_workday_length, f"{n}d")
    assert length is not None
    assert (length.count, length.unit) == (n, "d")


@pytest.mark.parametrize("text", ["1d", "1000w", "5000ed", "714ew"])
def test_each_unit_to_its_bound(text: str) -> None:
    length = accepted(read_length, text)
    assert length is not None
    assert f"{length.count}{length.unit}" == text


@pytest.mark.parametrize("text", ["5001d", "1001w", "5001ed", "715ew", "999999d", "9" * 20 + "d"])
def test_one_past_the_bound(text: str) -> None:
    assert refused(read_length, text) == ("too-large", "write at most 5000d")


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("15 days", "write 15d (workdays) or 15ed (calendar days)"),
        ("3", "write 3d (workdays) or 3ed (calendar days)"),
        ("010d", "write 10d (workdays) or 10ed (calendar days)"),
        ("2 weeks", "write 2w (weeks of work) or 2ew (calendar weeks)"),
        ("5 个工作日", "write 5d (workdays) or 5ed (calendar days)"),
        ("3周", "write 3w (weeks of work) or 3ew (calendar weeks)"),
        ("3D", "write 3d (workdays)"),
        ("2 W", "write 2w (weeks of work)"),
        ("1.5d", FORMS),
        ("-3d", FORMS),
        ("1e3d", FORMS),
        ("1_0d", FORMS),
        ("٣d", FORMS),
        ("3h", FORMS),
        ("'3d '", "write 3d (workdays)"),
        ("[3d]", FORMS),
        ("{days: 3}", FORMS),
    ],
)
def test_any_other_form_names_the_forms(text: str, fix: str) -> None:
    assert refused(read_duration, text) == ("bad-length", fix)


def test_a_duration_is_in_workdays_or_to_the_deadline() -> None:
    assert accepted(read_duration, "to-deadline") == "to-deadline"
    assert refused(read_duration, "3ed") == ("bad-length", "write 3d (workdays)")
    assert refused(read_duration, "1ew") == ("bad-length", "write 1w (weeks of work)")
    assert refused(read_duration, "to_deadline") == (
        "bad-length",
        "did you mean 'to-deadline'?",
    )


def test_no_time_is_a_duration_but_no_interval() -> None:
    assert accepted(read_duration, "0d") is not None
    assert refused(read_length, "0d") == ("bad-value", "write 1d or more")
