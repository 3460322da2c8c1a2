"""The returns that units fill in: one workbook a unit, into a folder."""

from collections.abc import Callable, Sequence
from pathlib import Path

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.status import Status
from rectify_cli.render.returns.to_xlsx import to_xlsx
from rectify_cli.report.edition import Edition
from rectify_cli.report.returns import reporting_units, return_form
from rectify_cli.report.words import Words
from rectify_cli.store.folder import make_folder
from rectify_cli.store.reasons import why_not_written
from rectify_cli.store.replace import replace_file

_NOT_IN_A_NAME = frozenset('<>:"/\\|?*')
_LONGEST = 80


class FormsWritten(Struct):
    """The files that were written, and why the next one was not, if one was not."""

    files: tuple[str, ...]
    failed: Message | None = None


def asked_units(status: Status, wanted: Sequence[str] | None) -> list[str]:
    """The units that get a form: all that have anything to report, or those of them wanted."""
    units = reporting_units(status)
    return units if wanted is None else [unit for unit in units if unit in frozenset(wanted)]


def write_forms(
    status: Status,
    units: Sequence[str],
    folder: Path,
    language: str,
    tell: Callable[[int], None],
    *,
    edition: Edition,
) -> FormsWritten:
    """Write a form for each unit; `tell` is told how many there are after each.

    Args:
        status: How the plan stands: what each form says of the present.
        units: The owners' ids.
        folder: Where the files go; it is made where it is not there.
        language: The language of the forms.
        tell: Called with the number of forms written so far.
        edition: What every page of a form says at its foot.
    """
    written: list[str] = []
    try:
        make_folder(folder)
    except OSError as error:
        return FormsWritten((), failed_to_write(str(folder), error))
    names = file_names(status, units)
    for unit in units:
        name = names[unit]
        try:
            replace_file(folder / name, to_xlsx(return_form(status, unit, language, edition)))
        except (OSError, ValueError) as error:
            return FormsWritten(tuple(written), failed_to_write(name, error))
        written.append(name)
        tell(len(written))
    return FormsWritten(tuple(written))


def failed_to_write(name: str, error: Exception) -> Message:
    """Why a file could not be written, in words."""
    if isinstance(error, PermissionError):
        return say("{name} cannot be written: it is open elsewhere, or not yours", name=name)
    return say("{name} cannot be written: {why}", name=name, why=why_not_written(error))


def file_names(status: Status, units: Sequence[str]) -> dict[str, str]:
    """A file's name for each unit: its title, with the id where two titles would be one name."""
    owners = status.schedule.plan.owners
    titles = {unit: safe_name(owners[unit].title) or unit for unit in units}
    count: dict[str, int] = {}
    for title in titles.values():
        count[title.casefold()] = count.get(title.casefold(), 0) + 1
    return {
        unit: f"{title}.xlsx" if count[title.casefold()] == 1 else f"{title} ({unit}).xlsx"
        for unit, title in titles.items()
    }


def safe_name(title: str) -> str:
    """A title as a file's name on every system."""
    kept = (c if c.isprintable() and c not in _NOT_IN_A_NAME else " " for c in title[:_LONGEST])
    return " ".join("".join(kept).split()).strip(". ")


def forms_said(count: int, folder: str, again: str, language: str) -> tuple[str, str]:
    """What was written, and the command for when it comes back."""
    words = Words(language)
    return words("forms-written", n=count, folder=folder), words("forms-next", command=again)
