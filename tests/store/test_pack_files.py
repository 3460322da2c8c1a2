"""What a pack made needless goes; what a writer may still be writing stays."""

import os
from pathlib import Path

import pytest

from rectify_cli.store.pack_files import remove_packed, sweep

_NOW = 1_700_000_000.0
_DAY = 24 * 3600


def test_what_is_packed_goes_and_what_would_not_go_is_named(tmp_path: Path) -> None:
    (tmp_path / "2021-03").mkdir()
    (tmp_path / "2021-03" / "a.jsonl").touch()
    (tmp_path / "2021-03" / "kept.jsonl").touch()
    (tmp_path / "2021-04").mkdir()
    names = ["2021-03/a.jsonl", "2021-03/gone.jsonl", "2021-04"]
    assert remove_packed(tmp_path, names) == ["2021-04"]
    assert [path.name for path in (tmp_path / "2021-03").iterdir()] == ["kept.jsonl"]


@pytest.mark.parametrize("dry", [True, False])
def test_only_temporary_files_that_nobody_writes_any_more_are_swept(
    tmp_path: Path, *, dry: bool
) -> None:
    ages = {
        "2021-03/.rectify-1-a.tmp": _DAY + 1,
        ".rectify-2-b.tmp": _DAY * 9,
        "2021-03/.rectify-3-c.tmp": _DAY,
        "2021-03/.rectify-4-d.jsonl": _DAY + 1,
        "2021-03/5.tmp": _DAY + 1,
    }
    (tmp_path / "2021-03").mkdir()
    for name, age in ages.items():
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (_NOW - age, _NOW - age))
    (tmp_path / "elsewhere").symlink_to(tmp_path / "2021-03")
    assert sweep(tmp_path, _NOW, dry=dry) == 2
    assert [(tmp_path / name).exists() for name in ages] == [dry, dry, True, True, True]
    assert sweep(tmp_path / "none", _NOW, dry=dry) == 0
