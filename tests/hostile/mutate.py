"""Makes hostile texts out of good ones: bytes flipped, lines moved, values and names exchanged.

Most changes keep the text a mapping with the plan's keys, so that they reach the floors behind the
parser; the others break it at every level below.
"""

import re
from collections.abc import Callable, Sequence
from random import Random

from tests.hostile.tokens import BYTES, DATES, KEYS, LENGTHS, VALUES

Mutation = Callable[[Random, str, Sequence[str]], str]

_VALUE = re.compile(r"(?<=: )[^\s,{}\[\]#][^\n,{}\[\]#]*")
_WORD = re.compile(r"[\w.-]+")
_KEY = re.compile(r"[\w-]+(?=:)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LENGTH = re.compile(r"\b[0-9]+e?[dw]\b")
_NUMBER = re.compile(r"[0-9]+")
_LONGEST = 200_000
"""A text does not grow beyond this by being mutated."""


def mutated(random: Random, text: bytes, others: Sequence[str]) -> bytes:
    """A text with a few changes; `others` are texts to take pieces from."""
    changed = text.decode("utf-8", "replace")
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5, 9))):
        mutation = random.choices(_MUTATIONS, _WEIGHTS)[0]
        changed = mutation(random, changed, others)[:_LONGEST]
    data = changed.encode("utf-8", "surrogatepass")
    return _with_bytes_changed(random, data) if random.random() < 0.08 else data


def _replaced(random: Random, text: str, pattern: re.Pattern[str], by: str) -> str:
    """The text with one of the pattern's places, near a point taken at random, written anew."""
    found = pattern.search(text, random.randrange(len(text) + 1)) or pattern.search(text)
    return text if found is None else f"{text[: found.start()]}{by}{text[found.end() :]}"


def _nasty_value(random: Random, text: str, _: Sequence[str]) -> str:
    return _replaced(random, text, _VALUE, random.choice(VALUES))


def _nasty_key(random: Random, text: str, _: Sequence[str]) -> str:
    return _replaced(random, text, _KEY, random.choice(KEYS))


def _nasty_word(random: Random, text: str, _: Sequence[str]) -> str:
    return _replaced(random, text, _WORD, random.choice(random.choice((VALUES, KEYS, LENGTHS))))


def _other_date(random: Random, text: str, _: Sequence[str]) -> str:
    return _replaced(random, text, _DATE, random.choice(DATES))


def _other_length(random: Random, text: str, _: Sequence[str]) -> str:
    return _replaced(random, text, _LENGTH, random.choice(LENGTHS))


def _other_number(random: Random, text: str, _: Sequence[str]) -> str:
    number = random.choice((0, 1, 2, 9, 63, 64, 99, 5000, 5001, 10**9, 10**30))
    return _replaced(random, text, _NUMBER, str(number))


def _own_value(random: Random, text: str, _: Sequence[str]) -> str:
    """A value stands where another of the same text stood: references go round in circles."""
    values = _VALUE.findall(text)
    return _replaced(random, text, _VALUE, random.choice(values)) if values else text


def _own_name(random: Random, text: str, _: Sequence[str]) -> str:
    names = _KEY.findall(text)
    return _replaced(random, text, _VALUE, random.choice(names)) if names else text


def _another_value(random: Random, text: str, others: Sequence[str]) -> str:
    values = _VALUE.findall(random.choice(others))
    return _replaced(random, text, _VALUE, random.choice(values)) if values else text


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True) or [""]


def _some_of(random: Random, lines: Sequence[str]) -> slice:
    first = random.randrange(len(lines))
    return slice(first, first + random.choice((1, 1, 1, 2, 4, 12)))


def _lines_swapped(random: Random, text: str, _: Sequence[str]) -> str:
    lines = _lines(text)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def _lines_doubled(random: Random, text: str, _: Sequence[str]) -> str:
    lines = _lines(text)
    some = _some_of(random, lines)
    return "".join([*lines[: some.stop], *lines[some], *lines[some.stop :]])


def _lines_dropped(random: Random, text: str, _: Sequence[str]) -> str:
    lines = _lines(text)
    del lines[_some_of(random, lines)]
    return "".join(lines)


def _lines_spliced(random: Random, text: str, others: Sequence[str]) -> str:
    lines, foreign = _lines(text), _lines(random.choice(others))
    at = random.randrange(len(lines) + 1)
    return "".join([*lines[:at], *foreign[_some_of(random, foreign)], *lines[at:]])


def _line_indented(random: Random, text: str, _: Sequence[str]) -> str:
    lines = _lines(text)
    at = random.randrange(len(lines))
    lines[at] = random.choice(("  ", " ", "\t", "- ")) + lines[at].removeprefix(
        random.choice(("", "  ", "    "))
    )
    return "".join(lines)


def _character_changed(random: Random, text: str, _: Sequence[str]) -> str:
    at = random.randrange(len(text) + 1)
    added: str = random.choice((*"[]{}:,#&*!|>'\"%@`-?\n\t =+.<", "：", "\u3000", "\r\n", ""))
    return text[:at] + added + text[at + random.randrange(2) :]


def _cut_short(random: Random, text: str, _: Sequence[str]) -> str:
    return text[: random.randrange(len(text) + 1)]


def _with_bytes_changed(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8))):
        at = random.randrange(len(changed) + 1)
        if random.random() < 0.5 and at < len(changed):
            changed[at] ^= 1 << random.randrange(8)
        else:
            changed[at:at] = random.choice(BYTES)
    return bytes(changed)


_WEIGHED: tuple[tuple[Mutation, int], ...] = (
    (_nasty_value, 10),
    (_nasty_key, 5),
    (_nasty_word, 5),
    (_other_date, 6),
    (_other_length, 6),
    (_other_number, 4),
    (_own_value, 8),
    (_own_name, 10),
    (_another_value, 8),
    (_lines_swapped, 4),
    (_lines_doubled, 4),
    (_lines_dropped, 4),
    (_lines_spliced, 10),
    (_line_indented, 4),
    (_character_changed, 8),
    (_cut_short, 1),
)
_MUTATIONS = [mutation for mutation, _ in _WEIGHED]
_WEIGHTS = [weight for _, weight in _WEIGHED]
