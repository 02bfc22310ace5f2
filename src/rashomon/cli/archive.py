"""`rashomon run` and `rashomon ask`: many articles into tables, and questions over them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.exits import one_line_errors
from rashomon.cli.live import QuietOption


class EngineName(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    DASK = "dask"


def run(
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="SOURCE...",
            help="JSON Lines (.jsonl, .jsonl.gz), tables (.parquet), web archives (.warc, .wacz), other"
            " articles, or folders of them.",
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the tables go.")],
    engine: Annotated[EngineName, typer.Option(help="This machine, or a Dask cluster.")] = EngineName.LOCAL,
    workers: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Processes (as many as there are processors).")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler that runs already.")
    ] = None,
    dossiers: Annotated[bool, typer.Option("--dossiers", help="Write each story's dossier, too.")] = False,
    metadata: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Outlet, URL and date of each file (.csv or .json)."),
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Work out thousands of articles and leave tables; stopped at any time, it goes on where it was."""
    with one_line_errors():
        from rashomon.cli.running import Order, run_many

        code = run_many(
            Order(
                sources=sources,
                out=out,
                engine=engine,
                workers=workers,
                scheduler=scheduler,
                dossiers=dossiers,
                metadata=metadata,
                quiet=quiet,
            )
        )
    raise typer.Exit(code)
