"""Several years in a few characters, for a sentence: `2026, 2028-2035`."""

from collections.abc import Iterable


def in_words(years: Iterable[int]) -> str:
    """The years in order, each once, runs of three and more drawn together."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(_run(run) for run in runs)


def _run(run: list[int]) -> str:
    if len(run) > 2:
        return f"{run[0]}-{run[-1]}"
    return ", ".join(map(str, run))
