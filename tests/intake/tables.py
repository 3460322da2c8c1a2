"""Tables for tests: workbooks and CSV files as offices keep them."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook


def workbook(
    rows: Iterable[Sequence[object]], *, sheet: str = "表1", merged: Iterable[str] = ()
) -> bytes:
    """The bytes of a workbook with one sheet."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for each in merged:
        page.merge_cells(each)
    data = BytesIO()
    book.save(data)
    return data.getvalue()
