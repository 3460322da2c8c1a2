"""What is said of reports on the disk: damage to them, writing them, who writes."""

SENTENCES: dict[str, str] = {
    # Lines that are no reports
    "it has more than {n} characters": "超过 {n} 个字符",
    "git left a merge conflict here": "这里留有 git 的合并冲突",
    "it is not whole JSON": "不是完整的 JSON",
    "it is no report, but other JSON": "不是报告，而是别的 JSON",
    "a key stands twice": "同一个键出现了两次",
    "{name} is no number of a report": "{name} 不能用作报告里的数字",
    "it lacks its version ({key})": "缺少版本（{key}）",
    "it was written by a newer rectify (format {n})": "由更新的 rectify 写成（格式 {n}）",
    "'{kind}' is not a kind of report known here": "这里不认识“{kind}”这种报告",
    "'{key}' is not known here": "这里不认识“{key}”",
    "{n} is no per cent": "{n} 不是百分数",
    "a total is not below zero": "总数不能小于零",
    "it lacks '{key}'": "缺少“{key}”",
    "'{key}' has not its form": "“{key}”的格式不对",
    "'{key}' is no text, or too long a one": "“{key}”不是文字，或者太长",
    "'{key}' has half a character": "“{key}”里有半个字符",
    "'{key}' is no day": "“{key}”不是日期",
    "'{key}' is no whole number of a sensible size": "“{key}”不是大小合理的整数",
    "'{key}' is neither true nor false": "“{key}”既不是 true 也不是 false",
    "'{key}' is no list of reports": "“{key}”不是报告的列表",
    # Files
    "and {n} more of its lines": "另有 {n} 行",
    "it is not named as reports are: its name has no hash of what it holds": (
        "文件名不是报告的文件名：里面没有内容的校验码"
    ),
    "it is empty": "是空的",
    "it was changed after it was written: its content has not the hash in its name": (
        "写成之后被改动过：内容与文件名里的校验码不符"
    ),
    "it cannot be read: {why}": "读不出：{why}",
    "its content was not fetched from the cloud yet": "内容还在云端，没有下载",
    "it is a link that leads out of the folder": "是指向文件夹以外的链接",
    # Reports of what is gone
    "a report names '{task}', which is no longer in the plan": (
        "1 条报告说的是“{task}”，计划里已没有"
    ),
    "{n} reports name '{task}', which is no longer in the plan": (
        "{n} 条报告说的是“{task}”，计划里已没有"
    ),
    "renamed? add  was: [{task}]  here, and the reports follow": (
        "是改名了吗？在这里加上  was: [{task}]  ，报告就跟过来"
    ),
    "if it was renamed, add  was: [{task}]  there, and the reports follow": (
        "如果是改名，在新任务里加上  was: [{task}]  ，报告就跟过来"
    ),
    "a report names the unit '{unit}', which is no longer listed": (
        "1 条报告说的是单位“{unit}”，名单里已没有"
    ),
    "{n} reports name the unit '{unit}', which is no longer listed": (
        "{n} 条报告说的是单位“{unit}”，名单里已没有"
    ),
    "keep its row and give it  left: {day}  : it counts until then": (
        "保留它那一行，加上  left: {day}  ：此前仍计入"
    ),
    "keep it here and give it  left: {day}  : it counts until then": (
        "把它留在这里，加上  left: {day}  ：此前仍计入"
    ),
    "{n} of its reports do not say whose they are": "它有 {n} 条报告没有说明是哪家",
    "it is done by units now: report it again, for each of them": (
        "现在由各单位完成：请按单位重新报告"
    ),
    "{n} of its reports are of days on which it recurs": "它有 {n} 条报告说的是某一期",
    "give it its  repeat:  again, or report it again without  --for": (
        "恢复它的  repeat:  ，或者不带  --for  重新报告"
    ),
    "{n} of its reports are of others than its units: {units}": (
        "它有 {n} 条报告说的不是它的单位：{units}"
    ),
    "let  each:  name them again; who no longer takes part has  left: DATE": (
        "让  each:  重新包括它们；不再参加的写  left: 日期"
    ),
    "bring the file back as it was, from git or from a copy": "从 git 或备份把文件恢复原样",
    "a newer version of rectify reads it": "更新版本的 rectify 能读",
    # Packing and checking the files
    "{month} was not packed, nothing was removed: {why}": "{month} 没有合并，什么也没有删除：{why}",
    "{plan} {month}: {files} files with {n} reports are one now": (
        "{plan} {month}：{files} 个文件共 {n} 条报告，已合并为一个"
    ),
    "{plan} {month}: {files} files with {n} reports would become one": (
        "{plan} {month}：{files} 个文件共 {n} 条报告，可合并为一个"
    ),
    "{n} files of interrupted writing are swept away": "清除了 {n} 个中断写入留下的文件",
    "there is nothing to pack: only months that are over are": "没有可合并的：只合并已过去的月份",
    "{path} stays as it is": "{path} 保持原样",
    "{n} reports, all of them whole": "共 {n} 条报告，全部完好",
    "the plan cannot be read; rectify check says why": "计划读不出；原因见 rectify check",
    "a report that {revision} has is gone: {kind} of {task}, {day}, by {by}": (
        "{revision} 里的一条报告没有了：{task} 的 {kind}，{day}，{by}"
    ),
    "bring the file back:  git checkout {revision} -- {path}": (
        "把文件找回来：  git checkout {revision} -- {path}"
    ),
    # Writing
    "nothing was recorded: {why}": "什么也没有记录：{why}",
    "recorded, not confirmed durable: {why}": "已记录，但磁盘没有确认写牢：{why}",
    "recorded beside {there}, not beside {lost}: {why}": (
        "已记录在 {there} 旁，没有记录在 {lost} 旁：{why}"
    ),
    "it would not be read back as it is": "读回来会和现在不一样",
    "standard output cannot be written: {why}": "标准输出写不出：{why}",
    "the disk is full": "磁盘已满",
    "the space allowed on the disk is used up": "磁盘配额已用完",
    "the file would be larger than is allowed": "文件会超过允许的大小",
    "the disk can only be read": "磁盘是只读的",
    "writing there is not permitted": "没有写入的权限",
    "the disk reports an error": "磁盘报错",
    "a file stands where its folder has to be": "该放文件夹的地方有一个文件",
    "the path is too long": "路径太长",
    # Who writes
    "--by needs a name": "--by 后面要写名字",
    "nobody knows who you are: name yourself with  --by NAME  or RECTIFY_BY": (
        "不知道您是谁：用  --by 名字  或 RECTIFY_BY 说明"
    ),
}
