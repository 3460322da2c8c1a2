"""Reads a mapping as a part of the document: what pydantic refuses becomes findings."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable
from collections.abc import Mapping as Map
from typing import TypeVar

from rectify_cli.foundation.finding import say
from rectify_cli.foundation.slips import is_slip
from rectify_cli.plan.foreign_keys import FOREIGN_KEYS
from rectify_cli.plan.part import BAD, WHERE, Part, Shape
from rectify_cli.plan.reading import Reading, quoted
from rectify_cli.syntax.node import Alias, Mapping, Node, Scalar
from rectify_cli.syntax.rewrite import rewrite

P = TypeVar("P", bound=Part)

_COLONLESS = re.compile(r"(?P<key>\w+)(?:[ ]*[=;；][ ]*|[ ]+)(?P<value>\S.*)")

# What holds things that other places name: read under any key that is near, lest all of these be
# complained of as well.
_HOLDING = frozenset({"tasks", "phases", "owners", "owners_from", "groups", "include"})


def read_part(
    model: type[P], mapping: Mapping, reading: Reading, *, leave_out: Iterable[str] = ()
) -> P:
    """The part that a mapping describes, whatever is wrong with it.

    Unknown keys, empty values and missing keys are reported; the rest is read as if they had not
    been there (a required field that is missing is None). Keys to leave out are not looked at.
    """
    nodes = mapping.values
    if leave_out:
        nodes = {key: node for key, node in nodes.items() if key not in leave_out}
    shape = model.shapes[tuple(nodes)]
    if shape.unknown or shape.missing:
        return _read_mended(model, mapping, nodes, reading)
    said, mark = len(reading.findings), len(reading.offsets)
    row = _row(shape, mapping, nodes, reading)
    if len(reading.offsets) == mark and not mapping.has_merge_key:
        return model(row)
    reading.take_back(said, mark)
    return _read_mended(model, mapping, nodes, reading)


def _row(shape: Shape, mapping: Mapping, nodes: Map[str, Node], reading: Reading) -> list[object]:
    """What a part is made of: its fields, read in their order."""
    blank, fields, _, _ = shape
    row = blank.copy()
    row[WHERE] = mapping
    for place, key, read in fields:
        row[place] = read(nodes[key], reading)
    return row


def one_of(model: type[P]) -> Callable[[Node, Reading], P | None]:
    """A reader of a field that holds one part."""

    def read(node: Node, reading: Reading) -> P | None:
        if isinstance(node, Mapping):
            return read_part(model, node, reading)
        reading.wrong_type(node, model.noun, model.example)
        return None

    return read


def whole_mapping(node: Node, reading: Reading) -> Mapping | None:
    """A mapping that is walked later: phases, tasks."""
    if isinstance(node, Mapping):
        return node
    reading.wrong_type(
        node, say("a mapping of ids"), say("an id and a colon, what it holds indented under it")
    )
    return None


def _read_mended(model: type[P], mapping: Mapping, written: Map[str, Node], reading: Reading) -> P:
    """The part without what cannot be read at all, all of which is reported."""
    nodes = {**written}
    shape = model.shapes[tuple(written)]
    bad: set[str | None] = set()
    if mapping.has_merge_key:
        bad.update(frozenset(model.keys()) - nodes.keys())
    meant, guessed = _under_meant(model, mapping, nodes, shape.unknown, reading)
    bad |= guessed
    if meant:
        mapping = _as_meant(mapping, meant)
    for key in shape.missing:
        if key not in nodes and key not in bad:
            _missing_key(model, mapping, key, reading)
            bad.add(key)
    for key, node in mapping.values.items():
        if key not in nodes or not _is_empty(node):
            continue
        if not isinstance(node, Alias):
            _empty_value(mapping, key, reading)
        bad.add(key)
        del nodes[key]
    mark = len(reading.offsets)
    row = _row(model.shapes[tuple(nodes)], mapping, nodes, reading)
    bad |= _dropped(mapping, reading.offsets[mark:])
    row[BAD] = frozenset(key for key in bad if key is not None)
    return model(row)


def _dropped(mapping: Mapping, offsets: list[int]) -> set[str]:
    """The keys in whose values something was complained of."""
    places = sorted(offsets)
    found = set()
    for key, value in mapping.values.items():
        first = bisect_left(places, value.start)
        if first < len(places) and places[first] <= value.end:
            found.add(key)
    return found


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_empty


def _under_meant(
    model: type[Part],
    mapping: Mapping,
    nodes: dict[str, Node],
    unknown: Iterable[str],
    reading: Reading,
) -> tuple[dict[str, str], set[str | None]]:
    """Report the unknown keys, and take what stands under mistyped ones for what was meant.

    Gives the keys that were meant, by those that are written, and all that are in doubt.
    """
    meant: dict[str, str] = {}
    bad: set[str | None] = set()
    for key in unknown:
        value = nodes.pop(key)
        near, is_sure = _unknown_key(model, mapping, key, reading)
        holds = near in _HOLDING and isinstance(value, Mapping)
        if near is not None and near not in nodes and (is_sure or holds):
            meant[key] = near
            nodes[near] = value
        if near not in _HOLDING or near not in nodes:
            bad.add(near)
    return meant, bad


def _as_meant(mapping: Mapping, meant: dict[str, str]) -> Mapping:
    """The mapping as if its mistyped keys were those that were meant, each where it stands."""
    same = Mapping(mapping.source, mapping.start)
    same.end = mapping.end
    same.values = {meant.get(key, key): value for key, value in mapping.values.items()}
    same.keys = {meant.get(key, key): where for key, where in mapping.keys.items()}
    same.places = list(same.keys.values())
    return same


def _unknown_key(
    model: type[Part], mapping: Mapping, key: str, reading: Reading
) -> tuple[str | None, bool]:
    """Report an unknown key; gives the known one that it seems to mean, and whether it must."""
    known = model.keys()
    near, is_sure = _key_near(key, known, reading), False
    fix = edit = None
    colonless = _COLONLESS.fullmatch(key)
    if colonless is not None and colonless["key"] in known and _is_empty(mapping.values[key]):
        near, value = colonless.groups()
        fix = say("write {key}: {value}", key=near, value=value)
    elif near is not None:
        fix = say("did you mean '{name}'?", name=near)
        if near not in mapping.keys and is_slip(key, near, known):
            is_sure = True
            edit = rewrite(mapping.keys[key], key, near)
    elif len(known) <= 12:
        fix = say("its keys are {keys}", keys=", ".join(known))
    message = say("{noun} has no key {key}", noun=model.noun, key=quoted(key))
    where = mapping.keys[key]
    reading.complain("unknown-key", where, message, fix, edit)
    return near, is_sure


def _key_near(key: str, known: Collection[str], reading: Reading) -> str | None:
    """The known key that is near to a mistyped one, or that another tool's near key is here."""
    near = FOREIGN_KEYS.get(key.casefold())
    if near not in known:
        near = reading.suggest(key, known)
    if near is None:
        foreign = reading.suggest(key, [each for each, our in FOREIGN_KEYS.items() if our in known])
        near = None if foreign is None else FOREIGN_KEYS[foreign]
    return near


def _missing_key(model: type[Part], mapping: Mapping, key: str, reading: Reading) -> None:
    message = say("{noun} lacks '{key}'", noun=model.noun, key=key)
    example = say("add {key}: {example}", key=key, example=model.required()[key])
    reading.complain("missing-key", mapping, message, example)


def _empty_value(mapping: Mapping, key: str, reading: Reading) -> None:
    where = mapping.keys[key]
    message = say("'{key}' has no value", key=key)
    fix = say("write one after the colon, or take the line away")
    reading.complain("wrong-type", where, message, fix)
