"""The owner that a person means on a command line: its id, a former id, its title, part of it."""

from collections.abc import Callable, Iterator

from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Owner, Plan


class NoOwner(Struct):
    """Why no owner was taken; `several` are those that the word could mean."""

    why: Message
    several: tuple[Owner, ...] = ()


def find_owner(plan: Plan, word: str) -> Owner | NoOwner:
    """The one owner of a plan that a word means."""
    if word in plan.owners:
        return plan.owners[word]
    for means in _ways(word):
        found = [owner for owner in plan.owners.values() if means(owner)]
        if len(found) == 1:
            return found[0]
        if found:
            why = say("'{word}' may mean {n} owners", word=word, n=len(found))
            return NoOwner(why, tuple(found))
    return NoOwner(_unknown(plan, word))


def _ways(word: str) -> Iterator[Callable[[Owner], bool]]:
    """The ways to name an owner, the surest first."""
    folded = word.casefold()
    yield lambda owner: word in owner.was
    yield lambda owner: owner.title.casefold() == folded
    yield lambda owner: bool(word.strip()) and folded in owner.title.casefold()


def _unknown(plan: Plan, word: str) -> Message:
    if not plan.owners:
        return say("no owner '{word}': the plan names none under owners:", word=word)
    names = {name: name for name in plan.owners}
    names |= {owner.title: owner.id for owner in plan.owners.values()}
    near = did_you_mean(word, names)
    if near is None:
        return say("no owner '{word}'", word=word)
    return say("no owner '{word}'; did you mean '{near}'?", word=word, near=names[near])
