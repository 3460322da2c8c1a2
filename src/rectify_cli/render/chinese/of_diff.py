"""What is said of differences between plans, of git revisions, and of baselines."""

SENTENCES: dict[str, str] = {
    # git
    "there is no revision '{name}'": "没有“{name}”这个版本",
    "there is no revision '{name}' in this shallow clone; fetch it first: "
    "git fetch origin {name}": "这个浅克隆里没有“{name}”这个版本，先取来：git fetch origin {name}",
    "git is not installed, and a revision is read by git": "没有安装 git，而版本要用 git 读取",
    "{folder} is no folder": "{folder} 不是文件夹",
    "git gave no answer within {n} seconds": "git 在 {n} 秒内没有回答",
    "git cannot be asked: {why}": "无法调用 git：{why}",
    "git cannot read it: {why}": "git 读不出：{why}",
    "{folder} is in no git repository": "{folder} 不在 git 仓库里",
    "git cannot read the repository: {why}": "git 读不出这个仓库：{why}",
    "there is no such file at that revision": "那个版本里没有这个文件",
    # The two sides
    "there is no file and no baseline '{word}'; a git revision is written with a colon:  {word}:": (
        "没有“{word}”这个文件，也没有这个基线；git 版本要加冒号：  {word}:"
    ),
    "{path} lies outside the repository": "{path} 在仓库之外",
    "the plan of these baselines cannot be dated: rectify check says why": (
        "这些基线的计划排不出日期：rectify check 会说明原因"
    ),
    "--markdown and --json are two forms: choose one": "--markdown 和 --json 只能选一个",
    "Why:  rectify plan why {task}": "原因：  rectify plan why {task}",
    # Baselines
    "a baseline needs a name": "基线要有名称",
    "a baseline's name has no {character}": "基线的名称里不能有 {character}",
    "a baseline's name neither begins with - or a point or a blank, nor ends with one": (
        "基线的名称不能以 -、点或空格开头或结尾"
    ),
    "'{name}' is a device on Windows: call it otherwise": (
        "“{name}”在 Windows 上是设备名：请另取名称"
    ),
    "a baseline's name has at most {n} bytes": "基线的名称最多 {n} 个字节",
    "{path} is there already; --force overwrites it, or take another name": (
        "{path} 已经有了；用 --force 覆盖，或另取名称"
    ),
    "{path} cannot be dropped: {why}": "{path} 删不掉：{why}",
    "there is no baseline '{name}'; did you mean '{near}'?": (
        "没有“{name}”这个基线，是不是“{near}”？"
    ),
    "there is no baseline '{name}'; there are: {names}": "没有“{name}”这个基线；有：{names}",
    "there is no baseline '{name}', nor any other; keep one with  rectify baseline set NAME": (
        "没有“{name}”这个基线，也没有别的；用  rectify baseline set 名称  保存一个"
    ),
    "{path} is no baseline that can be read: {why}": "{path} 读不成基线：{why}",
    "it is no baseline, but other JSON": "不是基线，而是别的 JSON",
    "{name} is no number of a baseline": "{name} 不能用作基线里的数字",
    "a task stands twice": "同一项任务出现了两次",
    "it is not UTF-8": "不是 UTF-8 编码",
    "nothing was kept: mend the plan first": "什么也没有保存：请先改正计划",
    "{path} is so already": "{path} 已经是这样",
    "{path} would be written: {n} tasks, finish {day}; nothing was written": (
        "将写入 {path}：{n} 项任务，{day} 完成；现在没有写入任何内容"
    ),
    "{path} written: {n} tasks, finish {day}": "已写入 {path}：{n} 项任务，{day} 完成",
    "  in place of the one of {day}": "  代替 {day} 的那一份",
    "Later:  rectify plan diff {name}{plan}": "以后：  rectify plan diff {name}{plan}",
    "it could not be read": "读不出",
    "kept on {day}, {n} tasks, finish {finish}": "{day} 保存，{n} 项任务，{finish} 完成",
    "{path} would be dropped: {what}": "将删除 {path}：{what}",
    "{path} dropped: {what}": "已删除 {path}：{what}",
}
