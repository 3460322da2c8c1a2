"""Plan and calendars → network → dates, floats and drivers → what every workday holds."""
