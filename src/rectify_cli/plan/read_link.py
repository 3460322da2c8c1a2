"""Reads what a task waits for: `x`, `y + 2d`, `z SS + 1d`, a list of these, or mappings."""

import re
from typing import Annotated, ClassVar, Literal

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import is_id
from rectify_cli.plan.form import Form
from rectify_cli.plan.model import FS, LinkType
from rectify_cli.plan.part import Part, field, part
from rectify_cli.plan.read_length import parse_length
from rectify_cli.plan.read_part import read_part
from rectify_cli.plan.read_text import listed
from rectify_cli.plan.reading import Reading, kind_of, quoted
from rectify_cli.plan.written import Text, WrittenLength, WrittenLink
from rectify_cli.syntax.node import Mapping, Node, Scalar
from rectify_cli.syntax.rewrite import rewrite

_TYPES: dict[str, LinkType] = {"FS": "FS", "SS": "SS", "FF": "FF", "SF": "SF"}
_LINK = re.compile(r"(\S+)(?:\s+([A-Za-z]{2}))?(?:\s+([+-])\s+(\S.*))?")
_TIGHT = r"(\S+?)((?:\s+[A-Za-z]{2})?)\s*([+-])\s*([0-9]+\w*)"
# What is longer is no mistyped link; these expressions take their time over long texts.
_LONGEST_GUESS = 200
_FORMS = say("x, x + 2d, x SS + 1d, or {task: x, link: SS, lag: 1d}")


def _read_task(node: Node, reading: Reading) -> Text | None:
    if not isinstance(node, Scalar) or node.is_empty:
        reading.wrong_type(node, say("the name of a task"), say("one, such as study.kickoff"))
        return None
    return node if _is_path(node.text, node, reading) else None


def _read_type(node: Node, reading: Reading) -> LinkType | None:
    if isinstance(node, Scalar):
        return _type_of(node.text, node, reading)
    reading.wrong_type(node, say("a kind of link"), say("FS, SS, FF or SF"))
    return None


def _read_lag(node: Node, reading: Reading) -> WrittenLength | None:
    if not isinstance(node, Scalar):
        message = say("{found} is not a lag", found=kind_of(node))
        fix = say("write 2d, 1w, 3ed, or -1d for before it")
        reading.complain("bad-length", node, message, fix)
        return None
    if node.text.startswith("-"):
        return parse_length(node.text[1:], node, reading, sign="-")
    return parse_length(node.text, node, reading)


def _read_each(node: Node, reading: Reading) -> Literal["same"] | None:
    if isinstance(node, Scalar) and node.text == "same":
        return "same"
    message = say("each of a link is 'same', not {found}", found=kind_of(node))
    reading.complain("bad-value", node, message, say("write same, or take the line away"))
    return None


@part
class LinkPart(Part):
    """A link written as a mapping."""

    noun: ClassVar[Message] = say("a link")
    example: ClassVar[Message] = say("{task: kickoff, link: SS, lag: 1d}")

    task: Annotated[Text | None, Form(_read_task, {"$ref": "#/$defs/reference"})] = field(
        "What is waited for.", example="kickoff"
    )
    link: Annotated[LinkType | None, Form(_read_type, {"$ref": "#/$defs/link-type"})] = field(
        "FS (default), SS, FF or SF: which end waits for which.", default=None
    )
    lag: Annotated[WrittenLength | None, Form(_read_lag, {"$ref": "#/$defs/lag"})] = field(
        "How long after it: 2d, 1w, 3ed; -1d is before it.", default=None
    )
    each: Annotated[Literal["same"] | None, Form(_read_each, {"const": "same"})] = field(
        "same: each unit waits for itself only.", default=None
    )


def _read_link(node: Node, reading: Reading) -> WrittenLink | None:
    if type(node) is Scalar:
        text = node.text
        if text in reading.ids or is_id(text):
            return WrittenLink(text, FS, None, same=False, where=node)
        return _parse_link(text.strip(), node, reading)
    if isinstance(node, Mapping):
        return _link_of(read_part(LinkPart, node, reading))
    reading.wrong_type(node, say("a link"), _FORMS)
    return None


read_links = listed(_read_link)


def _link_of(part: LinkPart) -> WrittenLink | None:
    """The link, though another of its keys is in error: the task that it names is asked for.

    What it leads to is in doubt then, since `after` is in error.
    """
    if part.task is None:
        return None
    same = part.each == "same"
    return WrittenLink(part.task.text, part.link or FS, part.lag, same, part.where)


def _parse_link(text: str, node: Scalar, reading: Reading) -> WrittenLink | None:
    match = _LINK.fullmatch(text)
    if match is None or (not match[3] and "+" in match[1]):
        _malformed(text, node, reading)
        return None
    path, type_, sign, length = match.groups()
    if not _is_path(path, node, reading):
        return None
    link = FS if type_ is None else _type_of(type_, node, reading)
    lag = None
    if sign is not None:
        lag = parse_length(length, node, reading, sign="-" if sign == "-" else "")
        if lag is None:
            return None
    return None if link is None else WrittenLink(path, link, lag, same=False, where=node)


def _type_of(text: str, node: Node, reading: Reading) -> LinkType | None:
    link = _TYPES.get(text)
    if link is None:
        upper, edit = text.upper(), None
        fix = say("write FS, SS, FF or SF")
        if upper in _TYPES:
            fix, edit = say("write {type}", type=upper), rewrite(node, text, upper)
        message = say("{text} is not a kind of link", text=quoted(text))
        reading.complain("bad-value", node, message, fix, edit)
    return link


def _is_path(path: str, node: Scalar, reading: Reading) -> bool:
    if path in reading.ids:
        return True
    *around, last = path.split(".")
    if around and all(map(is_id, around)) and last in {"start", "finish"}:
        kind = " SS" if last == "start" else ""
        message = say("a link names a task, not its {point}", point=last)
        fix = say("write {path}{kind}", path=".".join(around), kind=kind)
        reading.complain("bad-value", node, message, fix)
        return False
    if all(map(is_id, [*around, last])):
        return True
    _malformed(path, node, reading)
    return False


def _malformed(text: str, node: Scalar, reading: Reading) -> None:
    if len(text) <= _LONGEST_GUESS and re.search(r"[,;、，；［］]", text):
        names = ", ".join(part for part in re.split(r"\s*[,;、，；［］]\s*", text) if part)
        message = say("{text} is one text, not a list", text=quoted(text))
        reading.complain("wrong-type", node, message, say("write [{names}]", names=names))
        return
    tight = re.fullmatch(_TIGHT, text[:_LONGEST_GUESS])
    if tight is not None:
        message = say("{text} has no spaces round its sign", text=quoted(text))
        form = f"{tight[1]}{tight[2]} {tight[3]} {tight[4]}"
        edit = rewrite(node, text, form)
        reading.complain("bad-length", node, message, say("write {form}", form=form), edit)
        return
    message = say("{text} is not a link", text=quoted(text) if text else say("an empty value"))
    reading.complain("wrong-type", node, message, say("write {forms}", forms=_FORMS))
