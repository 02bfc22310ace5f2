"""The command `rashomon`: a thin shell over the pipeline."""

import os

__all__ = ["main"]


def main() -> None:
    """Run the command; see `rashomon --help`."""
    # Processes that the command starts take no module from the folder that it is called in: an archive's own
    # click.py or random.py would run in place of the library's.
    os.environ.setdefault("PYTHONSAFEPATH", "1")
    from rashomon.cli.app import app

    app(prog_name="rashomon")
