"""A report on the screen: a table for a person in a terminal, tab-separated lines for a pipe."""

from rectify_cli.cli.console import Console
from rectify_cli.render.table.to_screen import Report, to_screen


def put_report(report: Report, screen: Console) -> None:
    """Write a report to stdout, line by line as it is made."""
    screen.put_lines(to_screen(report, width=screen.width, colour=screen.colour))
