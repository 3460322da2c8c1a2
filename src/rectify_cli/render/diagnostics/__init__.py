"""Findings → text for people and forms for machines."""

from collections.abc import Callable

from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.to_json import to_json
from rectify_cli.render.diagnostics.to_text import to_text

FORMATS: dict[str, Callable[[Found, Look], str]] = {
    "text": to_text,
    "json": to_json,
}
