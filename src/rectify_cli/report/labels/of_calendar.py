"""Labels that only the views of a calendar use."""

LABELS: dict[str, str] = {
    "cal-month": "month",
    "cal-number": "workday no.",
    "cal-workdays": "workdays",
    "cal-days": "days",
    "cal-last": "to",
    "cal-label": "name",
    "cal-source": "source",
    "cal-the-plan": "the plan",
    "cal-workday": "workday",
    "cal-not-announced": (
        "Not announced yet: {years}. Make-up workdays are unknown there, and dates may move."
    ),
    "cal-what": "what",
    "cal-was": "was",
    "cal-now": "would be",
    "cal-from-to": "{was} > {now}",
    "cal-changed-days": "Days",
    "cal-changed-tasks": "Tasks that would move",
    "cal-as-the-week": "as the week",
    "cal-no-days-change": "Nothing would change.",
    "cal-no-task-moves": "No task would move.",
    "cal-finish-stays": "The plan's finish would stay.",
    "cal-finish-moves": "The plan's finish would move from {was} to {now}.",
}
