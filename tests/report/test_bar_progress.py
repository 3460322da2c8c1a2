"""What a bar of a chart says of the task's progress."""

from rectify_cli.report.bar_progress import bar_progress
from rectify_cli.report.words import Words
from tests.progress.story import row, told

_PLAN = "rectify: 1\ntitle: T\nstart: 2021-03-01\ntasks: {a: {duration: 4d}, b: {duration: 4d}}\n"


def test_a_bar_tells_of_what_was_dropped_that_it_was_and_no_more() -> None:
    status = told(_PLAN, "2021-03-01 progress a 50\n2021-03-02 drop b why=no", "2021-03-09")
    said = {}
    for path in ("a", "b"):
        at = row(status, path)
        assert at.planned_start is not None
        assert at.planned_finish is not None
        found = bar_progress(
            status, at.index, at.planned_start, at.planned_finish, frozenset(), Words("en")
        )
        assert found is not None
        said[path] = (found.said, str(found.done_until), found.late_until is None)
    assert said == {
        "a": (("50% done, 100% expected", "overdue by 3 workdays"), "2021-03-02", False),
        "b": (("dropped",), "None", True),
    }
