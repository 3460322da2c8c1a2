"""What every format of findings is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found: findings in file order, the texts they stand in, how many plans.

    `strict`: warnings fail the check too.
    """

    findings: Sequence[Finding]
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    plans: int = 1
    strict: bool = False

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


@dataclass(frozen=True, slots=True)
class Look:
    """How text is to look: the columns of the terminal (None: it is none), colour, language."""

    width: int | None = None
    colour: bool = False
    language: str = "en"
