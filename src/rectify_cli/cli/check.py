"""`rectify check [PATH...]`: every finding, for people and for CI."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rectify_cli.app.check import Checked, check_plans, found_by
from rectify_cli.app.which_plan import NoPlan, which_plans
from rectify_cli.cli.chosen_plan import no_plan, not_read
from rectify_cli.cli.console import Console
from rectify_cli.cli.put_findings import put_findings
from rectify_cli.cli.rule_names import known_rules
from rectify_cli.cli.session import Session, session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import Message, say
from rectify_cli.foundation.ids import did_you_mean
from rectify_cli.render.diagnostics import FORMATS
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.words import finding_words
from rectify_cli.render.spoken import spoken

if TYPE_CHECKING:
    from rectify_cli.app.fix import Fixed


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
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
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
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend in the files what can be meant in one way only.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")
    ] = False,
) -> int:
    """Show every finding in plans; exit 1 if there is an error, or a warning under `--strict`."""
    session = session_of(context)
    form = "json" if as_json else form
    _known_format(form, diff=diff)
    chosen = which_plans(paths or [], session.here)
    if isinstance(chosen, NoPlan):
        raise no_plan(chosen)
    selected, ignored = known_rules(select or []), known_rules(ignore or [])
    fixed_plans = partial(_fixed, chosen, session, selected, ignored)
    if fix or diff:
        fixed = fixed_plans()
        checked = fixed.first if diff else fixed.checked
    else:
        fixed, checked = None, check_plans(chosen, session.here, selected, ignored)
    found = found_by(checked, session.here, strict=strict)
    look = Look(session.console.width, session.console.colour, session.language or checked.language)
    put = partial(_put, form, found, look, session, statistics=statistics)
    if fixed is None:
        put()
        _hint(found, look, session, fixed_plans)
    else:
        _put_fixed(fixed, look, session, None if diff else put, on_screen=form == "text")
    if checked.unread:
        raise Stop(*_not_read(checked), language=look.language)
    return 1 if found.fails and not exit_zero else 0


def _fixed(
    chosen: Sequence[Path], session: Session, selected: list[str], ignored: list[str]
) -> "Fixed":
    from rectify_cli.app.fix import fix_plans  # noqa: PLC0415 - start-up

    return fix_plans(chosen, session.here, selected, ignored)


def _put_fixed(
    fixed: "Fixed",
    look: Look,
    session: Session,
    put: Callable[[], None] | None,
    *,
    on_screen: bool,
) -> None:
    """Write what is mended and put the findings that are left; without `put`, show it as a diff."""
    from rectify_cli.cli.fix import put_diff, tell_mended, write  # noqa: PLC0415 - start-up

    if put is None:
        put_diff(fixed, look, session)
        return
    write(fixed, session)
    put()
    tell_mended(fixed, look, session, on_screen=on_screen)


def _known_format(form: str, *, diff: bool) -> None:
    if form not in FORMATS:
        near = did_you_mean(form, FORMATS)
        said = say("there is no format '{name}'", name=form)
        if near is not None:
            said = say("there is no format '{name}'; did you mean '{near}'?", name=form, near=near)
        raise Stop(said, say("there are: {names}", names=", ".join(FORMATS)))
    if diff and form != "text":
        raise Stop(say("--diff is written in one way only: leave --format out"))


def _put(form: str, found: Found, look: Look, session: Session, *, statistics: bool) -> None:
    if statistics and form == "text":
        _put_statistics(found, session.console)
    else:
        put_findings(form, found._replace(counted=statistics), look, session)


def _put_statistics(found: Found, screen: Console) -> None:
    for rule, count in found.statistics():
        screen.put_clean(f"{count}\t{rule}\n" if screen.width is None else f"{count:>6}  {rule}\n")


def _not_read(checked: Checked) -> list[Message]:
    return [line for each in checked.unread for line in not_read(each)]


def _hint(found: Found, look: Look, session: Session, fixed: Callable[[], "Fixed"]) -> None:
    screen = session.console
    if found.findings:
        first = min(found.findings, key=lambda finding: not finding.is_error)
        said = say("What a rule asks for:  rectify explain {rule}", rule=first.rule)
        screen.hint(spoken(said, look.language))
    if screen.hints and any(finding.edit is not None for finding in found.findings):
        mended = fixed().mended
        if mended:
            screen.hint(finding_words(look.language).fixable.format(n=mended))
