"""What commands say: which plan, task, owner or day is meant, what was written, what comes next."""

SENTENCES: dict[str, str] = {
    # Plans
    "no plan here (looked for plan.yaml and plans/*.yaml up to the home or repository folder)": (
        "这里没有计划（找过 plan.yaml 和 plans/*.yaml，一直到用户文件夹或仓库文件夹）"
    ),
    "Write one with  rectify init  or name one with  --plan FILE": (
        "新建：rectify init --lang zh    指定：--plan 文件"
    ),
    "there are several plans; name one of them": "有几个计划，请指定其中一个",
    "there is no plan under {folder}": "{folder} 下面没有计划",
    "{path} cannot be read: {why}": "读不出 {path}：{why}",
    "the working folder is no longer there": "当前文件夹已经不在了",
    # Tasks and owners
    "'{word}' may mean {n} owners": "“{word}”可能指 {n} 个单位",
    "'{word}' may mean {n} tasks": "“{word}”可能指 {n} 项任务",
    "  and {n} more": "  另有 {n} 个",
    "no owner '{word}'": "没有叫“{word}”的单位",
    "no owner '{word}': the plan names none under owners:": (
        "没有叫“{word}”的单位：计划的 owners: 里一个也没有"
    ),
    "no owner '{word}'; did you mean '{near}'?": "没有叫“{word}”的单位，是不是“{near}”？",
    "no task '{word}'": "没有叫“{word}”的任务",
    "no task '{word}'; did you mean '{near}'?": "没有叫“{word}”的任务，是不是“{near}”？",
    "no task has the number {no}": "没有序号是 {no} 的任务",
    "{task} has no dates; rectify check says why": "{task} 没有日期，原因见 rectify check",
    "{task} is no fan-out: it has no units": "{task} 不是逐个单位的任务，没有单位",
    "{unit} has no dates in {task}": "{unit} 在 {task} 里没有日期",
    "{unit} is not among the units of {task}": "{unit} 不在 {task} 的单位之中",
    # Days
    "'{text}' is no year: write one from {first} to {last}; --plan FILE names a plan": (
        "“{text}”不是年份：写 {first} 到 {last} 之间的一年；计划用 --plan 文件 指定"
    ),
    "'{word}' is no date": "“{word}”不是日期",
    "'{word}' is no day of the calendar": "“{word}”这一天不存在",
    "'{word}' may mean two days": "“{word}”可能指两个日期",
    "--from {begin} is after --to {end}": "--from {begin} 晚于 --to {end}",
    "--week and --to exclude each other; --week --from DATE shows a day's week": (
        "--week 和 --to 不能同时用；某一天所在的周：--week --from 日期"
    ),
    "write 2021-03-05, today, yesterday, tomorrow, fri, +3d, -2d or +3ed": (
        "写 2021-03-05、今天、昨天、明天、周五、下周五、3月5日、月底、+3d、-2d 或 +3ed"
    ),
    "write {day}": "写 {day}",
    "write {days}": "写 {days}",
    "{why}; {fix}": "{why}；{fix}",
    # Commands, options, names
    "option --plan needs the path of a plan": "--plan 后面要写计划的路径",
    "option {name} needs a value": "选项 {name} 后面要写值",
    "option {name}: '{value}' is not one of {names}": "选项 {name}：“{value}”不在 {names} 之中",
    "rectify --help lists them": "全部列出：rectify --help",
    "rectify explain lists them": "全部列出：rectify explain",
    "there are: {names}": "有：{names}",
    "there is no command '{name}'": "没有命令“{name}”",
    "there is no command '{name}'; did you mean '{near}'?": "没有命令“{name}”，是不是“{near}”？",
    "there is no option {word}": "没有选项 {word}",
    "there is no format '{name}'": "没有格式“{name}”",
    "there is no format '{name}'; did you mean '{near}'?": "没有格式“{name}”，是不是“{near}”？",
    "there is no rule '{name}'": "没有规则“{name}”",
    "there is no rule '{name}'; did you mean '{near}'?": "没有规则“{name}”，是不是“{near}”？",
    "there is no script for '{shell}'": "没有给“{shell}”用的脚本",
    "there is no template '{name}'": "没有模板“{name}”",
    "there is no template '{name}'; did you mean '{near}'?": "没有模板“{name}”，是不是“{near}”？",
    "{command} --help says how it is typed": "用法：{command} --help",
    # Files
    "--diff is written in one way only: leave --format out": "--diff 只有一种格式：不要写 --format",
    "{path} was not mended: {why}": "{path} 没有改：{why}",
    "the step's summary cannot be written to {path}: {why}": "这一步的摘要写不进 {path}：{why}",
    "{name} cannot be written: {why}": "写不出 {name}：{why}",
    "{name}: '{ending}' is not a format; did you mean '{near}'?\nthe formats are {known}": (
        "{name}：“{ending}”不是文件格式，是不是“{near}”？\n可以写成 {known}"
    ),
    "{name}: the ending says the format; it is one of {known}": (
        "{name}：文件格式由后缀决定，可以是 {known}"
    ),
    "{path} cannot be written: {why}": "写不出 {path}：{why}",
    "{path} is there already; nothing was written": "{path} 已经有了，什么也没有写",
    "{path} written, starting {day}.": "已写入 {path}，{day} 开始。",
    "it has changed meanwhile": "它在此期间变了",
    # Calendars
    "  {text}": "  {text}",
    "add to the calendar in {place}": "在 {place} 的日历里加上",
    "the plan counts in several countries: leave -o out": "计划用了几个国家的日历：不要写 -o",
    "the plan has no frozen calendar\nwrite one with  rectify calendar freeze": (
        "计划没有固定的日历\n固定下来：rectify calendar freeze"
    ),
    "the plan's calendar names no country: there is nothing to freeze": (
        "计划的日历没有写国家，没有什么可固定的"
    ),
    "there is no {what} '{name}'": "没有“{name}”这个{what}",
    "{path} names no country: write country: beside frozen: {path}": (
        "{path} 没有写国家：在 frozen: {path} 旁边写上 country:"
    ),
    "{path} holds other days; nothing was written\n"
    "rectify calendar diff shows what would change, --force overwrites it": (
        "{path} 里是别的日期，什么也没有写\n看有何不同：rectify calendar diff    覆盖：--force"
    ),
    "{path} is there and is no frozen calendar; nothing was written\n"
    "name another file with  -o FILE": (
        "{path} 已经存在，而且不是固定的日历；没有写入任何内容\n用  -o FILE  另指定一个文件"
    ),
    "{path} is so already, from {source}": "{path} 已经是这样，依据 {source}",
    "{path} is to hold two countries": "{path} 要放两个国家的日期",
    "{path} lies outside the plan's folder": "{path} 不在计划所在的文件夹里",
    "{path} written, from {source}": "已写入 {path}，依据 {source}",
    # What to type next
    "What a rule asks for:  rectify explain {rule}": "规则的说明：rectify explain {rule}",
    "Next:  rectify check{plan}    rectify plan build{plan}": (
        "下一步：rectify check{plan}    rectify plan build{plan}"
    ),
    "Next:  rectify status{plan}    rectify today{plan}    rectify plan build{plan}": (
        "下一步：rectify status{plan}    rectify today{plan}    rectify plan build{plan}"
    ),
    "Save it, and begin a plan with  # yaml-language-server: $schema=rectify.schema.json": (
        "存成文件，并在计划开头写  # yaml-language-server: $schema=rectify.schema.json"
    ),
    "To keep these days as they are:  rectify calendar freeze{plan}": (
        "把这些日期固定下来：rectify calendar freeze{plan}"
    ),
    "To take it over:  rectify calendar freeze{plan} --force": (
        "照此更新：rectify calendar freeze{plan} --force"
    ),
}
