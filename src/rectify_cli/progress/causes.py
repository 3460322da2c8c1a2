"""Which report came after which: by what its writer had seen, never by a clock.

Events name in `after` what they had seen; what those had seen they have seen too. The day that a
report is true of comes first: a total of Monday does not replace one of Friday, whenever it was
written.
"""

from collections.abc import Iterable, Mapping, Sequence

from rectify_cli.foundation.struct import Struct
from rectify_cli.progress.events import Event

Seen = Mapping[str, int]
"""For each event's id the events that it has seen, itself too, as bits of one number."""


class Order(Struct):
    """The order in which some events saw each other.

    An event has a higher bit than those that it has seen. `by_bit` are their ids.
    """

    seen: Seen
    bit: Mapping[str, int]
    by_bit: Sequence[str]

    def heads_of(self, some: int) -> int:
        """Those events, of some as bits, that none of the others has seen."""
        found = 0
        while some:
            last = some.bit_length() - 1
            found |= 1 << last
            some &= ~self.seen[self.by_bit[last]]
        return found

    def ids_of(self, some: int) -> list[str]:
        """The ids of some events as bits."""
        found = []
        while some:
            last = some.bit_length() - 1
            found.append(self.by_bit[last])
            some ^= 1 << last
        return found

    def bits_of(self, events: Iterable[Event]) -> int:
        """Events as bits."""
        found = 0
        for event in events:
            found |= 1 << self.bit[event.id]
        return found

    def has_seen(self, later: Event, earlier: Event) -> bool:
        """Whether whoever wrote `later` knew of `earlier`."""
        return bool(self.seen[later.id] >> self.bit[earlier.id] & 1)

    def apart(self, one: Event, other: Event) -> bool:
        """Whether neither knew of the other."""
        return not self.has_seen(one, other) and not self.has_seen(other, one)

    def follows(self, later: Event, earlier: Event) -> bool:
        """Whether `later` holds against `earlier`: true of a later day, or of the same, wiser."""
        if later.on != earlier.on:
            return later.on > earlier.on
        return later.id != earlier.id and self.has_seen(later, earlier)


def order_of(events: Sequence[Event]) -> Order:
    """The order of all events that speak of one thing; an `after` that is not among them is void.

    A circle, which no honest writer can make, is cut where its smallest id stands.
    """
    if len(events) == 1:
        return Order({events[0].id: 1}, {events[0].id: 0}, (events[0].id,))
    known_ids = {event.id for event in events}
    waits = {event.id: [each for each in event.after if each in known_ids] for event in events}
    seen: dict[str, int] = {}
    bit: dict[str, int] = {}
    left = {event: iter(seen_before) for event, seen_before in waits.items()}
    for start in waits:
        stack = [start]
        open_ids: set[str] = set()
        while stack:
            at = stack[-1]
            if at in seen:
                stack.pop()
                continue
            open_ids.add(at)
            ahead = (each for each in left[at] if each not in seen and each not in open_ids)
            first = next(ahead, None)
            if first is not None:
                stack.append(first)
                continue
            bit[at] = len(bit)
            known = 1 << bit[at]
            for each in waits[at]:
                known |= seen.get(each, 0)
            seen[at] = known
            stack.pop()
    return Order(seen, bit, tuple(bit))


def unseen_by_others(events: Iterable[Event], order: Order) -> list[Event]:
    """Those events that none of the others had seen: the heads, in the order given."""
    given = list(events)
    heads = order.heads_of(order.bits_of(given))
    return [event for event in given if heads >> order.bit[event.id] & 1]
