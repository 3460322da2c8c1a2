"""`-o FILE` of every command that shows a view: written instead of the screen."""

from collections.abc import Sequence
from typing import Annotated

import typer

from rectify_cli.app.hints import written_hint
from rectify_cli.app.template import read_template
from rectify_cli.app.write_file import NotWritten, Template, Viewable, choose_formats, write_file
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.render.formats import VIEW_FORMATS, Format, endings_of, products

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
    chosen = choose_formats(files or (), formats, product)
    if isinstance(chosen, NotWritten):
        raise Stop(chosen.why)
    return chosen


def put_files(
    files: Sequence[str] | None,
    view: Viewable,
    session: Session,
    language: str,
    *,
    formats: Sequence[Format] = VIEW_FORMATS,
    product: str | None = None,
    template: Template | None = None,
) -> None:
    """Write each file and say so; ends the command (2) where one cannot be written."""
    for name, form in zip(files or (), check_endings(files, formats, product), strict=True):
        failed = write_file(view, form, name, session.here.folder, template)
        if failed is not None:
            raise Stop(failed.why, language=language)
        session.console.tell(written_hint(name, language))


def check_product(product: str | None, files: Sequence[str] | None) -> None:
    """End the command (2) where there is no such product, or no file to hold it."""
    if product is None:
        return
    known = products()
    if product not in known:
        near = did_you_mean(product, known)
        said = say("there is no product '{name}'", name=product)
        if near is not None:
            said = say(
                "there is no product '{name}'; did you mean '{near}'?", name=product, near=near
            )
        raise Stop(said, say("there are: {names}", names=", ".join(known)))
    if not files:
        raise Stop(say("--product says what a file holds: name one with  -o FILE"))


def read_letterhead(
    session: Session, name: str | None, formats: Sequence[Format]
) -> Template | None:
    """The file of `--template`; ends the command (2) where it is none, or lies under nothing."""
    if name is None:
        return None
    if not any(form.template for form in formats):
        raise Stop(say("--template is for .docx files: name one with  -o FILE.docx"))
    found = read_template(name, session.here.folder)
    if isinstance(found, NotWritten):
        raise Stop(found.why)
    return found
