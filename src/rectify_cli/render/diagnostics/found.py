"""What every format of findings is made from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.report.rule_page import RulePage


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found: findings in file order, the texts they stand in, how many plans.

    `strict`: warnings fail the check too. `folder` is the folder that the findings' paths start
    from, `project` the one that a CI system's paths start from: both absolute, with `/`. `pages`
    are those of the broken rules, for a format that tells what rules ask for.
    """

    findings: Sequence[Finding]
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    plans: int = 1
    strict: bool = False
    folder: str = ""
    project: str = ""
    pages: Mapping[str, RulePage] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.is_error for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.findings) - self.errors

    @property
    def fails(self) -> bool:
        """Whether CI should refuse the plans."""
        return self.errors > 0 or (self.strict and self.warnings > 0)


class Look(NamedTuple):
    """How text is to look: the columns of the terminal (None: it is none), colour, language."""

    width: int | None = None
    colour: bool = False
    language: str = "en"


Medium = Literal["screen", "json", "xml", "commands"]
"""What a format's text is made of, and so what may happen to it on its way out."""


class Form(NamedTuple):
    """A format: the function that writes it, and what its text is made of."""

    write: Callable[[Found, Look], str]
    medium: Medium
