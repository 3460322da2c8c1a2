"""A status of an earlier day has the reports of then and the plan of now: where that matters."""

from datetime import date

from rectify_cli.app.here import Here, today_in
from rectify_cli.plan.model import Plan
from rectify_cli.report.words import Words
from rectify_cli.store.folder import is_in_repository


def replay_note(plan: Plan, as_of: date, here: Here, language: str) -> str | None:
    """What is to be said where git knows that the plan has changed since the day of a view."""
    folder = (here.folder / plan.path).parent
    if as_of >= today_in(here, plan.timezone) or not is_in_repository(folder):
        return None
    from rectify_cli.store.git import changed_after  # noqa: PLC0415 - costly

    changed = any(changed_after(here.folder / path, as_of) for path in plan.files or (plan.path,))
    return Words(language)("st-replayed") if changed else None
