"""Which state of a plan is shown: the day, and a revision that only its files' content changes."""

from datetime import date
from hashlib import sha256

from rectify_cli.app.load import Loaded
from rectify_cli.report.edition import Edition

__all__ = ["Edition", "edition_on", "revision_of"]


def edition_on(loaded: Loaded, as_of: date) -> Edition:
    """The edition of a plan on a day."""
    return Edition(as_of, revision_of(loaded))


def revision_of(loaded: Loaded) -> str:
    """Eight digits that change with the files of the plan, wherever they stand."""
    content = sha256()
    for _, source in sorted(loaded.sources.items()):
        data = source.text.encode("utf-8", "surrogatepass")
        content.update(b"%d:" % len(data) + data)
    return content.hexdigest()[:8]
