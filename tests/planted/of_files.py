"""Faults of the files that a plan names."""

from tests.planted.fault import Fault

_FAR, _FILE = "far-{n}: far-{n}.yaml", "far-{n}.yaml"
_HEAD = "rectify: 1\ntitle: West\nstart: 2026-03-02\n"
_BODY = (
    "deadline: 2026-12-18\nowners: {{west-{n}: {{}}}}\n"
    "tasks: {{a: {{owner: west-{n}, duration: 1d}}}}\n"
)

OF_FILES = (
    Fault("an included plan that is none", includes="far-{n}: ‹missing-file›far-{n}.yaml"),
    Fault(
        "an included plan that holds a conflict",
        includes=_FAR,
        files={_FILE: _HEAD + "‹merge-conflict›<<<<<<< HEAD\n" + _BODY + "=======\n>>>>>>> b\n"},
    ),
    Fault(
        "an included plan of the future",
        includes=_FAR,
        files={_FILE: _HEAD.replace("rectify: 1", "rectify: ‹unknown-version›9") + _BODY},
    ),
    Fault(
        "an included plan without a start",
        includes=_FAR,
        files={_FILE: "‹missing-key›rectify: 1\ntitle: West\n" + _BODY},
    ),
    Fault(
        "an included plan in another encoding",
        includes=_FAR,
        files={_FILE: _HEAD.replace("West", "W‹bad-encoding›\udce9st") + _BODY},
    ),
    Fault(
        "a report that is torn",
        files={"plan.progress/2026-03/torn-{n}.jsonl": '‹torn-report›{{"v": 1, "id\n'},
    ),
    Fault("an included plan that is a list", includes=_FAR, files={_FILE: "‹wrong-type›- a\n"}),
    Fault("an included plan that is empty", includes=_FAR, files={_FILE: "‹yaml-syntax›"}),
    Fault(
        "an included plan that includes the top",
        includes=_FAR,
        files={_FILE: _HEAD + "include: {{up: ‹include-cycle›plan.yaml}}\n" + _BODY},
    ),
    Fault(
        "an owner of two plans",
        includes=_FAR,
        files={_FILE: _HEAD + _BODY.replace("{{west-{n}", "{{‹owner-clash›office: {{}}, west-{n}")},
    ),
    Fault(
        "a year that nobody knows",
        includes=_FAR,
        files={
            _FILE: "rectify: 1\ntitle: Far\nstart: 2149-12-01\n"
            "calendar: {{country: ‹calendar-unpublished›CN}}\n"
            "deadline: 2150-02-27\nowners: {{far-{n}: {{}}}}\n"
            "tasks: {{a: {{owner: far-{n}, duration: 30d}}}}\n"
        },
    ),
    Fault(
        "braces beyond all depth",
        includes=_FAR,
        files={_FILE: "x: " + "[" * 63 + "‹too-deep›[" + "]" * 64 + "\n"},
    ),
)
