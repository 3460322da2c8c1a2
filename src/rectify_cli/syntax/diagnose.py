"""A trouble becomes words: which explanations are tried for each kind, the first that fits wins."""

from collections.abc import Callable, Iterator
from itertools import islice

from rectify_cli.foundation.finding import say
from rectify_cli.syntax import bounds, colons, full_width, indents, tabs, values, whole
from rectify_cli.syntax.fault import Fault, Scene
from rectify_cli.syntax.lines import line_at
from rectify_cli.syntax.trouble import Kind

_Explain = Callable[[Scene], Fault | None]

_ALWAYS: tuple[_Explain, ...] = (tabs.tab, indents.odd_space, whole.directive)
_BY_KIND: dict[Kind, tuple[_Explain, ...]] = {
    "colon": (
        full_width.colon_before_bracket,
        full_width.bracket_before_key,
        colons.colon_before_bracket,
        colons.second_colon,
        colons.colonless_line,
        colons.key_too_long,
        values.unclosed_quote,
        indents.deeper_than_value,
        indents.without_colon,
    ),
    "no-colon": (colons.colonless_line, colons.key_too_long, indents.without_colon),
    "bracket-in-key": (colons.colon_before_bracket, colons.colonless_line),
    "full-width-colon": (colons.full_width_in_key,),
    "no-space": (colons.no_space_in_key,),
    "quote": (values.unclosed_quote,),
    "escape": (values.bad_escape,),
    "flow": (
        values.quote_over_keys,
        colons.second_colon,
        values.unfit_in_brackets,
        values.stray_bracket,
        values.odd_start,
    ),
    "value": (values.odd_start,),
    "list-in-text": (indents.item_in_text,),
    "key": (values.template_braces, whole.key_no_text),
    "no-key": (whole.empty_key,),
    "documents": (whole.second_document,),
    "empty": (whole.empty,),
    "no-mapping": (colons.colonless_line, whole.no_mapping),
    "structure": (
        indents.odd_space_above,
        full_width.colon_before_bracket,
        colons.colon_before_bracket,
        values.unclosed_quote,
        whole.behind_document_end,
        values.stray_bracket,
        values.odd_start_of_line,
        values.text_after_value,
        whole.no_key,
        colons.colonless_line_above,
        indents.without_colon,
        indents.misplaced_line,
    ),
    "depth": (bounds.too_deep,),
    "brackets": (bounds.too_many_brackets,),
    "nodes": (bounds.too_many_nodes,),
    "scalar": (colons.colonless_line, bounds.too_long),
    "findings": (bounds.too_many_findings,),
}
_FAMILIES: dict[str, Callable[[Scene], Iterator[Fault]]] = {
    "colon": lambda scene: colons.further_signs(scene.text),
    "tab": lambda scene: tabs.further_tabs(scene.text, scene.trouble.at),
    "space": lambda scene: indents.further_odd_spaces(scene.text),
}


def diagnose(scene: Scene) -> Fault:
    """What is wrong where reading stopped; where it has edits, reading can go on with them."""
    for explain in (*_ALWAYS, *_BY_KIND.get(scene.trouble.kind, ())):
        fault = explain(scene)
        if fault is not None:
            return fault
    return _unexplained(scene)


def others_like(scene: Scene, fault: Fault) -> list[Fault]:
    """Further faults of the same family that are plain to see in the lines of the text."""
    found = _FAMILIES[fault.family](scene) if fault.family else iter(())
    others = (each for each in found if each.start != fault.start)
    return list(islice(others, scene.limits.findings))


def _unexplained(scene: Scene) -> Fault:
    text, at = scene.text, scene.trouble.at
    line = line_at(text, min(at, len(text.rstrip())))
    begin = at if line.first < at < line.value_end else line.first
    fix = say("look at its indentation, colons and quotes, and at those of the line above it")
    return Fault(begin, begin + 1, say("this cannot be read as YAML"), fix)
