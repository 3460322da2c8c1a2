"""`assert`: the texts of one plan file become conditions that the schedule can be held to."""

from collections.abc import Sequence

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.assertions.bind import bind
from rectify_cli.plan.assertions.check_kinds import check_kinds
from rectify_cli.plan.assertions.fault import Fault
from rectify_cli.plan.assertions.lookup import Lookup
from rectify_cli.plan.assertions.parse import parse
from rectify_cli.plan.assertions.place import node_at
from rectify_cli.plan.model import Assertion, CalendarSpec
from rectify_cli.plan.reading import TooManyFindings
from rectify_cli.plan.written import Text

MAX_ASSERTIONS = 10_000
MAX_WRITTEN = 500_000
"""How many characters the assertions of a plan may have, those of its included plans with them."""


class AssertionReader(Struct):
    """What it takes to read what one plan file asserts; lengths count in its `calendar`."""

    lookup: Lookup
    calendar: CalendarSpec

    def assertions(self, texts: Sequence[Text], left: int) -> tuple[list[Assertion], list[Finding]]:
        """What the texts of one file assert, and what is wrong; what is no assertion is left out.

        Beyond the bound of findings, and the characters that are left, the rest is not read, and
        a finding says so.
        """
        found: list[Assertion] = []
        reading = self.lookup.reading
        try:
            self._read(texts, left, found)
        except TooManyFindings:
            return found, reading.too_many()
        return found, reading.findings

    def _read(self, texts: Sequence[Text], left: int, found: list[Assertion]) -> None:
        if len(texts) > MAX_ASSERTIONS:
            message = say("more than {n} assertions", n=MAX_ASSERTIONS)
            fix = say("ask phases, groups and plan for what holds of many tasks")
            where = texts[MAX_ASSERTIONS]
            self.lookup.reading.complain("too-large", where, message, fix)
        for text in texts[:MAX_ASSERTIONS]:
            left -= len(text.text)
            if left < 0:
                message = say("more than {n} characters of assertions", n=MAX_WRITTEN)
                fix = say("ask phases, groups and plan for what holds of many tasks")
                self.lookup.reading.complain("too-large", text, message, fix)
                return
            assertion = self.assertion(text)
            if assertion is not None:
                found.append(assertion)

    def assertion(self, text: Text) -> Assertion | None:
        """What a text asserts; None, and findings, where it asserts nothing that can be told."""
        tree = parse(text.text)
        if isinstance(tree, Fault):
            self._complain(text, tree)
            return None
        meanings = bind(tree, text, self.lookup)
        if meanings is None:
            return None
        faults = check_kinds(tree, meanings)
        for fault in faults:
            self._complain(text, fault)
        return None if faults else Assertion(tree, meanings, self.calendar, text)

    def _complain(self, text: Text, fault: Fault) -> None:
        node = node_at(text, fault.place)
        self.lookup.reading.complain(fault.rule, node, fault.message, fault.fix)
