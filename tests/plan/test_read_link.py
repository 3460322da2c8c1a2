import pytest

from rectify_cli.plan.read_link import read_links
from rectify_cli.plan.written import WrittenLink
from tests.plan.reading_kit import accepted, read, refused

FORMS = "write x, x + 2d, x SS + 1d, or {task: x, link: SS, lag: 1d}"


def told(link: WrittenLink) -> tuple[str, str, str, bool]:
    lag = "" if link.lag is None else f"{link.lag.count}{link.lag.unit}"
    return link.reference, link.type, lag, link.same


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("x", [("x", "FS", "", False)]),
        ("study.kickoff", [("study.kickoff", "FS", "", False)]),
        ("y + 2d", [("y", "FS", "2d", False)]),
        ("z SS + 1d", [("z", "SS", "1d", False)]),
        ("w FF - 1ew", [("w", "FF", "-1ew", False)]),
        ("w SF", [("w", "SF", "", False)]),
        ("1", [("1", "FS", "", False)]),
        ("{task: x}", [("x", "FS", "", False)]),
        ("{task: a.x, link: SF, lag: -2d, each: same}", [("a.x", "SF", "-2d", True)]),
        (
            '[x, "y + 2d", {task: z, link: FF}]',
            [("x", "FS", "", False), ("y", "FS", "2d", False), ("z", "FF", "", False)],
        ),
        ("[]", []),
    ],
)
def test_the_forms(text: str, links: list[tuple[str, str, str, bool]]) -> None:
    assert [told(link) for link in accepted(read_links, text)] == links


@pytest.mark.parametrize(
    ("text", "rule", "fix"),
    [
        ("x+2d", "bad-length", "write x + 2d"),
        ("x +2d", "bad-length", "write x + 2d"),
        ("x SS+1d", "bad-length", "write x SS + 1d"),
        ("x + 2 days", "bad-length", "write 2d (workdays) or 2ed (calendar days)"),
        ("x + 2days", "bad-length", "write 2d (workdays) or 2ed (calendar days)"),
        ("x ss", "bad-value", "write SS"),
        ("x XX", "bad-value", "write FS, SS, FF or SF"),
        ("x, y", "wrong-type", "write [x, y]"),
        ("甲、乙", "wrong-type", "write [甲, 乙]"),
        ("x.start", "bad-value", "write x SS"),
        ("x.finish + 2d", "bad-value", "write x"),
        ("x.finish", "bad-value", "write x"),
        ("a b c", "wrong-type", FORMS),
        ("start", "wrong-type", FORMS),
        ("[[x]]", "wrong-type", FORMS),
        ("{link: SS}", "missing-key", "add task: kickoff"),
        ("{task: [x]}", "wrong-type", "write one, such as study.kickoff"),
        ("{task: }", "wrong-type", "write one after the colon, or take the line away"),
    ],
)
def test_any_other_form_is_refused(text: str, rule: str, fix: str) -> None:
    assert refused(read_links, text) == (rule, fix)


@pytest.mark.parametrize(
    ("text", "rule", "fix"),
    [
        ("{tsk: x}", "unknown-key", "did you mean 'task'?"),
        ("{task: x, link: ss}", "bad-value", "write SS"),
        ("{task: x, link: [SS]}", "wrong-type", "write FS, SS, FF or SF"),
        ("{task: x, lag: 2}", "bad-length", "write 2d (workdays) or 2ed (calendar days)"),
        ("{task: x, lag: [2d]}", "bad-length", "write 2d, 1w, 3ed, or -1d for before it"),
        ("{task: x, each: all}", "bad-value", "write same, or take the line away"),
    ],
)
def test_of_a_link_with_a_bad_key_the_task_is_kept_to_be_asked_for(
    text: str, rule: str, fix: str
) -> None:
    links, findings = read(read_links, text)
    assert [told(link) for link in links] == [("x", "FS", "", False)]
    assert [(each.rule, str(each.fix)) for each in findings] == [(rule, fix)]


def test_a_bad_link_is_dropped_alone() -> None:
    links, findings = read(read_links, '[x, "y+1d", z]')
    assert [link.reference for link in links] == ["x", "z"]
    assert [each.rule for each in findings] == ["bad-length"]
