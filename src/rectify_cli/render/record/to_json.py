"""A record as JSON, written while it is read: a line for each member of a stream.

A fan's record is turned into text once, and joined round its names.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from rectify_cli.render.clean import clean_json
from rectify_cli.report.record import HOLE, Fan, Record, Stream, Value

# No text from a file holds this character.
_MARK = "\x00hole"
_NAMES_AT_ONCE = 5000
# So many characters are cleaned and handed on together.
_AT_ONCE = 1 << 16

__all__ = ["Record", "to_json"]


def to_json(record: Record) -> Iterator[str]:
    """The text in parts; UTF-8 without escapes but those that safety asks for."""
    gathered: list[str] = []
    length = 0
    for text in _mapping(record):
        gathered.append(text)
        length += len(text)
        if length >= _AT_ONCE:
            yield clean_json("".join(gathered))
            gathered, length = [], 0
    yield clean_json("".join(gathered)) + "\n"


def _mapping(record: Mapping[str, Value], between: str = ",\n") -> Iterator[str]:
    """A mapping with its streams written line by line; what they do not hold is on one line."""
    before = "{"
    for key, value in record.items():
        yield f"{before}{_text(key)}: "
        if isinstance(value, Stream):
            yield from _stream(value)
        else:
            yield _text(value)
        before = between
    yield "}" if record else "{}"


def _stream(stream: Stream) -> Iterator[str]:
    before = "[\n"
    for member in stream:
        if isinstance(member, Fan):
            for text in _fan(member):
                yield before + text
                before = ",\n"
        elif isinstance(member, Mapping) and _has_stream(member):
            yield before
            yield from _mapping(member, ", ")
            before = ",\n"
        else:
            yield before + _text(member)
            before = ",\n"
    yield "[]" if before == "[\n" else "\n]"


def _has_stream(member: Mapping[str, Value]) -> bool:
    return Stream in map(type, member.values())


def _fan(fan: Fan) -> Iterator[str]:
    """The records of some thousand names at a time, joined."""
    parts = _text(fan.record).split(_MARK_TEXT)
    names = _texts(tuple(fan.names))
    for at in range(0, len(names), _NAMES_AT_ONCE):
        yield ",\n".join([name.join(parts) for name in names[at : at + _NAMES_AT_ONCE]])


# The same units stand in fan after fan, day after day.
@lru_cache(maxsize=64)
def _texts(names: tuple[str, ...]) -> list[str]:
    return [_text(name) for name in names]


def _text(value: Value) -> str:
    return "".join(_ENCODE(value, 0))


def _plain(value: object) -> object:
    if value is HOLE:
        return _MARK
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {value!r}")


def _encode() -> Callable[[Value, int], Iterable[str]]:
    """What `json` makes anew for every value that it encodes, at five times the cost of a row."""
    coder = json.JSONEncoder(ensure_ascii=False, default=_plain, allow_nan=False)
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return lambda value, _: (coder.encode(value),)
    texts = json.encoder.encode_basestring
    signs = coder.key_separator, coder.item_separator
    is_sorted = skips_keys = allows_nan = False
    made: Callable[[Value, int], Iterable[str]] = make(
        None, coder.default, texts, None, *signs, is_sorted, skips_keys, allows_nan
    )
    return made


_ENCODE = _encode()
_MARK_TEXT = _text(_MARK)
