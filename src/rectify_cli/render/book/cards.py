"""A task's facts as the rows of a card: two short ones beside each other, the others alone."""

from collections.abc import Iterable, Iterator

from rectify_cli.report.book_facts import Fact


def card_rows(facts: Iterable[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Rows of one fact or two, in the order of the facts."""
    waiting: tuple[Fact, ...] = ()
    for fact in facts:
        if waiting and fact.short:
            yield (*waiting, fact)
            waiting = ()
            continue
        if waiting:
            yield waiting
        waiting = (fact,) if fact.short else ()
        if not fact.short:
            yield (fact,)
    if waiting:
        yield waiting
