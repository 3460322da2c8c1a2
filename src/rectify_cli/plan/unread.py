"""What could not be read of a plan's owners and groups: a name that is unknown may stand there.

A file that is broken hides what it defines, and what it hides is not complained of once more. A
name that cannot stand there is unknown all the same.
"""

from collections.abc import Iterable

from rectify_cli.foundation.struct import Struct

_MOST = 4_000_000
"""So many characters are searched for each unknown name; what is longer may hold any name."""


class Unread(Struct):
    """The texts that are there and are no plan, and whether more is missing than these.

    `more`: a table of owners, or all owners of a file, of which nothing is known.
    """

    texts: tuple[str, ...] = ()
    more: bool = False

    def may_say(self, word: str) -> bool:
        """Whether one of the texts holds a word, and so may define what it names."""
        return any(word in text for text in self.texts)


NOTHING = Unread()


def unread_of(texts: Iterable[str], *, more: bool) -> Unread:
    """What is unread: these texts, and more than they say."""
    held = tuple(text for text in texts if text)
    if sum(map(len, held)) > _MOST:
        return Unread((), more=True)
    return Unread(held, more)
