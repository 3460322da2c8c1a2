"""Labels of what keeps the record: `log`, `log pack`, `log check`, `undo`."""

# A key's English; "singular|plural" where a count {n} decides.
LABELS: dict[str, str] = {
    # Kinds of reports
    "logged-start": "started",
    "logged-done": "done",
    "logged-progress": "progress",
    "logged-count": "count",
    "logged-item": "ticked",
    "logged-unticked": "unticked",
    "logged-block": "blocked",
    "logged-unblock": "unblocked",
    "logged-note": "note",
    "logged-reopen": "reopened",
    "logged-drop": "dropped",
    "logged-close": "closed",
    "logged-accept": "accepted",
    "logged-return": "returned",
    "logged-undo": "taken back",
    # Undo
    "undo-one": "{name} is taken back: {what}, by {by} on {day}.",
    "undo-several": "{name} is taken back, {n} reports: {what}, by {by} on {day}.",
    "undo-restores": "{name} is taken back, an undo by {by}: what it took back holds again.",
    "undo-recorded": "Recorded as {name}, by {by}. Not meant? rectify undo {name}",
    "undo-dry": "Nothing was written (--dry-run).",
    # The log
    "log-written": "written {day}",
    "log-said": "report",
    "log-gone": "no longer in the plan",
}
