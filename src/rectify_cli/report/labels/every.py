"""Every label of every view in English: what `report.words` looks a key up in.

"singular|plural" where a count decides; the other languages are in the catalogues.
"""

from importlib import import_module

_FILES = (
    "of_status",
    "of_schedule",
    "of_days",
    "of_plan_table",
    "of_countries",
    "of_values",
    "of_reporting",
    "of_calendar",
    "of_roadmap",
    "of_against",
    "of_returns",
    "of_products",
    "of_project",
    "of_diff",
    "of_import",
    "of_log",
    "of_rules",
)
"""The files of labels, those that most views have first."""


class _Labels(dict[str, str]):
    """Labels by their keys; file after file is loaded until one has what is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._left = list(_FILES)

    def __missing__(self, key: str) -> str:
        while self._left:
            self.update(labels_in(self._left.pop(0)))
            if key in self:
                return self[key]
        raise KeyError(key)


def labels_in(file: str) -> dict[str, str]:
    """The labels of one file."""
    found: dict[str, str] = import_module(f"rectify_cli.report.labels.{file}").LABELS
    return found


def all_files() -> dict[str, dict[str, str]]:
    """Every file's labels, by the file's name."""
    return {file: labels_in(file) for file in _FILES}


LABELS = _Labels()
