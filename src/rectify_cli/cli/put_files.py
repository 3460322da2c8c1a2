"""`-o FILE` of every command that shows a view: written instead of the screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from rectify_cli.app.schedule import Scheduled
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.render.formats import VIEW_FORMATS, Format, endings_of

if TYPE_CHECKING:
    from rectify_cli.app.edition import Edition
    from rectify_cli.app.write_file import Template, Viewable

Files = Annotated[
    list[str] | None,
    typer.Option(
        "-o",
        metavar="FILE",
        help=f"Write a file instead: {', '.join(endings_of(VIEW_FORMATS))}; repeatable.",
    ),
]


def check_endings(
    files: Sequence[str] | None,
    formats: Sequence[Format] = VIEW_FORMATS,
    product: str | None = None,
) -> tuple[Format, ...]:
    """The format of each file; ends the command (2) where one has none, before anything is read."""
    if not files:
        return ()
    from rectify_cli.app.write_file import NotWritten, choose_formats  # noqa: PLC0415 - start-up

    chosen = choose_formats(files, formats, product)
    if isinstance(chosen, NotWritten):
        raise Stop(chosen.why)
    return chosen


def put_files(
    files: Sequence[str] | None,
    view: "Viewable",
    session: Session,
    language: str,
    *,
    formats: Sequence[Format] = VIEW_FORMATS,
    product: str | None = None,
    template: "Template | None" = None,
    scheduled: Scheduled | None = None,
) -> None:
    """Write each file and say so; ends the command (2) where one cannot be written.

    `scheduled` is the plan whose day and revision stand at the foot of a printed page; None: the
    view says them itself, or is of no plan.
    """
    if not files:
        return
    from rectify_cli.app.hints import written_hint  # noqa: PLC0415 - start-up
    from rectify_cli.app.write_file import OnPaper, write_file  # noqa: PLC0415

    if scheduled is not None:
        view = OnPaper(view, _edition(session, scheduled))
    for name, form in zip(files, check_endings(files, formats, product), strict=True):
        failed = write_file(view, form, name, session.here.folder, template)
        if failed is not None:
            raise Stop(failed.why, language=language)
        session.console.tell(written_hint(name, language))


def _edition(session: Session, scheduled: Scheduled) -> "Edition | None":
    """The plan's edition; what was typed for the day is said back elsewhere, or not at all."""
    from rectify_cli.app.clock import clock_in  # noqa: PLC0415 - start-up
    from rectify_cli.app.dates import NoDay, read_day  # noqa: PLC0415
    from rectify_cli.app.edition import edition_on  # noqa: PLC0415

    clock = clock_in(scheduled, session.here, backward=True)
    day = clock.today if session.as_of is None else read_day(session.as_of, clock)
    return None if isinstance(day, NoDay) else edition_on(scheduled.loaded, day)
