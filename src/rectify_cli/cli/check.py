"""`rectify check [PATH...]`: every finding, for people and for CI."""

from collections import Counter
from typing import Annotated

import typer

from rectify_cli.app.check import Checked, check_plans, found_by
from rectify_cli.app.which_plan import NoPlan, which_plans
from rectify_cli.cli.chosen_plan import no_plan
from rectify_cli.cli.console import Console
from rectify_cli.cli.put_findings import put_findings
from rectify_cli.cli.rule_names import known_rules
from rectify_cli.cli.session import session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.render.diagnostics import FORMATS
from rectify_cli.render.diagnostics.found import Found, Look


def check(
    context: typer.Context,
    *,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="Plans, or folders with plans; else all here."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="How findings are written.")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail the check too.")] = False,
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Only these rules; repeatable.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="All but these; repeatable.")
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 though there are findings.")
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="How often each rule is broken, instead.")
    ] = False,
) -> int:
    """Show every finding in plans; exit 1 if there is an error, or a warning under `--strict`."""
    session = session_of(context)
    if form not in FORMATS:
        near = did_you_mean(form, FORMATS)
        mend = f"; did you mean '{near}'?" if near is not None else ""
        raise Stop(f"there is no format '{form}'{mend}\nthere are: {', '.join(FORMATS)}")
    chosen = which_plans(paths or [], session.here)
    if isinstance(chosen, NoPlan):
        raise no_plan(chosen)
    selected, ignored = known_rules(select or []), known_rules(ignore or [])
    checked = check_plans(chosen, session.here, selected, ignored)
    found = found_by(checked, session.here, strict=strict)
    look = Look(session.console.width, session.console.colour, session.language or checked.language)
    if statistics and form == "text":
        _put_statistics(found, session.console)
    else:
        put_findings(form, found, look, session)
    _hint(found, session.console)
    if checked.unread:
        raise Stop(_not_read(checked))
    return 1 if found.fails and not exit_zero else 0


def _put_statistics(found: Found, screen: Console) -> None:
    counts = Counter(finding.rule for finding in found.findings)
    for rule, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        screen.put_clean(f"{count}\t{rule}\n" if screen.width is None else f"{count:>6}  {rule}\n")


def _not_read(checked: Checked) -> str:
    return "\n".join(f"{each.path} cannot be read: {each.why}" for each in checked.unread)


def _hint(found: Found, screen: Console) -> None:
    if found.findings:
        first = min(found.findings, key=lambda finding: not finding.is_error)
        screen.hint(f"What a rule asks for:  rectify explain {first.rule}")
