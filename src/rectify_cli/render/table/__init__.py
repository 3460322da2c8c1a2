"""Reports as text of several kinds: a file a format."""
