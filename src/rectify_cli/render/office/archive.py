"""The zip archive that an Office file is, with no moment of writing in it."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest that an archive can say."""


def without_moments(data: bytes) -> bytes:
    """The same files in the same order, so that the same content is the same bytes."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            plain = ZipInfo(entry.filename, _FIRST_MOMENT)
            plain.compress_type = ZIP_DEFLATED
            target.writestr(plain, source.read(entry))
    return file.getvalue()
