"""The labels of the views: a key's English, a file a view; other languages are in `locale/`."""
