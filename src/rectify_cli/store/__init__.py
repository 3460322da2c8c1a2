"""The only room that opens files: reading, finding, replacing, keeping."""
