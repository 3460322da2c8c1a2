"""Names of rules as they are typed."""

from collections.abc import Iterable

from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.foundation.rules import RULES


def known_rules(names: Iterable[str]) -> list[str]:
    """The rules' names, commas between them allowed; ends the command (2) at an unknown one."""
    rules = [rule.strip() for name in names for rule in name.split(",") if rule.strip()]
    for rule in rules:
        if rule not in RULES:
            near = did_you_mean(rule, RULES)
            said = say("there is no rule '{name}'", name=rule)
            if near is not None:
                said = say(
                    "there is no rule '{name}'; did you mean '{near}'?", name=rule, near=near
                )
            raise Stop(said, say("rectify explain lists them"))
    return rules
