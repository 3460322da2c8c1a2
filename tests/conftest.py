"""How the suite runs: laws with few examples day by day, with many where CI asks.

What takes most of the time by far is `slow` as a whole: `-m 'not slow'` is the everyday run.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

_HERE = Path(__file__).parent
_SLOW = tuple(
    _HERE / name
    for name in (
        "browser", "crash", "editors", "golden", "hostile", "judges", "laws", "planted", "products",
        "returns", "app/test_kept_answers.py", "app/test_kept_plans.py",
        "commands/test_chinese_help.py", "commands/test_log_files.py", "commands/test_plan_diff.py",
        "commands/test_plan_import_into.py", "commands/test_reporting.py",
        "intake/test_from_project.py", "intake/test_round_trip.py",
        "render/test_hostile_findings.py", "store/test_git.py", "test_docs.py",
        "test_where_it_runs.py",
    )
)  # fmt: skip
"""Laws, judges, hostile and unlucky input, whole products, other programs and processes."""

settings.register_profile("everyday", deadline=None, max_examples=25)
settings.register_profile("thorough", deadline=None, max_examples=150)
settings.load_profile("thorough" if os.environ.get("CI") else "everyday")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of slow files and folders as such."""
    for item in items:
        if any(item.path.is_relative_to(slow) for slow in _SLOW):
            item.add_marker(pytest.mark.slow)
