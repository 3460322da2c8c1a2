"""The forms that units fill in."""
