"""`python -m rectify_cli` is the command `rectify`."""

from rectify_cli.cli.main import run

if __name__ == "__main__":
    run()
