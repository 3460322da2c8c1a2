"""Facts to views: titled, typed tables, records and timelines. Formats are not known here."""
