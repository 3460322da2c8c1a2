"""What is said of the views of progress."""

SENTENCES: dict[str, str] = {
    "--forecast is for the timetable, not for the {name}": "--forecast 只用于时间表，不用于 {name}",
    "--trend is for one plan: name it alone": "--trend 只看一个计划：请只写一个",
    "--against is for one plan: its baselines lie beside it": (
        "--against 只用于一个计划：基线在计划旁边"
    ),
    "--from {begin} is after {end}, the day looked from": "--from {begin} 在截至日 {end} 之后",
    "no group '{word}'": "没有组“{word}”",
    "no group '{word}'; did you mean '{near}'?": "没有组“{word}”；是不是“{near}”？",
    "{option} is one of {names}, not '{word}'": "{option} 是 {names} 之一，不是“{word}”",
    "--fail-on is red or yellow, not '{word}'": "--fail-on 是 red 或 yellow，不是“{word}”",
}
