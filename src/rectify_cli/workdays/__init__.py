"""Calendars: which days are workdays, and counting in them."""
