"""A file that `owners_from` names becomes a table, whatever format its ending says."""

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.foundation.source import Span
from rectify_cli.intake.from_csv import decode_table, read_csv
from rectify_cli.plan.table import Table


def read_table(path: str, data: bytes) -> tuple[Table | None, list[Finding]]:
    """The table in a file's bytes, and what is wrong with it; None where there is none."""
    ending = path.rpartition(".")[2].casefold()
    if ending == "xlsx":
        from rectify_cli.intake.from_xlsx import read_xlsx  # noqa: PLC0415 - seldom needed, costly

        return read_xlsx(path, data)
    if ending != "csv":
        message = say("'.{ending}' is no format of tables that is read", ending=ending[:20])
        fix = say("save it as .csv (UTF-8) or .xlsx")
        return None, [Finding("missing-file", Span(path, 1, 1, 1, 1), message, fix)]
    source, findings = decode_table(path, data)
    if source is None:
        return None, findings
    return read_csv(source)
