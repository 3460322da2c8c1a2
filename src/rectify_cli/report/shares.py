"""Shares of work as views say them: whole percents that never lie about nothing and everything."""

from fractions import Fraction


def percents(share: Fraction) -> int:
    """A share in whole percents: 0 only of nothing, 100 only where all is done."""
    if share <= 0:
        return 0
    if share >= 1:
        return 100
    return min(99, max(1, round(share * 100)))


def percent(share: Fraction) -> str:
    """`45%`."""
    return f"{percents(share)}%"


def exact(share: Fraction) -> float:
    """A share as machines read it: a full number from 0 to 1."""
    # As `float` does it, which looks for the way first: a big programme has thousands of shares.
    return share.numerator / share.denominator
