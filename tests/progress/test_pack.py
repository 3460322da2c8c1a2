"""Packs of a month: every line once, in the order of the ids, in files that are not too large."""

from itertools import permutations

import pytest

from rectify_cli.progress import pack
from rectify_cli.progress.pack import lines_in, packs

_LINES = [
    b'{"at":"9","by":"a","id":"01A","x":1}',
    b'{"at":"1","by":"a","id":"01B","x":1}',
    b'{"at":"5","by":"a","id":"01C","x":1}',
    b'{"at":"5","by":"a","id":"01C","x":2}',
]


@pytest.mark.parametrize("lines_of_a_pack", [1, 2, 3, 9])
def test_what_is_packed_is_the_same_whatever_file_it_stood_in(
    monkeypatch: pytest.MonkeyPatch, lines_of_a_pack: int
) -> None:
    (one,) = packs("2021-03", [_LINES[0]]).values()
    monkeypatch.setattr(pack, "_MOST_BYTES", len(one) * lines_of_a_pack + 1)
    found = [
        packs("2021-03", [b"\n".join(order[:2]) + b"\n", *order[1:]])
        for order in permutations(_LINES)
    ]
    assert all(each == found[0] for each in found)
    parts = list(found[0].values())
    assert [line for part in parts for line in lines_in(part)] == _LINES
    assert [len(list(lines_in(part))) for part in parts[:-1]] == [lines_of_a_pack] * (
        len(parts) - 1
    )
    assert len(parts) == -(-len(_LINES) // lines_of_a_pack)
    assert all(name.startswith("2021-03/") for name in found[0])


def test_of_nothing_there_is_no_pack() -> None:
    assert packs("2021-03", [b"", b"\n \n"]) == {}
