"""`rectify explain RULE`."""

from typing import Annotated

import typer

from rectify_cli.app.explain import explain_rules
from rectify_cli.app.plan_language import spoken_here
from rectify_cli.cli.put import put_record
from rectify_cli.cli.rule_names import known_rules
from rectify_cli.cli.session import session_of
from rectify_cli.foundation.rules import RULES
from rectify_cli.render.diagnostics.found import Look
from rectify_cli.render.rule_page import list_text, more_of_one, page_text


def explain(
    context: typer.Context,
    *,
    rules: Annotated[
        list[str] | None, typer.Argument(metavar="RULE...", help="None: a line for each rule.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same for machines.")] = False,
) -> None:
    """What rules ask for and why, what breaks them, what does not, how they are silenced."""
    session = session_of(context)
    screen = session.console
    names = known_rules(rules or [])
    language = spoken_here(session.here, session.language)
    explained = explain_rules(names or RULES, language)
    if as_json:
        put_record(explained.record, session)
        return
    look = Look(screen.width, screen.colour, language)
    if not names:
        screen.put_clean(list_text(explained.pages, look))
        screen.hint("\n" + more_of_one("deadline-missed", look.language))
        return
    texts = [page_text(page, look) for page in explained.pages]
    screen.put_clean("\n\n".join(texts))
