"""Records that are equal wherever they were written."""

from typing import NamedTuple

from rectify_cli.foundation.placed import placed


@placed
class Word(NamedTuple):
    text: str
    where: int


@placed
class Sign(NamedTuple):
    text: str
    where: int


def test_a_place_takes_no_part_in_equality() -> None:
    assert Word("a", 1) == Word("a", 2)
    assert not Word("a", 1) != Word("a", 2)  # noqa: SIM202 - the other operator is asked
    assert hash(Word("a", 1)) == hash(Word("a", 2))
    assert len({Word("a", 1), Word("a", 2)}) == 1


def test_what_is_said_does() -> None:
    others: tuple[object, ...] = (Word("b", 1), Sign("a", 1), ("a", 1), None)
    for other in others:
        assert Word("a", 1) != other
        assert other != Word("a", 1)
