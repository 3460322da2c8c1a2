"""What bare `rectify` shows: which plan, how far it is by a day, and what is on that day."""

from dataclasses import dataclass
from datetime import date

from rectify_cli.report.agenda import agenda
from rectify_cli.report.selection import Selection
from rectify_cli.report.table import Report
from rectify_cli.report.words import Words
from rectify_cli.schedule.model import Schedule
from rectify_cli.workdays.count import workdays_between

_WORDS = {
    "en": {
        "as-of": "as of {day}",
        "number": "workday {n} of {all}",
        "before": "starts {day}",
        "over": "its last planned day was {day}",
        "off": "day off; workday {n} of {all} is done",
        "nothing": "Nothing is planned for this day.",
    },
    "zh": {
        "as-of": "截至 {day}",
        "number": "第 {n} / {all} 个工作日",
        "before": "{day} 开始",
        "over": "计划的最后一天是 {day}",
        "off": "休息日，已过 {n} / {all} 个工作日",
        "nothing": "这一天没有安排。",
    },
}


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The few words of this view in one language."""

    language: str

    def __call__(self, key: str, /, **values: object) -> str:
        return _WORDS[self.language][key].format(**values)


def front(schedule: Schedule, day: date, language: str) -> Report:
    """The headline as of a day: dates, which workday of how many, what is on."""
    words, say = Words(language), _Spoken(language)
    today = agenda(schedule, Selection(first=day, last=day), language)
    extent, *_ = today.facts or ((),)
    sections = [section for section in today.sections if section.rows]
    return today._replace(
        facts=((say("as-of", day=words.full(day)), _progress(schedule, day, words, say)), extent),
        sections=sections,
        notes=() if sections else (say("nothing"),),
    )


def _progress(schedule: Schedule, day: date, words: Words, say: _Spoken) -> str:
    if day < schedule.start:
        return say("before", day=words.full(schedule.start))
    if schedule.finish is None:
        return ""
    if day > schedule.finish:
        return say("over", day=words.full(schedule.finish))
    number = workdays_between(schedule.calendar, schedule.start, day)
    key = "number" if schedule.calendar.is_workday(day.toordinal()) else "off"
    return say(key, n=number, all=schedule.workdays)
