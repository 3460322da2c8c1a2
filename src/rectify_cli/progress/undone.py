"""Which reports were taken back: an undo annuls what it names, and can itself be undone."""

from collections.abc import Iterable

from rectify_cli.progress.events import Event


def undone_ids(events: Iterable[Event]) -> frozenset[str]:
    """The ids that an undo which holds names, on every as-of day.

    An undo holds unless one that holds names it. Where undos name each other in a circle, which no
    honest writer can make, the one with the smallest id holds.
    """
    undos = {event.id: event for event in events if event.kind == "undo"}
    named_by: dict[str, int] = dict.fromkeys(undos, 0)
    for undo in undos.values():
        for name in undo.undoes:
            if name in named_by:
                named_by[name] += 1
    annulled: set[str] = set()
    ready = sorted(name for name, count in named_by.items() if not count)
    pending = set(undos)
    while pending:
        name = ready.pop() if ready else min(pending)
        if name not in pending:
            continue
        pending.discard(name)
        holds = name not in annulled
        for target in undos[name].undoes:
            if holds:
                annulled.add(target)
            if target in pending:
                named_by[target] -= 1
                if not named_by[target]:
                    ready.append(target)
    return frozenset(annulled)
