"""Reads texts: titles, ids, names of owners and tasks, addresses, tags. Alone or in lists."""

import re
from collections.abc import Callable
from typing import TypeVar

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import MAX_ID, is_id
from rectify_cli.plan.reading import Reading, quoted, shown
from rectify_cli.plan.written import Text
from rectify_cli.syntax.node import Node, Scalar, Sequence

T = TypeVar("T")

MAX_TITLE = 200
MAX_LINE = 2_000
MAX_NUMBER_LABEL = 64
_ADDRESS = r"(?:https?://[^\s/?#]|mailto:[^\s@]+@)[^\s\"<>\\^`{|}]*"
_EMAIL = r"[^@\s<>,;\"]+@[^@\s<>,;\"]+"
_TITLE, _TEXT, _NAME = say("a title"), say("a text"), say("a name")
_NUMBER, _SUCH_AS_12 = say("a number to print"), say("a number, such as 12")
_NOTE, _ONE_NAME = say("a note"), say("one name")
_NAME_OF_TASK, _SUCH_AS_TASK = say("the name of a task"), say("one, such as study.kickoff")
_FILE, _RELATIVE = say("a file name"), say("one, relative to the plan")
_LIST_SIGNS = re.compile(r"\s*[,;、，；［］]\s*")


def text_in(node: Node, reading: Reading, wanted: Message, example: Message) -> str | None:
    """A scalar's text without the blanks around it; a list, a mapping or nothing is reported."""
    if not isinstance(node, Scalar) or node.is_empty:
        reading.wrong_type(node, wanted, example)
        return None
    text = node.text.strip()
    if not text:
        reading.complain(
            "bad-value",
            node,
            say("{wanted} is empty", wanted=wanted),
            say("write {example}, or take the line away", example=example),
        )
    return text or None


def _trimmed(node: Node, reading: Reading, wanted: Message, example: Message) -> Text | None:
    """The scalar itself, or one at its place whose text is without the blanks around it."""
    text = text_in(node, reading, wanted, example)
    if text is None or not isinstance(node, Scalar):
        return None
    if text == node.text:
        return node
    return Scalar(node.source, node.start, node.end, text, quoted=node.quoted)


def _line(
    node: Node, reading: Reading, wanted: Message, example: Message, most: int
) -> Text | None:
    if type(node) is Scalar:
        text = node.text
        if text and len(text) <= most and text.isprintable() and text[0] != " " != text[-1]:
            return node
    read = _trimmed(node, reading, wanted, example)
    if read is None:
        return None
    if len(read.text) > most or len(read.text.splitlines()) > 1:
        reading.complain(
            "too-large",
            node,
            say("{wanted} is one line of at most {most} characters", wanted=wanted, most=most),
            say("shorten it; put the rest into note:"),
        )
        return None
    return read


def read_title(node: Node, reading: Reading) -> Text | None:
    """A title: one line of at most 200 characters."""
    return _line(node, reading, _TITLE, _TEXT, MAX_TITLE)


def read_line(node: Node, reading: Reading) -> Text | None:
    """A text on one line."""
    return _line(node, reading, _TEXT, _TEXT, MAX_LINE)


def read_number_label(node: Node, reading: Reading) -> Text | None:
    """A hand-given number, which is a text: 010 stays 010."""
    return _line(node, reading, _NUMBER, _SUCH_AS_12, MAX_NUMBER_LABEL)


def read_note(node: Node, reading: Reading) -> Text | None:
    """A text of any number of lines."""
    return _trimmed(node, reading, _NOTE, _TEXT)


def read_name(node: Node, reading: Reading) -> Text | None:
    """The name of an owner, a group, a kind; whether there is such a one is asked later."""
    if type(node) is Scalar and node.text in reading.ids:
        return node
    return _line(node, reading, _NAME, _ONE_NAME, MAX_TITLE)


def read_reference(node: Node, reading: Reading) -> Text | None:
    """The name or path of a task; whether there is such a one is asked later."""
    return _line(node, reading, _NAME_OF_TASK, _SUCH_AS_TASK, MAX_LINE)


def read_path(node: Node, reading: Reading) -> Text | None:
    """The name of a file; whether there is such a one is asked later."""
    return _line(node, reading, _FILE, _RELATIVE, MAX_LINE)


def read_id(node: Node, reading: Reading) -> Text | None:
    """An id: letters, digits, `-` and `_`, at most 64."""
    if not isinstance(node, Scalar) or node.is_empty:
        reading.wrong_type(node, say("an id"), say("one, such as kick-off"))
        return None
    return node if check_id(node, reading) else None


def check_id(key: Scalar, reading: Reading) -> bool:
    """Whether a key may be an id; says why not, and how it could be written."""
    text = key.text
    if text in reading.ids:
        return True
    if is_id(text):
        reading.ids.add(text)
        return True
    if text in {"start", "finish"}:
        message = say("'{id}' cannot be an id: it names the point of a task", id=text)
        fix = say("write {id}-of-work, or another word", id=text)
    elif len(text) > MAX_ID:
        message = say("an id has at most {most} characters, not {n}", most=MAX_ID, n=len(text))
        fix = say("shorten it; the title may be long")
    else:
        message = say("{id} is not an id: letters, digits, - and _", id=quoted(text))
        near = as_id(text)
        fix = say("write {id}", id=near) if near else say("write a word")
    reading.complain("bad-id", key, message, fix)
    return False


def as_id(text: str) -> str:
    """The id that is nearest to a text; empty where none is."""
    kept = "".join(each if is_id(each) else " " for each in text)
    return "-".join(kept.split())[:MAX_ID]


def read_email(node: Node, reading: Reading) -> Text | None:
    """An e-mail address."""
    text = read_line(node, reading)
    if text is None or re.fullmatch(_EMAIL, text.text):
        return text
    message = say("{text} is not an e-mail address", text=quoted(text.text))
    reading.complain("bad-value", node, message, say("write one such as name@example.org"))
    return None


def _read_address(node: Node, reading: Reading) -> Text | None:
    text = read_line(node, reading)
    if text is None or re.fullmatch(_ADDRESS, text.text, re.IGNORECASE):
        return text
    message = say("{text} is not an address", text=quoted(text.text))
    fix = say("write it with https://, http:// or mailto:; a file stands under document:")
    reading.complain("bad-value", node, message, fix)
    return None


def listed(
    read: Callable[[Node, Reading], T | None],
) -> Callable[[Node, Reading], tuple[T, ...]]:
    """A reader of one value or a list of them; a bad item is dropped alone."""

    def read_all(node: Node, reading: Reading) -> tuple[T, ...]:
        if not isinstance(node, Sequence):
            one = read(node, reading)
            return () if one is None else (one,)
        found = [read(item, reading) for item in node.items]
        return tuple([each for each in found if each is not None])

    return read_all


def _read_single_name(node: Node, reading: Reading) -> Text | None:
    """A name in a field that takes several, where `a, b` is a list without its brackets."""
    if type(node) is Scalar and node.text in reading.ids:
        return node
    name = read_name(node, reading)
    if name is not None and isinstance(node, Scalar) and _LIST_SIGNS.search(name.text):
        names = ", ".join(part for part in _LIST_SIGNS.split(name.text) if part)
        message = say("{text} is one text, not a list", text=shown(node))
        reading.complain("wrong-type", node, message, say("write [{names}]", names=names))
        return None
    return name


read_texts = listed(read_line)
read_names = listed(_read_single_name)
read_references = listed(_read_single_name)
read_tags = listed(_read_single_name)
read_paths = listed(read_path)
read_urls = listed(_read_address)
