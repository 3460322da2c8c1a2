"""Bare `rectify`: the headline of the plan that is here, or what to type where there is none."""

from rectify_cli.app.assess import assess_told
from rectify_cli.app.headline import headline, headline_record
from rectify_cli.app.schedule import Scheduled
from rectify_cli.app.which_plan import NoPlan, which_plan
from rectify_cli.cli.chosen_plan import (
    chosen_plan,
    dated,
    language_of,
    named_again,
    no_plan,
)
from rectify_cli.cli.put import put_record
from rectify_cli.cli.report_out import put_report
from rectify_cli.cli.session import Session
from rectify_cli.cli.told_plan import code_of, told_of
from rectify_cli.cli.typed_day import as_of_day
from rectify_cli.foundation.finding import say
from rectify_cli.render.diagnostics.words import finding_words
from rectify_cli.render.spoken import spoken

_FIRST_LINES = say("""\
No plan here (looked for plan.yaml and plans/*.yaml up to the home folder).

  rectify init                       a small plan that checks clean
  rectify init --template release    or: programme, audit
  rectify init --from tasks.xlsx     from the table that you have

Then: rectify plan build    rectify status    rectify check
""")


def bare(session: Session) -> int:
    """Show where the plan stands; exit 1 if it has errors."""
    found = which_plan(None, session.here)
    if isinstance(found, NoPlan):
        if found.several or session.here.plan:
            raise no_plan(found)
        session.console.put(spoken(_FIRST_LINES, session.language or "en"))
        return 0
    scheduled = dated(session, found)
    language = language_of(session, scheduled)
    day = as_of_day(session, scheduled)
    told = told_of(session, scheduled, None)
    if told is not None:
        put_report(headline(assess_told(told, day), language), session.console)
    _count(scheduled, language, session)
    session.console.hint("\n" + _next(session, language))
    damaged = told is not None and (told.damaged or told.orphans)
    return 1 if scheduled.has_errors or damaged else 0


def bare_json(session: Session) -> int:
    """The same for machines; without a plan it ends (2) as a view of one does."""
    scheduled = dated(session, chosen_plan(session, None))
    day = as_of_day(session, scheduled)
    told = told_of(session, scheduled, None)
    if told is not None:
        put_record(headline_record(scheduled, assess_told(told, day)), session)
    return code_of(session, scheduled, told)


def _next(session: Session, language: str) -> str:
    plan = named_again(session)
    said = say(
        "Next:  rectify status{plan}    rectify today{plan}    rectify plan build{plan}", plan=plan
    )
    return spoken(said, language)


def _count(scheduled: Scheduled, language: str, session: Session) -> None:
    if scheduled.findings:
        errors = sum(finding.is_error for finding in scheduled.findings)
        said = finding_words(language).counts(errors, len(scheduled.findings) - errors, 1)
        session.console.put(f"\n{said}  rectify check\n")
