"""The one thing that every reader of a field is handed beside its node: where complaints go."""

from collections.abc import Iterable
from datetime import date

from rectify_cli.foundation.finding import Edit, Finding, Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.plan.written import WrittenLength, WrittenRelative
from rectify_cli.syntax.limits import LIMITS
from rectify_cli.syntax.node import Alias, Mapping, Node, Scalar, Sequence

# To look for near names costs time; a file with more mistypings than this has other troubles.
_MOST_SUGGESTIONS = 200

MAX_FINDINGS = LIMITS.findings


class TooManyFindings(Exception):  # noqa: N818 - it never leaves this floor: it unwinds one reading
    """So much is wrong with a file that the rest of it is not read."""


class Reading:
    """Collects what is wrong with a document while its parts are read.

    `offsets` holds where each complaint's node begins, so that a part can tell which of its
    fields were dropped. `week_days` is how many workdays `1w` means, once the calendar is read.
    `ids` are texts that were found to be ids, `days`, `lengths` and `dates` what other texts were
    found to mean, so that one that comes again is not spelt again.
    """

    __slots__ = (
        "dates",
        "days",
        "findings",
        "ids",
        "lengths",
        "offsets",
        "suggested",
        "week_days",
    )

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.offsets: list[int] = []
        self.ids: set[str] = set()
        self.days: dict[str, date] = {}
        self.lengths: dict[tuple[str, str], WrittenLength] = {}
        self.dates: dict[str, WrittenRelative] = {}
        self.suggested = 0
        self.week_days = 5

    def set_week(self, days: int) -> None:
        """Let a week be so many workdays from now on: a length may be too long for that."""
        self.week_days = days
        self.lengths.clear()
        self.dates.clear()

    def complain(
        self,
        rule: str,
        node: Node,
        message: Message,
        fix: Message | None = None,
        edit: Edit | None = None,
    ) -> None:
        """Record what is wrong with a value, where it stands; of an alias that is said already."""
        if isinstance(node, Alias):
            self.offsets.append(node.start)
            return
        self.add(Finding(rule, node.span, message, fix, edit=edit), node.start)

    def add(self, finding: Finding, offset: int) -> None:
        """Record a finding about a node that begins at an offset.

        Raises TooManyFindings beyond the bound, which `too_many` makes a finding of.
        """
        if len(self.findings) == MAX_FINDINGS:
            raise TooManyFindings
        self.findings.append(finding)
        self.offsets.append(offset)

    def too_many(self) -> list[Finding]:
        """All that was found up to the bound, and that there is more."""
        message = say(
            "more than {n} findings in one file; the rest of it was not read", n=MAX_FINDINGS
        )
        last = self.findings[-1].span
        return [*self.findings, Finding("too-large", last, message, say("mend these first"))]

    def wrong_type(self, node: Node, wanted: Message, example: Message | str) -> None:
        """Record that a value has not the form that its key asks for."""
        message = say("{found} is not {wanted}", found=kind_of(node), wanted=wanted)
        self.complain("wrong-type", node, message, say("write {example}", example=example))

    def suggest(self, name: str, known: Iterable[str]) -> str | None:
        """The known name that a mistyped one is near to; None where none is."""
        self.suggested += 1
        return None if self.suggested > _MOST_SUGGESTIONS else did_you_mean(name, known)

    def take_back(self, findings: int, offsets: int) -> None:
        """Forget the findings and places after the first so many of them."""
        del self.findings[findings:]
        del self.offsets[offsets:]


def kind_of(node: Node) -> Message | str:
    """What a person would call a node that stands in the wrong place."""
    if isinstance(node, Sequence):
        return say("a list")
    if isinstance(node, Mapping):
        return say("a mapping")
    return say("an empty value") if node.is_empty else shown(node)


def shown(node: Scalar) -> str:
    """A scalar's text as a message quotes it, cut where it is long."""
    return quoted(node.text)


def quoted(text: str) -> str:
    """A text as a message quotes it: on one line, cut where it is long."""
    line = text if text.isprintable() else " ".join(text.split())
    return f"'{line}'" if len(line) <= 40 else f"'{line[:37]}...'"
