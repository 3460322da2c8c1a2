"""The task book as files that people edit, read and print."""
