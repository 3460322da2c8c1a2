"""Reads the fields that hold other parts: owners, groups, includes, overrides, checklists."""

from collections.abc import Callable
from typing import TypeVar

from rectify_cli.foundation.finding import Message, say
from rectify_cli.plan.document_parts import (
    ChecklistDocument,
    GroupMember,
    OverrideDocument,
    OwnerDocument,
    SelectorDocument,
)
from rectify_cli.plan.part import BAD, WHERE, Part
from rectify_cli.plan.read_part import read_part
from rectify_cli.plan.read_text import check_id, read_name, read_path, read_title
from rectify_cli.plan.reading import Reading, kind_of
from rectify_cli.plan.written import Entry, Text, WrittenItem
from rectify_cli.syntax.node import Alias, Mapping, Node, Scalar, Sequence

P = TypeVar("P", bound=Part)


def _keyed(
    model: type[P], *, keys_are_ids: bool
) -> Callable[[Node, Reading], tuple[Entry[P], ...]]:
    def read(node: Node, reading: Reading) -> tuple[Entry[P], ...]:
        if not isinstance(node, Mapping):
            reading.wrong_type(node, say("a mapping"), say("x: {example}", example=model.example))
            return ()
        found = []
        for key, value in node.values.items():
            if keys_are_ids:
                check_id(node.keys[key], reading)
            found.append(
                Entry(node.keys[key], _part_or_empty(model, node.keys[key], value, reading))
            )
        return tuple(found)

    return read


def _part_or_empty(model: type[P], key: Scalar, value: Node, reading: Reading) -> P:
    if isinstance(value, Mapping):
        return read_part(model, value, reading)
    fix = say("write {key}: {example}", key=key.text, example=model.example)
    not_a_mapping(key, value, reading, noun=model.noun, fix=fix)
    return empty_part(model, value)


def not_a_mapping(
    key: Scalar, value: Node, reading: Reading, *, noun: Message, fix: Message
) -> None:
    """Say that a thing should be a mapping; where one was meant, what keeps it from being one."""
    from rectify_cli.syntax.colons import meant_as_mapping  # noqa: PLC0415 - for few plans

    meant = meant_as_mapping(value) if isinstance(value, Scalar) else []
    for finding in meant:
        reading.add(finding, value.start)
    if meant:
        return
    is_nothing = isinstance(value, Scalar) and value.is_empty and not isinstance(value, Alias)
    place = key if is_nothing else value
    message = say("{noun} is a mapping, not {found}", noun=noun, found=kind_of(value))
    reading.complain("wrong-type", place, message, fix)


def empty_part(model: type[P], place: Node) -> P:
    """A part of which nothing could be read, standing at a place."""
    row = model.blank().copy()
    row[WHERE] = Mapping(place.source, place.start)
    row[BAD] = frozenset(model.keys())
    return model(row)


read_owners = _keyed(OwnerDocument, keys_are_ids=True)
read_overrides = _keyed(OverrideDocument, keys_are_ids=False)


def read_includes(node: Node, reading: Reading) -> tuple[Entry[Text], ...]:
    """The plans that are mounted as phases: `{id: file}`."""
    if not isinstance(node, Mapping):
        reading.wrong_type(
            node, say("a mapping of ids to files"), say("liangzhou: districts/liangzhou.yaml")
        )
        return ()
    found = []
    for key, value in node.values.items():
        check_id(node.keys[key], reading)
        path = read_path(value, reading)
        if path is not None:
            found.append(Entry(node.keys[key], path))
    return tuple(found)


def read_groups(node: Node, reading: Reading) -> tuple[Entry[tuple[GroupMember, ...]], ...]:
    """The groups: each a selector, a name, or a list of these, which is their union."""
    if not isinstance(node, Mapping):
        reading.wrong_type(node, say("a mapping of groups"), say("organs: {kind: organ}"))
        return ()
    found = []
    for key, value in node.values.items():
        check_id(node.keys[key], reading)
        items = value.items if isinstance(value, Sequence) else [value]
        members = [_read_member(item, reading) for item in items]
        kept = tuple(each for each in members if each is not None)
        found.append(Entry(node.keys[key], kept))
    return tuple(found)


def _read_member(node: Node, reading: Reading) -> GroupMember | None:
    if not isinstance(node, Mapping):
        return read_name(node, reading)
    selector = read_part(SelectorDocument, node, reading)
    if node.values:
        return selector
    message = say("a selector that names nothing selects nobody")
    reading.complain("bad-value", node, message, say("write {kind: organ}, or a list of names"))
    return None


def read_checklist(node: Node, reading: Reading) -> tuple[WrittenItem, ...]:
    """The items of a checklist: a text each, or a mapping."""
    items = node.items if isinstance(node, Sequence) else [node]
    found = [_read_item(item, reading) for item in items]
    return tuple([each for each in found if each is not None])


def _read_item(node: Node, reading: Reading) -> WrittenItem | None:
    if isinstance(node, Mapping):
        item = read_part(ChecklistDocument, node, reading)
        text = item.item
        return None if text is None else WrittenItem(item.id or text, text, item.owner, item.due)
    text = read_title(node, reading)
    return None if text is None else WrittenItem(text, text)
