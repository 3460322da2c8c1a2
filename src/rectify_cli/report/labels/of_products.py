"""Labels of what is printed: sheets, page feet, the task book, the ledger."""

# A key's English and Chinese; "singular|plural" where a count {n} decides.
LABELS: dict[str, tuple[str, str]] = {
    # Sheets and pages
    "sheet-all": ("All", "全部"),
    "sheet-about": ("About", "说明"),
    "sheet-part": ("part", "部分"),
    "sheet-workday": ("workday", "工作日"),
    "foot-as-of": ("as of {day}", "截至 {day}"),
    "foot-revision": ("plan {revision}", "计划版本 {revision}"),
    "foot-page": ("page {n} of {all}", "第 {n} 页，共 {all} 页"),
    # The task book
    "book-title": ("Task book", "任务书"),
    "book-contents": ("Tasks", "任务一览"),
    "book-number": ("no", "序号"),
    "book-task": ("task", "任务"),
    "book-without-phase": ("Tasks outside phases", "不属于环节的任务"),
    "book-dates": ("dates", "起止日期"),
    "book-checklist": ("checklist", "事项清单"),
    "book-item-due": ("{text}, by {day}", "{text}，{day} 前"),
    "book-item-owner": ("{text} ({owner})", "{text}（{owner}）"),
    "book-plan": ("Implementation plan", "实施方案"),
    "book-group": ("{group} ({count})", "{group}（{count}）"),
    "book-deadline-of": ("{day} for {names}", "{names} {day}"),
    "book-no-text": ("{file} cannot be read", "{file} 读不出"),
    # The ledger
    "ledger-of": ("{plan}, ledger", "{plan}台账"),
    "ledger-tasks": ("Tasks", "任务"),
    "ledger-units": ("Units", "单位"),
    "ledger-occurrence": ("occurrence", "期次"),
    "ledger-due": ("due", "应完成"),
    "ledger-overdue": ("overdue", "逾期"),
    "ledger-late": ("overdue", "逾期"),
    "ledger-open": ("open", "未办结"),
    "ledger-done-on": ("done on", "办结日期"),
    "ledger-count": ("count", "累计数"),
    "ledger-said-by": ("reported by", "报告人"),
}
