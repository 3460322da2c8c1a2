"""What is said while a table becomes a plan, or goes into one."""

SENTENCES: dict[str, str] = {
    "{path} has errors; mend them first:  rectify check {path}": (
        "{path} 有错误，请先改正：rectify check {path}"
    ),
    "it cannot be read": "读不出",
    "{path} is no plan that can be read": "{path} 不是能读懂的计划",
    "the dates would leave the years {first} to {last}": "日期会超出 {first} 到 {last} 年",
    "it stands in an included plan, and is not changed": "它在另一个被引入的计划里，未改动",
    "it is laid out so that no edit is safe; change it by hand": "它的写法不便自动改动，请手工修改",
    "'{key}' is '{new}' in the file; change it by hand": "文件里的“{key}”是“{new}”，请手工改动",
    "it stands elsewhere in the file; move it by hand": "它在文件里换了位置，请手工移动",
    "it stands in '{phase}' in the file; move it by hand": "它在文件里属于“{phase}”，请手工移动",
    "tasks without a row cannot be taken out here; do it by hand": (
        "表里没有的任务在这里不便自动移出，请手工移出"
    ),
    "--prune takes tasks out of a plan: name it with  --into PLAN": (
        "--prune 是把任务移出计划：请用 --into 指明计划"
    ),
    "'{task}': {why}": "“{task}”：{why}",
    "nothing can be added to {key} here; write it over several lines": (
        "这里的 {key} 无法添加内容，请分行书写"
    ),
    "--into changes the plan that it names; leave -o out": "--into 直接改动所指的计划，不要再用 -o",
    "{path} stays as it is": "{path} 没有变化",
    "nothing was written: {path} would have errors": "没有写入：写入后 {path} 会有错误",
    "nothing was written; without --dry-run {path} is changed so": (
        "没有写入；去掉 --dry-run 即照此改动 {path}"
    ),
    "{tasks} tasks, {phases} phases, {owners} owners": (
        "{tasks} 项任务，{phases} 个环节，{owners} 个单位"
    ),
    "{path} written": "已写入 {path}",
    "Next:  rectify check {path}    rectify plan build {path}": (
        "接下来：rectify check {path}    rectify plan build {path}"
    ),
    "{what} (and {n} more)": "{what}（另有 {n} 处）",
    "{path} cannot be imported: {why}": "{path} 不能导入：{why}",
    "{name}: what can be imported ends in .csv, .xlsx or .xml": (
        "{name}：能导入的是 .csv、.xlsx 或 .xml 文件"
    ),
    "'{text}' is no mapping: write COLUMN=FIELD, such as D=deadline": (
        "“{text}”不是列的对应：请写 列=字段，例如 D=deadline"
    ),
    "there is no field '{name}'; did you mean '{near}'?": "没有字段“{name}”；是不是“{near}”？",
    "there is no field '{name}'; there are: {names}": "没有字段“{name}”；有：{names}",
    "the workbook is encrypted: open it with its password, save it without one": (
        "工作簿已加密：请用密码打开，再存为不加密的"
    ),
    "a workbook has at most {n} sheets": "工作簿最多 {n} 张工作表",
    "shorten it": "请缩短",
    "the formula has no result in the file": "公式没有存下计算结果",
    "open it in Excel or WPS and save it, or write the value": (
        "请用 Excel 或 WPS 打开并保存一次，或直接写值"
    ),
    "the formula gives {error}": "公式的结果是 {error}",
    "mend the formula, or write the value": "请改正公式，或直接写值",
    "'{text}' is no date that can be read": "“{text}”不是能读懂的日期",
    "write it as 2021-03-05": "请写成 2021-03-05",
    "{n} is a number, not a date": "{n} 是数字，不是日期",
    "format the cell as a date, if {day} is meant": "如果指 {day}，请把单元格设为日期格式",
    "'{text}' is no duration": "“{text}”不是工期",
    "write 5d, 2w or 0d": "请写 5d、2w 或 0d",
    "a finish alone is taken for the deadline, but there is another deadline": (
        "只有完成时间时当作完成时限，但另有一个时限"
    ),
    "this is a limit, not a start": "这是时限，不是开始时间",
    "start or finish are given too": "另写了开始或完成时间",
    "the finish is before the start": "完成时间早于开始时间",
    "the deadline is before the start": "完成时限早于开始时间",
    "mend the cell; it is left out": "请改正单元格；未采用",
    "the row has no title, and is left out": "这一行没有任务名称，未采用",
    "write what is to be done": "请写要做的工作",
    "a note below the table, left out: {text}": "表下的说明，未采用：{text}",
    "there is no task '{name}' in the table": "表里没有任务“{name}”",
    "write its number, its id or its title; 3FS+2d for two days after it": (
        "请写序号、标识或名称；3FS+2d 表示其后两个工作日"
    ),
    "the task waits for itself": "任务以自己为前置",
    "another row is the same task: '{id}'": "另有一行是同一任务“{id}”",
    "give the task another id": "请换一个标识",
    "'{text}' is no id": "“{text}”不是标识",
    "write letters, digits, - and _": "请写文字、数字、- 和 _",
    "'{text}' is no value of the plan language": "“{text}”不是计划文件里的写法",
    "write it as in a plan file": "请照计划文件里的写法写",
    "a title has at most {n} characters; all of it is in the note": (
        "名称最多 {n} 个字；全文已放入备注"
    ),
    "the first is responsible; the others take part": "第一个为责任单位（人），其余列为参与",
    "tasks without days, length or deadline take one day: {n}": (
        "没有日期、工期和时限的任务按一天计：{n} 项"
    ),
    "the plan starts on {day}, the earliest date of the table": "计划从表中最早的日期 {day} 开始",
    "the table has no date; the plan starts today, {day}": "表里没有日期；计划从今天 {day} 开始",
    "--start says another day": "可用 --start 另行指定",
    "the plan's deadline is {day}, the last date of the table": "计划的时限取表中最晚的日期 {day}",
    "a year is missing in dates: {year}, this year": "日期没有写年份：按今年 {year} 年计",
    "a year is missing in dates: {year}, from the title": "日期没有写年份：按标题取 {year} 年",
    "a year is missing in dates: {year}, from the other dates": (
        "日期没有写年份：按其他日期取 {year} 年"
    ),
    "--start 2021-03-05 says another one": "可用 --start 2021-03-05 另行指定",
    "there is no sheet '{name}'; there are: {names}": "没有工作表“{name}”；有：{names}",
    "there are no tasks below the header": "表头下面没有任务",
    "no row is a header: it names the tasks and one thing more, such as task and deadline, "
    "工作任务 and 完成时限; --map COLUMN=FIELD says what a column is": (
        "没有找到表头：表头要有任务一列和另外一列，例如“工作任务”和“完成时限”；"
        "--map 列=字段 可以指明"
    ),
    "the sheet has no header of tasks, and is left out": "这张表没有任务表头，未采用",
    "nothing is known of the column '{heading}'; it is left out": "不认识“{heading}”这一列，未采用",
    "--map {heading}=note takes it over; --map {heading}=- says nothing": (
        "--map {heading}=note 可以收入；--map {heading}=- 不再提示"
    ),
}
