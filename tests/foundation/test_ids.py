"""Which known name a mistyped one is near to."""

import pytest

from rectify_cli.foundation.ids import did_you_mean


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("kickof", ["kickoff", "kick"], "kickoff"),
        ("KICKOFF", ["kickoff", "Kickof"], "kickoff"),
        ("tset", ["set", "test"], "test"),
        ("县区", ["区县", "全部"], "区县"),
        ("全区", ["区县", "全部"], None),
        ("x", [], None),
    ],
)
def test_the_near_name(name: str, known: list[str], near: str | None) -> None:
    assert did_you_mean(name, known) == near
