"""A small plan made by hand for the tests of views: a programme, some weeks of it."""

from collections.abc import Mapping as Map
from datetime import date, time
from fractions import Fraction
from typing import Any

from rectify_cli.foundation.source import SourceText
from rectify_cli.plan.model import (
    NO_LAG,
    CalendarSpec,
    ChecklistItem,
    Dates,
    DayLabel,
    DayText,
    FixedDate,
    FrozenCalendar,
    Lag,
    Link,
    LinkType,
    Overlay,
    Override,
    Owner,
    Plan,
    RelativeDate,
    Repeat,
    Target,
    Task,
    TimeRange,
)
from rectify_cli.schedule.build import build_schedule
from rectify_cli.schedule.model import Schedule
from rectify_cli.syntax.node import Mapping, Scalar
from rectify_cli.workdays.calendars import Calendars
from rectify_cli.workdays.national import NationalDays

TEXT = "\n".join(f"line {number}" for number in range(1, 200))
SOURCE = SourceText("plan.yaml", TEXT)


def at_line(number: int, **values: str) -> Mapping:
    """A mapping that stands on a line; the values on the lines after it."""
    starts = SOURCE.line_starts
    node = Mapping(SOURCE, starts[number - 1])
    for offset, (key, text) in enumerate(values.items(), 1):
        start = starts[number - 1 + offset]
        node.keys[key] = Scalar(SOURCE, start, start + 4, key, quoted=False)
        node.values[key] = Scalar(SOURCE, start + 5, start + 6, text, quoted=False)
    return node


def days(first: str, last: str, label: str) -> dict[date, str]:
    begin, end = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    return {date.fromordinal(each): label for each in range(begin, end + 1)}


def china(language: str) -> CalendarSpec:
    labour = "劳动节" if language == "zh" else "Labour Day"
    qingming = "清明节" if language == "zh" else "Tomb-Sweeping Day"
    frozen = FrozenCalendar(
        path="calendar-CN.yaml",
        source="calendar-CN.yaml",
        years=frozenset({2021}),
        days_off={
            **days("2021-04-03", "2021-04-05", qingming),
            **days("2021-05-01", "2021-05-05", labour),
        },
        workdays={date(2021, 4, 25): labour, date(2021, 5, 8): labour},
    )
    audit = DayLabel(date(2021, 3, 15), date(2021, 3, 15), "audit", at_line(6))
    return CalendarSpec(frozenset(range(5)), "CN", None, frozen, (Overlay(days_off=(audit,)),))


def owner(name: str, title: str, parent: str | None = None, kind: str = "unit") -> Owner:
    return Owner(name, title, kind, parent, None, None, None, (), None, None, (), (), at_line(10))


def fixed(text: str) -> FixedDate:
    return FixedDate(date.fromisoformat(text))


class Making:
    """Collects tasks in order; names are paths."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []

    def index(self, path: str) -> int:
        return next(task.index for task in self.tasks if task.path == path)

    def add(self, path: str, title: str, *, kind: str = "task", **fields: Any) -> None:
        parent_path, _, last = path.rpartition(".")
        parent = self.index(parent_path) if parent_path else None
        index = len(self.tasks)
        line = 20 + 3 * index
        fields.setdefault("dates", Dates(duration=1) if kind == "task" else Dates())
        fields.setdefault("where", at_line(line))
        self.tasks.append(
            Task(
                index=index,
                path=path,
                id=last,
                kind=kind,  # type: ignore[arg-type]
                parent=parent,
                children=(),
                title=title,
                floor=date(2021, 3, 5),
                **fields,
            )
        )
        if parent is not None:
            above = self.tasks[parent]
            self.tasks[parent] = above._replace(children=(*above.children, index))

    def after(
        self, path: str, type_: LinkType = "FS", lag: Lag = NO_LAG, *, same: bool = False
    ) -> tuple[Link, ...]:
        line = SOURCE.line_starts[20 + 3 * len(self.tasks)]
        where = Scalar(SOURCE, line, line + 4, path, quoted=False)
        return (Link(self.index(path), type_, lag, same, where),)


def a_plan(language: str = "en", units: int = 311) -> Plan:
    """Three weeks and a Labour Day: pins, fan-out, checklist, target, repeats, a hammock."""
    say = CHINESE if language == "zh" else ENGLISH
    owners = {
        "city": owner("city", say["city"], kind="office"),
        "plc": owner("plc", say["plc"], "city", "organ"),
        "secretary": owner("secretary", say["secretary"], "city", "person"),
        "hall": owner("hall", say["hall"], kind="place"),
        **{f"u{n:03}": owner(f"u{n:03}", f"{say['unit']}{n}", "city") for n in range(1, units + 1)},
    }
    everyone = tuple(name for name in owners if name.startswith("u"))
    make = Making()
    make.add("study", say["study"], kind="phase", deadline=fixed("2021-04-30"), owner="plc")
    make.add(
        "study.kickoff",
        say["kickoff"],
        no="1",
        owner="plc",
        lead="secretary",
        participants=("all-units",),
        dates=Dates(on=fixed("2021-03-05")),
        time=TimeRange(time(9), time(11, 30)),
        place="hall",
        checklist=(
            ChecklistItem("agenda", say["agenda"], None, None, at_line(30)),
            ChecklistItem(
                "printing",
                say["printing"],
                "u002",
                RelativeDate(None, "start", Lag(-1)),
                at_line(31),
            ),
        ),
        document="kickoff.md",
        deliverable=say["minutes"],
        where=at_line(23, on="2021-03-05"),
        tags=("meeting",),
    )
    make.add(
        "study.unit-kickoffs",
        say["unit-kickoffs"],
        owner="plc",
        each="all-units",
        units=everyone,
        links=make.after("study.kickoff"),
        deadline=RelativeDate(make.index("study.kickoff"), "finish", Lag(2)),
        overrides={
            "u002": Override(None, fixed("2021-03-10"), "secretary", at_line(28)),
        }
        if units > 1
        else {},
    )
    make.add(
        "study.reading",
        say["reading"],
        each="all-units",
        units=everyone,
        links=make.after("study.unit-kickoffs", same=True),
        dates=Dates(duration=5),
        days=(
            DayText(1, 1, say["opening"], at_line(40)),
            DayText(2, 4, say["group-study"], at_line(41)),
        ),
    )
    make.add(
        "study.suggestions",
        say["suggestions"],
        owner="plc",
        dates=Dates(start=fixed("2021-03-08"), finish=fixed("2021-03-19")),
        target=Target(150, say["pieces"]),
        where=at_line(32, start="2021-03-08"),
    )
    make.add(
        "study.service",
        say["service"],
        owner="city",
        dates=Dates(start=fixed("2021-04-20"), to_deadline=True),
        deadline=fixed("2021-05-08"),
        where=at_line(35, start="2021-04-20"),
    )
    make.add(
        "study.weekly-return",
        say["weekly-return"],
        owner="plc",
        each="all-units",
        units=everyone,
        dates=Dates(start=fixed("2021-03-12"), finish=fixed("2021-04-30")),
        repeat=Repeat("FREQ=WEEKLY;BYDAY=FR", at_line(38)),
    )
    make.add("sum", say["sum"], kind="phase", owner="city")
    make.add(
        "sum.review",
        say["review"],
        owner="city",
        lead="secretary",
        links=make.after("study.reading", lag=Lag(2)) + make.after("study.suggestions"),
        dates=Dates(duration=3),
        weight=Fraction(2),
        note=say["note"],
    )
    make.add(
        "sum.report",
        say["report"],
        owner="city",
        links=make.after("sum.review"),
        dates=Dates(duration=0),
    )
    return plan_of(make.tasks, owners, {"all-units": everyone}, language, say["plan"])


def plan_of(
    tasks: list[Task],
    owners: Map[str, Owner],
    groups: Map[str, tuple[str, ...]],
    language: str = "en",
    title: str = "Programme",
) -> Plan:
    return Plan(
        path="plan.yaml",
        title=title,
        start=date(2021, 3, 5),
        deadline=fixed("2021-05-14"),
        goal=None,
        timezone="Asia/Shanghai",
        language=language,
        calendar=china(language),
        owners=owners,
        groups=groups,
        tasks=tuple(tasks),
        due_soon=Lag(3),
        strict=False,
        ignores=(),
        assertions=(),
        files=("plan.yaml",),
        where=at_line(1, title="x", start="2021-03-05"),
    )


def no_country(*_: object) -> NationalDays:
    return NationalDays({}, {}, "none")


def schedule_of(plan: Plan) -> Schedule:
    """The plan's dates, by the real scheduler."""
    calendars = Calendars(plan.start, no_country)
    return build_schedule(plan, calendars.of)[0]


ENGLISH = {
    "plan": "Rectification programme, 2021",
    "city": "City committee",
    "plc": "Political-legal committee",
    "secretary": "Party secretary",
    "hall": "Great hall",
    "unit": "Unit ",
    "study": "Study and education",
    "kickoff": "City kick-off meeting",
    "agenda": "Agenda approved",
    "printing": "Materials printed",
    "minutes": "Minutes",
    "unit-kickoffs": "Every unit holds its kick-off meeting",
    "reading": "Group reading",
    "opening": "Opening, texts handed out",
    "group-study": "Group study",
    "suggestions": "Suggestions sought from the public",
    "pieces": "suggestions",
    "service": "Practical things for the public",
    "weekly-return": "Weekly return",
    "sum": "Summing-up",
    "review": "Review of what was learnt",
    "note": "With the provincial office.",
    "report": "Report signed",
}
CHINESE = {
    "plan": "全市教育整顿工作日程表",
    "city": "市教育整顿办",
    "plc": "市委政法委",
    "secretary": "市委书记",
    "hall": "大礼堂",
    "unit": "基层单位",
    "study": "学习教育",
    "kickoff": "全市动员部署会",
    "agenda": "议程审定",
    "printing": "材料印制",
    "minutes": "会议纪要",
    "unit-kickoffs": "各单位动员部署会",
    "reading": "集中学习",
    "opening": "开班，发放资料",
    "group-study": "分组学习",
    "suggestions": "意见建议征集",
    "pieces": "条",
    "service": "我为群众办实事",
    "weekly-return": "每周信息报送",
    "sum": "总结提升",
    "review": "总结评估",
    "note": "会同省教育整顿办。",
    "report": "总结报告签发",
}
