"""What is said of returns: forms that go out, and what stands in them when they come back."""

SENTENCES: dict[str, str] = {
    "say where the forms go:  rectify forms -o DIR": "请说明放到哪里：rectify forms -o 文件夹",
    "{name} cannot be written: it is open elsewhere, or not yours": (
        "{name} 写不进去：可能正在别处打开，或没有权限"
    ),
    "no group '{word}'": "没有叫“{word}”的组",
    "no group '{word}'; did you mean '{near}'?": "没有叫“{word}”的组；是不是“{near}”？",
    "there is no {name}": "没有 {name}",
    "a lock file: somebody has {name} open": "锁文件：有人正开着 {name}",
    "the old format .xls: save it as .xlsx": "旧格式 .xls，请另存为 .xlsx",
    "no workbook": "不是工作簿",
    "the plan has no unit '{unit}'": "计划里没有单位“{unit}”",
    "the plan has no task '{task}' any more": "计划里已经没有任务“{task}”",
    "{name} is of the same unit and says something else": "{name} 是同一单位的，内容却不同",
    "the plan cannot be dated; rectify check says why": "计划排不出日期；rectify check 说明原因",
    "this is no workbook that can be read": "这个工作簿读不出",
    "this is no form of rectify's: it was not made by  rectify forms": (
        "这不是 rectify 的填报表：不是由 rectify forms 写出的"
    ),
    "the form was made by a newer rectify (form {n})": "填报表由更新的 rectify 写出（第 {n} 版）",
    "row {n} has lost the name of its task; make the form anew": (
        "第 {n} 行丢失了任务的标识，请重新生成填报表"
    ),
    "a form has at most {n} rows": "填报表最多 {n} 行",
    "'{text}' is not a state: choose one of the cell's list": (
        "“{text}”不是状态：请从单元格的下拉列表里选"
    ),
    "'{text}' is no per cent: write a whole number from 0 to 100": (
        "“{text}”不是百分数：请写 0 到 100 的整数"
    ),
    "'{text}' is no total: write a whole number, 0 or more": (
        "“{text}”不是累计数：请写 0 或正整数"
    ),
    "this task counts nothing": "这项任务不计数",
    "a total to date of {n} is less than the last one, {last}; please check": (
        "累计 {n}，比上次的 {last} 少，请核实"
    ),
    "write what holds it up": "受阻请写明原因",
    "it is done, and at {n} per cent": "既已完成，又只到 {n}%",
    "there is a day, but nothing that happened on it": "只写了日期，没有写做了什么",
    "recorded as {name}": "已记录，编号 {name}",
    "nothing was recorded": "什么也没有记录",
    "reports recorded: {n}": "已记录 {n} 条报告",
}
