"""`assert`: a small language over the plan's days, counts and floats; its texts become trees.

It stands on this floor, not on the schedule's: names, shapes and kinds can be told from the plan
alone, and a rule lives on the lowest floor that can state it. Only values wait for dates.
"""
