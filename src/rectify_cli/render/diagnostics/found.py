"""What every format of findings is made from."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.foundation.struct import Struct

if TYPE_CHECKING:
    from rectify_cli.report.rule_page import RulePage


class Found(Struct):
    """What a check found: findings in file order, the texts they stand in, how many plans.

    `strict`: warnings fail the check too. `folder` is the folder that the findings' paths start
    from, `project` the one that a CI system's paths start from: both absolute, with `/`. `pages`
    are those of the broken rules, for a format that tells what rules ask for. `counted`: how often
    each rule is broken is asked for.
    """

    findings: Sequence[Finding]
    sources: Mapping[str, SourceText] = MappingProxyType({})
    plans: int = 1
    strict: bool = False
    folder: str = ""
    project: str = ""
    pages: "Mapping[str, RulePage]" = MappingProxyType({})
    counted: bool = False

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.is_error for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.findings) - self.errors

    def statistics(self) -> list[tuple[str, int]]:
        """How often each rule is broken, the most broken first."""
        counts = Counter(finding.rule for finding in self.findings)
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

    @property
    def fails(self) -> bool:
        """Whether CI should refuse the plans."""
        return self.errors > 0 or (self.strict and self.warnings > 0)


class Look(Struct):
    """How text is to look: the columns of the terminal (None: it is none), colour, language."""

    width: int | None = None
    colour: bool = False
    language: str = "en"


Medium = Literal["screen", "json", "xml", "commands"]
"""What a format's text is made of, and so what may happen to it on its way out."""


class Form(Struct):
    """A format: the function that writes it, in the file of its name, and what its text is."""

    function: str
    medium: Medium

    def write(self, found: Found, look: Look) -> str:
        """The findings in this format; only now is its file imported."""
        module = import_module(f"rectify_cli.render.diagnostics.{self.function}")
        function: Callable[[Found, Look], str] = getattr(module, self.function)
        return function(found, look)
