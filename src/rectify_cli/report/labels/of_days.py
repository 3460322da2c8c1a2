"""How days are written, and what stands between the things of a list."""

LABELS: dict[str, str] = {
    "weekday-1": "Mon",
    "weekday-2": "Tue",
    "weekday-3": "Wed",
    "weekday-4": "Thu",
    "weekday-5": "Fri",
    "weekday-6": "Sat",
    "weekday-7": "Sun",
    "month-1": "Jan",
    "month-2": "Feb",
    "month-3": "Mar",
    "month-4": "Apr",
    "month-5": "May",
    "month-6": "Jun",
    "month-7": "Jul",
    "month-8": "Aug",
    "month-9": "Sep",
    "month-10": "Oct",
    "month-11": "Nov",
    "month-12": "Dec",
    "month-of-year": "{month} {year}",
    "full-day": "{weekday} {day}",
    # Between the things of a list, and between the parts of a remark
    "between-things": ", ",
    "between-parts": ", ",
}
