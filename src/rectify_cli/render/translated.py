"""A message in a language that has a catalogue; what the catalogue lacks is said in English."""

import re
from collections.abc import Callable
from datetime import date
from gettext import GNUTranslations
from typing import TYPE_CHECKING

from rectify_cli.foundation.finding import Message
from rectify_cli.foundation.struct import Struct
from rectify_cli.foundation.translations import PHRASE, catalogue
from rectify_cli.render.phrases import PHRASES

if TYPE_CHECKING:
    from rectify_cli.report.words import Words

_DAYS = {"Mon": 1, "Tue": 2, "Wed": 3, "Thu": 4, "Fri": 5, "Sat": 6, "Sun": 7}
_WEEKDAY = "|".join(_DAYS)
_FULL_DAY = re.compile(f"(?:{_WEEKDAY}) ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})")
_DAY_OF_ASSERTION = re.compile(rf" \(({_WEEKDAY})\)")
_WORKDAYS = re.compile("([0-9]+) workdays?")
_LINK = re.compile("(starts|finishes) after (.+) has (started|finished)")
_MEANING = re.compile(r" \((workdays|calendar days|weeks of work|calendar weeks)\)")
_QUOTED = re.compile("'([^']*)'")
_LEFT_OUT = re.compile(r"\.\.\. and ([0-9]+) more \.\.\.")
# Lists of several remedies; every other value may be a person's own words, and stays.
_LISTS = frozenset({"forms", "names", "days", "words"})
_PARTLY = _LISTS | {"way", "said"}
# What a value begins with that is said otherwise as a whole: days, counts, quotes and links.
_BEGINNINGS = frozenset("MTWFS0123456789'sf")


class _Tongue(Struct):
    """A language: its name and its catalogue."""

    name: str
    known: GNUTranslations

    @property
    def words(self) -> "Words":
        """Its labels, which few messages need."""
        from rectify_cli.report.words import Words  # noqa: PLC0415 - start-up

        return Words(self.name)


def translated(message: Message, language: str) -> str:
    """The message's sentence, its values put in; English where the language is not known."""
    known = catalogue(language)
    return str(message) if known is None else _message(message, _Tongue(language, known))


def _message(message: Message, into: _Tongue) -> str:
    template = into.known.gettext(message.template)
    values = {name: _value(name, value, into) for name, value in message.values}
    return template.format(**values) if values else template


def _value(name: str, value: object, into: _Tongue) -> object:
    if isinstance(value, Message):
        return _message(value, into)
    if not isinstance(value, str):
        return value
    if value in PHRASES:
        return _phrase(value, into)
    # Of fifty thousand messages most hold nothing but somebody's own words.
    if name not in _PARTLY and value[:1] not in _BEGINNINGS:
        return value
    words = into.words
    if name in _LISTS:
        value = _MEANING.sub(lambda found: _bracketed(_phrase(found[1], into), words), value)
        value = value.replace(" or ", words("value-or"))
        return _QUOTED.sub(lambda found: _quoted(found, words), value)
    if name == "way":
        value = _LEFT_OUT.sub(lambda found: words("value-left-out", n=found[1]), value)
        return value.replace(" after ", words("value-after"))
    if name == "said":
        return _DAY_OF_ASSERTION.sub(lambda found: _weekday(found, words), value)
    for pattern, said in _SAID:
        found = pattern.fullmatch(value)
        if found is not None:
            return said(found, words)
    return value


def _phrase(phrase: str, into: _Tongue) -> str:
    return into.known.pgettext(PHRASE, phrase)


def _bracketed(text: str, words: "Words") -> str:
    return words("value-bracketed", text=text)


def _weekday(found: re.Match[str], words: "Words") -> str:
    return _bracketed(words(f"weekday-{_DAYS[found[1]]}"), words)


def _full_day(found: re.Match[str], words: "Words") -> str:
    return words.full(date.fromisoformat(found[1]))


def _workdays(found: re.Match[str], words: "Words") -> str:
    return words.workdays(int(found[1]))


def _quoted(found: re.Match[str], words: "Words") -> str:
    return words("value-quoted", text=found[1])


def _link(found: re.Match[str], words: "Words") -> str:
    return words(f"value-{found[1]}-{found[3]}", name=found[2])


_SAID: "tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Words], str]], ...]" = (
    (_FULL_DAY, _full_day),
    (_WORKDAYS, _workdays),
    (_QUOTED, _quoted),
    (_LINK, _link),
)
