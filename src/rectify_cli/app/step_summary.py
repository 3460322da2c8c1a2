"""What GitHub shows on the page of a run: kept in a file that it names to each step."""

from pathlib import Path

from rectify_cli.foundation.finding import Message, say
from rectify_cli.store.append import append_to_file
from rectify_cli.store.reasons import why_not_written


def add_to_summary(path: Path, text: str) -> Message | None:
    """Add Markdown to the step's summary; why not, if it could not be written."""
    try:
        append_to_file(path, text.encode("utf-8", "backslashreplace"))
    except (OSError, ValueError) as error:
        why = why_not_written(error)
        return say("the step's summary cannot be written to {path}: {why}", path=path, why=why)
    return None
