"""Tables and files of other programs, as bytes, become what the plan's floors read."""
