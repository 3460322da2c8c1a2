"""Labels of what keeps the record: `log`, `log pack`, `log check`, `undo`."""

# A key's English and Chinese; "singular|plural" where a count {n} decides.
LABELS: dict[str, tuple[str, str]] = {
    # Kinds of reports
    "logged-start": ("started", "开始"),
    "logged-done": ("done", "完成"),
    "logged-progress": ("progress", "进度"),
    "logged-count": ("count", "计数"),
    "logged-item": ("ticked", "勾选"),
    "logged-unticked": ("unticked", "取消勾选"),
    "logged-block": ("blocked", "受阻"),
    "logged-unblock": ("unblocked", "解除受阻"),
    "logged-note": ("note", "说明"),
    "logged-reopen": ("reopened", "重新打开"),
    "logged-drop": ("dropped", "不再办理"),
    "logged-close": ("closed", "收口"),
    "logged-accept": ("accepted", "验收"),
    "logged-return": ("returned", "退回"),
    "logged-undo": ("taken back", "撤回"),
    # Undo
    "undo-one": (
        "{name} is taken back: {what}, by {by} on {day}.",
        "已撤回 {name}：{what}，{by}，{day}。",
    ),
    "undo-several": (
        "{name} is taken back, {n} reports: {what}, by {by} on {day}.",
        "已撤回 {name}，共 {n} 条：{what}，{by}，{day}。",
    ),
    "undo-restores": (
        "{name} is taken back, an undo by {by}: what it took back holds again.",
        "已撤回 {name}（{by} 的撤回），原来的报告恢复有效。",
    ),
    "undo-recorded": (
        "Recorded as {name}, by {by}. Not meant? rectify undo {name}",
        "已记录：{name}，{by}。要恢复：rectify undo {name}",
    ),
    "undo-dry": ("Nothing was written (--dry-run).", "试运行：没有写入任何内容。"),
    # The log
    "log-written": ("written {day}", "{day} 记录"),
    "log-said": ("report", "报告"),
    "log-gone": ("no longer in the plan", "计划里已没有"),
}
