"""A line on stderr that counts up while many files are read or written, for a person only."""

from collections.abc import Callable

from rectify_cli.cli.session import Session

_FROM = 20
"""Fewer files are done before anybody looks."""


def counting_up(session: Session, total: int) -> Callable[[int], None]:
    """What is told how many are done; it shows that where somebody sees stderr."""
    if total < _FROM or not session.console.hints or session.console.err is None:
        return lambda _: None
    err = session.console.err

    def show(done: int) -> None:
        bar = "#" * (20 * done // total)
        end = "\n" if done == total else ""
        err.write(f"\r[{bar:<20}] {done}/{total}{end}")
        err.flush()

    return show
