"""A report for whoever reads stdout: a table for a person in a terminal, tabs for a pipe."""

from collections.abc import Iterator

from rectify_cli.render.table.to_tabs import to_tabs
from rectify_cli.report.table import Report

__all__ = ["Report", "to_screen"]


def to_screen(report: Report, *, width: int | None, colour: bool) -> Iterator[str]:
    """The lines, made while the report is read; `width` None: no terminal reads them."""
    if width is None:
        return to_tabs(report)
    from rectify_cli.render.table.to_terminal import to_terminal  # noqa: PLC0415 - start-up

    return to_terminal(report, width=width, colour=colour)
