"""What `rectify check --fix` and `--diff` do with the edits of plans, and what they say of them."""

from rectify_cli.app.fix import Fixed, write_fixed
from rectify_cli.cli.session import Session
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import say
from rectify_cli.render.diagnostics.found import Look
from rectify_cli.render.diagnostics.to_diff import to_diff
from rectify_cli.render.diagnostics.words import finding_words


def put_diff(fixed: Fixed, look: Look, session: Session) -> None:
    """Show the edits as a diff on stdout, and how many they are on stderr."""
    for file in fixed.files:
        before, after = (data.decode("utf-8-sig") for data in (file.before, file.after))
        session.console.put_clean(to_diff(file.path, before, after, colour=look.colour))
    words = finding_words(look.language)
    if fixed.mended:
        session.console.tell(words.would_mend.format(n=fixed.mended))
    else:
        session.console.tell(words.nothing_to_mend)


def write(fixed: Fixed, session: Session) -> None:
    """Write the files; ends the command (2) where one of them cannot be written."""
    unwritten = write_fixed(fixed.files, session.here)
    if unwritten:
        raise Stop(
            *(say("{path} was not mended: {why}", path=path, why=why) for path, why in unwritten)
        )


def tell_mended(fixed: Fixed, look: Look, session: Session, *, on_screen: bool) -> None:
    """Say how much was mended and where: below the findings, or on stderr where a machine reads."""
    if not fixed.mended:
        return
    paths = ", ".join(file.path for file in fixed.files)
    line = finding_words(look.language).mended.format(n=fixed.mended, paths=paths)
    if on_screen:
        session.console.put(line + "\n")
    else:
        session.console.tell(line)
