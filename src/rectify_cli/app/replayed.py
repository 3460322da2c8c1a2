"""A status of an earlier day has the reports of then and the plan of now: where that matters."""

from datetime import date

from rectify_cli.app.here import Here, today_in
from rectify_cli.plan.model import Plan
from rectify_cli.report.words import Words


def replay_note(plan: Plan, as_of: date, here: Here, language: str) -> str | None:
    """What is to be said where git knows that the plan has changed since the day of a view."""
    if as_of >= today_in(here, plan.timezone):
        return None
    from rectify_cli.store.git import changed_after  # noqa: PLC0415 - only of earlier days

    changed = any(changed_after(here.folder / path, as_of) for path in plan.files or (plan.path,))
    return Words(language)("st-replayed") if changed else None
