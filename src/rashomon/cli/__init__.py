"""The command `rashomon`: a thin shell over the pipeline."""

__all__ = ["main"]


def main() -> None:
    """Run the command; see `rashomon --help`."""
    from rashomon.cli.app import app

    app(prog_name="rashomon")
