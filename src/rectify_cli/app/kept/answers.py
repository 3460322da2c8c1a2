"""What a view said, kept beside everything that it looked at: said again while that is as it was.

The key is what was typed, where, and by whom; the code that answered; and how the screen is. Every
look of that run is repeated before its answer is given, so that a kept answer is never a stale one.
"""

from collections.abc import Callable
from typing import Any, Literal

from rectify_cli import __version__
from rectify_cli.app.here import Here
from rectify_cli.foundation.struct import Struct
from rectify_cli.store.cache import Cache, keep, recall
from rectify_cli.store.installed import installed_version
from rectify_cli.store.own_code import code_of_all
from rectify_cli.store.witness import Look, Witness, found, witnessed

_MOST_CHARACTERS = 500_000
_FOLDER = "answers"
_READ_PROBLEMS = (KeyError, IndexError, TypeError, ValueError, AttributeError)
"""What comes of an entry that some other program has put there."""

Stream = Literal["out", "err"]


class Answer(Struct):
    """What was written, piece by piece in its order, and the exit code."""

    code: int
    said: tuple[tuple[Stream, str], ...]


def answer_key(line: tuple[str, ...], screen: tuple[object, ...], here: Here) -> str | None:
    """What an answer is known by; None where none can be kept.

    Args:
        line: What was typed.
        screen: All that output depends on: its width, colours, encodings.
        here: The surroundings, of which all but the moment counts.
    """
    libraries = installed_version("holidays")
    code = code_of_all()
    if here.cache is None or libraries is None or code is None:
        return None
    place = here._replace(now=None, cache=None)  # type: ignore[arg-type]
    return repr((__version__, code, libraries, line, screen, place))


def recall_answer(key: str, here: Here) -> Answer | None:
    """The answer that was given before, if all that it was made of is as it was then."""
    value: Any = recall(_answers(here), key)
    if value is None:
        return None
    try:
        now, until = here.now.timestamp(), value["until"]
        if now < value["from"] or (until is not None and now >= until):
            return None
        if any(found(Look(how, path)) != was for how, path, was in value["seen"]):
            return None
        said = tuple((stream, str(text)) for stream, text in value["said"])
        return Answer(int(value["code"]), said)
    except _READ_PROBLEMS:
        return None


def answer_anew(key: str, here: Here, view: Callable[[], Answer]) -> Answer:
    """The answer of a view, which is kept with all that it looks at meanwhile."""
    with witnessed() as witness:
        answer = view()
    _keep(key, here, answer, witness)
    return answer


def _keep(key: str, here: Here, answer: Answer, witness: Witness) -> None:
    """Keep an answer, unless its run was more than a witness can tell, or it is too long."""
    length = sum(len(text) for _, text in answer.said)
    if not witness.knows_all or length > _MOST_CHARACTERS:
        return
    entry = {
        "from": here.now.timestamp(),
        "until": witness.until,
        "seen": [(*look, what) for look, what in witness.seen.items()],
        "code": answer.code,
        "said": answer.said,
    }
    keep(_answers(here), key, entry)


def _answers(here: Here) -> Cache | None:
    return None if here.cache is None else Cache(here.cache.folder / _FOLDER)
