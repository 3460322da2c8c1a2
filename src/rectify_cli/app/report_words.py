"""The words behind a recording command → tasks, and what belongs to the command's kind.

`progress TASK… 60`, `count TASK… +40`, `tick TASK ITEM…`, `block TASK… WHY`, `note TASK… TEXT`:
the last word is what the kind lives on, unless an option said it.
"""

import re
from unicodedata import normalize

from rectify_cli.app.report import Asked
from rectify_cli.foundation.finding import say
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan
from rectify_cli.progress.report_request import Refusal

_WHOLE = re.compile("[+-]?[0-9]{1,13}")


class Typed(Struct):
    """What was typed for a kind, as text; None: not typed."""

    words: tuple[str, ...]
    why: str | None = None
    note: str | None = None
    total: str | None = None


def read_words(asked: Asked, typed: Typed, plan: Plan) -> Asked | Refusal:
    """The report that words make of `asked`, whose kind says how they are to be read."""
    match asked.kind:
        case "progress":
            return _progress(asked, typed.words)
        case "count":
            return _count(asked, typed)
        case "item":
            return _items(asked, typed.words)
        case "block" | "drop":
            return _with_why(asked, typed, plan)
        case "note":
            return _note(asked, typed, plan)
    return asked._replace(tasks=typed.words)


def _progress(asked: Asked, words: tuple[str, ...]) -> Asked | Refusal:
    *tasks, last = words
    percent = _whole(last.strip().removesuffix("%").removesuffix("％"))
    if percent is None or not tasks:
        why = say("say how far it is, in whole per cent")
        return Refusal(why, (say("  {text}", text=f"rectify progress {words[0]} 60"),))
    return asked._replace(tasks=tuple(tasks), percent=percent)


def _count(asked: Asked, typed: Typed) -> Asked | Refusal:
    if typed.total is not None:
        if len(typed.words) > 1 and _whole(typed.words[-1]) is not None:
            return _how_many(typed.words[0])
        total = _whole(typed.total)
        if total is None:
            return _no_number(typed.total)
        return asked._replace(tasks=typed.words, total=total)
    *tasks, last = typed.words
    if not tasks:
        return _how_many(last)
    added = _whole(last)
    if added is None:
        return _no_number(last)
    return asked._replace(tasks=tuple(tasks), add=added)


def _how_many(task: str) -> Refusal:
    why = say("say how many were added, or how many there are in all")
    lines = (f"rectify count {task} 40", f"rectify count {task} --total 156")
    return Refusal(why, tuple(say("  {text}", text=line) for line in lines))


def _items(asked: Asked, words: tuple[str, ...]) -> Asked | Refusal:
    task, *items = words
    if not items:
        why = say("say which item of the checklist")
        show = say("  {text}", text=f"rectify plan show {task}")
        return Refusal(why, (say("  rectify tick {task} ITEM", task=task), show))
    return asked._replace(tasks=(task,), items=tuple(items))


def _with_why(asked: Asked, typed: Typed, plan: Plan) -> Asked | Refusal:
    """`--why`, else the last word, else `--note` says why."""
    words = typed.words
    if typed.why is not None or len(words) == 1:
        return asked._replace(tasks=words, why=_text(typed.why or typed.note))
    if _is_task(words[-1], plan):
        return _may_be_text(words[-1], "--why")
    return asked._replace(tasks=words[:-1], why=_text(words[-1]))


def _note(asked: Asked, typed: Typed, plan: Plan) -> Asked | Refusal:
    words = typed.words
    if typed.note is not None or len(words) == 1:
        return asked._replace(tasks=words)
    if _is_task(words[-1], plan):
        return _may_be_text(words[-1], "--note")
    return asked._replace(tasks=words[:-1], note=_text(words[-1]))


def _is_task(word: str, plan: Plan) -> bool:
    return any(word in {task.path, f"#{task.no}"} for task in plan.tasks)


def _may_be_text(word: str, option: str) -> Refusal:
    why = say("'{word}' is a task: what it is about stands last, or behind {option}",
              word=word, option=option)  # fmt: skip
    return Refusal(why)


def _text(text: str | None) -> str | None:
    return text.strip() if text is not None else None


def _whole(text: str) -> int | None:
    plain = normalize("NFKC", text).strip().replace("−", "-")
    return int(plain) if _WHOLE.fullmatch(plain) else None


def _no_number(text: str) -> Refusal:
    quoted = text if len(text) <= 40 else text[:37] + "..."
    return Refusal(say("'{word}' is no whole number", word=quoted))
