"""What stands at the foot of every printed page: the day, the plan's revision, page of pages."""

from datetime import datetime, time

from rectify_cli.foundation.struct import Struct
from rectify_cli.report.edition import Edition
from rectify_cli.report.words import Words

_NO_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a document's day has no zone


class Foot(Struct):
    """The foot's left side, and its right side in the three parts that a page's numbers part."""

    left: str
    page: tuple[str, str, str]


def foot_of(edition: Edition | None, words: Words) -> Foot:
    """The foot in the reader's language; nothing on the left where no edition is known."""
    before, _, rest = words("foot-page", n="\x00", all="\x01").partition("\x00")
    between, _, after = rest.partition("\x01")
    left = ""
    if edition is not None:
        day = words("foot-as-of", day=words.full(edition.as_of))
        left = words.joined((day, words("foot-revision", revision=edition.revision)))
    return Foot(left, (before, between, after))


def made_on(edition: Edition | None) -> datetime:
    """The moment that a file says it was made at: the day it looks from, never the clock."""
    return _NO_DAY if edition is None else datetime.combine(edition.as_of, time())
