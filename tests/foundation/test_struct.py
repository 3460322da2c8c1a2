"""A struct is what `typing.NamedTuple` would have made of the same words."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any, Generic, NamedTuple, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectify_cli.foundation.struct import Struct

T = TypeVar("T")


class Plain(Struct):
    """Two that are needed, two that are not."""

    name: str
    # Nobody counts its items.
    count: int  # type: ignore[assignment]
    tags: tuple[str, ...] = ()
    note: str | None = None

    @property
    def shout(self) -> str:
        """The name, louder."""
        return self.name.upper()


class Model(NamedTuple):
    """The same, by the standard library."""

    name: str
    count: int  # type: ignore[assignment]
    tags: tuple[str, ...] = ()
    note: str | None = None


class Empty(Struct):
    """Nothing."""


class Box(Struct, Generic[T]):
    """Of any type."""

    value: T


class Louder(Plain):
    """A struct and a method more."""

    def twice(self) -> str:
        """The name, twice."""
        return self.name * 2


values = st.tuples(st.text(), st.integers(), st.tuples(st.text()), st.none() | st.text())


@given(values, st.integers(2, 4))
def test_it_holds_shows_and_compares_what_a_named_tuple_does(
    given_values: tuple[Any, ...], count: int
) -> None:
    some = given_values[:count]
    made, model = Plain(*some), Model(*some)
    assert tuple(made) == tuple(model)
    assert made == tuple(made)
    assert hash(made) == hash(model)
    assert repr(made) == repr(model).replace("Model", "Plain")
    assert (made.name, made.count, made.tags, made.note) == tuple(made)
    assert made == Plain(**dict(zip(Plain._fields, some, strict=False)))
    assert made == Plain._make(model)
    assert made._asdict() == model._asdict()
    assert tuple(made._replace(count=7, note="x")) == tuple(model._replace(count=7, note="x"))
    assert made.shout == made.name.upper()
    assert type(deepcopy(made)) is Plain
    assert deepcopy(made) == made


def test_it_tells_of_itself_what_a_named_tuple_does() -> None:
    assert Plain._fields == Plain.__match_args__ == Model._fields
    assert Plain._field_defaults == Model._field_defaults
    assert Plain.__annotations__ == Model.__annotations__
    assert Plain.__module__ == Model.__module__
    match Plain("a", 1):
        case Plain(name, count=count):
            assert (name, count) == ("a", 1)


_WRONG: dict[str, Callable[[Any], object]] = {
    "too few": lambda kind: kind("a"),
    "too many": lambda kind: kind("a", 1, (), None, 5),
    "unknown": lambda kind: kind("a", 1, other=2),
    "twice": lambda kind: kind("a", 1, name="b"),
    "made of too few": lambda kind: kind._make(["a"]),
    "made of too many": lambda kind: kind._make("abcde"),
    "replaced by an unknown": lambda kind: kind("a", 1)._replace(other=2),
    "set": lambda kind: setattr(kind("a", 1), "name", "b"),
    "set anew": lambda kind: setattr(kind("a", 1), "other", "b"),
}


@pytest.mark.parametrize("how", _WRONG)
def test_it_refuses_what_a_named_tuple_refuses(how: str) -> None:
    # Of what kind the error is has changed from one Python to the next.
    refusals = (TypeError, ValueError, AttributeError)
    with pytest.raises(refusals) as model:
        _WRONG[how](Model)
    with pytest.raises(refusals) as made:
        _WRONG[how](Plain)
    assert str(made.value) == str(model.value).replace("Model", "Plain")


def test_others_grow_from_it() -> None:
    assert Empty() == ()
    assert repr(Empty()) == "Empty()"
    assert Box(value=3).value == 3
    assert Box[int](3) == Box(3)
    assert Louder("a", 1).twice() == "aa"
    assert Louder("a", 1)._replace(name="b") == Louder("b", 1)
    assert repr(Louder("a", 1)).startswith("Louder(name='a', count=1,")
