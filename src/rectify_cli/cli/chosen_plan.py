"""The plan that a command works on, loaded and dated, and what is said where it is broken."""

from collections.abc import Iterator
from pathlib import Path

from rectify_cli.app.load import Unread
from rectify_cli.app.schedule import Scheduled, load_and_schedule
from rectify_cli.app.which_plan import NoPlan, which_plan
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import Message, say


def chosen_plan(session: Session, argument: str | None) -> Path:
    """The path of the one plan that is meant; ends the command (2) where there is none."""
    found = which_plan(argument, session.here)
    if isinstance(found, NoPlan):
        raise no_plan(found)
    return found


def dated(session: Session, path: Path) -> Scheduled:
    """A plan with its dates; ends the command (2) where its file cannot be opened."""
    scheduled = load_and_schedule(path, session.here)
    if isinstance(scheduled, Unread):
        raise Stop(*not_read(scheduled))
    return scheduled


def not_read(unread: Unread) -> Iterator[Message]:
    """Why a plan's file cannot be read, and the one that was perhaps meant."""
    yield say("{path} cannot be read: {why}", path=unread.path, why=unread.why)
    if unread.near is not None:
        yield say("did you mean '{name}'?", name=unread.near)


def language_of(session: Session, scheduled: Scheduled) -> str:
    """The language of the screen: `--lang`, else the plan's."""
    plan = scheduled.loaded.plan
    return session.language or ("en" if plan is None else plan.language)


def exit_code_of(session: Session, scheduled: Scheduled) -> int:
    """The exit code of a view: 1 for a plan with errors, of which stderr is told, else 0."""
    errors = sum(finding.is_error for finding in scheduled.findings)
    if not errors:
        return 0
    from rectify_cli.render.diagnostics.words import finding_words  # noqa: PLC0415 - few plans

    words = finding_words(language_of(session, scheduled))
    session.console.tell(words.broken.format(counts=words.counts(errors, 0, 1)))
    return 1


def named_again(session: Session, argument: str | None = None, *, as_option: bool = False) -> str:
    """What names the same plan in a next command: ` plans/x.yaml`, ` --plan x.yaml`, or nothing."""
    name = argument or session.here.plan
    if name is None:
        return ""
    quoted = f'"{name}"' if " " in name else name
    return f" {quoted}" if argument and not as_option else f" --plan {quoted}"


def no_plan(found: NoPlan) -> Stop:
    """The end of a command that has no plan: why, the plans there are, what to type."""
    if found.several:
        return Stop(found.why, *(f"  --plan {path}" for path in found.several))
    return Stop(found.why, say("Write one with  rectify init  or name one with  --plan FILE"))
