"""What is wrong with an input, as a value: every floor hands findings up beside its result."""

from collections.abc import Iterable
from itertools import islice

from rectify_cli.foundation.rules import RULES, Severity
from rectify_cli.foundation.source import Span
from rectify_cli.foundation.struct import Struct

MAX_FINDINGS = 25_000
"""So many errors are listed of a plan: nobody reads more, and a megabyte holds ten times as many.

Warnings are not counted: a large plan that is in order may have some for each of its tasks."""
MAX_RELATED = 50_000
"""So many other places the findings of a plan may name; the rest of them name none."""


class Message(Struct):
    """A sentence with its values kept apart, so that it can be said in another language."""

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        """The sentence in English."""
        return self.template.format(**dict(self.values)) if self.values else self.template


def say(template: str, /, **values: object) -> Message:
    """A message: `say("no task '{name}'", name=name)`."""
    return Message(template, tuple(values.items()))


class Related(Struct):
    """Another place that a finding speaks of, with what is to be seen there."""

    span: Span
    message: Message


class Edit(Struct):
    """A mend that a machine may make: the characters of the span, on one line, give way to text."""

    span: Span
    text: str


class Finding(Struct):
    """One thing that is wrong: the rule, the place, the sentence, and what to type instead.

    `edit` does what `fix` says, where only one thing can have been meant.
    """

    rule: str
    span: Span
    message: Message
    fix: Message | None = None
    related: tuple[Related, ...] = ()
    edit: Edit | None = None

    @property
    def severity(self) -> Severity:
        """The rule's severity."""
        return RULES[self.rule].severity

    @property
    def is_error(self) -> bool:
        """Whether the plan is broken, not just questionable."""
        return self.severity == "error"


def more_than_listed(path: str, most: int = MAX_FINDINGS) -> Finding:
    """What is said at the head of a plan, once however often, of which not all is listed."""
    message = say("more than {n} findings in this plan: some of the others are left out", n=most)
    return Finding("too-large", Span(path, 1, 1, 1, 1), message, say("mend these first"))


def listed(findings: Iterable[Finding], path: str, most: int) -> list[Finding]:
    """As many findings as are listed of a plan; if there are more, this is said at its path.

    What finds several things in a task goes no further than here, so that a plan of nothing but
    mistakes is checked in bounded time.
    """
    found = list(islice(findings, most + 1))
    if len(found) > most:
        found[-1] = more_than_listed(path, most)
    return found


def in_file_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by file, line and column, each place and sentence once."""
    places: dict[tuple[Span, str], list[Finding]] = {}
    for finding in findings:
        places.setdefault((finding.span, finding.rule), []).append(finding)
    found: list[Finding] = []
    for place in sorted(places):
        there = places[place]
        # Most places have one, whose sentence nobody needs to put together for this.
        if len(there) > 1:
            once = {each.message: each for each in there}
            distinct = {str(each.message): each for each in once.values()}
            there = [distinct[message] for message in sorted(distinct)]
        found += there
    return found
