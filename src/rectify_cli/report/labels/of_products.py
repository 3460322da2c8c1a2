"""Labels of what is printed: sheets, page feet, the task book, the ledger."""

# A key's English; "singular|plural" where a count {n} decides.
LABELS: dict[str, str] = {
    # Sheets and pages
    "sheet-all": "All",
    "sheet-about": "About",
    "sheet-part": "part",
    "sheet-workday": "workday",
    "foot-as-of": "as of {day}",
    "foot-revision": "plan {revision}",
    "foot-page": "page {n} of {all}",
    # The task book
    "book-title": "Task book",
    "book-contents": "Tasks",
    "book-number": "no",
    "book-task": "task",
    "book-without-phase": "Tasks outside phases",
    "book-dates": "dates",
    "book-checklist": "checklist",
    "book-item-due": "{text}, by {day}",
    "book-item-owner": "{text} ({owner})",
    "book-plan": "Implementation plan",
    "book-group": "{group} ({count})",
    "book-deadline-of": "{day} for {names}",
    "book-no-text": "{file} cannot be read",
    # The ledger
    "ledger-of": "{plan}, ledger",
    "ledger-tasks": "Tasks",
    "ledger-units": "Units",
    "ledger-occurrence": "occurrence",
    "ledger-due": "due",
    "ledger-overdue": "overdue",
    "ledger-late": "overdue",
    "ledger-open": "open",
    "ledger-done-on": "done on",
    "ledger-count": "count",
    "ledger-said-by": "reported by",
}
