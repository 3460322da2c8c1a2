"""Where a plan's baselines stand, and what one may be called: a name that is a file everywhere.

`plans/wuwei.yaml` has `plans/wuwei.baseline/<name>.json`.
"""

from unicodedata import category, normalize

from rectify_cli.foundation.finding import Message, say

ENDING = ".json"
FOLDER_ENDING = ".baseline"
_PLAN_ENDINGS = (".yaml", ".yml")
_MAX_BYTES = 120
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)


def baseline_folder(plan_file: str) -> str:
    """The folder of a plan file's baselines."""
    for ending in _PLAN_ENDINGS:
        if plan_file.casefold().endswith(ending):
            return plan_file[: -len(ending)] + FOLDER_ENDING
    return plan_file + FOLDER_ENDING


def canonical(name: str) -> str:
    """A name as it is kept: composed, since file systems differ in that."""
    return normalize("NFC", name)


def folded(name: str) -> str:
    """What two names have in common that one folder cannot hold everywhere."""
    return normalize("NFC", normalize("NFKC", name).casefold())


def why_no_name(name: str) -> Message | None:
    """Why a baseline cannot be called so; None if it can, on every system."""
    if not name.strip():
        return say("a baseline needs a name")
    odd = next((each for each in name if each in _FORBIDDEN or (category(each)[0] in "CZ"
                and each != " ")), None)  # fmt: skip
    if odd is not None:
        return say("a baseline's name has no {character}", character=_shown(odd))
    if name[0] in "-. " or name[-1] in ". ":
        return say(
            "a baseline's name neither begins with - or a point or a blank, nor ends with one"
        )
    if name.partition(".")[0].strip().casefold() in _DEVICES:
        return say("'{name}' is a device on Windows: call it otherwise", name=name)
    if len(name.encode("utf-8", "replace")) > _MAX_BYTES:
        return say("a baseline's name has at most {n} bytes", n=_MAX_BYTES)
    return None


def _shown(character: str) -> str:
    return f"'{character}'" if character.isprintable() else f"U+{ord(character):04X}"
