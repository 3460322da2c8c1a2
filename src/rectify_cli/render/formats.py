"""The files that can be written: product x ending, what each is made from and what writes it.

Adding a format is a row here and the file that writes it.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import cast

from rectify_cli.foundation.struct import Struct

Writer = Callable[..., Iterable[str] | Iterable[bytes]]


class Format(Struct):
    """One kind of file.

    `view` names what it is made from: in `report.catalogue.PRODUCTS`, for the last rows what every
    command has (`record`, `report`) or a chart has beside it (`timeline`). `writer` is a module
    under `render`, whose function has the same name as the module; it gives text or bytes in parts.
    `template` says that a file of the user's may lie under it, `extra` which one of the package's
    it needs, with the library that the extra brings.
    """

    product: str
    ending: str
    view: str
    writer: str
    template: bool = False
    extra: tuple[str, str] | None = None


FORMATS: tuple[Format, ...] = (
    # product, ending, view, writer. An ending belongs to the first product that has it.
    Format("timetable", ".json", "schedule", "record.to_json"),
    Format("timetable", ".csv", "timetable", "table.to_csv"),
    Format("timetable", ".md", "agenda", "table.to_md"),
    Format("timetable", ".xlsx", "timetable-sheets", "table.to_xlsx"),
    Format("taskbook", ".docx", "taskbook", "book.to_docx", template=True),
    Format("taskbook", ".pdf", "taskbook", "book.to_pdf", extra=("pdf", "typst")),
    Format("ledger", ".xlsx", "ledger", "table.to_xlsx"),
    Format("ledger", ".csv", "ledger-tasks", "table.to_csv"),
    Format("ledger", ".md", "ledger-tasks", "table.to_md"),
    Format("plan-table", ".xlsx", "plan-table", "table.to_xlsx"),
    Format("plan-table", ".csv", "plan-table-tasks", "table.to_csv"),
    Format("roadmap", ".html", "roadmap", "roadmap.to_html"),
    Format("taskbook", ".html", "taskbook", "book.to_html"),
    Format("timetable", ".docx", "agenda", "table.to_docx", template=True),
    Format("timetable", ".html", "agenda", "table.to_html"),
    Format("timetable", ".ics", "diary", "diary.to_ics"),
    Format("roadmap", ".svg", "bars", "timeline.to_svg"),
    Format("roadmap", ".mmd", "bars", "timeline.to_mmd"),
    Format("roadmap", ".pdf", "roadmap", "roadmap.to_pdf", extra=("pdf", "typst")),
    Format("project", ".xml", "project", "project.to_xml"),
)

VIEW_FORMATS: tuple[Format, ...] = (
    # What `-o` of every command that shows a view can write.
    Format("view", ".json", "record", "record.to_json"),
    Format("view", ".csv", "report", "table.to_csv"),
    Format("view", ".md", "report", "table.to_md"),
    Format("view", ".xlsx", "report", "table.to_xlsx"),
    Format("view", ".docx", "report", "table.to_docx", template=True),
    Format("view", ".html", "report", "table.to_html"),
)

CHART_FORMATS: tuple[Format, ...] = (
    # What `-o` of a chart can write beside.
    *VIEW_FORMATS,
    Format("view", ".svg", "timeline", "timeline.to_svg"),
    Format("view", ".mmd", "timeline", "timeline.to_mmd"),
)


def writer_of(form: Format) -> Writer:
    """The function that writes a format, imported now."""
    module = import_module(f"rectify_cli.render.{form.writer}")
    return cast("Writer", getattr(module, form.writer.rpartition(".")[2]))


def products() -> tuple[str, ...]:
    """The names of the products, in the order of the table."""
    return tuple(dict.fromkeys(form.product for form in FORMATS))


def endings_of(formats: Iterable[Format], product: str | None = None) -> tuple[str, ...]:
    """The endings that these formats have, those of one product where one is named."""
    return tuple(dict.fromkeys(form.ending for form in formats if product in {None, form.product}))


def format_of(formats: Iterable[Format], ending: str, product: str | None = None) -> Format | None:
    """The format of an ending: the named product's, else the first; None where there is none."""
    return next(
        (form for form in formats if form.ending == ending and product in {None, form.product}),
        None,
    )
