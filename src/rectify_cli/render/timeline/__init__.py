"""Timelines as text: a screen's strip, and the same in a pipe."""
