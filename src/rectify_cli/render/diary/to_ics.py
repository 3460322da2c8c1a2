"""A diary as iCalendar, for Outlook, phones and every other calendar.

All-day events that leave the day free; their UIDs are told from what they are, so that a newer
file takes the older one's place. No moment of writing stands in it.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from rectify_cli.render.clean import clean, clean_line
from rectify_cli.render.office.foot import foot_of
from rectify_cli.render.office.texts import cut_units
from rectify_cli.report.diary import Diary, Event
from rectify_cli.report.words import Words

if TYPE_CHECKING:
    from icalendar import Event as VEvent

_OURS = UUID("6e6f2f0c-5d8c-5d8c-9c1b-0d3c2e3f7a51")
_LONG, _LONGER = 500, 4_000


def to_ics(diary: Diary) -> Iterator[bytes]:
    """The calendar, as the standard writes it: lines of 75 octets, CR LF at their ends."""
    from icalendar import Calendar  # noqa: PLC0415 - only who writes one pays

    head = Calendar()
    head.add("prodid", "-//rectify//plan//EN")
    head.add("version", "2.0")
    head.add("calscale", "GREGORIAN")
    head.add("method", "PUBLISH")
    head.add("x-wr-calname", _line(diary.title))
    begin, end = head.to_ical(), b"END:VCALENDAR\r\n"
    yield begin.removesuffix(end)
    stamp = datetime.combine(diary.edition.as_of, time(), UTC)
    foot = foot_of(diary.edition, Words(diary.language)).left
    for event in diary.events:
        yield _event(event, stamp, foot).to_ical()
    yield end


def _event(event: Event, stamp: datetime, foot: str) -> "VEvent":
    from icalendar import Event as VEvent  # noqa: PLC0415 - only who writes one pays

    made = VEvent()
    made.add("uid", f"{uuid5(_OURS, chr(0).join(_sound(event.identity)))}@rectify")
    made.add("dtstamp", stamp)
    made.add("dtstart", event.start)
    made.add("dtend", _after(event.finish))
    made.add("summary", _line(event.title))
    if event.place:
        made.add("location", _line(event.place))
    if event.category:
        made.add("categories", [_line(event.category)])
    text = "\n".join(map(_line, event.lines))
    made.add("description", cut_units(clean("\n".join(filter(None, (text, foot)))), _LONGER))
    made.add("transp", "TRANSPARENT")
    return made


def _after(day: date) -> date:
    """The end that the standard counts no longer; the last day of all has none after it."""
    return day if day == date.max else day + timedelta(days=1)


def _line(text: str) -> str:
    return cut_units(clean_line(text), _LONG)


def _sound(texts: tuple[str, ...]) -> Iterator[str]:
    """Texts that have bytes, whatever they hold."""
    return (text.encode("utf-8", "backslashreplace").decode() for text in texts)
