"""Labels of what a recording command says back."""

# A key's English and Chinese; "singular|plural" where a count {n} (or {all}) decides.
LABELS: dict[str, tuple[str, str]] = {
    "told": ("{what}: {said}", "{what}：{said}"),
    "told-part": ("{task} ({part})", "{task}（{part}）"),
    "told-for": ("{task} for {day}", "{task}（{day} 一期）"),
    "told-for-some": ("{task} for {n} occurrences", "{task}（{n} 期）"),
    "told-units": ("{n} unit|{n} units", "{n} 家"),
    # What was said
    "told-start": ("started", "已开始"),
    "told-done": ("done", "已完成"),
    "told-reported": ("reported done, waits for acceptance by {who}", "已报完成，待{who}验收"),
    "told-progress": ("{n}%", "{n}%"),
    "told-ticked": ("{k} of {n} items", "清单 {k}/{n}"),
    "told-items-left": ("left: {items}", "还缺：{items}"),
    "told-block": ("blocked: {why}", "受阻：{why}"),
    "told-unblock": ("no longer blocked", "不再受阻"),
    "told-note": ("noted", "已记下说明"),
    "told-reopen": ("open again", "重新办理"),
    "told-drop": ("dropped: {why}", "不再办理：{why}"),
    "told-close": ("closed as it is", "就此结束"),
    "told-accept": ("accepted", "已验收"),
    "told-return": ("returned, open again", "已退回，重新办理"),
    # What it means
    "told-fan": ("{k} of {n} unit|{k} of {n} units", "{k}/{n} 家"),
    "told-missing": ("{n} missing: {who}", "缺 {n} 家：{who}"),
    "told-more": ("{who} and {n} more", "{who}等，另 {n} 个"),
    "told-occurrences": ("{k} of {n} occurrence|{k} of {n} occurrences", "共完成 {k}/{n} 期"),
    "told-sum": ("{a} {sign} {b} = {c} of {all}", "{a} {sign} {b} = {c}/{all}"),
    "told-count": ("{c} of {all}", "{c}/{all}"),
    "told-expected": ("{n} expected by {day}", "到{day}应有 {n}"),
    "told-today": ("today", "今天"),
    "told-behind": ("Behind by {n}", "落后 {n}"),
    "told-behind-points": ("Behind by {n} point|Behind by {n} points", "落后 {n} 个百分点"),
    "told-ahead": ("Ahead by {n}", "超前 {n}"),
    "told-ahead-points": ("Ahead by {n} point|Ahead by {n} points", "超前 {n} 个百分点"),
    "told-on-pace": ("On pace", "与序时一致"),
    "told-reached": ("Target reached: done", "已达目标，办结"),
    "told-reached-reported": (
        "Target reached: waits for acceptance by {who}",
        "已达目标，待{who}验收",
    ),
    "told-overdue": ("overdue by {count}", "逾期 {count}"),
    "told-due": ("due {day}", "时限 {day}"),
    "told-forecast": ("forecast {day}", "预计 {day} 完成"),
    "told-ready": ("ready now: {tasks}", "现在可以开始：{tasks}"),
    # What was so already, and what was passed over
    "told-already": ("{what}: {said} already, since {day}", "{what}：早已是这样（{said}，{day}）"),
    "told-already-some": ("{n} was so already|{n} were so already", "另有 {n} 家早已是这样"),
    "told-passed-over": (
        "{n} without a part that day passed over",
        "{n} 家当天不在其中，未计",
    ),
    "told-named-twice": ("{n} line names a unit again|{n} lines name a unit again", "{n} 行重复"),
    # The last line
    "recorded": ("Recorded as {name} by {by}, for {day}.", "已记录：{name}，{by}，{day}。"),
    "recorded-several": (
        "Recorded as {name}, {n} reports, by {by}, for {day}.",
        "已记录：{name}，共 {n} 条，{by}，{day}。",
    ),
    "recorded-dry": (
        "Would be recorded by {by}, for {day}; nothing was written (--dry-run).",
        "试运行：将由 {by} 记录，{day}；没有写入任何内容。",
    ),
    "recorded-nothing": ("Nothing new was recorded.", "没有新的内容要记录。"),
    "recorded-days": ("{first} to {last}", "{first} 至 {last}"),
    # A list from a chat
    "list-held": (
        "{n} line is held back:|{n} lines are held back:",
        "{n} 行没有记录：",
    ),
    "list-line": ("  line {n}  {text}  {why}", "  第 {n} 行  {text}  {why}"),
    "list-held-of": ("{day}    {said}", "{day}    {said}"),
    "list-question": (
        "Record the other unit?{then} [y/N] |Record the other {n} units?{then} [y/N] ",
        "记录其余 {n} 家吗？{then}[y/N] ",
    ),
    "list-then": (" Then {k} of {n}, {m} missing.", "记录后 {k}/{n}，缺 {m}。"),
    "list-paste": ("(paste the list; an empty line ends it)", "（粘贴，空行结束）"),
    # The log
    "log-name": ("name", "编号"),
    "log-by": ("by", "报告人"),
    "log-undone": ("taken back by {by}", "{by} 已撤回"),
    "log-against": ("contradicted by {by}", "与 {by} 的报告矛盾"),
    "log-empty": ("Nothing was reported.", "还没有报告。"),
}
