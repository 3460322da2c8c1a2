"""A roadmap → one page to look at, to filter and to hang on a wall."""
