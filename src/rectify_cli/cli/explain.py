"""`rectify explain RULE`."""

from typing import Annotated

import typer

from rectify_cli.cli.rule_names import known_rules
from rectify_cli.cli.session import session_of
from rectify_cli.foundation.rules import RULES


def explain(
    context: typer.Context,
    rules: Annotated[
        list[str] | None, typer.Argument(metavar="RULE...", help="None: a line for each rule.")
    ] = None,
) -> None:
    """What rules ask for: the slug, how bad a breach is, a sentence."""
    screen = session_of(context).console
    names = known_rules(rules or [])
    if names:
        for name in names:
            rule = RULES[name]
            screen.put(f"{rule.severity}[{rule.name}]: {rule.summary}\n")
        return
    widest = max(len(name) for name in RULES)
    for rule in RULES.values():
        if screen.width is None:
            screen.put_clean(f"{rule.name}\t{rule.severity}\t{rule.summary}\n")
        else:
            screen.put(f"{rule.name:<{widest}}  {rule.severity:<7}  {rule.summary}\n")
