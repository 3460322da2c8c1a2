"""The table of rules: every finding names one of these, and no rule lives elsewhere."""

from typing import Literal

from rectify_cli.foundation.struct import Struct

Severity = Literal["error", "warning"]


class Rule(Struct):
    """A rule's name (kebab-case, never changed), how bad a breach is, and what it asks."""

    name: str
    severity: Severity
    summary: str


_TABLE = (
    Rule("yaml-syntax", "error", "The file is YAML of the plain kind that plans use."),
    Rule("duplicate-key", "error", "A key stands once in its mapping."),
    Rule("alias-forbidden", "error", "Anchors, aliases and merge keys are not used."),
    Rule("unknown-key", "error", "Every key is one that the plan language knows at that place."),
    Rule("missing-key", "error", "What is required is written."),
    Rule("wrong-type", "error", "A value has the form that its key asks for."),
    Rule("bad-date", "error", "A date is a real day, written 2021-03-05, or counted from a task."),
    Rule("bad-length", "error", "A length is written 3d, 1w, 3ed, 1ew or 0d."),
    Rule("bad-id", "error", "An id is letters, digits, - and _, at most 64 of them."),
    Rule("bad-value", "error", "A value lies in its range."),
    Rule("unknown-reference", "error", "A task that is named exists."),
    Rule("ambiguous-reference", "error", "A name means one task."),
    Rule("unknown-owner", "error", "An owner that is named exists."),
    Rule("unknown-group", "error", "A group that is named exists."),
    Rule("cycle", "error", "No task waits for itself, directly or round a chain."),
    Rule("self-reference", "error", "A task does not name itself as what it waits for."),
    Rule("missing-file", "error", "A file that is named exists and can be read."),
    Rule("path-outside", "error", "A file that is named lies inside the plan's folder."),
    Rule("include-cycle", "error", "A plan does not include itself."),
    Rule("owner-clash", "error", "An owner is defined once."),
    Rule("over-specified", "error", "A task's dates are not given twice over."),
    Rule("start-after-finish", "error", "A start is not after its finish."),
    Rule("deadline-before-start", "error", "A deadline is not before its start."),
    Rule("assert-failed", "error", "What the plan asserts holds."),
    Rule("no-workdays", "error", "A calendar has workdays."),
    Rule("too-large", "error", "Files, texts, lists and dates stay within their bounds."),
    Rule("too-deep", "error", "Nesting stays within its bound."),
    Rule("bad-encoding", "error", "A file is UTF-8."),
    Rule("unknown-version", "error", "The plan's format is one that this version knows."),
    Rule("merge-conflict", "error", "No merge conflict is left in a file."),
    Rule("torn-report", "error", "A progress report is whole."),
    Rule("unknown-report", "error", "A progress report names a task and unit of the plan."),
    Rule("deadline-missed", "warning", "The schedule keeps the deadline."),
    Rule("link-broken", "warning", "A pinned task keeps its links."),
    Rule("not-a-workday", "warning", "A pinned day is a workday of its task's calendar."),
    Rule("calendar-unpublished", "warning", "The country's calendar of each year is announced."),
    Rule("outside-phase", "warning", "A written date lies inside its phase."),
    Rule("overload", "warning", "No owner is used beyond its capacity."),
    Rule("double-booked", "warning", "No person or place is in two meetings at one time."),
    Rule("empty-group", "warning", "A group that is used has members."),
    Rule("under-specified", "warning", "A task with a deadline says how long it takes."),
    Rule("finish-only", "warning", "A task with only a finish means a deadline."),
    Rule("days-mismatch", "warning", "The days that are described are days that the task has."),
    Rule("no-owner", "warning", "Every task has an owner."),
    Rule("no-deadline", "warning", "Something caps every task: its own deadline or one around it."),
    Rule("ignore-without-reason", "warning", "A rule is silenced with a reason."),
    Rule("look-alike", "warning", "Two ids differ to a reader, not only to a machine."),
)

RULES: dict[str, Rule] = {rule.name: rule for rule in _TABLE}

ABOUT_REPORTS = frozenset({"torn-report", "unknown-report"})
"""The rules that are about what was reported beside a plan: no date hangs on them."""
