"""What is said of reports that are refused, and of lists of units pasted from a chat."""

SENTENCES: dict[str, str] = {
    "  a list from a chat      {command} --units-from -": (
        "  粘贴微信接龙    {command} --units-from -"
    ),
    "  all but some            {command} --all-units --except {unit}": (
        "  除几家外都完成  {command} --all-units --except {unit}"
    ),
    "  some of them            {command} {units}": "  其中几家        {command} {units}",
    "  wait no longer, end it  rectify close {task}      (at {done} of {total})": (
        "  不再等，就此结束  rectify close {task}      （记为 {done}/{total}）"
    ),
    "  done is done here:  rectify done {task}": "  这里完成即办结：rectify done {task}",
    "  for one unit:  rectify drop {task} --unit …": "  只对一家：rectify drop {task} --unit …",
    "  how far it is:  rectify progress {task} 60": "  报进度：rectify progress {task} 60",
    "  name one that is to come:  --for {first}": "  指明将来的一期：--for {first}",
    "  near it:  --for {days}": "  相近的：--for {days}",
    "  open it again:  {command}": "  重新办理：{command}",
    "  rectify done {task}    rectify drop {task}": "  rectify done {task}    rectify drop {task}",
    "  rectify {kind} {task} --why TEXT": "  rectify {kind} {task} --why 原因",
    "  report it first:  {command}": "  先报告：{command}",
    "  take it up again:  {command}": "  恢复办理：{command}",
    "'{name}' may mean {n} reports": "“{name}”可能指 {n} 条报告",
    "'{words}' follows: not guessed, please check": "后面还有字“{words}”，不猜，请确认",
    "'{words}' stands before it: not guessed, please check": "前面还有字“{words}”，不猜，请确认",
    "'{word}' is a task: what it is about stands last, or behind {option}": (
        "“{word}”是任务：内容写在最后，或用 {option}"
    ),
    "'{word}' may mean {n} groups": "“{word}”可能指 {n} 个组",
    "'{word}' may mean {n} items": "“{word}”可能指 {n} 项",
    "'{word}' may mean {n} units": "“{word}”可能指 {n} 个单位",
    "'{word}' is no whole number": "“{word}”不是整数",
    "--except leaves units out of --all-units or of a --group": (
        "--except 要与 --all-units 或 --group 一起用"
    ),
    "--except {unit}: it is not among these anyway": "--except {unit}：本来就不在其中",
    "--units-from is for one fan-out, not for {tasks}": (
        "--units-from 只用于一项逐个单位的任务，不用于 {tasks}"
    ),
    "--on names one day; --from and --to name several: give one or the other": (
        "--on 只指一天，--from、--to 指一段时间：请只写一种"
    ),
    "a count has at most {n} digits": "计数最多 {n} 位",
    "a text has at most {n} characters; this one has {m}": "文字最多 {n} 个字符，这里有 {m} 个",
    "a text has half a character in it; copy it again": "文字里有半个字符，请重新复制",
    "a total is not below zero: {n}": "总数不能小于零：{n}",
    "close ends {task} as a whole": "close 是把 {task} 整个结束",
    "it holds no more than a number or a mention": "只有编号或 @，没有单位",
    "it may mean {n} units: {units}": "可能指 {n} 个单位：{units}",
    "it names two units: {units}": "写了两个单位：{units}",
    "no report is called '{name}'; rectify log names them": "没有编号为“{name}”的报告",
    "no unit is called so": "没有这个单位",
    "no unit is called so; did you mean '{near}'?": "没有这个单位，是不是“{near}”？",
    "no unit of {task} is in the group '{word}'": "“{word}”组里没有 {task} 的单位",
    "no unit of {task} is reported done": "{task} 还没有单位报完成",
    "nobody accepts {task}: it has no accept:": "{task} 不需验收：没有写 accept",
    "none of these units has a part in {task} on that day": "那天这些单位都不承担 {task}",
    "reading it is not permitted": "没有读取权限",
    "say how far it is, in whole per cent": "请说明完成百分之几（整数）",
    "say how many were added, or how many there are in all": "请说明新增多少，或累计多少",
    "say which item of the checklist": "请说明清单里的哪一项",
    "say why: what holds {task} up, or why it is dropped": "请说明原因：{task} 为何受阻或不再办理",
    "the list is empty": "名单是空的",
    "the list is longer than {n} MiB": "名单超过 {n} MiB",
    "the note is empty": "说明是空的",
    "{by} has no report here that could be taken back": "{by} 在这里没有可以撤回的报告",
    "{day} is still to come: a report is of a day up to today, {today}": (
        "{day} 还没有到：报告的日期不能晚于今天 {today}"
    ),
    "{name} was taken back already": "{name} 已经撤回了",
    "{n} - {less} = {sum}: a count is not below zero": "{n} - {less} = {sum}：计数不能小于零",
    "{n} is no per cent: write a whole number from 0 to 100": (
        "{n} 不是百分数：请写 0 到 100 的整数"
    ),
    "{task} counts nothing: it has no target": "{task} 不计数：没有写 target",
    "{task} does not repeat: it has no occurrences": "{task} 不重复：没有各期",
    "{task} has no checklist": "{task} 没有清单",
    "{task} has no item '{word}'": "{task} 的清单里没有“{word}”",
    "{task} has no item '{word}'; did you mean '{near}'?": (
        "{task} 的清单里没有“{word}”，是不是“{near}”？"
    ),
    "{task} has no occurrence on {day}": "{task} 在 {day} 没有一期",
    "{task} has no occurrence up to {day}; its first is on {first}": (
        "{task} 到 {day} 还没有一期；第一期在 {first}"
    ),
    "{task} has no unit '{word}'": "{task} 没有单位“{word}”",
    "{task} has no unit '{word}'; did you mean '{near}'?": (
        "{task} 没有单位“{word}”，是不是“{near}”？"
    ),
    "{task} has {n} units: say whose part is meant": ("{task} 有 {n} 个单位，请说明是谁"),
    "{task} is a phase: report of its tasks": "{task} 是环节：请报告其中的任务",
    "{task} is made of other tasks: report of those": "{task} 由其他任务组成：请报告那些任务",
    "{task} is no fan-out: only one of those ends at k of N": (
        "{task} 不是逐个单位的任务：只有那样的任务可以就此结束"
    ),
    "{unit} has no part in {task}: it comes too late or leaves too early for it": (
        "{unit} 不承担 {task}：加入太晚或离开太早"
    ),
    "{unit} joins on {day}, after {on}": "{unit} 在 {day} 加入，晚于 {on}",
    "{unit} left on {day}, before {on}": "{unit} 在 {day} 离开，早于 {on}",
    "{what} is accepted since {day}": "{what} 自 {day} 已验收",
    "{what} is done since {day}": "{what} 自 {day} 已完成",
    "{what} is not blocked": "{what} 没有受阻",
    "{what} is not reported done": "{what} 还没有报完成",
    "{what} is open: there is nothing to open again": "{what} 本来就在办，无需重新办理",
    "{what} was dropped on {day}": "{what} 已于 {day} 取消",
}
