"""Words that broke some program somewhere, sorted by where in a plan they do the most harm."""

DATES = (
    "1970-01-01", "1969-12-31", "2199-12-31", "2200-01-01", "0001-01-01", "9999-12-31",
    "2021-02-29", "2021-02-30", "2021-3-5", "20210305", "2021-W01-1", "2020-02-29", "2021-05-01",
    "２０２１-03-05", "٢٠٢١-03-05", "start", "finish", "start - 1d", "finish + 5000d", "start + 1w",
    "kickoff.start", "a.finish - 9999ed", "2021-03-05T00:00:00Z", "0000-00-00",
)  # fmt: skip

LENGTHS = (
    "0d", "1d", "1w", "1ed", "1ew", "5000d", "5001d", "1000w", "-1d", "-5000d", "99999999999d",
    "to-deadline", "1.5d", "1_0d", "d", "3 d", "１d", "0w", "0ed", "5000ew", "+3d", "1e3d", "1h",
    "01d", "0005d",
)  # fmt: skip

VALUES = (
    *DATES, *LENGTHS,
    "null", "~", "no", "on", "yes", "true", ".nan", ".inf", "-.inf", "0x10", "0755", "010", "1_000",
    "12:30", "25:00", "09:00-11:30", "23:59-00:00", "24:00", "190:20:30", "1e999", "-1", "0", "0.5",
    "100%", "250%", "0%", "-1%", "1e3%", "NaN",
    "@home", "`x`", "%x", "!!float ''", "!!python/object:os.system x", "&a x", "*a", "<<", "=",
    '"\\0"', '"\\x1b[31m"', '"\\u202e"', '"\\u2028"', '"\\ud800"', '"\\U0010ffff"', '"', "'", "''",
    "[[[[[[", "]", "{a: {a: {a: 1}}}", "[]", "{}", "[a, [b, [c]]]", "{a: 1, a: 2}", "- x", "? x",
    "|", ">-", "|+2", "x" * 201, "x" * 65, "字" * 64, "e\u0301" * 40, "😀", "＝cmd|x",
    "=cmd|'x'!A1",
    "../x", "/etc/passwd", "//host/x", "C:\\x", "sub/../../x", "-rf", ".", "..", "units.csv",
    "other.yaml", "days.yaml", "plan.yaml", "calendar-CN.yaml", "absent.csv",
    "{every: day}", "{every: week, on: [mon, fri]}", "{every: month, on: 31}",
    "{every: day, on: 1}",
    "{every: month, on: [1, last], interval: 99}", "FREQ=DAILY", "FREQ=SECONDLY", "FREQ=YEARLY",
    "FREQ=MONTHLY;BYDAY=5MO", "FREQ=WEEKLY;COUNT=99999999", "FREQ=DAILY;UNTIL=99991231",
    "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", "FREQ=DAILY;INTERVAL=0", "FREQ=YEARLY;BYEASTER=1",
    "FREQ=WEEKLY;BYSETPOS=-366;BYDAY=MO", "RRULE:FREQ=DAILY", "DTSTART:20210101", "FREQ=",
    "alap", "asap", "earlier", "later", "skip", "same", "CN", "GB", "DE", "XX", "SS", "FF", "SF",
    "x SS - 5000d", "x FF + 9999ed", "{task: x, link: SF, lag: -3ed, each: same}", "{task: x}",
    "Asia/Shanghai", "../../etc/passwd", "Nowhere/Land", "zh", "en", "fr", "secretary", "office",
    "all-units", "count(x) >= 1", "finish <= 2021-04-30", "x.finish + 1d <= y.start",
    "not not not true", "((((((((1))))))))", "1 / 0", "max(", "a.b.c.d.e.f", "float(x) > -1e9",
    "{kind: organ}", "{parent: city, tags: [a, b]}", "{kind: [a, b]}", "[organs, organs]",
    "https://example.org/?a=1&b=2", "javascript:alert(1)", "a@example.org", "::error::x",
    "##[group]",
    "]]>", "<script>", "[red]x[/red]", "[/]", "${{ x }}", "{{ x }}", "%s%n", "{0.__class__}", "{",
    "}", "{}", "{x", "{n}", "\\", "#1", "no:1", "1: a", "a: b: c", "a：b", "<<<<<<< HEAD",
    ">>>>>>> x",
)  # fmt: skip

KEYS = (
    "title", "no", "owner", "lead", "participants", "on", "start", "finish", "duration", "deadline",
    "after", "schedule", "each", "except", "complete_at", "repeat", "on_day_off", "time", "place",
    "uses", "checklist", "days", "document", "links", "deliverable", "target", "accept",
    "report_every", "estimate", "weight", "priority", "calendar", "tags", "note", "was", "tasks",
    "overrides", "phases", "owners", "owners_from", "groups", "include", "assert", "goal", "lamps",
    "defaults", "check", "timezone", "language", "rectify", "country", "subdivision", "week",
    "days_off", "workdays", "frozen", "kind", "parent", "capacity", "joined", "left", "email",
    "strict", "ignore", "every", "interval", "item", "due", "id", "task", "link", "lag", "count",
    "unit", "optimistic", "likely", "pessimistic", "due_soon", "a", "b", "x", "1", "010", "no",
    "<<", "=", "?", "字", "start", "\u0430", "a.b", "x" * 64, "x" * 65, "rectify-calendar", "years",
    "source", "task ", "Title", "titel", "__class__",
)  # fmt: skip

BYTES = (
    b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\x80", b"\xc0\x80", b"\xed\xa0\x80", b"\r",
    b"\r\n", b"\x1b[2J", b"\x1b]8;;x\x07", b"\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\t",
    b"\x7f",
    b"\xc2\x9b", b"\xf4\x90\x80\x80", b"\x0c", b"<<<<<<< a\n", b"\n", b"\n---\n", b"\n...\n",
    b"%YAML 3.0\n", b"%TAG ! x\n", b"\xb1\xea\xcc\xe2", b"\xe9", b'"', b"'", b"[" * 70, b"- " * 70,
    b"{a: " * 70, b"&a [*a]", b"x" * 20_001, b"1:" * 300, b"9" * 5000, b"? ", b": ", b"!!binary ",
)  # fmt: skip
