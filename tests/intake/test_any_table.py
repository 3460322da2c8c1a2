"""Any table at all: it is read or refused, and what comes of it is a plan whose words all fit."""

from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rectify_cli.app.inputs import Inputs
from rectify_cli.app.load import load_data
from rectify_cli.intake.columns import HEADINGS
from rectify_cli.intake.grid import Grid, GridValue, Range, Sheet
from rectify_cli.intake.grid_csv import read_csv_grid
from rectify_cli.intake.grid_xlsx import read_xlsx_grid
from rectify_cli.intake.table_draft import Drafted, Wishes, draft_from
from rectify_cli.intake.write_plan import plan_text

_FIELDS = (
    "id", "no", "title", "phase", "owner", "lead", "participants", "on", "when", "start", "finish",
    "duration", "deadline", "after", "deliverable", "tags", "note",
)  # fmt: skip
_ORDINARY = [
    "a",
    "A",
    "a.b",
    "b",
    "start",
    "no",
    "1",
    "1.0",
    "2FS+2d",
    "1;2",
    "a、b",
    "[a",
    "{",
    "3月5日",
    "3月底前",
    "长期",
    "2021-03-05",
    "2021-3-5",
    "5d",
    "2周",
    "=1",
    "'=1",
    "学习",
    "合计",
    "注：无",
    "#REF!",
    "：",
    "null",
    "tasks",
    "3/5",
]
_TEXTS = st.sampled_from(
    [*_ORDINARY, "- x", "x: y", "a + 2d", "x" * 300, "a\nb", "\x00", "\u202e", "\ud800"]
)
_VALUES: st.SearchStrategy[GridValue | None] = (
    st.none()
    | _TEXTS
    | st.text(max_size=8)
    | st.integers(-5, 50_000)
    | st.floats(allow_nan=False)
    | st.dates(date(1900, 1, 1), date(2300, 1, 1))
    | st.datetimes()
)
# What only a person can mend, such as a cycle, or dates that do not go together.
_OF_MEANING = {
    "cycle", "deadline-before-start", "start-after-finish", "missing-key", "over-specified",
    "bad-date", "too-large", "ambiguous-reference", "self-reference",
}  # fmt: skip


@st.composite
def _grids(draw: st.DrawFn) -> Grid:
    fields = draw(st.lists(st.sampled_from(_FIELDS), min_size=1, max_size=8, unique=True))
    header = tuple(HEADINGS[each][0] for each in ["title", *fields])
    rows = draw(st.lists(st.tuples(*[_VALUES] * len(header)), min_size=1, max_size=6))
    ranges = st.builds(Range, *[st.integers(0, 7)] * 4)
    merged = draw(st.lists(ranges, max_size=2))
    return Grid((Sheet("s", (("Plan 2021",), header, *rows), tuple(merged)),))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(_grids())
def test_any_table_makes_a_plan_that_is_well_said(grid: Grid) -> None:
    drafted = draft_from(grid, Wishes("t", date(2021, 3, 5)))
    if not isinstance(drafted, Drafted):
        return
    text = plan_text(drafted.draft)
    folder = Path()
    loaded = load_data(Path("p.yaml"), "p.yaml", text.encode(), Inputs(folder, folder, {}))
    wrong = {each.rule for each in loaded.findings if each.is_error} - _OF_MEANING
    assert not wrong, (text, [each for each in loaded.findings if each.rule in wrong])


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_csv_grid("t.csv", data)
    read_xlsx_grid(data)
    read_xlsx_grid(b"PK\x03\x04" + data)
