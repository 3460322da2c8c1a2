"""Records whose last field is where they were written, which takes no part in their equality.

A dataclass with such a field takes five times as long to define, at every start.
"""

from typing import Any, TypeVar

Record = TypeVar("Record", bound=type[tuple[Any, ...]])


def placed(record: Record) -> Record:
    """Leave the last field of a named tuple out of its equality and its hash."""
    record.__eq__ = _says_the_same  # type: ignore[method-assign]
    record.__ne__ = _says_something_else  # type: ignore[assignment, method-assign]
    record.__hash__ = _hash  # type: ignore[assignment, method-assign]
    return record


def _says_the_same(one: tuple[Any, ...], other: object) -> bool:
    return type(other) is type(one) and one[:-1] == other[:-1]


def _says_something_else(one: tuple[Any, ...], other: object) -> bool:
    return not _says_the_same(one, other)


def _hash(one: tuple[Any, ...]) -> int:
    return hash(one[:-1])
