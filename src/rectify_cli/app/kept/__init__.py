"""Dated plans kept in the user's cache by their content: how they are written, found and read."""
