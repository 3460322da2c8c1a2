"""What countries are called, by the codes that a plan's calendar names them with."""

LABELS: dict[str, str] = {
    "country-AU": "Australia",
    "country-CA": "Canada",
    "country-CH": "Switzerland",
    "country-CN": "China",
    "country-DE": "Germany",
    "country-ES": "Spain",
    "country-FR": "France",
    "country-GB": "United Kingdom",
    "country-HK": "Hong Kong",
    "country-IE": "Ireland",
    "country-IN": "India",
    "country-IT": "Italy",
    "country-JP": "Japan",
    "country-KR": "South Korea",
    "country-NL": "Netherlands",
    "country-SG": "Singapore",
    "country-TW": "Taiwan",
    "country-US": "United States",
}
