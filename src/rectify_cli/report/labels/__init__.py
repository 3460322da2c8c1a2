"""The labels of the views: a key's English and Chinese, a file a view."""
