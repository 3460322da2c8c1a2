"""Which reports are one command, which command a name means, and which an undo takes back."""

from datetime import date

import pytest

from rectify_cli.progress.by_command import (
    Unnamed,
    commands_of,
    latest_of,
    named_reports,
)
from rectify_cli.progress.events import Event, EventKind
from rectify_cli.progress.ledger import Stored
from rectify_cli.progress.ulid import as_name, moment_of, name_from, short_name, ulids
from rectify_cli.progress.undone import undone_ids

_DAY = date(2026, 3, 4)
_MORNING = 1772611200000  # 2026-03-04T08:00:00Z
_HOUR = 60 * 60 * 1000


def _said(name: str, by: str = "lee", at: str = "2026-03-04T08:00:00Z", undoes: str = "") -> Event:
    kind: EventKind = "undo" if undoes else "done"
    return Event(name, at, by, kind, _DAY, "a", undoes=tuple(undoes.split()))


def _ledger(*events: Event) -> dict[str, Stored]:
    return {event.id: Stored(event, "plan.yaml") for event in events}


def _names(moment: int, count: int = 1) -> tuple[str, ...]:
    return ulids(moment, bytes(10), count)


def test_what_shares_writer_and_moment_is_one_command() -> None:
    one, other = _names(_MORNING, 2)
    (third,) = _names(_MORNING + _HOUR)
    commands = commands_of(
        _ledger(_said(third, at="2026-03-04T09:00:00Z"), _said(other), _said(one, by="lee"))
    )
    assert [[each.event.id for each in command.reports] for command in commands] == [
        [one, other],
        [third],
    ]
    assert (commands[0].name, commands[0].is_undo) == (one, False)


def test_a_writers_commands_follow_his_names_and_not_his_clock() -> None:
    (first,), (second,) = _names(_MORNING + _HOUR), _names(_MORNING + 2 * _HOUR)
    events = _ledger(_said(first, at="2026-03-04T09:00:00Z"), _said(second))  # set back meanwhile
    assert [command.name for command in commands_of(events)] == [first, second]
    latest = latest_of("lee", events, ())
    assert latest is not None
    assert latest.name == second


def test_a_name_that_is_far_from_its_clock_is_not_believed() -> None:
    """An imported report is named by a hash, which says no moment."""
    (named,) = _names(_MORNING + _HOUR)
    far = "7" + named[1:]
    assert [c.name for c in commands_of(_ledger(_said(far), _said(named, "wu")))] == [far, named]
    odd = "no-ulid-at-all"
    assert [c.name for c in commands_of(_ledger(_said(odd), _said(named, "wu")))] == [odd, named]


def test_the_latest_that_holds_is_taken_back_and_no_undo_is() -> None:
    one, two, three = _names(_MORNING)[0], _names(_MORNING + 1)[0], _names(_MORNING + 2)[0]
    events = _ledger(
        _said(one, at="2026-03-04T08:00:00Z"),
        _said(two, at="2026-03-04T08:00:01Z"),
        _said(three, at="2026-03-04T08:00:02Z", undoes=two),
        _said(_names(_MORNING + 3)[0], by="wu", at="2026-03-04T08:00:03Z"),
    )
    latest = latest_of("lee", events, [two])
    assert latest is not None
    assert latest.name == one
    assert latest_of("lee", events, [one, two]) is None
    assert latest_of("nobody", events, ()) is None


def test_a_command_of_which_a_part_was_taken_back_still_holds() -> None:
    one, two = _names(_MORNING, 2)
    latest = latest_of("lee", _ledger(_said(one), _said(two)), [one])
    assert latest is not None
    assert latest.name == one


def test_a_commands_short_name_means_all_of_it_and_a_whole_name_one_report() -> None:
    one, two = _names(_MORNING, 2)
    events = _ledger(_said(one), _said(two))

    def meant(typed: str) -> list[str]:
        found = named_reports(typed, events)
        assert not isinstance(found, Unnamed)
        return [each.event.id for each in found]

    assert meant(one) == meant(f" {one.lower()} ") == [one]
    assert meant(one[-4:]) == meant(one[-4:].lower()) == [one, two]
    assert meant(two[-4:]) == [two]


@pytest.mark.parametrize(("typed", "several"), [("", 0), ("  ", 0), ("ZZZZ", 0), ("0", 1)])
def test_what_names_nothing_or_too_much(typed: str, several: int) -> None:
    one = _names(_MORNING)[0]
    (other,) = ulids(_MORNING + 1, bytes(9) + b"\x40", 1)
    found = named_reports(typed, _ledger(_said(one), _said(other)))
    assert isinstance(found, Unnamed)
    assert (found.typed, len(found.several) > 1) == (typed, bool(several))


def test_a_name_is_read_as_people_say_it() -> None:
    assert as_name(" o1lI ") == "0111"


def test_a_name_from_a_source_is_the_same_everywhere_and_says_no_moment_of_its_own() -> None:
    assert name_from("a.xlsx row 2") == name_from("a.xlsx row 2") != name_from("a.xlsx row 3")
    assert len(name_from("a.xlsx row 2")) == 26
    assert moment_of("short") is None
    assert moment_of("8" + "0" * 25) is None
    assert moment_of("0U" + "0" * 24) is None


def test_a_short_name_grows_until_no_other_ends_in_it() -> None:
    assert short_name("00012345", ["00012345"]) == "2345"
    assert short_name("00012345", ["99912345", "00012345"]) == "012345"
    assert short_name("00012345", ["00092345", "00002346"]) == "12345"


_CHAINS = [
    ([], set()),
    (["u1 d"], {"d"}),
    (["u1 d", "u2 u1"], {"u1"}),
    (["u1 d", "u2 u1", "u3 u2"], {"u2", "d"}),
    (["u1 d", "u2 d", "u3 u1"], {"u1", "d"}),
    (["u1 u2", "u2 u1"], {"u2"}),
    (["u1 u2 d", "u2 u1"], {"u2", "d"}),
    (["u1 u1"], {"u1"}),
    (["u1 d", "u2 u1", "u3 u1"], {"u1"}),
]


@pytest.mark.parametrize(("said", "undone"), _CHAINS)
def test_an_undo_holds_unless_one_that_holds_names_it(said: list[str], undone: set[str]) -> None:
    events = [_said("d")]
    for line in said:
        name, _, undoes = line.partition(" ")
        events.append(_said(name, undoes=undoes))
    assert undone_ids(events) == undone_ids(reversed(events)) == undone
