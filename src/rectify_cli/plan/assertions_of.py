"""`assert` becomes two terms and a comparison: dates with dates, numbers with numbers."""

import re
from dataclasses import dataclass
from typing import cast

from rectify_cli.foundation.finding import Finding, Message, say
from rectify_cli.plan.model import (
    Assertion,
    AssertionTerm,
    CalendarSpec,
    Comparison,
    Count,
)
from rectify_cli.plan.read_date import read_date
from rectify_cli.plan.reading import Reading
from rectify_cli.plan.references import Speaker
from rectify_cli.plan.resolving import Resolving
from rectify_cli.plan.written import Text
from rectify_cli.syntax.node import Scalar

_COMPARED = re.compile(r"\s*([^<>=!]+?)\s*(<=|>=|==|!=|<|>)\s*([^<>=!]+?)\s*")
_COUNT = re.compile(r"count\(\s*([^\s()]+)\s*\)")
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class AssertionReader:
    """What it takes to read what one plan file asserts."""

    at: Resolving
    speaker: Speaker
    calendar: CalendarSpec

    def assertion(self, text: Text) -> Assertion | None:
        """What a text asserts; None, and a finding, where it asserts nothing that can be told."""
        match = _COMPARED.fullmatch(text.value)
        if match is None:
            self._complain(text, say("'{text}' compares no two things", text=text.value))
            return None
        left = self._term(match[1], text, match.start(1))
        right = self._term(match[3], text, match.start(3))
        if left is None or right is None:
            return None
        if isinstance(left, Count | int) != isinstance(right, Count | int):
            self._complain(text, say("'{text}' compares a date with a number", text=text.value))
            return None
        comparison = cast("Comparison", match[2])
        return Assertion(text.value, left, comparison, right, self.calendar, text.where)

    def _term(self, words: str, text: Text, offset: int) -> AssertionTerm | None:
        place = _part(text, words, offset)
        if _NUMBER.fullmatch(words):
            return int(words)
        count = _COUNT.fullmatch(words)
        if count is not None:
            return self._count(count[1], place)
        reading = Reading()
        reading.week_days = self.speaker.week_days
        date = read_date(place, reading)
        self.at.findings.extend(reading.findings)
        return None if date is None else self.at.dates.rule(date, self.speaker, linked=False)

    def _count(self, name: str, place: Scalar) -> AssertionTerm | None:
        members = self.at.groups.members.get(name)
        references = self.at.dates.references
        is_task = bool(references.names.find(name, self.speaker.inside, self.speaker.scope))
        if members is not None and not is_task:
            return len(members)
        task = references.find(name, place, self.speaker)
        return None if task is None else Count(task)

    def _complain(self, text: Text, message: Message) -> None:
        fix = say("write study.finish <= 2021-04-30, or count(unit-kickoffs) >= 310")
        self.at.findings.append(Finding("bad-value", text.where.span, message, fix))


def _part(text: Text, words: str, offset: int) -> Scalar:
    """A part of a text as a node of its own, so that what is wrong with it is shown there."""
    where = text.where
    begin = where.source.text.find(text.value, where.start, where.end)
    if begin < 0:
        return Scalar(where.source, where.start, where.end, words, quoted=True)
    start = begin + offset
    return Scalar(where.source, start, start + len(words), words, quoted=False)
