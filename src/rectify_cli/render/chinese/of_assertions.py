"""What is wrong with a condition under `assert:`."""

SENTENCES: dict[str, str] = {
    "'{name}' is a group, and no task": "“{name}”是组，不是任务",
    "'{sign}' is no sign of an assertion": "条件里没有“{sign}”这个符号",
    "'{sign}' stands where the end, and, or or a sign is expected": (
        "“{sign}”这里应当结束，或写 and、or、比较符号"
    ),
    "'{sign}' stands where {expected} is expected": "“{sign}”这里应当是{expected}",
    "a comparison has two sides, and this is a third": "比较只有两边，这里是第三边",
    "a sign such as <= or and is expected before '{word}'": (
        "“{word}”前面应当有 <= 或 and 这样的符号"
    ),
    "add ) behind its end": "在末尾加 )",
    "add lengths to days, and like to like: kickoff + 2d, count(a) + count(b)": (
        "日期加时长，同类相加：动员会 + 2d，count(a) + count(b)"
    ),
    "an assertion has at most {n} characters": "条件最多 {n} 个字符",
    "compare days with days; workdays(a, b) and days(a, b) count those between two": (
        "日期与日期相比；workdays(a, b) 和 days(a, b) 数两者之间的天数"
    ),
    "compare it: study.finish <= 2021-04-30": "写成比较：study.finish <= 2021-04-30",
    "count both in workdays (3d), or both in calendar days (3ed)": (
        "两边都用工作日（3d），或都用日历日（3ed）"
    ),
    "did you mean '{head}.{near}'?": "是不是“{head}.{near}”？",
    "did you mean count({name})?": "是不是 count({name})？",
    "give it one, or name what has one": "给它写上，或写有它的任务",
    "{expected} is missing at the end": "末尾缺少{expected}",
    "more than {n} assertions": "条件超过 {n} 个",
    "ask phases, groups and plan for what holds of many tasks": (
        "对许多任务都成立的条件，写环节、组或 plan"
    ),
    "more than {n} levels of ( and not": "( 和 not 超过 {n} 层",
    "name a day: kickoff, 2021-04-30": "写日期：动员会、2021-04-30",
    "name a task, a phase, a group, or plan": "写任务、环节、组或 plan",
    "names are letters, digits, - and _, paths are dotted: study.kickoff": (
        "名称用文字、数字、- 和 _，路径用点：学习.动员会"
    ),
    "no function '{name}'": "没有“{name}”这个函数",
    "no task '{name}', and {head} has no '{last}'": ("没有叫“{name}”的任务，{head} 也没有“{last}”"),
    "no task or group '{name}'": "没有叫“{name}”的任务或组",
    "spaces stand round '{sign}', and something on both sides": (
        "“{sign}”两边要有空格，并且都要有内容"
    ),
    "take it out, or complete what stands round it": "删去，或补全它两边的内容",
    "the day comes first: kickoff + 2d": "日期写在前面：动员会 + 2d",
    "the functions are {names}": "可用的函数有 {names}",
    "the signs are < <= == != >= > + - ( ) , and the words and, or, not": (
        "可用的符号有 < <= == != >= > + - ( ) , 和 and、or、not"
    ),
    "this ( is not closed": "这个 ( 没有结束",
    "write a <= b and b <= c": "写 a <= b and b <= c",
    "write a condition by itself: critical(kickoff), or not critical(kickoff)": (
        "直接写条件：critical(动员会)，或 not critical(动员会)"
    ),
    "write a condition such as study.finish <= 2021-04-30": (
        "写如 study.finish <= 2021-04-30 的条件"
    ),
    "write a date like 2021-03-05": "日期写成 2021-03-05",
    "write a whole number of at most nine digits": "写不超过九位的整数",
    "write kickoff {sign} 2d": "写 动员会 {sign} 2d",
    "write names and dates without quotes": "名称和日期不加引号",
    "write several assertions": "分成几个条件",
    "write workdays(a, b) or days(a, b): they count the days between two": (
        "写 workdays(a, b) 或 days(a, b)，数两者之间的天数"
    ),
    "write {name}(kickoff)": "写 {name}(动员会)",
    "write {name}({task})": "写 {name}({task})",
    "write {n}d (workdays) or {n}ed (calendar days)": "写 {n}d（工作日）或 {n}ed（日历日）",
    "write {sign}": "写 {sign}",
    "{name} has no deadline of its own": "{name} 没有自己的完成时限",
    "{name}() is asked of a task by its name": "{name}() 里直接写任务的名称",
    "{name}() is asked of a task, not of its {fact}": "{name}() 里写任务，不写它的 {fact}",
    "{name}() takes {takes}, and has {n}": "{name}() 要写{takes}，而这里有 {n} 个",
    "{one} is {kind} and {other} is {kind_of_other}: they cannot be compared": (
        "{one} 是{kind}，{other} 是{kind_of_other}，不能相比"
    ),
    "{part} is {kind}, not {wanted}": "{part} 是{kind}，不是{wanted}",
    "'{sign}' stands between {kind} and {other}": "“{sign}”的两边是{kind}和{other}",
}
