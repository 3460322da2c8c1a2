"""What a reader of files answers changes only where a look of its witness does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rectify_cli.store.find import folders_upward, plans_here, plans_under, says_plan
from rectify_cli.store.folder import is_in_repository
from rectify_cli.store.read import (
    files_beside,
    is_file,
    is_folder,
    read_file,
    read_inside,
    stands_inside,
)
from rectify_cli.store.report_files import read_report_files
from rectify_cli.store.witness import found, witnessed

_READERS: dict[str, Callable[[Path], object]] = {
    "is_in_repository": is_in_repository,
    "folders_upward": lambda inner: list(folders_upward(inner, None)),
    "plans_here": plans_here,
    "plans_under": lambda inner: plans_under(inner.parent),
    "says_plan": lambda inner: says_plan(inner / "plan.yaml"),
    "read_file": lambda inner: read_file(inner / "plan.yaml"),
    "read_inside": lambda inner: read_inside(inner / "link", inner),
    "stands_inside": lambda inner: stands_inside(inner / "absent", inner),
    "files_beside": lambda inner: files_beside(inner / "absent", inner),
    "is_file": lambda inner: is_file(inner / "absent"),
    "is_folder": lambda inner: is_folder(inner / "absent"),
    "read_report_files": lambda inner: read_report_files(inner / "p.progress"),
}
_CHANGES: dict[str, Callable[[Path], object]] = {
    "a repository around it": lambda inner: (inner.parent / ".git").mkdir(),
    "a repository": lambda inner: (inner / ".git").touch(),
    "a plan that is none": lambda inner: (inner / "plan.yaml").write_text("title: T\n"),
    "no plan": lambda inner: (inner / "plan.yaml").unlink(),
    "one more plan": lambda inner: (inner / "plans" / "b.yaml").write_text("rectify: 1\n"),
    "a file": lambda inner: (inner / "absent").touch(),
    "a folder": lambda inner: (inner / "absent").mkdir(),
    "other reports": lambda inner: (inner / "p.progress" / "m" / "a.jsonl").write_text("{}\n"),
    "one more report": lambda inner: (inner / "p.progress" / "m" / "b.jsonl").touch(),
    "one more month": lambda inner: (inner / "p.progress" / "n").mkdir(),
    "no reports": lambda inner: (inner / "p.progress").rename(inner / "q.progress"),
    "another target": lambda inner: (inner / "target").write_text("other\n"),
    "a link elsewhere": lambda inner: (inner / "target").rename(inner.parent / "target"),
}


def _inner(folder: Path) -> Path:
    """A folder with a plan, plans, reports and a link."""
    inner = folder / "outer" / "inner"
    (inner / "plans").mkdir(parents=True)
    (inner / "p.progress" / "m").mkdir(parents=True)
    (inner / "p.progress" / "m" / "a.jsonl").touch()
    (inner / "plan.yaml").write_text("rectify: 1\n")
    (inner / "plans" / "a.yaml").write_text("rectify: 1\n")
    (inner / "target").write_text("rectify: 1\n")
    (inner / "link").symlink_to("target")
    return inner


@pytest.mark.parametrize("reader", _READERS)
def test_a_change_of_the_answer_shows(tmp_path: Path, reader: str) -> None:
    answers = 0
    for number, change in enumerate(_CHANGES.values()):
        inner = _inner(tmp_path / str(number))
        with witnessed() as witness:
            before = _READERS[reader](inner)
        change(inner)
        if _READERS[reader](inner) != before:
            answers += 1
            assert any(found(look) != was for look, was in witness.seen.items())
    assert answers
