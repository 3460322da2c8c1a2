import pytest

from rectify_cli.plan.nearest import nearest

MANY = [f"task-{number}" for number in range(5_000)] + ["kickoff", "市委动员会"]


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [
        ("kickof", "kickoff"),
        ("KickOff", "kickoff"),
        ("kcikoff", "kickoff"),
        ("市委动员大会", "市委动员会"),
        ("tsk-4711", "task-4711"),
        ("x", None),
        ("entirely-other", None),
    ],
)
def test_among_many_the_near_one_is_found(mistyped: str, meant: str | None) -> None:
    assert nearest(mistyped, MANY) == meant
    assert nearest(mistyped, set(MANY)) == meant


def test_among_few_too() -> None:
    assert nearest("ba", ["ab", "ac"]) == nearest("ba", ["ac", "ab"])
    assert nearest("kickof", MANY[-2:]) == "kickoff"
