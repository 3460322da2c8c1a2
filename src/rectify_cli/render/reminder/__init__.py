"""Reminders as mail and as slips of paper."""
