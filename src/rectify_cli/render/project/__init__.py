"""A project as other schedulers' files hold it."""
