"""Named tuples as `typing.NamedTuple` has them, defined in a fifth of the time.

Two hundred of them are defined before a command begins to work. `NamedTuple` compiles a function
for each and makes each class twice; here those of as many fields share their code. To type
checkers it is `NamedTuple`, and where Python no longer has annotations at hand, from 3.14 on, to
everybody.
"""

import sys
from collections import namedtuple
from collections.abc import Iterable
from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Self

# What reads an item by its name: written in C, and called by no public name.
_Item = type(vars(namedtuple("_One", "only"))["only"])  # noqa: PYI024 - it needs no types
_GLOBALS = {"_new": tuple.__new__, "__name__": __name__}


def item(place: int) -> Any:  # noqa: ANN401 - the annotation beside it tells the type
    """What reads an item of a tuple by the name that it is given in a class."""
    return _Item(place, None)


@cache
def _code(count: int) -> CodeType:
    """The code that makes a tuple of so many items, each of which may be given by its name."""
    items = "".join(f"item{at}, " for at in range(count))
    made = compile(f"lambda _cls, {items}: _new(_cls, ({items}))", __name__, "eval")
    return next(each for each in made.co_consts if isinstance(each, CodeType))


class _Kind(type):
    """The class of every struct: its annotations become the items of a tuple."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], body: dict[str, Any], **more: object
    ) -> type:
        if bases[0] is tuple or hasattr(bases[0], "_fields"):
            return super().__new__(cls, name, bases, body, **more)
        fields = tuple(body.get("__annotations__", ()))
        defaults = {field: body[field] for field in fields if field in body}
        code = _code(len(fields)).replace(
            co_varnames=("_cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__"
        )
        body |= {field: item(at) for at, field in enumerate(fields)}
        body |= {
            "__new__": FunctionType(code, _GLOBALS, "__new__", tuple(defaults.values())),
            "__match_args__": fields,
            "__slots__": (),
            "_fields": fields,
            "_field_defaults": defaults,
        }
        return super().__new__(cls, name, bases, body, **more)


class _Struct(tuple[Any, ...], metaclass=_Kind):
    """What all structs can do; see `collections.namedtuple`."""

    __slots__ = ()
    _fields: tuple[str, ...]

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            message = f"Expected {len(cls._fields)} arguments, got {len(made)}"
            raise TypeError(message)
        return made

    def _replace(self, /, **changes: object) -> Self:
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            message = f"Got unexpected field names: {list(changes)!r}"
            raise ValueError(message)
        return made

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
        return f"{type(self).__name__}({said})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


if TYPE_CHECKING or sys.version_info >= (3, 14):
    from typing import NamedTuple as Struct

    __all__ = ["Struct", "item"]
else:
    Struct = _Struct
