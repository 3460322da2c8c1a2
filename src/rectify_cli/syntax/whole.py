"""Explains faults of a file or a key as a whole: directives, documents, no mapping, no key."""

from rectify_cli.foundation.finding import say
from rectify_cli.syntax.fault import Fault, Scene
from rectify_cli.syntax.lines import line_at
from rectify_cli.syntax.patch import Edit


def empty(_scene: Scene) -> Fault:
    """A file of nothing but blanks and comments."""
    fix = say("write its first lines, 'rectify: 1', 'title: …' and 'start: …', or run rectify init")
    return Fault(0, 0, say("the file is empty"), fix)


def no_mapping(scene: Scene) -> Fault | None:
    """A file that is one list or one text."""
    at = scene.trouble.at
    end = min(scene.trouble.scalar[1], line_at(scene.text, at).value_end)
    fix = say("begin with 'rectify: 1', then 'title: …' and 'start: …', a line each")
    message = say("a file is keys with their values, and this is none")
    return Fault(at, max(at + 1, end), message, fix, rule="wrong-type")


def directive(scene: Scene) -> Fault | None:
    """A `%YAML` line, or any other that begins with `%`."""
    text, trouble = scene.text, scene.trouble
    line = line_at(text, trouble.since if trouble.kind == "directive" else trouble.at)
    if not text.startswith("%", line.start):
        return None
    end = text.find("\n", line.start)
    end = line.start + len(text[line.start : end if end >= 0 else len(text)].rstrip())
    edits = (Edit(line.start, end, ""),)
    message = say("a line that begins with '%' is a YAML directive; plans use none")
    return Fault(line.start, end, message, say("take the line away"), edits)


def second_document(scene: Scene) -> Fault | None:
    """A second `---`."""
    at = scene.trouble.at
    message = say("a second document begins here; a plan is one")
    fix = say("take the '---' away, or put what follows into a file of its own")
    return Fault(at, at + 3, message, fix)


def behind_document_end(scene: Scene) -> Fault | None:
    """Text behind a line of `...`."""
    text, at = scene.text, scene.trouble.at
    ahead = text[:at].rstrip().rpartition("\n")[2]
    if not ahead.startswith("..."):
        return None
    message = say("text follows '...', which ends the document")
    return Fault(at, at + 1, message, say("take the '...' away"))


def key_no_text(scene: Scene) -> Fault | None:
    """A list or a mapping where a key stands."""
    at = scene.trouble.at
    fix = say("write a word, a colon and a space, then the value")
    return Fault(at, at + 1, say("a key is a text, and no list or mapping"), fix)


def empty_key(scene: Scene) -> Fault:
    """A `?` without a key, and the colon of its value."""
    at = max(scene.trouble.at, scene.text.find(":", scene.trouble.at))
    return _no_key(at)


def no_key(scene: Scene) -> Fault | None:
    """A colon that begins a line."""
    text, at = scene.text, scene.trouble.at
    line = line_at(text, at)
    begin = line.start + line.item_indent
    at = text.find(":", begin, line.value_end)
    if text[begin : begin + 1] not in {":", "?"} or at < 0:
        return None
    return _no_key(at)


def _no_key(at: int) -> Fault:
    return Fault(at, at + 1, say("no key stands before the colon"), say("write its key before it"))
