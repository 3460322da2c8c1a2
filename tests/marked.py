"""Cases that say themselves what is wrong with them, on the line where it is.

A file of a reject case carries `# !! slug` behind each line that has a finding, `# !! slug @7`
where its column matters too, several marks where a line has several. Where no comment can stand
(another encoding, inside an unclosed quote) a file `<name>.expect` beside it says `line:column
slug`, a line each. A case that needs several files is a folder whose plan is `plan.yaml`; what is
expected of files in which nothing may stand beside it (reports) says its `reports.expect`, a line
each: `path:line:column slug`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
_OF_REPORTS = "reports.expect"
_MARKS = re.compile(r"#((?: *!! *[a-z-]+(?: *@\d+)?)+)[ \t]*\r?$", re.MULTILINE)
_MARK = re.compile(r"!! *([a-z-]+)(?: *@(\d+))?")


@dataclass(frozen=True, slots=True, order=True)
class Expected:
    """A finding that a case asks for; the column is 0 where any will do."""

    path: str
    line: int
    rule: str
    column: int


@dataclass(frozen=True, slots=True)
class Case:
    """A plan to check: the folder to stand in, the plan's name there, and the rule it is about."""

    folder: Path
    plan: str
    rule: str

    @property
    def name(self) -> str:
        """How the case is called in a list of tests."""
        return (self.folder / self.plan).relative_to(CASES).with_suffix("").as_posix()

    def expected(self) -> list[Expected]:
        """What its files ask for."""
        files = [self.folder / self.plan]
        if self.plan == "plan.yaml":
            files = sorted(each for each in self.folder.rglob("*") if each.is_file())
        found: list[Expected] = []
        for path in files:
            if path.name == _OF_REPORTS:
                found += _expected_of_reports(path)
            elif path.suffix != ".expect":
                found += _expected_in(path, path.relative_to(self.folder).as_posix())
        return sorted(found)


def _expected_of_reports(path: Path) -> Iterator[Expected]:
    for wanted in path.read_text(encoding="utf-8").splitlines():
        place, rule = wanted.rsplit(None, 1)
        name, number, at = place.rsplit(":", 2)
        yield Expected(name, int(number), rule, int(at))


def _expected_in(path: Path, name: str) -> Iterator[Expected]:
    sidecar = path.with_name(f"{path.name}.expect")
    if sidecar.exists():
        for wanted in sidecar.read_text(encoding="utf-8").splitlines():
            place, rule = wanted.split()
            number, _, at = place.partition(":")
            yield Expected(name, int(number), rule, int(at))
        return
    text = path.read_bytes().decode("utf-8", errors="replace")
    for marks in _MARKS.finditer(text):
        line = text.count("\n", 0, marks.start()) + 1
        for rule, column in _MARK.findall(marks[1]):
            yield Expected(name, line, rule, int(column or 0))


def reject_cases() -> list[Case]:
    """Every reject case, in the order of their names."""
    found = []
    for path in sorted((CASES / "reject").glob("*/*")):
        if path.is_dir():
            found.append(Case(path, "plan.yaml", path.parent.name))
        elif path.suffix == ".yaml":
            found.append(Case(path.parent, path.name, path.parent.name))
    return found


def accept_cases() -> list[Case]:
    """Every accept case; a folder is one with several files."""
    found = []
    for path in sorted((CASES / "accept").iterdir()):
        if path.is_dir() and (path / "plan.yaml").exists():
            found.append(Case(path, "plan.yaml", ""))
        elif path.suffix == ".yaml":
            found.append(Case(path.parent, path.name, ""))
    return found
