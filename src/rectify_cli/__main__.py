"""The script `rectify`, and `python -m rectify_cli`: the program, from its first import on."""

import os

INTERRUPTED = 130


def run() -> None:
    """Run the program; an interruption while it is still being loaded ends it silently."""
    try:
        from rectify_cli.cli.main import run as run_program  # noqa: PLC0415 - see above

        run_program()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


if __name__ == "__main__":
    run()
