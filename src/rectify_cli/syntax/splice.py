"""Changes to a mapping of a text, as edits that leave every other character, and comments, alone.

A change that could not be made without losing a comment, or that the layout does not allow, is
None: the caller says so.
"""

from rectify_cli.syntax.node import Mapping, Node, Scalar
from rectify_cli.syntax.patch import Edit

_STEP = 2


def set_value(mapping: Mapping, key: str, value: str) -> Edit | None:
    """The edit by which a key that is there has this value, written on one line."""
    text, node = mapping.source.text, mapping.values[key]
    if isinstance(node, Scalar) and node.is_empty:
        colon = text.find(":", mapping.keys[key].end)
        return None if colon < 0 else Edit(colon + 1, colon + 1, f" {value}")
    end = end_of(node)
    is_inline = isinstance(node, Scalar) or text[node.start] in "[{"
    if is_inline and text[node.start] not in "|>":
        return Edit(node.start, end, value)
    begin = text.find(":", mapping.keys[key].end) + 1
    return None if "#" in text[begin:end] else Edit(begin, end, f" {value}")


def add_keys(mapping: Mapping, pairs: list[tuple[str, str]]) -> Edit | None:
    """The edit by which a mapping has these keys too: below its title, or first."""
    text = mapping.source.text
    if not mapping.keys:
        return None
    if text[mapping.start] == "{":
        last = next(reversed(mapping.values.values()))
        end = max(end_of(last), next(reversed(mapping.keys.values())).end)
        return Edit(end, end, "".join(f", {key}: {value}" for key, value in pairs))
    first = next(iter(mapping.keys.values()))
    begin = text.rfind("\n", 0, first.start) + 1
    indent = text[begin : first.start]
    if indent.strip():
        return None
    newline = newline_of(text)
    title = mapping.values.get("title")
    if isinstance(title, Scalar) and "\n" not in text[title.start : end_of(title)]:
        end = _line_end(text, title.end)
        return Edit(end, end, "".join(f"{newline}{indent}{key}: {value}" for key, value in pairs))
    return Edit(begin, begin, "".join(f"{indent}{key}: {value}{newline}" for key, value in pairs))


def drop_key(mapping: Mapping, key: str) -> Edit | None:
    """The edit by which a key and its value are gone; a comment beside it stays."""
    text, node = mapping.source.text, mapping.values[key]
    begin, end = mapping.keys[key].start, max(end_of(node), mapping.keys[key].end)
    if text[mapping.start] == "{":
        names = list(mapping.keys)
        at = names.index(key)
        if at + 1 < len(names):
            return Edit(begin, mapping.keys[names[at + 1]].start, "")
        if at == 0:
            return Edit(begin, end, "")
        return Edit(end_of(mapping.values[names[at - 1]]), end, "")
    line = text.rfind("\n", 0, begin) + 1
    stop = _line_end(text, end)
    comment = text[end:stop].strip()
    if "#" in text[begin:end] or text[line:begin].strip():
        return None
    if comment:
        return Edit(begin, stop, comment)
    return Edit(line, min(stop + len(newline_of(text)), len(text)), "")


def drop_entry(mapping: Mapping, key: str) -> Edit | None:
    """The edit by which a key is gone with all the lines of its value, comments among them too."""
    text = mapping.source.text
    if text[mapping.start] == "{":
        return drop_key(mapping, key)
    begin = mapping.keys[key].start
    line = text.rfind("\n", 0, begin) + 1
    if text[line:begin].strip():
        return None
    end = max(end_of(mapping.values[key]), mapping.keys[key].end)
    return Edit(line, min(_line_end(text, end) + len(newline_of(text)), len(text)), "")


def append_lines(mapping: Mapping, lines: list[str]) -> Edit | None:
    """The edit by which lines stand at a mapping's end, as deep as its keys; lines end bare."""
    text = mapping.source.text
    if not mapping.keys or text[mapping.start] == "{":
        return None
    first = next(iter(mapping.keys.values()))
    indent = text[text.rfind("\n", 0, first.start) + 1 : first.start]
    if indent.strip():
        return None
    newline = newline_of(text)
    end = _line_end(text, end_of(mapping))
    return Edit(end, end, "".join(f"{newline}{indent}{line}" for line in lines))


def append_section(source_text: str, key: str, lines: list[str]) -> Edit:
    """The edit by which a key with these lines below it stands at the end of the text."""
    newline = newline_of(source_text)
    end = len(source_text.rstrip())
    body = "".join(f"{newline}{' ' * _STEP}{line}" for line in lines)
    return Edit(end, end, f"{newline}{newline}{key}:{body}")


def end_of(node: Node) -> int:
    """Where a node's last character stands, blanks and comments behind it left out."""
    text = node.source.text
    waiting: list[Node] = [node]
    end = node.start
    while waiting:
        each = waiting.pop()
        if isinstance(each, Scalar) or text[each.start : each.start + 1] in {"[", "{"}:
            end = max(end, each.start + len(text[each.start : each.end].rstrip()))
        elif isinstance(each, Mapping):
            waiting += each.values.values()
            end = max([end, *(key.end + 1 for key in each.keys.values())])
        else:
            waiting += each.items
    return end


def newline_of(text: str) -> str:
    """How the text ends its lines."""
    return "\r\n" if "\r\n" in text else "\n"


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - text.startswith("\r", end - 1) if end else end
