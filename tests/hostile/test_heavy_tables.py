"""Tables that are built to be slow are taken in in bounded time."""

import time

from rectify_cli.intake.new_ids import NewIds

_SECONDS = 1.0


def test_ids_for_thousands_of_rows_of_one_title() -> None:
    new = NewIds(("same-3",))
    began = time.process_time()
    given = [new.take("Same", "row") for _ in range(20_000)]
    assert time.process_time() - began < _SECONDS
    assert given[:4] == ["same", "same-2", "same-4", "same-5"]
    assert len(set(given)) == 20_000
