"""Faults planted into a clean plan, in shapes and places drawn at random, and where they are."""

import re
from codecs import BOM_UTF8
from collections.abc import Collection, Iterator, Sequence
from random import Random
from textwrap import dedent, indent
from typing import NamedTuple

from tests.planted.bases import BASES, Files
from tests.planted.fault import MARK, PARTS, Fault
from tests.planted.faults import FAULTS

_SLOT = re.compile(r"^( *)@([a-z]+)$", re.MULTILINE)
_DATED = ("duration", "on", "start", "finish", "deadline", "repeat", "tasks")
_TITLES = ("Survey", "调研：走访", "'Fair: all are welcome'", "座谈会（第一次）", '"Doors open"')
_FILLERS = ("tags: [spring]", "note: as agreed", "deliverable: 会议纪要", "priority: 2")
# A section that a base lacks is made for what belongs there.
_SECTIONS = {"includes": "include", "phases": "phases"}

Place = tuple[str, int, int, str]


class Slot(NamedTuple):
    """A place for faults: in which file, the how manyeth there, for which of their parts."""

    file: str
    at: int
    kind: str


class Planted(NamedTuple):
    """A plan and what is beside it, each by its name, and every place with its rule, in order."""

    files: dict[str, bytes]
    places: list[Place]


def mixed(random: Random, count: int, bases: Sequence[Files] = BASES) -> Planted:
    """So many faults, no two of a kind, in one of the bases, in any order."""
    base = random.choice(bases)
    return planted(base, _drawn(base, random, count), random)


def _drawn(base: Files, random: Random, count: int) -> list[Fault]:
    """Faults in random order, those left out that have no place in the base beside the others."""
    drawn: list[Fault] = []
    taken = {line.partition(":")[0] for line in base["plan.yaml"].splitlines()}
    for fault in random.sample(FAULTS, len(FAULTS)):
        seen = not any(_hides(fault, other) or _hides(other, fault) for other in drawn)
        if len(drawn) < count and fault.only not in taken and seen:
            drawn.append(fault)
            taken |= {fault.only} if fault.only else set()
    return drawn


def _hides(fault: Fault, other: Fault) -> bool:
    return not other.rules.isdisjoint(fault.hides)


def planted(base: Files, faults: Sequence[Fault], random: Random) -> Planted:
    """The base with these faults in it."""
    outlines = dict(base)
    for kind, section in _SECTIONS.items():
        lacks = f"@{kind}\n" not in outlines["plan.yaml"]
        if lacks and any(getattr(fault, kind) for fault in faults):
            outlines["plan.yaml"] += f"{section}:\n  @{kind}\n"
    slots = _slots(outlines)
    held: dict[Slot, list[str]] = {slot: [] for slot in slots}
    for n, fault in enumerate(faults):
        parts = dict(_parts(fault, n, random))
        room = random.choice([name for name in outlines if _has(name, slots, parts)])
        for kind, lines in parts.items():
            own = [slot for slot in slots if (slot.file, slot.kind) == (room, kind)]
            held[random.choice(own)].append(lines)
    texts = {name: _filled(name, text, held) for name, text in outlines.items()}
    for n, fault in enumerate(faults):
        texts |= {name.format(n=n): text.format(n=n) for name, text in fault.files.items()}
    places = sorted(place for name, text in texts.items() for place in marked_places(name, text))
    before, line_end = random.choice((b"", b"", BOM_UTF8)), random.choice((b"\n", b"\n", b"\r\n"))
    files = {name: _written(MARK.sub("", text)) for name, text in texts.items()}
    plan = before + files["plan.yaml"].replace(b"\n", line_end)
    return Planted({**files, "plan.yaml": plan}, places)


def _written(text: str) -> bytes:
    """The bytes of a file; a lone surrogate stands for a byte that is no UTF-8."""
    return text.encode("utf-8", "surrogateescape")


def _slots(files: Files) -> list[Slot]:
    return [
        Slot(name, at, found[2])
        for name, text in files.items()
        for at, found in enumerate(_SLOT.finditer(text))
    ]


def _has(name: str, slots: Sequence[Slot], parts: Collection[str]) -> bool:
    """Whether a file has a place for all these parts."""
    return set(parts) <= {slot.kind for slot in slots if slot.file == name}


def _filled(name: str, text: str, held: dict[Slot, list[str]]) -> str:
    lines = iter([lines for slot, lines in held.items() if slot.file == name])
    return _SLOT.sub(lambda slot: indent("".join(next(lines)), slot[1]).rstrip("\n"), text)


def _parts(fault: Fault, n: int, random: Random) -> Iterator[tuple[str, str]]:
    """The lines that a fault brings, by the slot that they go into."""
    if fault.fields:
        yield "tasks", _task(fault, n, random)
    for kind in PARTS:
        text = getattr(fault, kind)
        if text:
            yield kind, dedent(text.format(n=n)).strip("\n ") + "\n"


def _task(fault: Fault, n: int, random: Random) -> str:
    """A task with the fault's fields and others, in braces or in lines, maybe in a summary."""
    fields = [field.format(n=n) for field in fault.fields]
    keys = {MARK.sub("", field).partition(":")[0] for field in fields}
    others = random.sample(_FILLERS, random.randint(0, 2))
    if "title" not in keys:
        others.append(f"title: {random.choice(_TITLES)}")
    if fault.fan and random.random() < 0.3:
        others.append("each: schools")
    if not keys & set(_DATED):
        others.append("duration: 2d")
    for other in others:
        fields.insert(random.randint(0, len(fields)), other)
    name = random.choice(("task", "任务")) + f"-{n}"
    if random.random() < 0.6:
        text = f"{name}: {{{', '.join(fields)}}}\n"
    else:
        text = f"{name}:\n" + "".join(f"  {field}\n" for field in fields)
    if random.random() < 0.2:
        text = f"step-{n}:\n  tasks:\n" + indent(text, "    ")
    return text


def marked_places(name: str, text: str) -> Iterator[Place]:
    """The places that a file's marks name, in order, as they are once the marks are gone."""
    for number, line in enumerate(text.split("\n"), start=1):
        shorter = 0
        for mark in MARK.finditer(line):
            yield name, number, mark.start() - shorter + 1, mark[1]
            shorter += len(mark[0])
