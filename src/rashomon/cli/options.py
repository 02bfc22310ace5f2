"""Options that several commands take, each said once."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.exits import one_line_errors


def _there(path: Path | None) -> Path | None:
    """Say at once that a file named in the call is not there, not after the work or in its place."""
    if path is not None and (path.is_dir() or not path.exists()):
        with one_line_errors():
            path.open("rb").close()
    return path


StoreOption = Annotated[
    str, typer.Option("--store", metavar="STORE", help="A file, or postgresql://... for a team.")
]
MetadataOption = Annotated[
    Path | None,
    typer.Option(
        "--metadata",
        metavar="FILE",
        callback=_there,
        help="Outlet, URL and date of each file (.csv or .json).",
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")]
WorkOption = Annotated[bool, typer.Option("--work/--no-work", help="Annotate, group and compare what came.")]
PauseOption = Annotated[
    float, typer.Option(metavar="SECONDS", min=0.0, help="Between two requests to one host.")
]
AllowOption = Annotated[
    list[str] | None,
    typer.Option(metavar="HOST[:PORT]", help="A host off the public internet that you trust; repeat it."),
]
ContactOption = Annotated[
    str, typer.Option(metavar="TEXT", help="Where outlets reach you, sent with every request.")
]
