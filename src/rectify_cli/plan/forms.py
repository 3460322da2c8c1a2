"""The forms that a field of a plan file may have: each a written type, its reader, its schema.

A schema here only names a definition; `plan.schema` spells the definitions out.
"""

from fractions import Fraction
from typing import Annotated, Literal

from rectify_cli.foundation.translations import LanguageName
from rectify_cli.plan.form import Form, Schema
from rectify_cli.plan.model import DayLabel, DayText, OnDayOff, Repeat, Target, TimeRange
from rectify_cli.plan.read_calendar import (
    read_country,
    read_day_labels,
    read_timezone,
    read_week,
)
from rectify_cli.plan.read_choice import read_alap, read_language, read_on_day_off
from rectify_cli.plan.read_date import read_date, read_day
from rectify_cli.plan.read_days import read_day_texts
from rectify_cli.plan.read_length import read_duration, read_length, read_workday_length
from rectify_cli.plan.read_link import read_links
from rectify_cli.plan.read_measure import read_estimate, read_target, read_uses
from rectify_cli.plan.read_number import (
    read_amount,
    read_flag,
    read_percent,
    read_positive,
    read_version,
    read_whole,
)
from rectify_cli.plan.read_repeat import read_repeat
from rectify_cli.plan.read_text import (
    read_email,
    read_id,
    read_line,
    read_name,
    read_names,
    read_note,
    read_number_label,
    read_path,
    read_paths,
    read_reference,
    read_references,
    read_tags,
    read_texts,
    read_title,
    read_urls,
)
from rectify_cli.plan.read_time import read_time
from rectify_cli.plan.written import (
    Entry,
    Text,
    ToDeadline,
    WrittenDate,
    WrittenDay,
    WrittenEstimate,
    WrittenLength,
    WrittenLink,
)


def ref(name: str) -> Schema:
    """A schema that names one of the definitions of `plan.schema`."""
    return {"$ref": f"#/$defs/{name}"}


Title = Annotated[Text | None, Form(read_title, ref("title"))]
Line = Annotated[Text | None, Form(read_line, ref("line"))]
Note = Annotated[Text | None, Form(read_note, ref("note"))]
Texts = Annotated[tuple[Text, ...], Form(read_texts, ref("lines"))]
Id = Annotated[Text | None, Form(read_id, ref("id"))]
NumberLabel = Annotated[Text | None, Form(read_number_label, ref("no"))]
Name = Annotated[Text | None, Form(read_name, ref("name"))]
Names = Annotated[tuple[Text, ...], Form(read_names, ref("names"))]
Reference = Annotated[Text | None, Form(read_reference, ref("reference"))]
References = Annotated[tuple[Text, ...], Form(read_references, ref("references"))]
Tags = Annotated[tuple[Text, ...], Form(read_tags, ref("tags"))]
Path = Annotated[Text | None, Form(read_path, ref("path"))]
Paths = Annotated[tuple[Text, ...], Form(read_paths, ref("paths"))]
Urls = Annotated[tuple[Text, ...], Form(read_urls, ref("urls"))]
Email = Annotated[Text | None, Form(read_email, ref("email"))]

Day = Annotated[WrittenDay | None, Form(read_day, ref("day"))]
Date = Annotated[WrittenDate | None, Form(read_date, ref("date"))]
DayLabels = Annotated[tuple[DayLabel, ...], Form(read_day_labels, ref("day-labels"))]
Week = Annotated[tuple[int, ...] | None, Form(read_week, ref("week"))]
Country = Annotated[Text | None, Form(read_country, ref("country"))]
Timezone = Annotated[Text | None, Form(read_timezone, ref("timezone"))]

Duration = Annotated[WrittenLength | ToDeadline | None, Form(read_duration, ref("duration"))]
WorkdayLength = Annotated[WrittenLength | None, Form(read_workday_length, ref("workday-length"))]
Length = Annotated[WrittenLength | None, Form(read_length, ref("length"))]
Links = Annotated[tuple[WrittenLink, ...], Form(read_links, ref("after"))]
Time = Annotated[TimeRange | None, Form(read_time, ref("time"))]
Recurrence = Annotated[Repeat | None, Form(read_repeat, ref("repeat"))]
DayTexts = Annotated[tuple[DayText, ...], Form(read_day_texts, ref("days"))]

Version = Annotated[int | None, Form(read_version, ref("version"))]
Whole = Annotated[int | None, Form(read_whole, ref("whole"))]
Amount = Annotated[Fraction | None, Form(read_amount, ref("amount"))]
Positive = Annotated[Fraction | None, Form(read_positive, ref("positive"))]
Percent = Annotated[Fraction | None, Form(read_percent, ref("percent"))]
Flag = Annotated[bool | None, Form(read_flag, ref("flag"))]
Uses = Annotated[tuple[Entry[Fraction], ...], Form(read_uses, ref("uses"))]
CountTarget = Annotated[Target | None, Form(read_target, ref("target"))]
ThreePoints = Annotated[WrittenEstimate | None, Form(read_estimate, ref("estimate"))]

Alap = Annotated[Literal["asap", "alap"] | None, Form(read_alap, ref("alap"))]
DayOffRule = Annotated[OnDayOff | None, Form(read_on_day_off, ref("on-day-off"))]
Language = Annotated[LanguageName | None, Form(read_language, ref("language"))]
