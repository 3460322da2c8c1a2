"""The words of the views in each language, and how days and counts are said in it.

What machines read (keys, slugs, ISO dates) never passes through here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

# A key's English and Chinese; "singular|plural" where a count {n} decides.
_LABELS: dict[str, tuple[str, str]] = {
    # Headlines
    "to": ("{first} to {last}", "{first} 至 {last}"),
    "since": ("from {day}", "自 {day}"),
    "until": ("to {day}", "至 {day}"),
    "workdays": ("{n} workday|{n} workdays", "{n} 个工作日"),
    "phases": ("{n} phase|{n} phases", "{n} 个环节"),
    "tasks": ("{n} task|{n} tasks", "{n} 项任务"),
    "units": ("{n} unit|{n} units", "{n} 个单位"),
    "undated": ("{n} without dates", "{n} 项没有日期"),
    "deadline": ("deadline {day}", "完成时限 {day}"),
    "deadline-spare": ("deadline {day}, {count} to spare", "完成时限 {day}，还有 {count}"),
    "deadline-late": ("deadline {day}, missed by {count}", "完成时限 {day}，超过 {count}"),
    "deadline-missed": ("deadline {day}, missed", "完成时限 {day}，超期"),
    "calendar": ("calendar: {what}", "日历：{what}"),
    "calendar-country": ("{country}, public holidays", "{country}法定节假日"),
    "subdivision": ("{country} ({part})", "{country}（{part}）"),
    "calendar-make-up": (
        "{country}, public holidays and make-up workdays",
        "{country}法定节假日和调休",
    ),
    "calendar-frozen": ("{what}, frozen", "{what}，已固定"),
    "calendar-week": ("{days}", "每周 {days}"),
    "shown": ("shown: {what}", "只列：{what}"),
    "shown-tasks": ("{n} of {all} task|{n} of {all} tasks", "{all} 项任务中的 {n} 项"),
    "nothing-shown": ("Nothing is on in this selection.", "所选范围内没有工作。"),
    "nothing-then": (
        "Nothing is on in these days: the plan runs from {first} to {last}.",
        "这几天没有工作：计划从 {first} 到 {last}。",
    ),
    # The days
    "workday-number": ("workday {n}", "第 {n} 个工作日"),
    "workday-numbers": ("workdays {n} to {last}", "第 {n} 至 {last} 个工作日"),
    "idle": ("nothing on", "没有安排"),
    "make-up": ("make-up workday", "调休上班"),
    "make-up-of": ("make-up workday ({label})", "调休上班（{label}）"),
    "extra-workday": ("extra workday", "加班"),
    "extra-workday-of": ("extra workday ({label})", "加班（{label}）"),
    "day-off": ("day off", "休息"),
    "day-off-of": ("day off ({label})", "休息（{label}）"),
    "days-off": ("day off|{n} days off", "休 {n} 天"),
    "days-off-of": ("{label}, day off|{label}, {n} days off", "{label}放假 {n} 天"),
    "days-off-for": ("{label}, day off|{label}, {n} days off", "{label}，休 {n} 天"),
    # What a row of a day is
    "work-once": ("1 day", "当日"),
    "milestone": ("milestone", "节点"),
    "due": ("due", "到期"),
    "item": ("item", "清单"),
    "due-today": ("due today", "今日到期"),
    "due-spare": ("due {day}, {count} to spare", "最迟 {day}，还有 {count}"),
    "due-late": ("due {day}, planned {count} late", "时限 {day}，按计划超期 {count}"),
    "planned-late": ("planned finish {day}, {count} late", "计划 {day} 完成，超期 {count}"),
    "occurrence": ("{title} (no. {n})", "{title}（第 {n} 期）"),
    "ends": ("{title} ends", "{title}结束"),
    "target": ("target {n} {unit}", "目标 {n} {unit}"),
    "owned": ("{text} ({owner})", "{text}（{owner}）"),
    "checklist-of": ("checklist {n}: {items}", "清单 {n} 项：{items}"),
    "kind-work": ("work", "工作"),
    "kind-milestone": ("milestone", "节点"),
    "kind-due": ("due", "到期"),
    "kind-item": ("item", "清单"),
    "kind-occurrence": ("occurrence", "定期"),
    # Columns
    "date": ("date", "日期"),
    "weekday": ("weekday", "星期"),
    "number": ("workday", "第几个工作日"),
    "day-note": ("day", "说明"),
    "what": ("what", "进度"),
    "kind": ("kind", "类别"),
    "day": ("day", "第几天"),
    "of": ("of", "共几天"),
    "phase": ("phase", "环节"),
    "no": ("no", "序号"),
    "task": ("task", "编号"),
    "title": ("title", "任务"),
    "text": ("text", "内容"),
    "unit": ("unit", "单位"),
    "unit-count": ("units", "单位数"),
    "owner": ("owner", "责任单位"),
    "lead": ("lead", "责任领导"),
    "participants": ("participants", "参与人员"),
    "time": ("time", "时间"),
    "place": ("place", "地点"),
    "deliverable": ("deliverable", "成果"),
    "tags": ("tags", "标签"),
    "note": ("note", "备注"),
    "start": ("start", "开始"),
    "finish": ("finish", "完成"),
    "bar": ("bar", "横道"),
    "field": ("field", "项目"),
    "value": ("value", "内容"),
    # One task whole
    "kind-phase": ("phase", "环节"),
    "kind-summary": ("summary", "汇总任务"),
    "kind-task": ("task", "任务"),
    "dates": ("dates", "起止"),
    "duration": ("duration", "工期"),
    "task-deadline": ("deadline", "完成时限"),
    "late": ("{day}, {count} late", "{day}，超期 {count}"),
    "spare": ("{day}, {count} to spare", "{day}，还有 {count}"),
    "float": ("float", "机动时间"),
    "float-of": ("{count}, free {free}", "{count}，其中自由 {free} 个"),
    "latest": ("latest dates", "最迟起止"),
    "critical": ("critical", "关键"),
    "pinned": ("pinned", "固定日期"),
    "yes": ("yes", "是"),
    "because": ("starts then because", "开始日期由"),
    "driver-link": ("{task} ({link}{lag})", "{task}（{link}{lag}）"),
    "driver-start": ("its written start", "所写的开始日期"),
    "driver-start-task": ("its written start, counted from {task}", "所写的开始日期，随 {task}"),
    "driver-pin": ("its written dates", "所写的日期"),
    "driver-pin-task": ("its written dates, counted from {task}", "所写的日期，随 {task}"),
    "driver-plan-start": ("the plan's start", "计划的开始日期"),
    "driver-alap": ("as late as what follows allows", "在后续任务允许的范围内尽量晚"),
    "after": ("after", "前置任务"),
    "followed-by": ("followed by", "后续任务"),
    "fan-out": ("each", "逐个单位"),
    "fan-out-of": ("{group}: {n} unit|{group}: {n} units", "{group}：{n} 个单位"),
    "missing-units": ("not among them", "不在其中"),
    "overrides": ("of their own", "另有规定"),
    "complete-at": ("complete at", "完成比例"),
    "repeat": ("repeats", "重复"),
    "occurrences": ("occurrences", "各期"),
    "on-day-off": ("on a day off", "遇休息日"),
    "on-day-off-earlier": ("the workday before", "提前"),
    "on-day-off-later": ("the workday after", "顺延"),
    "on-day-off-skip": ("left out", "取消"),
    "uses": ("uses", "占用"),
    "document": ("document", "实施方案"),
    "links": ("links", "链接"),
    "task-target": ("target", "目标"),
    "accept": ("accepted by", "验收"),
    "report-every": ("reports every", "报告间隔"),
    "estimate": ("estimate", "估计工期"),
    "estimate-of": (
        "optimistic {optimistic}d, likely {likely}d, pessimistic {pessimistic}d",
        "乐观 {optimistic}d，最可能 {likely}d，悲观 {pessimistic}d",
    ),
    "weight": ("weight", "权重"),
    "priority": ("priority", "优先级"),
    "was": ("was", "曾用"),
    "alap": ("scheduled", "安排"),
    "alap-of": ("as late as possible", "尽量晚"),
    "children": ("tasks", "任务"),
    "written": ("written at", "写在"),
    "checklist": ("Checklist", "事项清单"),
    "days": ("Days", "逐日安排"),
    "units-heading": ("Units", "单位"),
    "without-dates": ("no dates", "没有日期"),
    "no-dates": ("not dated: something it hangs on is in error", "没有日期：所依据的内容有错误"),
    "more": ("and {n} more", "另有 {n} 个"),
    # Why
    "runs": (
        "{title} runs {first} to {last}, {count}, because:",
        "{title}：{first} 至 {last}，{count}，原因：",
    ),
    "stands-on": ("{title} is on {first}, because:", "{title}：{first}，原因："),
    "recurs": (
        "{title} is on {n} days from {first} to {last}, because:",
        "{title}：{first} 至 {last}，共 {n} 期，原因：",
    ),
    "why-FS": (
        "{before} ends {day}; {task} follows{link}",
        "{before} {day} 结束，{task} 接着开始{link}",
    ),
    "why-SS": (
        "{before} starts {day}; {task} starts from then{link}",
        "{before} {day} 开始，{task} 自此可以开始{link}",
    ),
    "why-FF": (
        "{before} ends {day}; {task} ends no earlier{link}",
        "{before} {day} 结束，{task} 不早于此结束{link}",
    ),
    "why-SF": (
        "{before} starts {day}; {task} ends no earlier than the eve{link}",
        "{before} {day} 开始，{task} 不早于其前一天结束{link}",
    ),
    "and-finish": ("and {before}, which ends {day}{link}", "还有 {before}，{day}结束{link}"),
    "and-start": ("and {before}, which starts {day}{link}", "还有 {before}，{day}开始{link}"),
    "and-fixed": ("and {text}", "还有 {text}"),
    "same-day": ("the same day", "同一天"),
    "link-said": (" (after, {link}{lag})", "（前置，{link}{lag}）"),
    "date-said": (" ({text})", "（{text}）"),
    "why-start": ("{task} starts no earlier: {text}", "{task} 不早于 {text}"),
    "why-pin": ("{task} is pinned: {text}", "{task} 日期固定：{text}"),
    "why-plan-start": ("{task} starts with the plan: {text}", "{task} 随计划开始：{text}"),
    "why-alap": (
        "{task} is held back as far as what follows allows (schedule: alap)",
        "{task} 在后续任务允许的范围内尽量晚（schedule: alap）",
    ),
    "why-hammock": (
        "{task} works until its deadline, {day}",
        "{task} 一直做到完成时限 {day}",
    ),
    "why-repeat": (
        "{task} repeats, outside the network of links",
        "{task} 定期重复，不在任务网络内",
    ),
    "why-summary-finish": ("{task} ends with {before}", "{task} 以 {before} 结束"),
    "why-summary-start": ("{task} begins with {before}", "{task} 从 {before} 开始"),
    "why-nothing": ("{task} has no link and no written date", "{task} 没有前置任务，也没有写日期"),
    "skips-inside": (
        "{n} day off inside {task}: {days}|{n} days off inside {task}: {days}",
        "{task} 期间休 {n} 天：{days}",
    ),
    "skips-between": (
        "{n} day off between: {days}|{n} days off between: {days}",
        "其间休 {n} 天：{days}",
    ),
    "line": ("line {line}", "第 {line} 行"),
    "not-binding": ("Not binding", "不起作用的"),
    "broken": ("Broken", "未能遵守的"),
    "ready-earlier": ("{count} earlier", "早 {count}"),
    "too-late": ("{count} too late", "晚 {count}"),
    "link-name": ("{task} ({link}{lag})", "{task}（{link}{lag}）"),
    "why-float": (
        "Float {count}: if it ends after {day}, {what}.",
        "机动 {count}：如晚于 {day} 结束，{what}。",
    ),
    "why-no-float": ("No float: a day more and {what}.", "没有机动时间：再晚一天，{what}。"),
    "why-is-goal": (
        "No float: it is the goal, which float is measured against.",
        "没有机动时间：机动时间就以它为准。",
    ),
    "why-negative": (
        "Float {n}: unless it ends {count} earlier, by {day}, {what}.",
        "机动 {n}：如不提前 {count}（于 {day} 结束），{what}。",
    ),
    "why-pinned": (
        "Pinned: what comes before does not move it.",
        "日期固定：前面的任务不会移动它。",
    ),
    "passes-deadline": ("{task} passes its deadline {day}", "{task} 超过时限 {day}"),
    "passes-plan-deadline": ("the plan passes its deadline {day}", "计划超过时限 {day}"),
    "moves-pinned": ("{task} cannot stay on {day}", "{task} 无法留在 {day}"),
    "moves-goal": ("{task} moves", "{task} 推后"),
    "moves-finish": ("the plan's finish {day} moves", "计划的完成日期 {day} 推后"),
    "shorten": (
        "To bring it forward, shorten {tasks}; up to {count}, then {what} binds too.",
        "要提前，可缩短 {tasks}；最多 {count}，再多则受 {what} 限制。",
    ),
    "shorten-any": ("To bring it forward, shorten {tasks}.", "要提前，可缩短 {tasks}。"),
    "or": ("{most} or {last}", "{most}或{last}"),
    # The chart
    "legend-work": ("work", "工作"),
    "legend-critical": ("critical", "关键"),
    "legend-summary": ("phase or summary", "环节或汇总"),
    "legend-milestone": ("milestone", "节点"),
    "legend-occurrences": ("occurrence", "各期"),
    "legend-deadline": ("deadline", "时限"),
    "legend-day-off": ("day off", "休息日"),
    "legend-today": ("today {day}", "今天 {day}"),
    "legend-per-day": ("a column a day", "每列一天"),
    "legend-per-week": ("a column a week", "每列一周"),
    "legend-per-weeks": ("a column for {{n}} weeks", "每列 {{n}} 周"),
    # What to type next
    "wrote": ("wrote {file}", "已写入 {file}"),
    "next-part": (
        "{n} of {all} workday shown|{n} of {all} workdays shown",
        "{n} 个工作日，共 {all} 个",
    ),
    "next-all": ("All: {command}", "全部：{command}"),
    "next-week": ("This week: {command}", "本周：{command}"),
    "next-first-week": ("Its first week: {command}", "第一周：{command}"),
    "next-print": ("To print: {option}", "打印：{option}"),
    "next-why": ("Why: {command}", "原因：{command}"),
    "next-show": ("One task: {command}", "单项任务：{command}"),
    "file-timetable": ("timetable", "时间表"),
}

_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
}
_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "zh": tuple(f"{month}月" for month in range(1, 13)),
}
_COUNTRIES = {
    "AU": ("Australia", "澳大利亚"),
    "CA": ("Canada", "加拿大"),
    "CH": ("Switzerland", "瑞士"),
    "CN": ("China", "中国"),
    "DE": ("Germany", "德国"),
    "ES": ("Spain", "西班牙"),
    "FR": ("France", "法国"),
    "GB": ("United Kingdom", "英国"),
    "HK": ("Hong Kong", "香港"),
    "IE": ("Ireland", "爱尔兰"),
    "IN": ("India", "印度"),
    "IT": ("Italy", "意大利"),
    "JP": ("Japan", "日本"),
    "KR": ("South Korea", "韩国"),
    "NL": ("Netherlands", "荷兰"),
    "SG": ("Singapore", "新加坡"),
    "TW": ("Taiwan", "台湾"),
    "US": ("United States", "美国"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; any that is not known here is answered in English."""

    language: str

    def __call__(self, key: str, /, **values: object) -> str:
        """A label, its values put in; `all`, else `n`, chooses between singular and plural."""
        template = _LABELS[key][self._column]
        if "|" in template:
            one, many = template.split("|")
            template = one if values.get("all", values.get("n")) == 1 else many
        return template.format(**values)

    def workdays(self, n: int) -> str:
        """`3 workdays`."""
        return self("workdays", n=n)

    @property
    def _column(self) -> int:
        return 1 if self.language == "zh" else 0

    @property
    def _name(self) -> str:
        return "zh" if self.language == "zh" else "en"

    def weekday(self, day: date) -> str:
        """`Fri`, `周五`."""
        return _WEEKDAYS[self._name][day.weekday()]

    def month(self, day: date, *, year: bool) -> str:
        """`Mar`, `3月`; with the year `Mar 2021`, `2021年3月`."""
        name = _MONTHS[self._name][day.month - 1]
        if not year:
            return name
        return f"{day.year}年{name}" if self._column else f"{name} {day.year}"

    def full(self, day: date) -> str:
        """`Fri 2021-03-05`; Chinese has the weekday last."""
        weekday = self.weekday(day)
        return f"{day} {weekday}" if self._column else f"{weekday} {day}"

    def short(self, day: date, near: date) -> str:
        """`Fri 03-05`, `03-05` in Chinese; with the year where `near` lies in another one."""
        text = day.isoformat() if day.year != near.year else day.isoformat()[5:]
        return text if self._column else f"{self.weekday(day)} {text}"

    def stamp(self, day: date, *, year: bool) -> str:
        """`03-05 Fri`, as the beginning of a line; with the year where there are several."""
        return f"{day.isoformat()[0 if year else 5 :]} {self.weekday(day)}"

    def week(self, days: Iterable[int]) -> str:
        """A week's workdays: `Mon to Fri`, `周一 至 周五`, else each by name."""
        ordered = sorted(days)
        names = [_WEEKDAYS[self._name][day] for day in ordered]
        if len(ordered) > 2 and ordered == list(range(ordered[0], ordered[-1] + 1)):
            return self("to", first=names[0], last=names[-1])
        return self.listed(names)

    def either(self, texts: Sequence[str]) -> str:
        """`a, b or c`; one alone as it is."""
        if len(texts) < 2:
            return self.listed(texts)
        return self("or", most=self.listed(texts[:-1]), last=texts[-1])

    def country(self, code: str) -> str:
        """A country's name, its code where no name is known here."""
        return _COUNTRIES[code][self._column] if code in _COUNTRIES else code

    def listed(self, texts: Iterable[str]) -> str:
        """Texts one after the other, as the language separates them."""
        return ("、" if self._column else ", ").join(texts)

    def joined(self, parts: Iterable[str]) -> str:
        """Parts of a remark, set apart as the language does it."""
        return ("，" if self._column else ", ").join(parts)
