"""`-o`, `--product` and `--template` of `rectify plan build`: files instead of a screen."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from rectify_cli.app.assess import Told
from rectify_cli.app.build import AS_WRITTEN, Selection, build_files
from rectify_cli.app.schedule import Scheduled
from rectify_cli.app.write_file import Template
from rectify_cli.cli.chosen_plan import dated, language_of
from rectify_cli.cli.letterhead import letterhead
from rectify_cli.cli.put_files import check_endings, put_files
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.told_plan import told_of
from rectify_cli.cli.typed_day import as_of_day
from rectify_cli.foundation.finding import say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.struct import Struct
from rectify_cli.render.formats import FORMATS, endings_of, products

ProductFiles = Annotated[
    list[str] | None,
    typer.Option(
        "-o",
        metavar="FILE",
        help=f"Write a file instead: {', '.join(endings_of(FORMATS))}; repeatable.",
    ),
]
ProductName = Annotated[
    str | None,
    typer.Option(
        "--product", metavar="|".join(products()), help="What the files hold; else by the ending."
    ),
]


class Wanted(Struct):
    """The files that were asked for, the product in them, what lies under them."""

    files: tuple[str, ...]
    product: str | None
    template: Template | None


def wanted_files(
    session: Session, files: Sequence[str] | None, product: str | None, template: str | None
) -> Wanted:
    """What was typed, checked; ends the command (2) where it cannot be, before a plan is read."""
    if product is not None:
        _check_product(product, files)
    chosen = check_endings(files, FORMATS, product)
    return Wanted(
        tuple(files or ()),
        product,
        letterhead(session, template, [form for form in chosen if form.template]),
    )


def put_products(
    session: Session, scheduled: Scheduled, selection: Selection, wanted: Wanted
) -> Told | None:
    """Write the files; the reports beside the plan, where a product told of them."""
    if wanted.files and wanted.product in AS_WRITTEN:
        whole = session._replace(here=session.here._replace(cache=None))
        scheduled = dated(whole, Path(scheduled.loaded.path))
    if not wanted.files or scheduled.schedule is None:
        return None
    reports = _Reports(session, scheduled)
    language = language_of(session, scheduled)
    made = build_files(
        scheduled.loaded,
        scheduled.schedule,
        selection,
        language=language,
        as_of=as_of_day(session, scheduled),
        folder=session.here.folder,
        told=reports.read,
    )
    put_files(
        wanted.files,
        made,
        session,
        language,
        formats=FORMATS,
        product=wanted.product,
        template=wanted.template,
    )
    return reports.told


class _Reports:
    """The reports beside the plan, read once, when a product asks for them."""

    def __init__(self, session: Session, scheduled: Scheduled) -> None:
        self.told: Told | None = None
        self._session = session
        self._scheduled = scheduled

    def read(self) -> Told | None:
        """What was reported; None where the plan cannot be dated."""
        if self.told is None:
            self.told = told_of(self._session, self._scheduled, None)
        return self.told


def _check_product(product: str, files: Sequence[str] | None) -> None:
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
