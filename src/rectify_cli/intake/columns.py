"""Which column of a table holds what: by its heading, in English or Chinese, or as `--map` says."""

import re
from collections.abc import Mapping
from unicodedata import normalize

from rectify_cli.foundation.struct import Struct
from rectify_cli.intake.grid import Sheet, column_number

HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("id", "identifier", "key", "标识", "任务标识"),
    "no": ("no", "no.", "number", "nr", "#", "wbs", "序号", "编号", "任务编号", "号"),
    "title": (
        "title", "task", "name", "task name", "activity", "what", "action", "item", "work item",
        "任务", "工作任务", "工作内容", "任务名称", "任务内容", "名称", "工作事项", "事项", "工作",
        "重点任务", "主要任务", "具体任务", "工作措施", "主要工作", "内容", "重点工作", "整改措施",
        "整改任务", "具体措施", "工作项目",
    ),
    "phase": ("phase", "stage", "环节", "阶段", "工作阶段", "工作环节", "类别", "section", "part"),
    "owner": (
        "owner", "responsible", "responsible unit", "unit", "team", "assignee", "assigned to",
        "resource names", "resource", "责任单位", "牵头单位", "责任部门", "承办单位", "单位",
        "主办单位", "负责单位", "牵头部门", "责任主体", "主责单位",
    ),
    "lead": (
        "lead", "leader", "responsible leader", "responsible person", "责任领导", "责任人",
        "牵头领导", "负责人", "分管领导", "包抓领导", "责任人员", "联系人",
    ),
    "participants": (
        "participants", "participant", "with", "supporting", "参与人员", "配合单位", "参加人员",
        "协办单位", "参与单位", "配合部门", "参加单位", "协同单位",
    ),
    "on": ("on", "on day", "当天", "日子"),
    "when": ("when", "date", "dates", "time frame", "period", "时间", "日期", "起止时间",
             "时间安排", "工作时间", "起止日期", "实施时间", "时间节点"),
    "start": ("start", "begin", "from", "start date", "starts", "开始时间", "开始日期", "开始",
              "启动时间", "起始时间", "计划开始", "计划开始时间", "起始日期"),
    "finish": ("finish", "end", "to", "finish date", "end date", "ends", "完成时间", "结束时间",
               "结束日期", "完成日期", "结束", "计划完成", "计划完成时间", "计划结束时间", "完成",
               "终止时间"),
    "duration": ("duration", "length", "工期", "时长", "天数", "所需时间", "用时"),
    "deadline": ("deadline", "due", "due date", "完成时限", "时限", "截止日期", "截止时间", "期限",
                 "完成期限", "时限要求", "整改时限", "办结时限", "最后期限"),
    "after": ("after", "predecessors", "predecessor", "depends on", "dependencies", "前置任务",
              "前置", "前置工作", "紧前工作", "依赖"),
    "each": ("each", "for each", "逐个单位", "每个单位"),
    "except": ("except", "除外", "除外单位"),
    "complete_at": ("complete at", "完成比例", "complete_at"),
    "deliverable": ("deliverable", "output", "result", "成果", "工作成果", "成果形式", "交付物",
                    "完成标志", "预期成果"),
    "tags": ("tags", "tag", "labels", "标签"),
    "note": ("note", "notes", "remark", "remarks", "comment", "comments", "备注", "说明"),
    "schedule": ("schedule", "排程"),
    "overrides": ("overrides", "另行规定"),
    "repeat": ("repeat", "重复"),
    "on_day_off": ("on_day_off", "on day off", "逢休息日"),
    "time": ("time", "clock time", "钟点"),
    "place": ("place", "venue", "location", "地点", "会议地点"),
    "uses": ("uses", "占用"),
    "checklist": ("checklist", "事项清单", "清单"),
    "document": ("document", "实施方案文件"),
    "links": ("links", "urls", "网址", "链接"),
    "target": ("target", "目标数"),
    "accept": ("accept", "accepted by", "验收单位", "销号单位"),
    "report_every": ("report_every", "report every", "报告周期"),
    "estimate": ("estimate", "估计工期"),
    "weight": ("weight", "权重"),
    "priority": ("priority", "优先级"),
    "calendar": ("calendar", "日历"),
    "was": ("was", "曾用路径"),
    "days": ("day by day", "逐日内容"),
}  # fmt: skip
"""The headings by which a column is known; the first of each language is how it is written."""

_FIELDS = {normalize("NFKC", name): field for field, names in HEADINGS.items() for name in names}
_HEADER_WITHIN = 40
_BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")
IGNORED = "-"
"""What `--map COLUMN=-` says: leave the column out."""


class Columns(Struct):
    """The header of a sheet: its row, and the column of each field that was found.

    `unknown` are the headings of columns that nothing is known of, with their columns.
    """

    row: int
    fields: Mapping[str, int]
    unknown: tuple[tuple[int, str], ...] = ()


def field_of(heading: str) -> str | None:
    """The field that a heading names, whatever blanks and brackets are in it."""
    text = _plain(heading)
    return _FIELDS.get(text) or _FIELDS.get(text.replace(" ", "")) or _FIELDS.get(_bare(text))


def find_columns(sheet: Sheet, said: Mapping[str, str]) -> Columns | None:
    """The header of a sheet: of the first rows the one in which most headings are known.

    Args:
        sheet: The table; titles may stand above its header.
        said: Fields of columns, by heading or letters, which win over what is known here.
    """
    best: Columns | None = None
    for number in range(min(len(sheet.rows), _HEADER_WITHIN)):
        found = _columns_in(sheet, number, said)
        is_header = "title" in found.fields and len(found.fields) > 1
        if is_header and (best is None or len(found.fields) > len(best.fields)):
            best = found
    return best


def _columns_in(sheet: Sheet, row: int, said: Mapping[str, str]) -> Columns:
    by_name = {_plain(name): field for name, field in said.items()}
    by_letters = {
        number: field for name, field in said.items() if (number := column_number(name)) is not None
    }
    fields: dict[str, int] = {}
    unknown: list[tuple[int, str]] = []
    for column, value in enumerate(sheet.rows[row]):
        heading = "" if value is None else str(value)
        field = by_name.get(_plain(heading)) if heading else None
        if field is None and field_of(heading) is None:
            field = by_letters.get(column)
        field = field or (field_of(heading) if heading else None)
        if field is not None and field != IGNORED and field not in fields:
            fields[field] = column
        elif heading and field != IGNORED:
            unknown.append((column, " ".join(heading.split())))
    return Columns(row, fields, tuple(unknown))


def _plain(heading: str) -> str:
    return " ".join(normalize("NFKC", heading).casefold().split()).rstrip(":*")


def _bare(text: str) -> str:
    return _BRACKETS.sub("", text).replace(" ", "").rstrip(":*")
