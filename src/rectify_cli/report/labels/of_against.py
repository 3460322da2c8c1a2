"""Labels of a status that is set against a baseline, and of a schedule that is forecast."""

# A key's English and Chinese; "singular|plural" where a count {n} decides.
LABELS: dict[str, tuple[str, str]] = {
    "ag-headline": ("Compared with '{name}' ({day}): {said}.", "与“{name}”（{day}）相比：{said}。"),
    "ag-nothing": ("nothing moved", "没有变动"),
    "ag-deadlines": ("{n} deadline moved|{n} deadlines moved", "{n} 项任务调整过时限"),
    "ag-added": ("{n} task added|{n} tasks added", "增加 {n} 项任务"),
    "ag-removed": ("{n} task removed|{n} tasks removed", "减少 {n} 项任务"),
    "ag-later": ("the end is {count} later", "预计完成晚 {count}"),
    "ag-earlier": ("the end is {count} earlier", "预计完成早 {count}"),
    "ag-remark": ("agreed {day}, {slip}", "原定 {day}，{slip}"),
    "ag-past": ("past agreed +{n}d", "晚于原定 {n} 天"),
    "ag-new": ("not in what was agreed", "原定计划里没有"),
    "ag-day": ("agreed", "原定完成"),
    "ag-slip": ("slip against agreed", "比原定晚"),
    "ag-next": ("What changed:  {command}", "有哪些变动：{command}"),
    "fc-title": ("{title}: forecast as of {day}", "{title}：截至{day}的预测"),
}
