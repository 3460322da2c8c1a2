"""Each fault of a text in words of our own: where it is, what is wrong, what to type instead."""

import pytest
import yaml

from rectify_cli.foundation.finding import Finding
from rectify_cli.foundation.source import SourceText
from rectify_cli.syntax.colons import meant_as_mapping
from rectify_cli.syntax.diagnose import diagnose
from rectify_cli.syntax.events import Loader
from rectify_cli.syntax.fault import Scene
from rectify_cli.syntax.limits import LIMITS
from rectify_cli.syntax.node import Mapping, Scalar
from rectify_cli.syntax.parse import parse
from rectify_cli.syntax.trouble import Trouble

_HALF_WIDTH = "write ': ' (a half-width colon and a space)"
_FULL_WIDTH = "the colon is full-width; YAML needs a half-width one"
_NEIGHBOURS = "look at its indentation, colons and quotes, and at those of the line above it"
_FIRST_LINES = "'rectify: 1', 'title: …' and 'start: …'"

FAULTS = [
    ("tasks：\n  a:\n    title: x\n", "1:6-1:7", _FULL_WIDTH, _HALF_WIDTH),
    ("a: 1\n标题： 全市\n", "2:3-2:4", _FULL_WIDTH, _HALF_WIDTH),
    ("a: {b：1}\n", "1:6-1:7", _FULL_WIDTH, _HALF_WIDTH),
    (
        "x:1\ny: 2\n",
        "1:2-1:3",
        "no space after the colon",
        "write 'x: ' with a space after the colon",
    ),
    (
        "a: {x:1}\n",
        "1:6-1:7",
        "no space after the colon",
        "write 'x: ' with a space after the colon",
    ),
    (
        "title: fix: the bug\n",
        "1:8-1:20",
        "a value with ': ' in it needs quotes",
        'write "fix: the bug"',
    ),
    ("a: {b: c: d, e: f}\n", "1:8-1:12", "a value with ': ' in it needs quotes", 'write "c: d"'),
    ("x:\n- a: b: c\n", "2:6-2:10", "a value with ': ' in it needs quotes", 'write "b: c"'),
    ('a: say "b": c\n', "1:4-1:14", "a value with ': ' in it needs quotes", "write 'say \"b\": c'"),
    (
        f"a: {'b' * 60}: c\n",
        "1:4-1:67",
        "a value with ': ' in it needs quotes",
        "put the whole text in quotes",
    ),
    (
        "t: [urgent] fix\n",
        "1:4-1:16",
        "a value that begins with '[' is a list, and text follows its end",
        'write "[urgent] fix"',
    ),
    (
        "t: {urgent} fix\n",
        "1:4-1:16",
        "a value that begins with '{' is a mapping, and text follows its end",
        'write "{urgent} fix"',
    ),
    (
        "t: {{ name }}\n",
        "1:4-1:14",
        "'{{' opens a mapping in a mapping, and no text",
        'write "{{ name }}"',
    ),
    ('t: "Fix" it\n', "1:4-1:12", "text follows the closing quote", "write '\"Fix\" it'"),
    ("t: 'it's'\n", "1:4-1:10", "text follows the closing quote", 'write "it\'s"'),
    (
        "t: @home\n",
        "1:4-1:9",
        "a value cannot begin with '@', unless it stands in quotes",
        'write "@home"',
    ),
    (
        "t: [a, @home]\n",
        "1:8-1:13",
        "a value cannot begin with '@', unless it stands in quotes",
        'write "@home"',
    ),
    (
        "t: *.md\n",
        "1:4-1:8",
        "a value that begins with '*' is an alias in YAML, unless it stands in quotes",
        'write "*.md"',
    ),
    (
        "t: & co\n",
        "1:4-1:8",
        "a value that begins with '&' is an anchor in YAML, unless it stands in quotes",
        'write "& co"',
    ),
    (
        "t: !<x\n",
        "1:4-1:7",
        "a value that begins with '!' is a tag in YAML, unless it stands in quotes",
        'write "!<x"',
    ),
    (
        "t: >= 5\n",
        "1:4-1:8",
        "'>' opens a block of text on the lines below; nothing follows it on its own line",
        'write ">= 5"',
    ),
    (
        "t: ? x\n",
        "1:4-1:7",
        "a value cannot begin with '? ', unless it stands in quotes",
        'write "? x"',
    ),
    (
        "t: - x\n",
        "1:4-1:7",
        "a list does not begin on the line of its key",
        "put its items on the lines below, or write [a, b]",
    ),
    ('t: "abc\nu: 1\n', "1:4-1:8", "the quote is not closed", 'write " at the end of the text'),
    ("t: 'abc\nu: 'x'\n", "1:4-1:8", "the quote is not closed", "write ' at the end of the text"),
    (
        r't: "C:\path"' + "\n",
        "1:7-1:9",
        r"'\p' means nothing inside double quotes",
        r"write \\ for a backslash, or put the text in single quotes",
    ),
    (r't: "\x1b"' + "\n", "1:5-1:9", "U+001B may not stand in a plan", "take the escape away"),
    (r't: "a\ud800b"' + "\n", "1:6-1:12", "U+D800 may not stand in a plan", "take the escape away"),
    (
        "t: a\u202eb\n",
        "1:5-1:6",
        "U+202E RIGHT-TO-LEFT OVERRIDE may not stand in a plan",
        "take it away",
    ),
    ("t: [a, b\nu: 1\n", "1:4-1:5", "'[' is not closed", "write ']' at its end"),
    ("t: {a: [b}\nu: 1\n", "1:8-1:9", "'[' is not closed", "write ']' at its end"),
    ('t: {a: "b}\nu: 1\n', "1:8-1:10", "the quote is not closed", 'write " at the end of the text'),
    ('t: {a: "b}\n', "1:8-1:10", "the quote is not closed", 'write " at the end of the text'),
    ("t: {a: b", "1:4-1:5", "'{' is not closed", "write '}' at its end"),
    ("t: {a: [b], c: [d], ", "1:4-1:5", "'{' is not closed", "write '}' at its end"),
    ("t: [a}\n", "1:6-1:7", "'[' is closed with '}'", "write ']'"),
    ("t: [a]]\n", "1:7-1:8", "']' closes nothing", "take it away"),
    ("t: [a,, b]\n", "1:7-1:8", "nothing stands before this comma", "take the comma away"),
    (
        "a: *x\n",
        "1:4-1:6",
        "'*x' is a YAML alias; plans use none",
        "write the value out; text that begins with '*' stands in quotes",
    ),
    (
        "a:\n  <<: {b: c}\n",
        "2:3-2:5",
        "'<<' is a YAML merge key; plans use none",
        "write the values out; 'defaults:' holds what many tasks share",
    ),
    (
        "a: &b c\n",
        "1:4-1:6",
        "'&b' is a YAML anchor; plans use none",
        "write the value out where it is used; text that begins with '&' stands in quotes",
    ),
    (
        "a: 1\nc #so: 1\nd: 2\n",
        "2:1-2:2",
        "'c' stands where a key is asked for, and has no colon",
        "write 'c: …', or indent it below the text that it belongs to",
    ),
    (
        "a: 1\n[b, c]\n",
        "2:1-2:7",
        "'[b, c]' stands where a key is asked for, and has no colon",
        "give it a key, or indent it below the key that it belongs to",
    ),
    (
        "a:\n - ,b\n",
        "2:4-2:6",
        "a value cannot begin with ',', unless it stands in quotes",
        'write ",b"',
    ),
    (
        "a: &会 b\n",
        "1:4-1:6",
        "'&会' is a YAML anchor; plans use none",
        "write the value out where it is used; text that begins with '&' stands in quotes",
    ),
    (
        "a: [*会, b]\n",
        "1:5-1:7",
        "'*会' is a YAML alias; plans use none",
        "write the value out; text that begins with '*' stands in quotes",
    ),
    (
        "a: *会 b\n",
        "1:4-1:8",
        "a value that begins with '*' is an alias in YAML, unless it stands in quotes",
        'write "*会 b"',
    ),
    (
        "a: {<<: *x}\n",
        "1:9-1:11",
        "'*x' is a YAML alias; plans use none",
        "write the value out; text that begins with '*' stands in quotes",
    ),
    ("t: [a, b\n...\n", "1:4-1:5", "'[' is not closed", "write ']' at its end"),
    ("a:\n\tb: 1\n", "2:1-2:2", "a tab in the indentation", "indent with spaces"),
    (
        "a:\n  \u3000b: 1\n  c: @\n",
        "2:3-2:4",
        "a full-width or no-break space in the indentation",
        "indent with spaces",
    ),
    (
        "a:\n - 1\n  - 2\n",
        "3:3-3:4",
        "this '- ' is part of the text in line 2, since it stands deeper",
        "indent it like line 2, by 1",
    ),
    (
        "a: 1\n  b: 2\n",
        "2:3-2:4",
        "'b' stands deeper than 'a' in line 1, which has its value already",
        "indent it like line 1, by 0",
    ),
    (
        f"{'a' * 50}: 1\n  b: 2\n",
        "2:3-2:4",
        f"'b' stands deeper than '{'a' * 40}…' in line 1, which has its value already",
        "indent it like line 1, by 0",
    ),
    (
        "a:\n    b: 1\n   c: 2\n",
        "3:4-3:5",
        "this line is indented by 3, which fits no block above it",
        "indent it by 4 (line 2) or 0 (line 1)",
    ),
    (
        "a:\n  - x\n  b: 1\n",
        "3:3-3:4",
        "the list of line 2 goes on here, and this is no item of it",
        "begin it with '- ', or indent it otherwise",
    ),
    (
        "a:\n  b: 1\n  - x\n",
        "3:3-3:4",
        "the keys of line 2 go on here, and this is an item of a list",
        "give it a key, or indent it below the key that it belongs to",
    ),
    (
        "a: 1\ntitle\nb: 2\n",
        "2:1-2:6",
        "'title' stands where a key is asked for, and has no colon",
        "write 'title: …', or indent it below the text that it belongs to",
    ),
    (": b\n", "1:1-1:2", "no key stands before the colon", "write its key before it"),
    ("a:\n  ? \n  : b\n", "3:3-3:4", "no key stands before the colon", "write its key before it"),
    (
        "? [a]\n: b\n",
        "1:3-1:4",
        "a key is a text, and no list or mapping",
        "write a word, a colon and a space, then the value",
    ),
    (
        "t: !!float ''\n",
        "1:4-1:11",
        "'!!float' is a YAML tag; plans use none",
        "take it away, or put the whole text in quotes",
    ),
    (
        "t: !!map {a: b}\n",
        "1:4-1:9",
        "'!!map' is a YAML tag; plans use none",
        "take it away, or put the whole text in quotes",
    ),
    (
        "a: 1\n---\nb: 2\n",
        "2:1-2:4",
        "a second document begins here; a plan is one",
        "take the '---' away, or put what follows into a file of its own",
    ),
    (
        "a: 1\n...\nb: 1\n",
        "3:1-3:2",
        "text follows '...', which ends the document",
        "take the '...' away",
    ),
    (
        "%YAML 3.0\n---\na: 1\n",
        "1:1-1:10",
        "a line that begins with '%' is a YAML directive; plans use none",
        "take the line away",
    ),
    (
        "%FOO bar\n---\na: 1\n",
        "1:1-1:9",
        "a line that begins with '%' is a YAML directive; plans use none",
        "take the line away",
    ),
    (
        "",
        "1:1-1:1",
        "the file is empty",
        f"write its first lines, {_FIRST_LINES}, or run rectify init",
    ),
    (
        "--- # c\n",
        "1:1-1:1",
        "the file is empty",
        f"write its first lines, {_FIRST_LINES}, or run rectify init",
    ),
    (
        "- a\n- b\n",
        "1:1-1:4",
        "a file is keys with their values, and this is none",
        "begin with 'rectify: 1', then 'title: …' and 'start: …', a line each",
    ),
]


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["C", "pure"])
@pytest.mark.parametrize(("text", "place", "message", "fix"), FAULTS)
def test_a_fault_is_said_in_words_that_mend_it(
    text: str, place: str, message: str, fix: str, loader: Loader
) -> None:
    _, findings = parse(SourceText("p.yaml", text), loader=loader)
    assert [_told(each) for each in findings][:1] == [(place, message, fix)]


def _told(finding: Finding) -> tuple[str, str, str]:
    span = finding.span
    place = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"
    return place, str(finding.message), str(finding.fix)


def test_a_key_too_long_for_yaml_is_too_large() -> None:
    _, (finding,) = parse(SourceText("p.yaml", "a" * 1025 + ": 1\n"))
    assert finding.rule == "too-large"
    assert str(finding.message) == "a key of 1025 characters is too long"


@pytest.mark.parametrize("text", ["a: [b,\n  c] d\n", "... #,", '\n  {,#...? b"]: 1\n,'])
def test_what_nobody_can_explain_is_still_placed(text: str) -> None:
    _, findings = parse(SourceText("p.yaml", text))
    assert _NEIGHBOURS in {str(each.fix) for each in findings}


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
def test_a_colon_before_a_bracket_is_one_behind_a_key(loader: Loader) -> None:
    """That the key has no value is said of the document."""
    root, findings = parse(SourceText("p.yaml", "a: {b:, c: d, e:}\n"), loader=loader)
    assert not findings
    assert isinstance(root, Mapping)
    inner = root.values["a"]
    assert isinstance(inner, Mapping)
    assert list(inner.keys) == ["b", "c", "e"]


@pytest.mark.parametrize("text", ["%YAML 1." + "9" * 5000 + "\n---\na: 1\n", 'a: "\\UFFFFFFFF"\n'])
@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["C", "pure"])
def test_a_number_beyond_all_numbers_is_a_finding(text: str, loader: Loader) -> None:
    _, findings = parse(SourceText("p.yaml", text), loader=loader)
    assert {each.rule for each in findings} == {"yaml-syntax"}


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ('a: "b"\n', Trouble("escape", 3)),
        ("a: 1\nb\n", Trouble("structure", 5, 0, (3, 4))),
        ("a: b c: d\n", Trouble("colon", 6, 0, (5, 6))),
    ],
)
def test_what_no_parser_should_say_is_still_placed(text: str, trouble: Trouble) -> None:
    fault = diagnose(Scene(text, trouble, LIMITS))
    assert str(fault.message) == "this cannot be read as YAML"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            # A text block, the continuation of a text, and a text on a line of its own are no keys.
            "a：1\nb: |\n  说明：x\n  x:1\nc: d\n  说明：x\nnote:\n  说明：x\nlist:\n  - 说明：x\n",
            [1],
        ),
        ("a：1\nb:\n  c：2\n  d: 3\ne:\n  f：4\n  g：5\n  h: 6\n", [1, 3, 6, 7]),
        ("rectify：1\ntitle：x\n\n# c：d\nstart：2021-03-05\n", [1, 2, 5]),
        ("a:\n\tb: 1\n\tc: 2\nd: |\n  x\n  \ty：\n", [2, 3]),
        ("a:\n\tb: 1\nd: |\n  \tx\n", [2, 4]),
        ("a：1\nb:\n  c：2\n  d: @x\n  e：3\n", [1, 3, 4, 5]),
        ("a:\n\u3000\u3000b: 1\n\u3000\u3000c: 2\n", [2, 3]),
    ],
)
def test_every_line_with_the_same_fault_is_named_at_once(text: str, expected: list[int]) -> None:
    _, findings = parse(SourceText("p.yaml", text))
    assert [each.span.line for each in findings] == expected


_HEAD = "a:\n  b: {c: 1}\n"
_TAIL = "  last: {x: &y 1}\n"


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ("\tq: {c: 1}\n", 3),
        ("  q:\n\t\tc: 1\n", 4),
        ("  q:\n    c: 1\n   d: 2\n", 5),
        ("  q:\n    c: 1\n   r: {d: 2}\n", 5),
        ("  q:\n    c: 1\n   r:\n     d: 2\n", 5),
        ("  q:\n    c: 1\n      d: 2\n      e: 3\n      f:\n        g: 1\n", 5),
        ("  q:\n     c: 1\n    d: 2\n    e: 3\n    f: 4\n", 4),
        ("  q:\n     - c\n    - d\n    - e: 1\n", 4),
        ("  q\n", 3),
        ("  c q\n", 3),
        ("  q {c: 1, d: 2, e: 3}\n", 3),
        ("  q: {d: 1 c: 2}\n", 3),
        ("  q: {c: [1, 2]], d: 2}\n", 3),
        ("  q: |\n  some text\n", 4),
        ("  q:\n    c: - d\n       - e\n", 4),
        ("  q:\n    c: - d\n      - e\n", 4),
        ("  q: {c: [new] labels, d: 1}\n", 3),
        ("  q: {c: 'it's', d: 1}\n", 3),
        ('  q: {c: 1, d: "e}\n  r: {c: "f", d: 1}\n', 3),
        ("  q: {c: [a, {b: 1} c], d: 1}\n", 3),
    ],
)
@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
def test_behind_a_misplaced_line_reading_goes_on(lines: str, line: int, loader: Loader) -> None:
    root, findings = parse(SourceText("p.yaml", _HEAD + lines + _TAIL), loader=loader)
    last = 3 + lines.count("\n")
    assert sorted({each.span.line for each in findings}) == [line, last]
    assert findings[-1].rule == "alias-forbidden"
    assert isinstance(root, Mapping)
    (inner,) = root.values.values()
    assert isinstance(inner, Mapping)
    assert {"b", "last"} <= inner.values.keys()


@pytest.mark.parametrize(
    ("value", "column", "message"),
    [
        ("title：x", 8, _FULL_WIDTH),
        ("title:x", 8, "no space after the colon"),
        ("12:30", None, ""),
        ("https://example.org", None, ""),
        ("words", None, ""),
        ('"title：x"', None, ""),
    ],
)
def test_a_text_that_was_meant_as_a_mapping(value: str, column: int | None, message: str) -> None:
    root, _ = parse(SourceText("p.yaml", f"a:\n  {value}\n"))
    assert isinstance(root, Mapping)
    text = root.values["a"]
    assert isinstance(text, Scalar)
    findings = meant_as_mapping(text)
    found = [(each.span.line, each.span.column, str(each.message)) for each in findings]
    assert found == ([] if column is None else [(2, column, message)])
