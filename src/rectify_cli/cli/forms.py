"""`rectify forms -o DIR`: a return for every unit, to fill in and send back."""

from typing import Annotated

import typer

from rectify_cli.app.assess import assess_told
from rectify_cli.app.edition import edition_on
from rectify_cli.app.forms import asked_units, forms_said, write_forms
from rectify_cli.cli.chosen_plan import chosen_plan, dated, language_of, named_again
from rectify_cli.cli.counting_up import counting_up
from rectify_cli.cli.recipients_asked import Groups, Units, recipients_asked
from rectify_cli.cli.session import session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.cli.told_plan import Plan, code_of, told_of
from rectify_cli.cli.typed_day import as_of_day
from rectify_cli.foundation.finding import say


def forms(
    context: typer.Context,
    plan: Plan = None,
    *,
    folder: Annotated[
        str | None, typer.Option("-o", metavar="DIR", help="The folder for the forms.")
    ] = None,
    units: Units = None,
    groups: Groups = None,
) -> int:
    """Write the forms; exit 2 if one cannot be written."""
    session = session_of(context)
    if folder is None:
        raise Stop(say("say where the forms go:  rectify forms -o DIR"))
    scheduled = dated(session, chosen_plan(session, plan))
    language = language_of(session, scheduled)
    told = told_of(session, scheduled, None)
    if told is None:
        return code_of(session, scheduled, told)
    wanted = recipients_asked(told, units, groups, language)
    status = assess_told(told, as_of_day(session, scheduled))
    asked = asked_units(status, wanted)
    show = counting_up(session, len(asked))
    edition = edition_on(scheduled.loaded, status.as_of)
    written = write_forms(
        status, asked, session.here.folder / folder, language, show, edition=edition
    )
    if written.failed is not None:
        raise Stop(written.failed, language=language)
    again = f"rectify collect {folder}{named_again(session, plan, as_option=True)}"
    said, next_command = forms_said(len(written.files), folder, again, language)
    session.console.put(said + "\n")
    session.console.hint(next_command)
    return code_of(session, scheduled, told)
