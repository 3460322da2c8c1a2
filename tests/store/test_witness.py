"""A witness knows whether all that a run looked at is as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rectify_cli.store import witness as of_witness
from rectify_cli.store.witness import (
    Look,
    depends_on_more,
    follows,
    found,
    holds_until,
    looks_at,
    witnessed,
)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "file").write_text("two"),
        lambda folder: (folder / "file").unlink(),
        lambda folder: (folder / "new").touch(),
        lambda folder: (folder / "absent").touch(),
        lambda folder: (folder / "dangling-to").touch(),
        lambda folder: ((folder / "link").unlink(), (folder / "link").symlink_to("other")),
        lambda folder: ((folder / "file").unlink(), (folder / "file").mkdir()),
    ],
    ids=["content", "gone", "name", "there", "leads", "elsewhere", "folder"],
)
def test_every_change_shows(tmp_path: Path, change: Callable[[Path], object]) -> None:
    (tmp_path / "file").write_text("one")
    (tmp_path / "other").write_text("one")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "dangling").symlink_to("dangling-to")
    with witnessed() as witness:
        for name in ("", "file", "absent", "link"):
            looks_at(tmp_path / name)
        follows(tmp_path / "dangling")
    assert witness.knows_all
    assert len(witness.seen) == 5
    assert all(found(look) == was for look, was in witness.seen.items())
    change(tmp_path)
    assert any(found(look) != was for look, was in witness.seen.items())


def test_a_path_is_looked_at_once_and_kept_as_it_was_then(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("one")
    with witnessed() as witness:
        looks_at(path)
        path.write_text("two")
        looks_at(path)
    assert [found(look) == was for look, was in witness.seen.items()] == [False]


def test_where_something_leads_is_not_what_stands_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("one")
    look = Look("leads", str(tmp_path / "file"))
    was = found(look)
    (tmp_path / "file").write_text("two")
    assert found(look) == was
    (tmp_path / "file").unlink()
    assert found(look) != was


@pytest.mark.parametrize(("size", "knows"), [(10, True), (11, False)])
def test_a_run_that_reads_too_much_is_not_witnessed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, *, knows: bool
) -> None:
    monkeypatch.setattr(of_witness, "_MOST_BYTES", 10)
    (tmp_path / "one").write_bytes(b"x" * 5)
    (tmp_path / "two").write_bytes(b"x" * (size - 5))
    with witnessed() as witness:
        looks_at(tmp_path / "one")
        looks_at(tmp_path / "two")
    assert witness.knows_all is knows


@pytest.mark.parametrize(("places", "knows"), [(4, True), (5, False)])
def test_a_run_that_looks_at_too_many_places_is_not_witnessed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, places: int, *, knows: bool
) -> None:
    monkeypatch.setattr(of_witness, "_MOST_PLACES", 4)
    with witnessed() as witness:
        for number in range(places):
            looks_at(tmp_path / str(number))
    assert witness.knows_all is knows
    for number in range(4):
        (tmp_path / f"file{number}").touch()
    with witnessed() as witness:
        looks_at(tmp_path)
    assert not witness.knows_all


def test_a_run_that_asks_more_than_files_is_not_witnessed() -> None:
    depends_on_more()
    with witnessed() as witness:
        depends_on_more()
        looks_at("anything")
    assert not witness.knows_all
    assert not witness.seen


def test_it_holds_until_the_first_of_its_days_ends() -> None:
    holds_until(0.0)
    with witnessed() as witness:
        assert witness.until is None
        for moment in (5.0, 3.0, 4.0):
            holds_until(moment)
    assert witness.until == 3.0


def test_one_within_another_leaves_the_outer_one_as_it_was(tmp_path: Path) -> None:
    with witnessed() as outer:
        with witnessed() as inner:
            looks_at(tmp_path)
        assert (len(inner.seen), len(outer.seen)) == (1, 0)
        follows(tmp_path)
    looks_at(tmp_path / "later")
    assert (len(inner.seen), len(outer.seen)) == (1, 1)
