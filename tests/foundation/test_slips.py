"""What is a slip of the pen, to be mended without asking, and what is only near."""

import pytest

from rectify_cli.foundation.slips import is_slip

KEYS = ("title", "owner", "lead", "start", "finish", "duration", "deadline", "after", "tags")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("titl", "title"),
        ("onwer", "owner"),
        ("Deadline", "deadline"),
        ("dedline", "deadline"),
        ("duratiom", "duration"),
        ("durtoin", "duration"),
        ("tag", "tags"),
    ],
)
def test_a_slip(name: str, near: str) -> None:
    assert is_slip(name, near, KEYS)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("kick_off", "kick-off"),
        ("kickof", "kickoff"),
        ("study.kikcoff", "study.kickoff"),
        ("old-twon", "old-town"),
        ("taks-12", "task-12"),
        ("ＫＩＣＫＯＦＦ", "kickoff"),
        ("宣传处", "宣传组"),
        ("政法委員会", "政法委员会"),
    ],
)
def test_a_slip_in_a_name(name: str, near: str) -> None:
    assert is_slip(name, near, ["summing-up", "task-11", "task-13", near])


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("task-13", "task-12"),
        ("review", "review-2"),
        ("review", "review-a"),
        ("review-a", "review"),
        ("unit-c", "unit-a"),
        ("dew", "dev"),
        ("甲县一所", "甲县二所"),
        ("甲县", "乙县"),
        ("甲县公安", "乙县公安"),
        ("security", "secretary"),
        ("rpt", "report"),
        ("study.kikcoff", "stduy.kickoff"),
    ],
)
def test_near_and_no_slip(name: str, near: str) -> None:
    assert not is_slip(name, near, [near])


def test_a_slip_can_mean_one_name_only() -> None:
    assert is_slip("reviw", "review", ["review", "report"])
    assert not is_slip("reviw", "review", ["review", "reviews"])
    assert not is_slip("frist", "first", ["first", "fist"])
    assert not is_slip("kickof", "kickoff", ["kickoff", "kick-of"])
