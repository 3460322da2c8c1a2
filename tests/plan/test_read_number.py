from fractions import Fraction

import pytest

from rectify_cli.plan.read_number import (
    read_amount,
    read_flag,
    read_percent,
    read_positive,
    read_version,
    read_whole,
)
from tests.plan.reading_kit import accepted, refused


@pytest.mark.parametrize("text", ["0", "7", "1000000000", '"12"'])
def test_whole_numbers(text: str) -> None:
    assert accepted(read_whole, text) == int(text.strip('"'))


@pytest.mark.parametrize(
    ("text", "rule", "fix"),
    [
        ("010", "wrong-type", "write 10"),
        ("1_000", "wrong-type", "write 1000"),
        ("'1,000'", "wrong-type", "write 1000"),
        ("٣", "wrong-type", "write 3"),
        ("３", "wrong-type", "write 3"),
        ("+3", "wrong-type", "write 3"),
        ("1e3", "wrong-type", "write it in plain digits, such as 12"),
        (".inf", "wrong-type", "write it in plain digits, such as 12"),
        ("-x", "wrong-type", "write it in plain digits, such as 12"),
        ("9" * 5000, "wrong-type", "write it in plain digits, such as 12"),
        ("[1]", "wrong-type", "write it in plain digits, such as 12"),
        ("1000000001", "bad-value", "write one from 0 to 1000000000"),
        ("-1", "bad-value", "write one from 0 to 1000000000"),
    ],
)
def test_what_is_no_whole_number(text: str, rule: str, fix: str) -> None:
    found = refused(read_whole, text)
    assert found[0] == rule
    assert found[1] == fix or len(text) > 100


def test_amounts() -> None:
    assert accepted(read_amount, "0") == 0
    assert accepted(read_amount, "2.50") == Fraction(5, 2)
    assert refused(read_amount, ".5")[0] == "wrong-type"
    assert refused(read_amount, ".nan")[0] == "wrong-type"
    assert refused(read_amount, "-2.5") == ("bad-value", "write one from 0 to 1000000000")
    assert refused(read_amount, "1000000000.5") == ("bad-value", "write one up to 1000000000")
    assert accepted(read_positive, "0.001") == Fraction(1, 1000)
    assert refused(read_positive, "0.0") == ("bad-value", "write one above 0")


@pytest.mark.parametrize(
    ("text", "share"), [("90%", Fraction(9, 10)), ("100%", 1), ("99.5 %", Fraction(199, 200))]
)
def test_shares(text: str, share: Fraction) -> None:
    assert accepted(read_percent, text) == share


@pytest.mark.parametrize(
    ("text", "rule", "fix"),
    [
        ("0.9", "wrong-type", "write 90%"),
        (".9", "wrong-type", "write 90%"),
        ("90", "wrong-type", "write 90%"),
        ("ninety", "wrong-type", "write one such as 90%"),
        ("[90%]", "wrong-type", "write one such as 90%"),
        ("250%", "bad-value", "write one above 0% and up to 100%"),
        ("-5%", "bad-value", "write one above 0% and up to 100%"),
        ("0%", "bad-value", "write one above 0% and up to 100%"),
        ("100.01%", "bad-value", "write one above 0% and up to 100%"),
    ],
)
def test_what_is_no_share(text: str, rule: str, fix: str) -> None:
    assert refused(read_percent, text) == (rule, fix)


def test_true_and_false() -> None:
    assert accepted(read_flag, "true") is True
    assert accepted(read_flag, "false") is False
    assert refused(read_flag, "yes") == ("wrong-type", "write true")
    assert refused(read_flag, "no") == ("wrong-type", "write false")
    assert refused(read_flag, "1") == ("wrong-type", "write true or false")
    assert refused(read_flag, "[true]") == ("wrong-type", "write true or false")


def test_the_version() -> None:
    assert accepted(read_version, "1") == 1
    assert refused(read_version, "2") == ("unknown-version", "write rectify: 1, or update rectify")
    assert refused(read_version, "0")[0] == "unknown-version"
    assert refused(read_version, "1.0") == ("wrong-type", "write rectify: 1")
    assert refused(read_version, "[1]") == ("wrong-type", "write rectify: 1")
