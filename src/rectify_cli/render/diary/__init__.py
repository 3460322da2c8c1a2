"""A diary → files that calendars read."""
