"""Faults of the text itself, none of which hides what stands round it."""

from tests.planted.fault import Fault

OF_TEXT = (
    Fault(
        "a colon in a text",
        tasks="""
        note-{n}:
          title: ‹yaml-syntax›Note: bring a pen
          duration: 2d
    """,
    ),
    Fault(
        "a full-width colon",
        tasks="""
        wide-{n}:
          title‹yaml-syntax›：开会
          duration: 2d
    """,
    ),
    Fault(
        "a text that begins with @",
        tasks="""
        at-{n}:
          title: ‹yaml-syntax›@home
          duration: 2d
    """,
    ),
    Fault(
        "a text that begins with a bracket",
        tasks="""
        urgent-{n}:
          title: ‹yaml-syntax›[urgent] fix
          duration: 2d
    """,
    ),
    Fault(
        "an anchor",
        tasks="""
        anchored-{n}: ‹alias-forbidden›&a{n} {{duration: 2d}}
    """,
    ),
    Fault(
        "a merge key",
        tasks="""
        merged-{n}:
          <<: ‹alias-forbidden›*usual
          duration: 2d
    """,
    ),
    Fault(
        "a tag",
        tasks="""
        tagged-{n}:
          title: ‹yaml-syntax›!!str 12
          duration: 2d
    """,
    ),
    Fault(
        "a character that nobody sees",
        tasks="""
        unseen-{n}:
          title: Meeting of‹yaml-syntax›\u202eall
          duration: 2d
    """,
    ),
    Fault(
        "the same field twice",
        tasks="""
        twice-{n}:
          duration: 2d
          note: as agreed
          ‹duplicate-key›duration: 3d
    """,
    ),
    Fault(
        "no space after a colon",
        tasks="""
        close-{n}:
          note: as agreed
          duration‹yaml-syntax›:2d
    """,
    ),
    Fault(
        "a comment without a reason",
        tasks="""
        fair-{n}: {{on: 2026-05-09}}    ‹ignore-without-reason›# rectify: ignore not-a-workday
    """,
    ),
    Fault(
        "a name with what may not stand in it",
        tasks="""
        named-{n}: {{duration: 2d, after: "al‹yaml-syntax›\\0pha"}}
    """,
    ),
    Fault(
        "a path with what may not stand in it",
        tasks="""
        paper-{n}: {{duration: 2d, document: "a‹yaml-syntax›\\eb.md"}}
    """,
    ),
)
