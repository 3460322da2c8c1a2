"""Which version of a library is installed, from what installers leave beside it."""

from importlib.metadata import version
from pathlib import Path

import pytest

from rectify_cli.store.installed import installed_version


def test_it_is_what_the_library_says() -> None:
    assert installed_version("holidays") == version("holidays")


def test_a_library_that_is_not_there_or_not_installed_has_no_version() -> None:
    assert installed_version("no_such_library") is None
    assert installed_version("json") is None


@pytest.mark.parametrize(
    ("folders", "known"),
    [
        ((), None),
        (("lone-1.2.dist-info",), "1.2"),
        (("lone-1.2.dist-info", "other-3.dist-info"), "1.2"),
        (("lone-1.2.dist-info", "lone-1.3.dist-info"), None),
        (("lone-.dist-info",), None),
        (("lone-extra-1.2.dist-info",), None),
    ],
)
def test_only_one_folder_is_sure(
    folders: tuple[str, ...],
    known: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "lone").mkdir()
    (tmp_path / "lone" / "__init__.py").write_text("", encoding="utf-8")
    for name in folders:
        (tmp_path / name).mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    installed_version.cache_clear()
    assert installed_version("lone") == known
