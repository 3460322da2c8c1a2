"""A message in Chinese; what the catalogue lacks is said in English."""

import re
from functools import cache

from rectify_cli.foundation.finding import Message
from rectify_cli.render.chinese import (
    of_assertions,
    of_bounds,
    of_commands,
    of_diff,
    of_files,
    of_import,
    of_plans,
    of_projects,
    of_reporting,
    of_returns,
    of_status,
    of_store,
    of_syntax,
    of_values,
)

PARTS = (
    of_syntax,
    of_values,
    of_plans,
    of_assertions,
    of_bounds,
    of_commands,
    of_diff,
    of_files,
    of_status,
    of_store,
    of_reporting,
    of_returns,
    of_projects,
    of_import,
)

# What the floors below put into their sentences as English words.
WORDS: dict[str, str] = {
    "a plan": "计划",
    "the plan": "计划",
    "a phase": "环节",
    "a task": "任务",
    "a calendar": "日历",
    "an owner": "单位",
    "a selector": "筛选",
    "a checklist item": "清单事项",
    "an override": "单位的另行规定",
    "a set of defaults": "默认值",
    "a setting of lamps": "亮灯设置",
    "a setting of checks": "检查设置",
    "a link": "前置关系",
    "a target": "目标",
    "an estimate": "估计工期",
    "a recurrence": "重复",
    "a list": "列表",
    "a mapping": "映射",
    "an empty value": "空值",
    "a day": "日期",
    "a date": "日期",
    "a rule": "规则",
    "a number": "数字",
    "a number of workdays": "工作日数",
    "a number of calendar days": "日历日数",
    "a name, a date, a length, a number or (": "名称、日期、时长、数字或 (",
    "one name": "一个名称",
    "two days": "两个日期",
    "two days, or one name": "两个日期，或一个名称",
    "two values or more": "两个以上的值",
    "a length": "时长",
    "a condition": "条件",
    "a whole number": "整数",
    "a kind of link": "前置关系的种类",
    "a mapping of days": "日期的映射",
    "a mapping of groups": "组的映射",
    "a mapping of ids": "标识的映射",
    "a mapping of ids to files": "标识到文件的映射",
    "a mapping of owners to amounts": "单位到数量的映射",
    "a mapping of days to what they are called": "日期到名称的映射",
    "a list of years": "年份的列表",
    "a weekday": "星期几",
    "an id": "标识",
    "one word": "一个词",
    "the name of a task": "任务的名称",
    "true or false": "true 或 false",
    "a folder": "文件夹",
    "a pipe": "管道",
    "a socket": "套接字",
    "a device": "设备",
    "there is no such file": "没有这个文件",
    "there is no such folder": "没有这个文件夹",
    "reading it is not permitted": "没有读取权限",
    "its links lead in a circle": "链接绕成了圈",
    "its name is too long": "文件名太长",
    "workdays": "工作日",
    "calendar days": "日历日",
    "this task": "这项任务",
    "country": "国家",
    "subdivision": "地区",
}

_WEEKDAYS = {
    "Mon": "周一",
    "Tue": "周二",
    "Wed": "周三",
    "Thu": "周四",
    "Fri": "周五",
    "Sat": "周六",
    "Sun": "周日",
}
_UNITS = {"workdays": "工作日", "calendar days": "日历日", "weeks of work": "工作周"}
_DAY = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([0-9]{4}-[0-9]{2}-[0-9]{2})")
_DAY_OF_ASSERTION = re.compile(r" \((Mon|Tue|Wed|Thu|Fri|Sat|Sun)\)")
_WORKDAYS = re.compile("([0-9]+) workdays?")
_LINK = re.compile("(starts|finishes) after (.+) has (started|finished)")
_MEANING = re.compile(r" \((workdays|calendar days|weeks of work)\)")
_QUOTED = re.compile("'([^']*)'")
_LEFT_OUT = re.compile(r"\.\.\. and ([0-9]+) more \.\.\.")
# Lists of several remedies; every other value may be a person's own words, and stays.
_LISTS = frozenset({"forms", "names", "days", "words"})


def in_chinese(message: Message) -> str:
    """The message's sentence, its values put in; English where it is not known."""
    template = _sentences().get(message.template)
    if template is None:
        return str(message)
    values = {name: _value(name, value) for name, value in message.values}
    return template.format(**values) if values else template


@cache
def _sentences() -> dict[str, str]:
    return {english: said for part in PARTS for english, said in part.SENTENCES.items()}


def _value(name: str, value: object) -> object:
    if isinstance(value, Message):
        return in_chinese(value)
    if not isinstance(value, str):
        return value
    if value in WORDS:
        return WORDS[value]
    if name in _LISTS:
        value = _MEANING.sub(lambda found: f"（{_UNITS[found[1]]}）", value)
        return _QUOTED.sub(r"“\1”", value.replace(" or ", " 或 "))
    if name == "way":
        return _LEFT_OUT.sub(r"... 另有 \1 项 ...", value).replace(" after ", " 等 ")
    if name == "said":
        return _DAY_OF_ASSERTION.sub(lambda found: f"（{_WEEKDAYS[found[1]]}）", value)
    for pattern, said in _SAID:
        found = pattern.fullmatch(value)
        if found is not None:
            return said(found)
    return value


def _day(found: re.Match[str]) -> str:
    return f"{found[2]} {_WEEKDAYS[found[1]]}"


def _workdays(found: re.Match[str]) -> str:
    return f"{found[1]} 个工作日"


def _quoted(found: re.Match[str]) -> str:
    return f"“{found[1]}”"


def _link(found: re.Match[str]) -> str:
    own = {"starts": "开始", "finishes": "结束"}[found[1]]
    other = {"started": "开始", "finished": "结束"}[found[3]]
    return f"应在 {found[2]} {other}后{own}"


_SAID = ((_DAY, _day), (_WORKDAYS, _workdays), (_QUOTED, _quoted), (_LINK, _link))
