"""The units that a command is for, from the words that name them and their groups."""

from collections.abc import Sequence

from rectify_cli.app.find_owner import NoOwner, find_owner
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.struct import Struct
from rectify_cli.plan.model import Plan


class NoRecipient(Struct):
    """Why a word names no unit."""

    why: Message


def recipients(
    plan: Plan, units: Sequence[str], groups: Sequence[str]
) -> list[str] | NoRecipient | None:
    """The ids of the owners that are named, each once; None where none was named."""
    if not units and not groups:
        return None
    found: dict[str, None] = {}
    for word in units:
        owner = find_owner(plan, word)
        if isinstance(owner, NoOwner):
            return NoRecipient(owner.why)
        found[owner.id] = None
    for word in groups:
        if word not in plan.groups:
            near = did_you_mean(word, plan.groups)
            if near is None:
                return NoRecipient(say("no group '{word}'", word=word))
            return NoRecipient(
                say("no group '{word}'; did you mean '{near}'?", word=word, near=near)
            )
        found |= dict.fromkeys(plan.groups[word])
    return list(found)
