"""What the code that runs is known by: its text, and nothing that stands beside it for a moment."""

from pathlib import Path

import pytest

import rectify_cli
from rectify_cli.store import own_code


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for floor in (*own_code._DATING, *own_code._SHOWING):
        (tmp_path / "src" / floor).mkdir(parents=True)
        (tmp_path / "src" / floor / "one.py").write_text(f"'''{floor}'''\n")
    monkeypatch.setattr(rectify_cli, "__file__", str(tmp_path / "src" / "__init__.py"))
    return tmp_path / "src"


@pytest.fixture(autouse=True)
def _forget() -> None:
    own_code._floor.cache_clear()
    own_code._installed.cache_clear()


def _code() -> str | None:
    own_code._floor.cache_clear()
    own_code._installed.cache_clear()
    return own_code.code_of_all()


def test_an_edit_is_other_code(package: Path) -> None:
    before = _code()
    (package / "plan" / "one.py").write_text("'''edited'''\n")
    assert before is not None
    assert _code() not in (None, before)


def test_the_code_that_only_shows_has_no_part_in_dates(package: Path) -> None:
    before = own_code.code_that_dates()
    (package / "render" / "one.py").write_text("'''edited'''\n")
    own_code._floor.cache_clear()
    assert own_code.code_that_dates() == before


def test_byte_code_that_is_being_written_is_no_code(package: Path) -> None:
    """An interpreter writes it under a name of its own, which is gone before it can be read."""
    before = _code()
    folder = package / "plan" / "__pycache__"
    folder.mkdir()
    (folder / "one.cpython-311.pyc.140123456").symlink_to(folder / "gone")
    (folder / "one.cpython-311.pyc").write_bytes(b"\0")
    assert _code() == before


def test_code_that_cannot_be_read_has_no_name(package: Path) -> None:
    (package / "plan" / "two.py").symlink_to(package / "gone")
    assert _code() is None


def test_an_installed_program_is_known_by_its_list(package: Path) -> None:
    listed = package.parent / f"rectify_cli-{rectify_cli.__version__}.dist-info"
    listed.mkdir()
    (listed / "RECORD").write_text("rectify_cli/plan/one.py,sha256=a,1\n")
    before = _code()
    (package / "plan" / "one.py").write_text("'''edited'''\n")
    assert _code() == before
    (listed / "RECORD").write_text("rectify_cli/plan/one.py,sha256=b,1\n")
    assert _code() not in (None, before)
