"""The words of the views in each language, and how days and counts are said in it.

What machines read (keys, slugs, ISO dates) never passes through here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rectify_cli.report.labels.every import LABELS

_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
}
_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "zh": tuple(f"{month}月" for month in range(1, 13)),
}
_COUNTRIES = {
    "AU": ("Australia", "澳大利亚"),
    "CA": ("Canada", "加拿大"),
    "CH": ("Switzerland", "瑞士"),
    "CN": ("China", "中国"),
    "DE": ("Germany", "德国"),
    "ES": ("Spain", "西班牙"),
    "FR": ("France", "法国"),
    "GB": ("United Kingdom", "英国"),
    "HK": ("Hong Kong", "香港"),
    "IE": ("Ireland", "爱尔兰"),
    "IN": ("India", "印度"),
    "IT": ("Italy", "意大利"),
    "JP": ("Japan", "日本"),
    "KR": ("South Korea", "韩国"),
    "NL": ("Netherlands", "荷兰"),
    "SG": ("Singapore", "新加坡"),
    "TW": ("Taiwan", "台湾"),
    "US": ("United States", "美国"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; any that is not known here is answered in English."""

    language: str

    def __call__(self, key: str, /, **values: object) -> str:
        """A label, its values put in; `all`, else `n`, chooses between singular and plural."""
        template = LABELS[key][self._column]
        if "|" in template:
            one, many = template.split("|")
            template = one if values.get("all", values.get("n")) == 1 else many
        return template.format(**values)

    def workdays(self, n: int) -> str:
        """`3 workdays`."""
        return self("workdays", n=n)

    @property
    def _column(self) -> int:
        return 1 if self.language == "zh" else 0

    @property
    def _name(self) -> str:
        return "zh" if self.language == "zh" else "en"

    def weekday(self, day: date) -> str:
        """`Fri`, `周五`."""
        return _WEEKDAYS[self._name][day.weekday()]

    def month(self, day: date, *, year: bool) -> str:
        """`Mar`, `3月`; with the year `Mar 2021`, `2021年3月`."""
        name = _MONTHS[self._name][day.month - 1]
        if not year:
            return name
        return f"{day.year}年{name}" if self._column else f"{name} {day.year}"

    def full(self, day: date) -> str:
        """`Fri 2021-03-05`; Chinese has the weekday last."""
        weekday = self.weekday(day)
        return f"{day} {weekday}" if self._column else f"{weekday} {day}"

    def short(self, day: date, near: date) -> str:
        """`Fri 03-05`, `03-05` in Chinese; with the year where `near` lies in another one."""
        text = day.isoformat() if day.year != near.year else day.isoformat()[5:]
        return text if self._column else f"{self.weekday(day)} {text}"

    def stamp(self, day: date, *, year: bool) -> str:
        """`03-05 Fri`, as the beginning of a line; with the year where there are several."""
        return f"{day.isoformat()[0 if year else 5 :]} {self.weekday(day)}"

    def week(self, days: Iterable[int]) -> str:
        """A week's workdays: `Mon to Fri`, `周一 至 周五`, else each by name."""
        ordered = sorted(days)
        names = [_WEEKDAYS[self._name][day] for day in ordered]
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
        return _COUNTRIES[code][self._column] if code in _COUNTRIES else code

    def listed(self, texts: Iterable[str]) -> str:
        """Texts one after the other, as the language separates them."""
        return ("、" if self._column else ", ").join(texts)

    def joined(self, parts: Iterable[str]) -> str:
        """Parts of a remark, set apart as the language does it."""
        return ("，" if self._column else ", ").join(parts)
