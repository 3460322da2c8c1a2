"""What CI systems read: each format after its own rules, the same findings in all of them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator

from rectify_cli.app.explain import explain_rules
from rectify_cli.foundation.finding import Edit, Finding, Related, say
from rectify_cli.foundation.source import SourceText
from rectify_cli.render.diagnostics import FORMATS
from rectify_cli.render.diagnostics.fingerprints import fingerprints
from rectify_cli.render.diagnostics.found import Found, Look
from rectify_cli.render.diagnostics.project_path import project_path
from rectify_cli.render.diagnostics.to_step_summary import MAX_BYTES, to_step_summary
from tests.golden.test_diagnostics import FOLDER, MANY, found_in
from tests.render.read_back import READ_BACK, commands

# The schema of OASIS, as npm's @microsoft/jest-sarif ships it.
_SCHEMA = Path(__file__).parent.parent / "schemas" / "sarif-2.1.0.json"
SARIF = Draft4Validator(json.loads(_SCHEMA.read_text(encoding="utf-8")))
PLANS = {"one": (FOLDER, "plan.yaml"), "many": (FOLDER / "many", *MANY)}


def written(form: str, found: Found, language: str = "en") -> str:
    return FORMATS[form].write(found, Look(language=language))


def found_of(
    text: str, marks: Sequence[tuple[str, str]], *, path: str = "plan.yaml", strict: bool = False
) -> Found:
    """A finding of a rule at each place where a text stands."""
    source = SourceText(path, text)
    findings, begun = [], dict[str, int]()
    for rule, mark in marks:
        at = text.index(mark, begun.get(mark, 0))
        begun[mark] = at + 1
        findings.append(Finding(rule, source.span(at, at + len(mark)), say("wrong")))
    return Found(findings, {path: source}, strict=strict)


def errors(count: int, rule: str = "unknown-key") -> list[Finding]:
    source = SourceText("plan.yaml", "a: 1\n" * count)
    return [Finding(rule, source.span(5 * n, 5 * n + 1), say("n{n}", n=n)) for n in range(count)]


@pytest.mark.parametrize("plans", PLANS)
def test_the_same_findings_in_the_same_order_in_all_formats(plans: str) -> None:
    found = found_in(*PLANS[plans])  # type: ignore[arg-type]
    told = {form: list(READ_BACK[form](written(form, found))) for form in FORMATS}
    expected = [
        (each.severity, each.rule, each.span.path, each.span.line, each.span.column)
        for each in found.findings
    ]
    assert len(expected) > 9
    for form in FORMATS:
        # GitHub shows ten of a level: there the errors stand before the warnings.
        wanted = sorted(expected) if form == "github" else expected
        assert (sorted(told[form]) if form == "github" else told[form]) == wanted, form
    assert told["github"] == sorted(expected, key=lambda each: each[0])


@pytest.mark.parametrize("plans", [*PLANS, "none"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_sarif_is_what_its_schema_asks_for(plans: str, language: str) -> None:
    found = Found([]) if plans == "none" else found_in(*PLANS[plans])  # type: ignore[arg-type]
    log = json.loads(written("sarif", found, language))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uriBaseId"]
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]


def test_the_schema_of_sarif_refuses_what_is_none() -> None:
    log = json.loads(written("sarif", found_in(FOLDER, "plan.yaml")))
    log["runs"][0]["results"][0]["level"] = "bad"
    assert list(SARIF.iter_errors(log))


def test_sarif_has_the_places_that_a_finding_speaks_of() -> None:
    log = json.loads(written("sarif", found_in(FOLDER, "plan.yaml")))
    (cycle,) = [each for each in log["runs"][0]["results"] if each["ruleId"] == "cycle"]
    lines = [at["physicalLocation"]["region"]["startLine"] for at in cycle["relatedLocations"]]
    assert lines == [14, 15]
    assert cycle["relatedLocations"][0]["message"]["text"] == "third waits for fourth"


def test_sarif_offers_what_a_machine_may_mend() -> None:
    text = "a: x\n"
    source = SourceText("计划.yaml", text)
    span = source.span(3, 4)
    finding = Finding("bad-value", span, say("wrong"), edit=Edit(span, "y [b](c)"))
    log = json.loads(written("sarif", Found([finding], {source.path: source})))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    result = log["runs"][0]["results"][0]
    place = result["locations"][0]["physicalLocation"]
    ((change,),) = (fix["artifactChanges"] for fix in result["fixes"])
    assert change["artifactLocation"] == place["artifactLocation"]
    assert change["replacements"] == [
        {"deletedRegion": place["region"], "insertedContent": {"text": "y [b](c)"}}
    ]


def test_sarif_says_what_a_rule_asks_for() -> None:
    found = found_in(FOLDER, "plan.yaml")
    broken = sorted({finding.rule for finding in found.findings})
    pages = dict(zip(broken, explain_rules(broken, "en").pages, strict=True))
    log = json.loads(written("sarif", found._replace(pages=pages)))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    rules = {rule["id"]: rule["help"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    for name, page in pages.items():
        assert page.why[0].split("`")[0] in rules[name]["markdown"]
        assert all(file.text in rules[name]["markdown"] for file in (*page.bad, *page.good))


def test_columns_are_characters() -> None:
    found = found_of("😀é漢: xx\n", [("bad-date", "xx")])
    region = json.loads(written("sarif", found))["runs"][0]["results"][0]["locations"][0][
        "physicalLocation"
    ]["region"]
    assert region == {"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 8}


@pytest.mark.parametrize(
    ("path", "folder", "project", "shown", "uri"),
    [
        ("plan.yaml", "/c/p", "/c/p", "plan.yaml", "plan.yaml"),
        ("plan.yaml", "/c/p/sub", "/c/p", "sub/plan.yaml", "sub/plan.yaml"),
        ("../a b.yaml", "/c/p/sub", "/c/p/", "a b.yaml", "a%20b.yaml"),
        ("./x/../plan.yaml", "/c/p", "/c/p", "plan.yaml", "plan.yaml"),
        ("/c/p/x/plan.yaml", "/c/p", "/c/p", "x/plan.yaml", "x/plan.yaml"),
        ("/c/pq/plan.yaml", "/c/p", "/c/p", "/c/pq/plan.yaml", "file:///c/pq/plan.yaml"),
        ("计划%?#.yaml", "/c", "/c", "计划%?#.yaml", "%E8%AE%A1%E5%88%92%25%3F%23.yaml"),
        ("a:b.yaml", "/c", "/c", "a:b.yaml", "a%3Ab.yaml"),
        ("C:/c/p.yaml", "C:/c", "C:/c", "p.yaml", "p.yaml"),
        ("D:/p.yaml", "C:/c", "C:/c", "D:/p.yaml", "file:///D:/p.yaml"),
        ("plan.yaml", "", "", "plan.yaml", "plan.yaml"),
    ],
)
def test_paths_start_from_the_project(
    path: str, folder: str, project: str, shown: str, uri: str
) -> None:
    of_path = found_of("a: x\n", [("bad-date", "x")], path=path)
    found = Found(of_path.findings, of_path.sources, folder=folder, project=project)
    assert project_path(path, found) == shown
    result = json.loads(written("sarif", found))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
    assert json.loads(written("gitlab", found))[0]["location"]["path"] == shown
    assert next(commands(written("github", found)))[1]["file"] == shown
    assert f'name="{shown}"' in written("junit", found)


MARKS = [("bad-date", "x1"), ("bad-date", "x2"), ("bad-date", "same"), ("bad-date", "same")]
TEXT = "a: x1\nb: x2\nc: same\nc: same\n"


def test_fingerprints_differ_and_stay_when_lines_move() -> None:
    first = fingerprints(found_of(TEXT, MARKS))
    assert len(set(first)) == len(MARKS)
    assert fingerprints(found_of(f"# more\n\n{TEXT}", MARKS)) == first
    assert fingerprints(found_of(TEXT.replace("b:", "  b:  "), MARKS)) == first
    assert fingerprints(found_of(TEXT.replace("a:", "d:"), MARKS))[1:] == first[1:]
    assert fingerprints(found_of(TEXT.replace("a:", "d:"), MARKS))[0] != first[0]
    assert fingerprints(found_of(TEXT, MARKS, path="other.yaml"))[0] != first[0]
    assert fingerprints(found_of(TEXT, [("bad-length", "x1")]))[0] != first[0]


def test_fingerprints_do_not_ask_where_the_check_was_started() -> None:
    below = found_of(TEXT, MARKS)
    above = found_of(TEXT, MARKS, path="sub/plan.yaml")
    below = Found(below.findings, below.sources, folder="/p/sub", project="/p")
    above = Found(above.findings, above.sources, folder="/p", project="/p")
    assert fingerprints(below) == fingerprints(above)


def test_a_place_in_no_text_has_a_fingerprint_too() -> None:
    where = SourceText("units.xlsx", "\n" * 9).span(8, 8)
    findings = [Finding("bad-id", where, say("'{x}'", x=x)) for x in "ab"]
    assert len(set(fingerprints(Found(findings)))) == 2


@pytest.mark.parametrize("plans", PLANS)
def test_gitlab_has_what_it_asks_for(plans: str) -> None:
    issues = json.loads(written("gitlab", found_in(*PLANS[plans])))  # type: ignore[arg-type]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert issue["description"]
        assert issue["check_name"]
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not issue["location"]["path"].startswith(("/", "./"))
        assert (
            issue["location"]["lines"]["begin"] == issue["location"]["positions"]["begin"]["line"]
        )


def cases_of(text: str) -> dict[str, str]:
    """What each test case of a JUnit file came to."""
    root: Any = ET.fromstring(text)  # noqa: S314 - our own
    (suite,) = root
    cases = list(suite)
    failed = sum(case.find("failure") is not None for case in cases)
    assert suite.attrib["tests"] == root.attrib["tests"] == str(len(cases))
    assert suite.attrib["failures"] == root.attrib["failures"] == str(failed)
    return {case.attrib["name"]: case[0].tag if len(case) else "passed" for case in cases}


def test_junit_has_a_case_a_file() -> None:
    assert cases_of(written("junit", found_in(FOLDER / "many", *MANY))) == {
        "good.yaml": "passed",
        "late.yaml": "system-out",
        "units.csv": "passed",
        "日程 100%.yaml": "failure",
    }
    assert cases_of(written("junit", Found([]))) == {}


def test_warnings_fail_a_case_where_they_fail_the_check() -> None:
    for strict, outcome in ((False, "system-out"), (True, "failure")):
        found = found_of("a: x\n", [("not-a-workday", "x")], strict=strict)
        assert cases_of(written("junit", found)) == {"plan.yaml": outcome}


@pytest.mark.parametrize(
    ("failed", "warned", "said"),
    [
        (10, 10, None),
        (11, 10, "1 error more than"),
        (3, 12, "2 warnings more than"),
        (12, 11, "2 errors and 1 warning more than"),
    ],
)
def test_github_is_told_how_many_it_does_not_show(
    failed: int, warned: int, said: str | None
) -> None:
    found = Found([*errors(warned, "no-owner"), *errors(failed)])
    told = list(commands(written("github", found)))
    levels = [level for level, _, _ in told]
    assert levels[: failed + warned] == ["error"] * failed + ["warning"] * warned
    notices = [message for level, _, message in told if level == "notice"]
    assert len(notices) == (said is not None)
    assert said is None or notices[0].startswith(said)


def test_of_a_place_over_several_lines_github_hears_the_first_line_and_column() -> None:
    """It refuses columns where an annotation ends in another line."""
    found = found_of("a: [\n]\n", [("bad-value", "[\n]")])
    ((_, properties, _),) = commands(written("github", found))
    assert (properties["line"], properties["col"]) == ("1", "4")
    assert not properties.keys() & {"endLine", "endColumn"}


def test_a_summary_stays_below_what_github_takes() -> None:
    long = [Finding("bad-value", errors(1)[0].span, say("{x}", x="漢*" * 2_000))] * 400
    text = to_step_summary(Found(long), Look())
    assert MAX_BYTES / 2 < len(text.encode()) < 1024 * 1024
    assert text.endswith(" more\n\n")
    assert "| error |" in text


def test_very_many_places_are_cut_where_people_read() -> None:
    (finding,) = errors(1)
    related = [Related(finding.span, say("place{n}", n=n)) for n in range(60)]
    found = Found([Finding(finding.rule, finding.span, finding.message, None, tuple(related))])
    for form in ("github", "junit"):
        text = written(form, found)
        assert "place49" in text
        assert "place50" not in text
        assert "... and 10 more" in text
    assert "place59" in written("sarif", found)
