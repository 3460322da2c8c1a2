"""Slips of the pen: whether a mistyped name can only have meant the known one that is near to it.

Stricter than `did_you_mean`, which proposes: what is a slip may be mended without asking.
"""

import re
from collections.abc import Iterable
from unicodedata import normalize, numeric

_SIGNS = re.compile(r"[-_. ]+")
_NO_DIGITS = re.compile("[^0-9]+")
# Letters that Chinese names are told apart by, as others are by numbers.
_COUNTING = frozenset("甲乙丙丁戊己庚辛壬癸上中下东南西北")
_SHORT, _LONG = 6, 8


def is_slip(name: str, near: str, known: Iterable[str]) -> bool:
    """Whether a name is a slip for `near`: nearly the same, and no other known name is as near.

    Numbers, and what counts like them, are never slips; nor are one or two letters between signs
    (`unit-a`), nor a word that lacks a part (`review` for `review-a`).
    """
    wanted, meant = _folded(name), _folded(near)
    counts = _counts(wanted)
    if counts != _counts(meant):
        return False
    far = _slips(wanted, meant)
    if far is None:
        return False
    if far and len(meant) >= _SHORT:
        far += 1
    letters = set(wanted)
    return not any(
        _is_rival(wanted, counts, each, far)
        for each in known
        # Each slip makes two letters differ at most; this leaves few to be compared in full.
        if len(letters.symmetric_difference(each.casefold())) <= 2 * far or not each.isascii()
        if each != near
    )


def _folded(name: str) -> str:
    return normalize("NFKC", name).casefold()


def _counts(name: str) -> str:
    if name.isascii():
        return _NO_DIGITS.sub("", name)
    return "".join(each for each in name if numeric(each, None) is not None or each in _COUNTING)


def _slips(wanted: str, meant: str) -> int | None:
    """How many letters were mistyped, 0 where only case or signs differ; None for too many."""
    if _SIGNS.sub("", wanted) == _SIGNS.sub("", meant):
        return 0 if wanted == meant else 1
    ours, theirs = _SIGNS.split(wanted), _SIGNS.split(meant)
    apart = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
    if len(ours) != len(theirs) or len(apart) != 1:
        return None
    one, other = apart[0]
    far = _distance(one, other, 2)
    return far if far <= _allowed(one, other) else None


def _allowed(one: str, other: str) -> int:
    if len(other) >= _LONG:
        return 2
    is_another_letter = len(one) == len(other) and sorted(one) != sorted(other)
    return 1 if len(other) >= (4 if is_another_letter and other.isascii() else 3) else 0


def _is_rival(wanted: str, counts: str, other: str, far: int) -> bool:
    if abs(len(wanted) - len(other)) > far + 1:
        return False
    folded = _folded(other)
    return _counts(folded) == counts and _distance(wanted, folded, far) <= far


def _distance(one: str, other: str, most: int) -> int:
    """How many letters are other, missing, added or changed round with their neighbour.

    Anything above `most` is given as `most + 1`.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row = row, [i]
        for j, against in enumerate(other, 1):
            cost = min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != against))
            if i > 1 < j and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = above
    return min(row[-1], most + 1)
