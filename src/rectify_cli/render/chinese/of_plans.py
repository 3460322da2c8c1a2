"""What does not fit together: names, files, fan-outs, links, dates, calendars."""

SENTENCES: dict[str, str] = {
    "'{id}' looks like '{other}', and is another": "“{id}”看上去像“{other}”，却是另一个",
    "'{name}' is above itself: {path}": "“{name}”成了自己的上级：{path}",
    "'{name}' is here": "“{name}”在这里",
    "'{name}' is no unit of this fan-out": "“{name}”不在这项任务的单位之中",
    "'{name}' is this task itself": "“{name}”就是这项任务自己",
    "'{name}' left before it joined, {joined}": "“{name}”离开早于加入（{joined}）",
    "'{name}' may mean several tasks": "“{name}”可能指几项任务",
    "'{name}' repeats, and can be no goal": "“{name}”是重复任务，不能作目标",
    "'{name}' repeats, and no date is linked to it": "“{name}”是重复任务，不能由它推算日期",
    "'{name}' repeats, and nothing can wait for it": "“{name}”是重复任务，不能作前置任务",
    "'{name}' stands twice at this place": "“{name}”在这里出现了两次",
    "'{name}'": "“{name}”",
    "'{other}' is here": "“{other}”在这里",
    "'{path}' cannot be read: {why}": "读不出“{path}”：{why}",
    "'{path}' does not lie inside the plan's folder": "“{path}”不在计划所在的文件夹里",
    "'{path}' leads out of the plan's folder": "“{path}”通到计划的文件夹外面",
    "'{path}' works to its deadline, and has none": "“{path}”要做到完成时限，却没有时限",
    "'{path}': {why}": "“{path}”：{why}",
    "'{rule}' is silenced without a reason": "“{rule}”没有写理由就不再提示",
    "{text} does not hold: {said}": "{text} 不成立：{said}",
    "a calendar with a subdivision lacks 'country'": "写了地区的日历缺少 country",
    "add country: GB": "加上 country: CN",
    "take shorter lengths, or give the calendar workdays": "缩短时长，或给日历加工作日",
    "{text} counts past the years 1 to 9999": "{text} 超出了 1 到 9999 年",
    "a day is described, and a milestone has none": "写了某一天的内容，而节点没有天数",
    "a finish alone pins the task to that one day": "只写 finish 就把任务固定在那一天",
    "a repeating task has its days from repeat:, not from {key}:": (
        "重复任务的日子由 repeat: 定，不由 {key}: 定"
    ),
    "a repeating task stands outside the network: it has no links": (
        "重复任务不在网络内，没有前置关系"
    ),
    "a task that works to its deadline finishes there: it cannot hang on the finish": (
        "做到完成时限的任务就在时限结束，时限不能由它的结束推算"
    ),
    "add a duration such as 3d, or duration: to-deadline": (
        "加上时长，如 3d，或 duration: to-deadline"
    ),
    "add deadline: here, to the phase or to the plan": "在这里、环节或计划里加 deadline:",
    "add deadline: here, to the phase or to the plan; or write a duration such as 3d": (
        "在这里、环节或计划里加 deadline:；或写时长，如 3d"
    ),
    "add each: with a group, or take except: away": "加上 each: 和一个组，或删去 except:",
    "add each: with a group, or take overrides: away": "加上 each: 和一个组，或删去 overrides:",
    "add owner: here, or to the phase": "在这里或环节里加 owner:",
    "change its text, or give it an id: of its own": "改文字，或给它单独的 id:",
    "change the two round, or correct one of them": "两者对调，或改正其中一个",
    "correct one of the two": "改正其中一个",
    "count from another task, or write the day": "由另一项任务推算，或直接写日期",
    "count from a task that does not repeat, or write the day": (
        "由不重复的任务推算，或直接写日期"
    ),
    "day {day} is described, of {n} workdays": "写了第 {day} 天，而一共 {n} 个工作日",
    "describe the days 1 to {last}": "只写第 1 到第 {last} 天",
    "did you mean deadline:? For one day write on:, for a window add start:": (
        "是不是 deadline:？一天的写 on:，一段时间加 start:"
    ),
    "each: same joins two fan-outs, and {which} is none": (
        "each: same 连接两项分到各单位的任务，而{which}不是"
    ),
    "except: leaves nobody of the fan-out": "except: 之后没有单位了",
    "except: leaves units out of a fan-out, and this task has no each:": (
        "except: 用来排除单位，而这项任务没有 each:"
    ),
    "give one of the two another id": "其中一个换一个标识",
    "include this plan from one nearer to the top": "由更上层的计划来 include",
    "indent what it holds under it, such as title: …": "内容缩进写在下面，如 title: …",
    "keep on:, with a duration: if it takes longer than a day": (
        "保留 on:，超过一天的再写 duration:"
    ),
    "leave a weekday in week: or list days in workdays:": (
        "week: 里留下工作日，或在 workdays: 里列出"
    ),
    "leave each: same out, to wait for all units of {other}": (
        "删去 each: same，就等 {other} 的全部单位"
    ),
    "leave somebody in": "留下一些单位",
    "known: {names}": "有：{names}",
    "let fan-outs share their groups and except:": "让各任务共用同样的组和 except:",
    "make fewer groups of groups": "减少组里套组",
    "change the plan, or what it asserts": "改计划，或改所写的条件",
    "more than {most} plans are included": "include 的计划超过 {most} 个",
    "move one of them, or send somebody else": "其中一个改期，或换人参加",
    "move one of them, use less, or raise the capacity": "其中一个改期，少用，或增加容量",
    "name a task that does not repeat, such as the last milestone": (
        "写不重复的任务，如最后的节点"
    ),
    "name another task, or take it away": "写另一项任务，或删去",
    "no country '{name}'": "没有“{name}”这个国家",
    "no group '{name}'": "没有叫“{name}”的组",
    "no owner '{name}'": "没有叫“{name}”的单位",
    "no task '{name}'": "没有叫“{name}”的任务",
    "nobody is responsible for '{path}'": "“{path}”没有责任单位",
    "nothing says by when '{path}' must be done": "“{path}”没有完成时限",
    "on: is the day it starts": "on: 就是开始的那一天",
    "once announced: pip install --upgrade holidays, or list them under days_off: and workdays:": (
        "公布后：pip install --upgrade holidays，或写进 days_off: 和 workdays:"
    ),
    "once they are announced, write it again: rectify calendar freeze --force": (
        "公布后重新生成：rectify calendar freeze --force"
    ),
    "only FS and SS lead into a phase or summary, not {type}": (
        "环节和汇总任务只能以 FS 或 SS 作后续，不能是 {type}"
    ),
    "overrides: are for the units of a fan-out, and this task has no each:": (
        "overrides: 用于各单位，而这项任务没有 each:"
    ),
    "owner '{name}' is defined twice, and not alike": "单位“{name}”定义了两次，而且不一样",
    "pin it later, bring {other} forward, or drop the link": (
        "固定日期往后改，提前 {other}，或删去前置关系"
    ),
    "plans include each other more than {most} deep": "计划互相 include 超过 {most} 层",
    "put the file beside the plan, and write its path from there, with /": (
        "把文件放在计划旁边，路径从那里写起，用 /"
    ),
    "put the file itself there, not a link to one elsewhere": (
        "把文件本身放进来，不要放指向别处的链接"
    ),
    "repeat it less often, or give it a finish": "减少次数，或写 finish:",
    "see its kind:, parent: and tags:, and those of the owners": (
        "对照它和各单位的 kind:、parent:、tags:"
    ),
    "see rectify explain": "见 rectify explain",
    "shorten it, or what it waits for; or give its calendar workdays": (
        "缩短它或它的前置任务，或给它的日历加工作日"
    ),
    "split the programme into several": "分成几个计划",
    "take after: away; start: takes a date such as kickoff + 1d": (
        "删去 after:；start: 可写 动员会 + 1d 这样的日期"
    ),
    "take each: same away, or give that task each:": "删去 each: same，或给那项任务加 each:",
    "take it away: its dates come from its tasks; deadline: caps them": (
        "删去：日期由下面的任务定，限制写 deadline:"
    ),
    "take it out of except:": "从 except: 里删去",
    "take it out of one of these groups": "从其中一个组里删去",
    "take it out, or add it to the group": "删去，或加进组里",
    "take it out: it has none": "删去：没有地区之分",
    "take one of start:, finish: and duration: away": "start:、finish:、duration: 删去一个",
    "take one of the two away, or give one of them another id": ("删去一个，或其中一个换标识"),
    "take one of these links away": "删去其中一条前置关系",
    "take one of these parents away": "删去其中一个上级",
    "take this include away": "删去这个 include",
    "take {late} out of the chain that sets it, or agree a deadline of {day}": (
        "在决定它的这串任务里减去 {late}，或商定时限为 {day}"
    ),
    "the calendar has no workday on or after {day}": "{day} 以后日历里没有工作日",
    "the deadline, {deadline}, is before the start, {start}": (
        "完成时限 {deadline} 早于开始 {start}"
    ),
    "the fan-outs have more than {most} instances in all": "分到各单位的任务合计超过 {most} 份",
    "the finish": "结束",
    "the first": "第一个",
    "the group '{name}' has no members": "组“{name}”里没有单位",
    "the group '{name}' holds itself: {path}": "组“{name}”包含了自己：{path}",
    "the groups have more than {bound} members in all": "各组合计超过 {bound} 个单位",
    "the included plans have more than {most} tasks": "include 的计划合计超过 {most} 项任务",
    "the item '{name}' stands twice in this checklist": "事项“{name}”在清单里出现了两次",
    "the other": "另一个",
    "the other definition": "另一处定义",
    "the other time": "另一个时间",
    "the start, {start}, is after the finish, {finish}": "开始 {start} 晚于结束 {finish}",
    "the workdays beside it are {before} and {after}": "前后的工作日是 {before} 和 {after}",
    "there is no rule '{rule}'": "没有“{rule}”这条规则",
    "this comment silences no rule": "这条注释没有写规则",
    "this date is counted from itself": "这个日期由它自己推算",
    "this task": "这项任务",
    "this task has a deadline, and does not say how long it takes: 1d is taken": (
        "这项任务有完成时限，没有写时长，按 1d 算"
    ),
    "wait for a task that does not repeat": "写不重复的前置任务",
    "write # rectify: ignore RULE, why": "写 # rectify: ignore 规则, 理由",
    "write # rectify: ignore {rule}, why": "写 # rectify: ignore {rule}, 理由",
    "write FS or SS, or link the tasks in it": "写 FS 或 SS，或连到其中的任务",
    "write a day, or count from its start or another task": (
        "写日期，或由它的开始或另一项任务推算"
    ),
    "write deadline: for the limit, or a duration such as 3d": "限制写 deadline:，或写时长，如 3d",
    "write duration: {day}d, or take the day away": "写 duration: {day}d，或删去这一天",
    "write its two letters, such as CN, US or GB (ISO 3166)": "写两个字母，如 CN、US、GB",
    "write on: with 3d, or start:": "on: 与 3d 同写，或写 start:",
    "write one of: {names}": "写其中一个：{names}",
    "write start: and finish:, between which it repeats": "写 start: 和 finish:，在其间重复",
    "write the path of a file inside the plan's folder, relative to this file": (
        "写计划文件夹里的文件，路径相对于这个文件"
    ),
    "write {joined} or a later day": "写 {joined} 或更晚的日期",
    "write {key}: in its tasks": "{key}: 写在它下面的任务里",
    "write {path}": "写 {path}",
    "write {start} or a later day": "写 {start} 或更晚的日期",
    "{bound}: {limit}": "{bound}：{limit}",
    "{country} has no subdivision '{name}'": "{country} 没有“{name}”这个地区",
    "{country} has not announced its days off and make-up workdays of {years}, or the "
    "library does not know them: dates there may move": (
        "{country} 尚未公布 {years} 的放假和调休，或日历库还没有收录：有关日期可能变动"
    ),
    "{day} is after the deadline of '{phase}', {limit}": "{day} 晚于“{phase}”的时限 {limit}",
    "{day} is before '{phase}' starts, {limit}": "{day} 早于“{phase}”的开始 {limit}",
    "{file} does not cover {years}": "{file} 里没有 {years}",
    "{name} ends {day}, {late} after its deadline": "{name} {day} 结束，超过时限 {late}",
    "{name} has {length}: there is no day {day}": "{name} 有 {length}，没有第 {day} 天",
    "{name} is pinned to {day}, but {asked}, which is {other}": (
        "{name} 固定在 {day}，而{asked}，即 {other}"
    ),
    "{name} occurs more than {bound} times, or all such tasks more than {most} times": (
        "{name} 重复超过 {bound} 次，或者所有重复任务共超过 {most} 次"
    ),
    "{name} waits for itself: {way}": "{name} 等来等去等到自己（{way}）",
    "{name} would end after the year 9999": "{name} 要到 9999 年以后才结束",
    "{name} {length}d {start} to {finish}": "{name} {length}d {start} 至 {finish}",
    "{name}: {day} is a day off{why}": "{name}：{day} 是休息日{why}",
    "{noun} takes no '{key}'": "{noun}不能写“{key}”",
    "{one} and {other} have no unit in common": "{one} 和 {other} 没有共同的单位",
    "{one} waits for {other}": "{one} 等 {other}",
    "{path} includes itself: {circle}": "{path} include 了自己：{circle}",
    "{surplus}: says again what {besides}: says": "{surplus}: 与 {besides}: 重复",
    "{who} is in {one} and {other} at the same time on {day}": (
        "{who} {day} 同时要参加 {one} 和 {other}"
    ),
    "{who} is needed {total} times on {day}, by {tasks}; the capacity is {capacity}": (
        "{day} {tasks} 共要用 {who} {total}，而只有 {capacity}"
    ),
    "{why}": "{why}",
    "it has more than {limit} bytes": "超过 {limit} 字节",
    "it is {kind}, not a file": "这是{kind}，不是文件",
    "it lies outside the plan's folder": "不在计划所在的文件夹里",
    "its name holds a character that no file may have": "文件名里有不允许的字符",
}
