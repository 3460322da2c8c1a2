"""The task that a person means on a command line: its path, its number, its last part, its title.

The first of these that names one task is taken; one that names several is for the person to say.
"""

from collections.abc import Callable, Iterator

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan, Task


class NoTask(Struct):
    """Why no task was taken; `several` are those that the word could mean."""

    why: Message
    several: tuple[Task, ...] = ()


def find_task(plan: Plan, word: str) -> Task | NoTask:
    """The one task, summary or phase of a plan that a word means."""
    number = _number(word)
    if number is not None:
        tasks = [task for task in plan.tasks if task.no == number]
        return _one_of(tasks, word) or NoTask(say("no task has the number {no}", no=number))
    for means in _ways(word):
        found = _one_of([task for task in plan.tasks if means(task)], word)
        if found is not None:
            return found
    return NoTask(_unknown(plan, word))


def _number(word: str) -> str | None:
    for prefix in ("#", "no:"):
        if word.startswith(prefix) and len(word) > len(prefix):
            return word.removeprefix(prefix)
    return None


def _ways(word: str) -> Iterator[Callable[[Task], bool]]:
    """The ways to name a task, the surest first."""
    folded = word.casefold()
    yield lambda task: task.path == word
    yield lambda task: task.path.endswith(f".{word}")
    yield lambda task: task.title.casefold() == folded
    yield lambda task: bool(word.strip()) and folded in task.title.casefold()


def _one_of(tasks: list[Task], word: str) -> Task | NoTask | None:
    if len(tasks) > 1:
        return NoTask(say("'{word}' may mean {n} tasks", word=word, n=len(tasks)), tuple(tasks))
    return tasks[0] if tasks else None


def _unknown(plan: Plan, word: str) -> Message:
    names = {task.path: task.path for task in plan.tasks}
    names |= {task.id: task.path for task in plan.tasks}
    names |= {task.title: task.path for task in plan.tasks}
    near = did_you_mean(word, names)
    if near is None:
        return say("no task '{word}'", word=word)
    return say("no task '{word}'; did you mean '{near}'?", word=word, near=names[near])
