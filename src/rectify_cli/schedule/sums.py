"""Sums for thousands of days at once: each digit of the sums is one number, with a bit for a day.

Three numbers of one weight make one of that weight and one of twice it, in five steps for all days
together (a carry-save adder), so that the sum of n of them takes about n such steps.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_, xor

Planes = Sequence[int]
"""The binary digits of the sums, the lowest first; bit d of each belongs to day d."""

_THREE = 3


def summed(parts: Iterable[tuple[int, int]]) -> list[int]:
    """For each day the sum of the amounts that it has.

    Args:
        parts: Days, as bits, and the amount that each of them has more; both 0 or above.
    """
    waiting: list[list[int]] = []
    for days, amount in parts:
        for level in range(amount.bit_length()):
            if amount >> level & 1:
                _add(waiting, level, days)
    planes: list[int] = []
    while len(planes) < len(waiting):
        left = waiting[len(planes)]
        if len(left) == _THREE - 1:
            _add(waiting, len(planes) + 1, left[0] & left[1])
        planes.append(reduce(xor, left, 0))
    return planes


def _add(waiting: list[list[int]], level: int, days: int) -> None:
    """Put days among those that wait at a level; three of them leave one, and one above."""
    while days:
        while len(waiting) <= level:
            waiting.append([])
        left = waiting[level]
        left.append(days)
        if len(left) < _THREE:
            return
        one, two, three = left
        either = one ^ two
        waiting[level] = [either ^ three]
        days = one & two | either & three
        level += 1


def plus(one: Planes, other: Planes) -> list[int]:
    """The sums of two sums, day by day."""
    found = []
    carry = 0
    for level in range(max(len(one), len(other))):
        a, b = _plane(one, level), _plane(other, level)
        either = a ^ b
        found.append(either ^ carry)
        carry = a & b | either & carry
    return [*found, carry] if carry else found


def minus(one: Planes, other: Planes) -> list[int]:
    """The first sums less the others, which are nowhere above them."""
    found = []
    borrow = 0
    for level in range(len(one)):
        a, b = one[level], _plane(other, level)
        either = a ^ b
        found.append(either ^ borrow)
        borrow = b & ~a | borrow & ~either
    return found


def above(sums: Planes, bound: int) -> int:
    """The days whose sum is above a bound, as bits."""
    more = 0
    equal = reduce(or_, sums, 0)
    for level in reversed(range(max(len(sums), bound.bit_length()))):
        plane = _plane(sums, level)
        if bound >> level & 1:
            equal &= plane
        else:
            more |= equal & plane
            equal &= ~plane
    return more


def only(sums: Planes, days: int) -> list[int]:
    """The sums of these days, and 0 for all others."""
    return [plane & days for plane in sums]


def sum_at(sums: Planes, day: int) -> int:
    """The sum of one day, by its bit's number."""
    return sum((plane >> day & 1) << level for level, plane in enumerate(sums))


def _plane(sums: Planes, level: int) -> int:
    return sums[level] if level < len(sums) else 0
