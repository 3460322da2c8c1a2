"""Adding to the end of a file that others add to as well. Errors are `OSError`."""

from pathlib import Path


def append_to_file(path: Path, data: bytes) -> None:
    """Add bytes to a file, which is made if need be."""
    with path.open("ab") as file:
        file.write(data)
