"""The recording commands, from `rectify start` to `rectify return`: what happened, recorded."""

from rectify_cli.cli.reporting_options import Recording, command

_TASKS = "Paths, #numbers, last parts or titles."

start = command("start", Recording("TASK...", _TASKS))
done = command("done", Recording("TASK...", _TASKS))
progress = command("progress", Recording("TASK... PERCENT", "Tasks, then 0 to 100."))
count = command(
    "count", Recording("TASK... [N]", "Tasks, then how many were added: 40, +40, -2.", ("total",))
)
tick = command("tick", Recording("TASK ITEM...", "A task, then items of its list.", ("untick",)))
block = command("block", Recording("TASK... WHY", "Tasks, then what holds them up.", ("why",)))
unblock = command("unblock", Recording("TASK...", _TASKS))
note = command("note", Recording("TASK... TEXT", "Tasks, then what is to be known."))
reopen = command("reopen", Recording("TASK...", _TASKS))
drop = command("drop", Recording("TASK... WHY", "Tasks, then why they are dropped.", ("why",)))
close = command("close", Recording("TASK...", _TASKS, of_units=False, of_occurrences=False))
accept = command("accept", Recording("TASK...", _TASKS))
return_ = command("return", Recording("TASK...", _TASKS))

# `count TASK -2` takes two away: to the parser of the line it looks like an option.
count.context_settings = {"ignore_unknown_options": True}  # type: ignore[attr-defined]
