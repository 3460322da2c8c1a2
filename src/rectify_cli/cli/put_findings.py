"""Findings on stdout in the format that was asked for, and on GitHub's page of the run."""

from rectify_cli.cli.session import Session
from rectify_cli.render.diagnostics import FORMATS
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.spoken import spoken


def put_findings(form: str, found: Found, look: Look, session: Session) -> None:
    """Write findings; a format that a machine reads is whole even where no plan could be read."""
    screen, chosen = session.console, FORMATS[form]
    text = chosen.write(_with_pages(found) if form == "sarif" else found, look)
    match chosen.medium:
        case "json":
            screen.put_json(text)
        case "xml":
            screen.put_xml(text)
        case "commands":
            screen.put_commands(text)
            _add_to_summary(found, look, session)
        case "screen" if found.plans:
            screen.put_clean(text)


def _with_pages(found: Found) -> Found:
    from rectify_cli.app.explain import explain_rules  # noqa: PLC0415 - one of six formats

    broken = sorted({finding.rule for finding in found.findings})
    pages = explain_rules(broken, "en").pages
    return found._replace(pages=dict(zip(broken, pages, strict=True)))


def _add_to_summary(found: Found, look: Look, session: Session) -> None:
    from rectify_cli.app.step_summary import add_to_summary  # noqa: PLC0415 - on GitHub alone
    from rectify_cli.render.diagnostics.to_step_summary import to_step_summary  # noqa: PLC0415

    if session.here.summary is not None:
        trouble = add_to_summary(session.here.summary, to_step_summary(found, look))
        if trouble is not None:
            session.console.tell(f"rectify: {spoken(trouble, look.language)}")
