"""Every command: where its function is, what it does, examples. Dispatch and help read this.

A function is imported when its command is typed, so that `rectify --help` imports none.
"""

from rectify_cli.foundation.struct import Struct


class Command(Struct):
    """A command: the function as `module:name` under `rectify_cli.cli`, one line, examples."""

    function: str
    summary: str
    examples: tuple[str, ...]


COMMANDS: dict[str, Command] = {
    "init": Command(
        "init:init",
        "Write a commented starter plan that checks clean.",
        (
            "rectify init",
            "rectify init audit-2027 --template audit --start 2027-01-11",
            "rectify init --lang zh",
            "rectify init --from tasks.xlsx",
            "rectify init 2027 --from 2026/plan.yaml --start 2027-01-11",
        ),
    ),
    "check": Command(
        "check:check",
        "Show every finding in one plan or in all of them.",
        (
            "rectify check",
            "rectify check plans/iso27001.yaml --strict",
            "rectify check --fix --diff",
            "rectify check --format json > findings.json",
        ),
    ),
    "explain": Command(
        "explain:explain",
        "Show a rule's page: what it asks, why, a bad and a good plan.",
        ("rectify explain deadline-missed", "rectify explain", "rectify explain cycle --json"),
    ),
    "status": Command(
        "status:status",
        "Show how far the plan is, who is late and why, where it will end.",
        (
            "rectify status",
            "rectify status --by team --as-of 2026-04-08",
            "rectify status --lamp red --owner security",
            "rectify status --fail-on red --json > status.json",
        ),
    ),
    "today": Command(
        "today:today",
        "Show what was carried over, what is on today, what comes next.",
        ("rectify today", "rectify today --owner security"),
    ),
    "week": Command(
        "today:week",
        "Show what was carried over and what is on this week.",
        ("rectify week", "rectify week --owner security -o week.md"),
    ),
    "next": Command(
        "today:next_",
        "Show what can be started now, and what comes after it.",
        ("rectify next", "rectify next --owner security"),
    ),
    "brief": Command(
        "brief:brief",
        "Show the digest of a period, for leaders.",
        ("rectify brief", "rectify brief --from 2026-04-01 --to 2026-04-15 -o brief.md"),
    ),
    "plan build": Command(
        "plan_build:build",
        "Show the schedule, workday by workday, or write it to files.",
        (
            "rectify plan build",
            "rectify plan build --week --owner security",
            "rectify plan build plans/iso27001.yaml -o schedule.csv -o roadmap.html",
            "rectify plan build --json",
        ),
    ),
    "plan show": Command(
        "plan_show:show",
        "Show one task whole.",
        ("rectify plan show kickoff", "rectify plan show '#12'"),
    ),
    "plan why": Command(
        "plan_why:why",
        "Say why a task is on its days, back to a fixed date.",
        ("rectify plan why prove.internal-audit",),
    ),
    "plan chart": Command(
        "plan_chart:chart",
        "Draw phases and tasks as bars over the days.",
        ("rectify plan chart", "rectify plan chart -o chart.svg"),
    ),
    "plan diff": Command(
        "plan_diff:diff",
        "Show what changed between two files, baselines or git revisions, in plan words.",
        (
            "rectify plan diff HEAD~1:",
            "rectify plan diff agreed",
            "rectify plan diff main: --markdown",
            "rectify plan diff old.yaml new.yaml --json",
        ),
    ),
    "plan import": Command(
        "plan_import:import_",
        "Make a plan of a table or an MS Project file, or take its changes into one.",
        (
            "rectify plan import tasks.xlsx -o plan.yaml",
            "rectify plan import project.xml -o plan.yaml",
            "rectify plan import tasks.csv --start 2026-03-02 --map 'What=title' --dry-run",
            "rectify plan import tasks.xlsx --into plan.yaml",
        ),
    ),
    "plan schema": Command(
        "schema:schema",
        "Print the JSON Schema of the plan language, for editors.",
        ("rectify plan schema > rectify.schema.json",),
    ),
    "baseline set": Command(
        "baseline:set_",
        "Keep the schedule as it is today, beside the plan, under a name.",
        ("rectify baseline set agreed", "rectify baseline set agreed --force"),
    ),
    "baseline list": Command(
        "baseline:list_",
        "Show the schedules that were kept of a plan.",
        ("rectify baseline list", "rectify baseline list --json"),
    ),
    "baseline drop": Command(
        "baseline:drop",
        "Take a kept schedule away.",
        ("rectify baseline drop agreed",),
    ),
    "calendar show": Command(
        "calendar:show",
        "Show the workdays that a plan uses, and where each comes from.",
        ("rectify calendar show 2026",),
    ),
    "calendar freeze": Command(
        "calendar:freeze",
        "Write a country's days into a file beside the plan, so that they never move.",
        ("rectify calendar freeze", "rectify calendar freeze plans/iso27001.yaml"),
    ),
    "calendar diff": Command(
        "calendar:diff",
        "Show what a newer library would change, and which tasks would move.",
        ("rectify calendar diff",),
    ),
    "forms": Command(
        "forms:forms",
        "Write a return for every unit, to fill in and send back.",
        ("rectify forms -o returns", "rectify forms -o returns --group organs"),
    ),
    "collect": Command(
        "collect:collect_returns",
        "Take the returns that came back: errors by file and cell, each report once.",
        ("rectify collect returns --dry-run", "rectify collect returns"),
    ),
    "remind": Command(
        "remind:remind",
        "Words to paste for whoever is late or due soon; mail, and slips for the overdue.",
        ("rectify remind", "rectify remind --group organs -o mail -o slips.docx"),
    ),
    "start": Command(
        "reporting:start",
        "Report that tasks were begun.",
        ("rectify start kickoff",),
    ),
    "done": Command(
        "reporting:done",
        "Report that tasks, or units' parts in them, are done.",
        ("rectify done kickoff --on yesterday",),
    ),
    "progress": Command(
        "reporting:progress",
        "Report how far tasks are, in per cent.",
        ("rectify progress kickoff 60",),
    ),
    "count": Command(
        "reporting:count",
        "Report what was counted: added, or in all.",
        ("rectify count opinions --total 156",),
    ),
    "tick": Command(
        "reporting:tick",
        "Tick items of a checklist.",
        ("rectify tick kickoff agenda",),
    ),
    "block": Command(
        "reporting:block",
        "Report what holds tasks up.",
        ("rectify block kickoff 'no room'",),
    ),
    "unblock": Command(
        "reporting:unblock",
        "Report that tasks are held up no more.",
        ("rectify unblock kickoff",),
    ),
    "note": Command(
        "reporting:note",
        "Keep a remark with tasks.",
        ("rectify note kickoff 'rooms are booked'",),
    ),
    "reopen": Command(
        "reporting:reopen",
        "Open tasks again.",
        ("rectify reopen kickoff",),
    ),
    "drop": Command(
        "reporting:drop",
        "Drop tasks: they take no time and hold nobody.",
        ("rectify drop kickoff 'not needed'",),
    ),
    "close": Command(
        "reporting:close",
        "End a fan-out as it is, at k of N.",
        ("rectify close unit-meetings",),
    ),
    "accept": Command(
        "reporting:accept",
        "Accept what was reported done.",
        ("rectify accept kickoff",),
    ),
    "return": Command(
        "reporting:return_",
        "Return what was reported done.",
        ("rectify return kickoff --note 'minutes are missing'",),
    ),
    "undo": Command(
        "undo:undo",
        "Take a report back, or your latest command.",
        ("rectify undo", "rectify undo 7K3F"),
    ),
    "log": Command(
        "log:log",
        "Show what was reported, by whom and when.",
        (
            "rectify log",
            "rectify log --on yesterday",
            "rectify log -o log.xlsx",
            "rectify log kickoff --from 2026-03-01 --json",
        ),
    ),
    "log pack": Command(
        "log_files:pack",
        "Join the report files of each month that is over, without loss.",
        ("rectify log pack --dry-run", "rectify log pack"),
    ),
    "log check": Command(
        "log_files:check",
        "Check that reports are whole, of this plan, and that none was taken away.",
        ("rectify log check", "rectify log check --against main"),
    ),
    "completion": Command(
        "completion:completion",
        "Print the script that lets a shell complete commands, tasks and owners.",
        (
            "rectify completion bash >> ~/.bashrc",
            "rectify completion zsh >> ~/.zshrc",
            "rectify completion fish > ~/.config/fish/completions/rectify.fish",
        ),
    ),
}

GROUPS: dict[str, str] = {
    "plan": "The plan itself: its schedule, its tasks, its language.",
    "baseline": "Schedules as they were agreed, to be measured against.",
    "calendar": "The workdays that a plan counts.",
}
