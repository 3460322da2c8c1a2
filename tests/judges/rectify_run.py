"""Runs the program on a plan's text, in this process, and hands back what `--json` prints."""

from typing import Any


def build_json(yaml_text: str) -> dict[str, Any]:
    """What `rectify plan build --json` prints for a plan."""
    raise NotImplementedError(yaml_text)
