"""Records of the floors below to JSON values and back, led by the types of their fields.

A record is a list of its fields; a default is `null`, and left out at the end. Nothing but the
types that `coder_of` knows is written or made, whatever an entry says.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from fractions import Fraction
from types import UnionType
from typing import Any, Literal, Union

from rectify_cli.foundation.struct import Struct

Code = Callable[[Any], Any]


class Coder(Struct):
    """How values of one type are written as JSON, and made from it; None: they are JSON."""

    encode: Code | None
    decode: Code | None


class NotKept(ValueError):  # noqa: N818 - no error: such a plan is read anew every time
    """A value of a type that has no form here."""


_AS_IT_IS = Coder(None, None)
_SIMPLE: dict[object, Coder] = {
    str: _AS_IT_IS,
    int: _AS_IT_IS,
    bool: _AS_IT_IS,
    date: Coder(date.toordinal, date.fromordinal),
    time: Coder(time.isoformat, time.fromisoformat),
    Fraction: Coder(str, Fraction),
}


class Codec:
    """The coders of all types that a value is made of, each made when it is first asked for.

    `special` holds the types that have a way of their own, and single fields that have one.
    """

    def __init__(self, special: Mapping[object, Coder]) -> None:
        self._coders: dict[object, Coder] = {**_SIMPLE, **special}

    def encode(self, hint: Any, value: object) -> Any:  # noqa: ANN401 - JSON of a type
        """A value of a type as JSON."""
        return _both(self.of(hint))[0](value)

    def decode(self, hint: Any, row: Any) -> Any:  # noqa: ANN401 - a value of the type
        """The value of a type that a row is of."""
        return _both(self.of(hint))[1](row)

    def of(self, hint: Any, module: str = "") -> Coder:  # noqa: ANN401 - a type, as annotated
        """The coder of a type; `module` is the one that its names are looked up in."""
        if isinstance(hint, str):
            hint = vars(sys.modules[module])[hint]
        elif hasattr(hint, "__forward_arg__"):
            hint = vars(sys.modules[module])[hint.__forward_arg__]
        known = self._coders.get(hint)
        if known is None:
            known = self._coders[hint] = self._made(hint, module)
        return known

    def record(self, kind: Any) -> tuple[Code, Code]:  # noqa: ANN401 - a class
        """How a record is written and made field by field, though its type has its own way."""
        return _both(self._record(kind))

    def _made(self, hint: Any, module: str) -> Coder:  # noqa: ANN401 - as above
        origin = getattr(hint, "__origin__", None)
        if origin is Literal:
            return _AS_IT_IS
        if origin is tuple and hint.__args__[-1] is Ellipsis:
            return _listed(self.of(hint.__args__[0], module), tuple)
        if origin is tuple:
            return _pair([self.of(each, module) for each in hint.__args__])
        if origin is frozenset:
            return Coder(sorted, frozenset)
        if origin is Mapping:
            key, value = hint.__args__
            return self._mapping(key, value, module)
        if isinstance(hint, UnionType) or origin is Union:
            return self._union([each for each in hint.__args__ if each is not type(None)], module)
        if isinstance(hint, type) and hasattr(hint, "_fields"):
            return self._record(hint)
        raise NotKept(hint)

    def _mapping(self, key: object, value: object, module: str) -> Coder:
        inner = self.of(value, module)
        if key is not str:
            pairs = _listed(_pair([self.of(key, module), inner]), dict)
            return Coder(lambda known: pairs.encode(known.items()), pairs.decode)  # type: ignore[misc]
        encode, decode = _both(inner)
        return Coder(
            lambda known: {name: encode(each) for name, each in known.items()},
            lambda known: {name: decode(each) for name, each in known.items()},
        )

    def _union(self, kinds: list[Any], module: str) -> Coder:
        """The one type beside None; several are told apart by their number."""
        if len(kinds) == 1:
            return self.of(kinds[0], module)
        # Only when it is used: an expression holds expressions.
        coders: dict[int, tuple[Code, Code]] = {}
        number = {kind: at for at, kind in enumerate(kinds)}

        def both(at: int) -> tuple[Code, Code]:
            if at not in coders:
                coders[at] = _both(self.of(kinds[at], module))
            return coders[at]

        def encode(value: object) -> list[object]:
            at = number[type(value)]
            return [at, both(at)[0](value)]

        return Coder(encode, lambda pair: both(pair[0])[1](pair[1]))

    def _record(self, kind: Any) -> Coder:  # noqa: ANN401 - a class that is called
        shape = _shape(kind)
        make = kind._make
        special: list[tuple[int, Code, Code, object]] = []
        names = [name for name, _, _ in shape]
        none = [None] * len(names)

        def encode(value: Iterable[object]) -> list[object]:
            return _written(value, names, special)

        def decode(row: list[Any]) -> object:
            row += none[len(row) :]
            for at, _, decoded, default in special:
                value = row[at]
                row[at] = default if value is None else decoded(value)
            return make(row)

        coder = Coder(encode, decode)
        # Before those of its fields, which may hold the same kind.
        self._coders.setdefault(kind, coder)
        for at, (name, hint, default) in enumerate(shape):
            own = self._coders.get((kind, name)) or self.of(hint, kind.__module__)
            if own is not _AS_IT_IS or default is not None:
                special.append((at, *_both(own), default))
        return coder


def _shape(kind: Any) -> list[tuple[str, object, object]]:  # noqa: ANN401 - a class
    """The fields of a record: name, type, default (None where it has none)."""
    hints, defaults = kind.__annotations__, kind._field_defaults
    return [(name, hints[name], defaults.get(name)) for name in kind._fields]


def _written(
    value: Iterable[object], names: list[str], special: list[tuple[int, Code, Code, object]]
) -> list[object]:
    row = list(value)
    for at, encode, _, default in special:
        field = row[at]
        if field is not None:
            row[at] = None if field == default else encode(field)
        elif default is not None:
            raise NotKept(names[at])
    while row and row[-1] is None:
        row.pop()
    return row


def _both(coder: Coder) -> tuple[Code, Code]:
    return coder.encode or _same, coder.decode or _same


def _same(value: object) -> object:
    return value


def _listed(inner: Coder, made: Callable[[Any], Any]) -> Coder:
    encode, decode = inner
    return Coder(
        list if encode is None else lambda values: [encode(each) for each in values],
        made if decode is None else lambda values: made([decode(each) for each in values]),
    )


def _pair(inner: list[Coder]) -> Coder:
    ways = [_both(each) for each in inner]
    return Coder(
        lambda values: [way[0](each) for way, each in zip(ways, values, strict=True)],
        lambda values: tuple([way[1](each) for way, each in zip(ways, values, strict=True)]),
    )
