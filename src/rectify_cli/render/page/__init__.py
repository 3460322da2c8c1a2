"""What every page for a browser has: one file that asks for nothing and runs only what is ours."""
