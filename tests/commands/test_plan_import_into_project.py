"""`rectify plan import FILE.xml --into PLAN`: changes of Microsoft Project go into a plan."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.commands.program import rectify

_NS = "http://schemas.microsoft.com/project"
_PLAN = """\
# The office's plan.
rectify: 1
title: Office    # as agreed
start: 2026-03-02
deadline: 2026-05-29
owners:
  office: {title: The office}   # us
  legal: {title: Legal}
phases:
  prepare:
    title: Preparation
    tasks:
      kickoff:
        title: Kick-off  # in the hall
        no: 1
        owner: office
        on: 2026-03-02
      reading:  # quiet
        title: Reading
        no: 2
        owner: office
        after:
          - kickoff
        duration: 4d
        deadline: 2026-03-20   # agreed
      talks: {title: Talks, no: 3, owner: office, start: reading + 1d, duration: 2d}
      report:
        title: Report
        no: 4
        owner: legal
        after: [talks, kickoff + 2d]
        duration: to-deadline
        deadline: 2026-04-10
      # The last one.
      late: {title: Late, schedule: alap, duration: 2d, after: report, owner: legal}
"""


class _File:
    """A project file that is changed as Microsoft Project would change it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tree = ET.parse(path)  # noqa: S314 - our own
        self._root = self._tree.getroot()

    def row(self, name: str) -> ET.Element:
        return next(row for row in self.rows() if row.findtext(_tag("Name")) == name)

    def rows(self) -> Iterator[ET.Element]:
        yield from self._under("Tasks")

    def set(self, row: ET.Element, **values: str) -> None:
        for key, value in values.items():
            found = row.find(_tag(key))
            (ET.SubElement(row, _tag(key)) if found is None else found).text = value

    def move(self, name: str, start: str, finish: str) -> None:
        """What dragging a bar does."""
        begin = f"{start}T08:00:00"
        self.set(self.row(name), Start=begin, Finish=f"{finish}T17:00:00", ConstraintType="4",
                 ConstraintDate=begin)  # fmt: skip

    def push(self, name: str, start: str, finish: str) -> None:
        """What a task before it does that moved."""
        self.set(self.row(name), Start=f"{start}T08:00:00", Finish=f"{finish}T17:00:00")

    def unset(self, name: str, key: str) -> None:
        row, found = self.row(name), self.row(name).find(_tag(key))
        assert found is not None
        row.remove(found)

    def link(self, before: str, after: str, kind: str) -> None:
        link = ET.SubElement(self.row(after), _tag("PredecessorLink"))
        uid = self.row(before).findtext(_tag("UID")) or ""
        self.set(link, PredecessorUID=uid, Type=kind, LinkLag="0", LagFormat="7")

    def unlink(self, before: str, after: str) -> None:
        row, uid = self.row(after), self.row(before).findtext(_tag("UID"))
        for link in row.findall(_tag("PredecessorLink")):
            if link.findtext(_tag("PredecessorUID")) == uid:
                row.remove(link)

    def add(self, **values: str) -> None:
        self.set(ET.SubElement(self._under("Tasks"), _tag("Task")), **values)

    def drop(self, name: str) -> None:
        self._under("Tasks").remove(self.row(name))

    def assign(self, name: str, resource: str) -> None:
        """Who carries a row: this one alone."""
        uid = self.row(name).findtext(_tag("UID")) or ""
        who = next(
            each.findtext(_tag("UID")) or ""
            for each in self._under("Resources")
            if each.findtext(_tag("Name")) == resource
        )
        for each in list(self._under("Assignments")):
            if each.findtext(_tag("TaskUID")) == uid:
                self._under("Assignments").remove(each)
        new = ET.SubElement(self._under("Assignments"), _tag("Assignment"))
        self.set(new, UID="9000", TaskUID=uid, ResourceUID=who)

    def hire(self, name: str) -> None:
        self.set(ET.SubElement(self._under("Resources"), _tag("Resource")), UID="77", Name=name)

    def save(self) -> None:
        self._tree.write(self._path, encoding="utf-8", xml_declaration=True)

    def _under(self, name: str) -> ET.Element:
        found = self._root.find(_tag(name))
        assert found is not None
        return found


def _tag(name: str) -> str:
    return f"{{{_NS}}}{name}"


def _into(folder: Path, *more: str) -> str:
    ran = rectify(folder, "plan", "import", "p.xml", "--into", "plan.yaml", *more)
    assert ran.code == 0, ran.out + ran.err
    return ran.out


def _taken(folder: Path, change: Callable[[_File], None], plan: str = _PLAN, *more: str) -> str:
    """The plan's text after a change made in Microsoft Project; taken again, nothing changes."""
    (folder / "plan.yaml").write_bytes(plan.encode())
    assert rectify(folder, "plan", "build", "-o", "p.xml").code == 0
    file = _File(folder / "p.xml")
    change(file)
    file.save()
    _into(folder, *more)
    text = (folder / "plan.yaml").read_bytes()
    assert rectify(folder, "check").code == 0
    _into(folder, *more)
    assert (folder / "plan.yaml").read_bytes() == text
    return text.decode()


def test_a_file_that_nobody_changed_changes_nothing(tmp_path: Path) -> None:
    assert _taken(tmp_path, lambda _: None) == _PLAN


@pytest.mark.parametrize("name", ["iso27001", "wuwei"])
def test_nor_does_that_of_a_plan_with_everything_in_it(name: str, tmp_path: Path) -> None:
    plans = Path(__file__).parents[2] / "plans"
    shutil.copytree(plans, tmp_path, dirs_exist_ok=True)
    plan = f"{name}.yaml"
    assert rectify(tmp_path, "plan", "build", plan, "-o", "p.xml").code == 0
    ran = rectify(tmp_path, "plan", "import", "p.xml", "--into", plan)
    assert ran.code == 0, ran.out + ran.err
    assert (tmp_path / plan).read_bytes() == (plans / plan).read_bytes()


def test_a_title_an_owner_a_deadline(tmp_path: Path) -> None:
    def change(file: _File) -> None:
        file.set(file.row("Reading"), Name="Reading aloud")
        file.unset("Reading aloud", "Deadline")
        file.set(file.row("Report"), Deadline="2026-04-15T17:00:00")
        file.hire("Scribes")
        file.assign("Talks", "Scribes")

    text = _PLAN
    for old, new in (
        ("title: Reading", "title: Reading aloud"),
        ("deadline: 2026-03-20   # agreed", "# agreed"),
        ("2026-04-10", "2026-04-15"),
        ("title: Talks, no: 3, owner: office", "title: Talks, no: 3, owner: scribes"),
        ("{title: Legal}\n", "{title: Legal}\n  scribes: {title: Scribes}\n"),
    ):
        text = text.replace(old, new)
    assert _taken(tmp_path, change) == text


def test_a_bar_that_was_dragged_and_what_it_pushes(tmp_path: Path) -> None:
    def change(file: _File) -> None:
        file.move("Talks", "2026-03-12", "2026-03-13")
        file.push("Report", "2026-03-16", "2026-04-15")
        file.push("Late", "2026-04-16", "2026-04-17")

    # Its start no longer counts from Reading, which it still waits for.
    assert _taken(tmp_path, change) == _PLAN.replace(
        "start: reading + 1d, duration: 2d}",
        "start: 2026-03-12, duration: 2d, after: prepare.reading}",
    )


def test_links_are_taken_one_by_one(tmp_path: Path) -> None:
    def change(file: _File) -> None:
        file.unlink("Kick-off", "Report")
        file.link("Reading", "Report", "3")
        file.unlink("Kick-off", "Reading")

    assert _taken(tmp_path, change) == _PLAN.replace(
        "        after:\n          - kickoff\n", ""
    ).replace("[talks, kickoff + 2d]", "[talks, prepare.reading SS]")


def test_new_rows_come_in_and_rows_that_are_gone_stay(tmp_path: Path) -> None:
    def change(file: _File) -> None:
        file.drop("Late")
        file.add(
            UID="990", ID="9", Name="More", OutlineLevel="2", Start="2026-03-16T08:00:00",
            Finish="2026-03-18T17:00:00", Duration="PT24H0M0S", ConstraintType="4",
            ConstraintDate="2026-03-16T08:00:00",
        )  # fmt: skip

    assert _taken(tmp_path, change) == _PLAN + (
        "      more:\n        title: More\n        start: 2026-03-16\n        duration: 3d\n"
    )
    assert "Late\tno row: stays" in _into(tmp_path, "--dry-run")


def test_what_a_project_file_tells_in_a_form_of_its_own_is_named(tmp_path: Path) -> None:
    plan = _PLAN.replace(
        "duration: 2d, after: report, owner: legal}", "duration: 2d, each: [office, legal]}"
    )
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    assert rectify(tmp_path, "plan", "build", "-o", "p.xml").code == 0
    file = _File(tmp_path / "p.xml")
    file.assign("Late", "Legal")
    file.save()
    ran = rectify(tmp_path, "plan", "import", "p.xml", "--into", "plan.yaml")
    assert ran.code == 1
    assert "'prepare.late.except' is '[office]' in the file; change it by hand" in ran.err
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == plan


_OTHERS = f"""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="{_NS}"><Title>Move</Title><StartDate>2026-03-02T08:00:00</StartDate>
<CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay><Tasks>%s</Tasks>
<Resources><Resource><UID>1</UID><Name>Ann Lee</Name><Type>1</Type></Resource></Resources>
<Assignments><Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID></Assignment>
</Assignments></Project>
"""


def _row(uid: int, level: int, name: str, finish: str, more: str = "") -> str:
    return (
        f"<Task><UID>{uid}</UID><ID>{uid}</ID><Name>{name}</Name><OutlineLevel>{level}"
        f"</OutlineLevel><Start>2026-03-02T08:00:00</Start><Finish>{finish}T17:00:00</Finish>"
        f"<Duration>PT16H0M0S</Duration>{more}</Task>"
    )


def _others(folder: Path, *rows: str) -> None:
    (folder / "p.xml").write_text(_OTHERS % "".join(rows), encoding="utf-8")


_ROWS = (
    _row(1, 1, "First half", "2026-03-04"),
    _row(2, 2, "Review", "2026-03-03"),
    _row(3, 2, "Review", "2026-03-04", "<Deadline>2026-03-20T17:00:00</Deadline>"),
    _row(4, 1, "Second half", "2026-03-03"),
    _row(5, 2, "Review", "2026-03-03"),
)


def test_a_file_of_another_program_goes_in_again_and_again(tmp_path: Path) -> None:
    _others(tmp_path, *_ROWS)
    assert rectify(tmp_path, "plan", "import", "p.xml", "-o", "plan.yaml").code == 0
    first = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    _into(tmp_path)
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == first
    changed = first.replace("title: Review\n", "title: Review   # in March\n", 1)
    (tmp_path / "plan.yaml").write_text(changed, encoding="utf-8")
    done = ("done", "first-half.review", "--on", "2026-03-03", "--by", "me")
    assert rectify(tmp_path, *done).code == 0
    late = _ROWS[2].replace("2026-03-20", "2026-03-27")
    new = _row(9, 2, "Hand over", "2026-03-03")
    # The first row is gone; of the two that are called so, the other one is taken for it.
    _others(tmp_path, _ROWS[0], late, *_ROWS[3:], new)
    out = _into(tmp_path)
    assert "no row: stays" in out
    text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    assert "# in March" in text
    assert "deadline: 2026-03-27" in text
    assert text.endswith("      hand-over:\n        title: Hand over\n        duration: 2d\n")
    _into(tmp_path)
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == text


def test_who_is_new_in_another_program_s_file_is_nobody_who_is_there(tmp_path: Path) -> None:
    _others(tmp_path, *_ROWS)
    assert rectify(tmp_path, "plan", "import", "p.xml", "-o", "plan.yaml").code == 0
    text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    other = text.replace("title: Ann Lee", "title: Ann Lee of Legal")
    (tmp_path / "plan.yaml").write_text(other, encoding="utf-8")
    _into(tmp_path)
    after = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    assert "ann-lee: {title: Ann Lee of Legal}\n  ann-lee-2: {title: Ann Lee}" in after
    assert "owner: ann-lee-2" in after
