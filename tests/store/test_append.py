"""Adding to the end of a file."""

from pathlib import Path

import pytest

from rectify_cli.store.append import append_to_file


def test_bytes_are_added(tmp_path: Path) -> None:
    path = tmp_path / "file"
    append_to_file(path, b"a\r\n")
    append_to_file(path, b"b")
    assert path.read_bytes() == b"a\r\nb"


def test_what_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        append_to_file(tmp_path, b"a")
