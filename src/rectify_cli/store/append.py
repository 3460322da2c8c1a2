"""Adding to the end of a file that others add to as well. Errors are `OSError`."""

from pathlib import Path

from rectify_cli.store.witness import depends_on_more


def append_to_file(path: Path, data: bytes) -> None:
    """Add bytes to a file, which is made if need be."""
    depends_on_more()
    with path.open("ab") as file:
        file.write(data)
