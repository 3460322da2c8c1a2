"""The few words that stand round findings, in the languages of the screens."""

from collections.abc import Mapping
from functools import cache

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.rules import Severity
from rectify_cli.foundation.struct import Struct
from rectify_cli.render.spoken import spoken


class Words(Struct):
    """Labels and sentences, into which values are still to be put.

    `pause` stands between a sentence and its remedy; `columns` are the
    headings over severity, rule, place and sentence.
    """

    severity: Mapping[Severity, str]
    more: str
    more_related: str
    line: str
    at_line: str
    not_checked: str
    passes: str
    fails: str
    broken: str
    beyond: str
    pause: str
    mended: str
    would_mend: str
    nothing_to_mend: str
    fixable: str
    columns: tuple[str, str, str, str]
    language: str

    def counts(self, errors: int, warnings: int, plans: int) -> str:
        """What was found in how many plans: `1 error and 2 warnings in 3 plans.`."""
        found = self.of_both(errors, warnings) or spoken(say("No findings"), self.language)
        counted = (
            say("{found} in {n} plan.", found=found, n=plans)
            if plans == 1
            else say("{found} in {n} plans.", found=found, n=plans)
        )
        return spoken(counted, self.language)

    def of_both(self, errors: int, warnings: int) -> str:
        """`1 error and 2 warnings`; of what there is none nothing is said."""
        if errors and warnings:
            both = say(
                "{errors} and {warnings}", errors=_errors(errors), warnings=_warnings(warnings)
            )
            return spoken(both, self.language)
        if not errors and not warnings:
            return ""
        return spoken(_errors(errors) if errors else _warnings(warnings), self.language)


def _errors(n: int) -> Message:
    return say("{n} error", n=n) if n == 1 else say("{n} errors", n=n)


def _warnings(n: int) -> Message:
    return say("{n} warning", n=n) if n == 1 else say("{n} warnings", n=n)


@cache
def finding_words(language: str) -> Words:
    """The words in a language, in English where nobody has translated them."""

    def said(message: Message) -> str:
        return spoken(message, language)

    return Words(
        severity={"error": said(say("error")), "warning": said(say("warning"))},
        more=said(say("... and {n} more in {path} (all of them: --format json)")),
        more_related=said(say("... and {n} more")),
        line=said(say("line {n}")),
        at_line=said(say("line {n}: {said}")),
        not_checked=said(say(" Dates that hang on an error were not checked.")),
        passes=said(say(" (exit 0; with --strict 1)")),
        fails=said(say(" (exit 1, since warnings count here)")),
        broken=said(say("{counts} What hangs on an error is left out.  rectify check")),
        beyond=said(say("{counts} more than GitHub shows here; the step's log has all of them")),
        pause=said(say("; ")),
        mended=said(say("Mended {n} in {paths}.")),
        would_mend=said(say("rectify check --fix mends {n}; nothing was written.")),
        nothing_to_mend=said(say("There is nothing that --fix can mend.")),
        fixable=said(say("rectify check --fix mends {n} of them; --fix --diff shows how.")),
        columns=(
            said(say("Severity")),
            said(say("Rule")),
            said(say("Where")),
            said(say("What is wrong, and what to type instead")),
        ),
        language=language,
    )
