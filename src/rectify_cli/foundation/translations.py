"""The catalogues: what messages and labels are called in languages other than English.

English stands in the code. Another language is a GNU gettext catalogue of the package, the folder
`locale/LANGUAGE/LC_MESSAGES`: `rectify.po` is what people translate. `python -m tests.generate`
compiles two files from it, `labels.mo` and `rectify.mo`, each read here when a word of it is first
asked for: most runs ask for one of the two, and reading both takes as long as dating a plan.
"""

from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from gettext import GNUTranslations

LanguageName = Literal["en", "zh"]
LANGUAGES: tuple[LanguageName, ...] = get_args(LanguageName)
"""What `--lang` and a plan's `language:` may name."""

PHRASE = "phrase"
"""The context of the phrases that are put into messages; that of a label is its key."""


LABELS, MESSAGES = "labels", "rectify"
"""The compiled files: the labels of views, and everything else that is said."""


@cache
def catalogue(language: str, file: str = MESSAGES) -> "GNUTranslations | None":
    """The translations into a language; None for English, and for one that has no catalogue."""
    if language == "en":
        return None
    # Loaded here, since most runs are in English.
    from gettext import GNUTranslations  # noqa: PLC0415
    from io import BytesIO  # noqa: PLC0415
    from pkgutil import get_data  # noqa: PLC0415

    try:
        data = get_data("rectify_cli", f"locale/{language}/LC_MESSAGES/{file}.mo")
    except OSError:
        return None
    return None if data is None else GNUTranslations(BytesIO(data))


HELP, METAVAR = "help", "metavar"
"""The contexts of what `--help` says, and of the words there that stand for what one types."""


def in_context(context: str, text: str, language: str) -> str:
    """A text in a language, by its context; as it is where the language does not know it."""
    known = catalogue(language)
    return text if known is None else known.pgettext(context, text)
