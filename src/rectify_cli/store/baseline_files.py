"""The folder of a plan's baselines: its names, a file written, a file taken away."""

from pathlib import Path

from rectify_cli.store.replace import replace_file, sync_folder
from rectify_cli.store.witness import looks_at


def names_in(folder: Path) -> list[str]:
    """What stands in a folder, in order; nothing where there is no such folder.

    Raises `OSError` where it cannot be listed.
    """
    looks_at(folder)
    try:
        return sorted(each.name for each in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []


def write_in(folder: Path, name: str, data: bytes) -> None:
    """Write a file whole into a folder, which is made if need be; `OSError` if that fails.

    A link is replaced, never followed: what it leads to is somebody else's.
    """
    folder.mkdir(exist_ok=True)
    path = folder / name
    if path.is_symlink():
        path.unlink()
    replace_file(path, data)
    sync_folder(folder.parent)


def drop_in(folder: Path, name: str) -> None:
    """Take a file away, and the folder with the last of them; `OSError` if that fails."""
    (folder / name).unlink()
    sync_folder(folder)
    if not names_in(folder):
        folder.rmdir()
        sync_folder(folder.parent)
