"""Labels of what a table changes in a plan."""

LABELS: dict[str, tuple[str, str]] = {
    "into-title": ("{table} into {plan}", "{table} → {plan}"),
    "into-counts": (
        "{rows} rows: {changed} tasks change, {added} new, {kept} without a row",
        "{rows} 行：改动 {changed} 项，新增 {added} 项，表里没有的 {kept} 项",
    ),
    "into-going": ("{n} of them go", "移出其中 {n} 项"),
    "into-task": ("task", "任务"),
    "into-field": ("field", "字段"),
    "into-old": ("in the plan", "计划"),
    "into-new": ("in the file", "文件"),
    "into-added": ("new", "新增"),
    "into-gone": ("no row: goes", "表里没有：移出"),
    "into-kept": ("no row: stays", "表里没有：保留"),
    "into-reports": (
        "no row: stays, with {n} report|no row: stays, with {n} reports",
        "表里没有：保留，已有 {n} 条报告",
    ),
}
