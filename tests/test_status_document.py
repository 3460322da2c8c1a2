"""Every example in `docs/status.md` stands as the document says."""

from datetime import date

import pytest

from tests.markdown import ROOT, Block, blocks
from tests.pipeline import schedule_of
from tests.progress.story import assessed, reports
from tests.progress.test_status_cases import sections, shown

STORIES = [each for each in blocks(ROOT / "docs" / "status.md") if each.language == "story"]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_an_example_stands_as_it_says(story: Block) -> None:
    parts = list(sections("\n" + story.text))
    texts = dict(parts)
    schedule = schedule_of(texts["plan"])
    said = 0
    for head, body in parts:
        if head.startswith("as of "):
            day = date.fromisoformat(head.removeprefix("as of "))
            status = assessed(schedule, reports(texts["reports"]), day)
            for line in body.splitlines():
                path, _, rest = line.partition(": ")
                for word in rest.split():
                    key, _, value = word.partition("=")
                    assert shown(status, path, key) == value, f"{head}: {path} {key}"
                    said += 1
    assert said


def test_every_part_has_examples() -> None:
    assert len(STORIES) >= 7
