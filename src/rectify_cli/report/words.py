"""The words of the views in each language, and how days and counts are said in it.

What machines read (keys, slugs, ISO dates) never passes through here.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, lru_cache

from rectify_cli.foundation.struct import Struct
from rectify_cli.foundation.translations import LABELS as OF_LABELS
from rectify_cli.foundation.translations import catalogue
from rectify_cli.report.labels.every import LABELS


class Words(Struct):
    """The words of one language; any that is not known here is answered in English."""

    language: str

    def __call__(self, key: str, /, **values: object) -> str:
        """A label, its values put in; `all`, else `n`, chooses between singular and plural."""
        if "|" in LABELS[key]:
            n = values.get("all", values.get("n"))
            return _counted(self.language, key, n).format(**values)
        return _template(self.language, key).format(**values)

    def workdays(self, n: int) -> str:
        """`3 workdays`."""
        return self("workdays", n=n)

    def weekday(self, day: date) -> str:
        """`Fri`, `周五`."""
        return _weekdays(self.language)[day.weekday()]

    def month(self, day: date, *, year: bool) -> str:
        """`Mar`, `3月`; with the year `Mar 2021`, `2021年3月`."""
        name = self(f"month-{day.month}")
        return self("month-of-year", month=name, year=day.year) if year else name

    def full(self, day: date) -> str:
        """`Fri 2021-03-05`; Chinese has the weekday last."""
        template = _template(self.language, "full-day")
        return template.format(weekday=_weekdays(self.language)[day.weekday()], day=day)

    def short(self, day: date, near: date) -> str:
        """`Fri 03-05`, `03-05` in Chinese; with the year where `near` lies in another one."""
        text = day.isoformat() if day.year != near.year else day.isoformat()[5:]
        return text if self.language == "zh" else f"{self.weekday(day)} {text}"

    def stamp(self, day: date, *, year: bool) -> str:
        """`03-05 Fri`, as the beginning of a line; with the year where there are several."""
        return f"{day.isoformat()[0 if year else 5 :]} {self.weekday(day)}"

    def week(self, days: Iterable[int]) -> str:
        """A week's workdays: `Mon to Fri`, `周一 至 周五`, else each by name."""
        ordered = sorted(days)
        names = [_weekdays(self.language)[day] for day in ordered]
        if len(ordered) > 2 and ordered == list(range(ordered[0], ordered[-1] + 1)):
            return self("to", first=names[0], last=names[-1])
        return self.listed(names)

    def either(self, texts: Sequence[str]) -> str:
        """`a, b or c`; one alone as it is."""
        if len(texts) < 2:
            return self.listed(texts)
        return self("or", most=self.listed(texts[:-1]), last=texts[-1])

    def country(self, code: str) -> str:
        """A country's name, its code where no name is known here."""
        try:
            return self(f"country-{code}")
        except KeyError:
            return code

    def listed(self, texts: Iterable[str]) -> str:
        """Texts one after the other, as the language separates them."""
        return _template(self.language, "between-things").join(texts)

    def joined(self, parts: Iterable[str]) -> str:
        """Parts of a remark, set apart as the language does it."""
        return _template(self.language, "between-parts").join(parts)


@cache
def _template(language: str, key: str) -> str:
    known = catalogue(language, OF_LABELS)
    return LABELS[key] if known is None else known.pgettext(key, LABELS[key])


@lru_cache(maxsize=4096)
def _counted(language: str, key: str, n: object) -> str:
    """The form of a label that a number asks for; without one, that of many."""
    one, many = LABELS[key].split("|")
    known = catalogue(language, OF_LABELS)
    if known is None:
        return one if n == 1 else many
    return known.npgettext(key, one, many, n if isinstance(n, int) else 2)


@cache
def _weekdays(language: str) -> tuple[str, ...]:
    return tuple(_template(language, f"weekday-{day}") for day in range(1, 8))
