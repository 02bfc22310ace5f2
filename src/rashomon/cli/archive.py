"""`rashomon run` and `rashomon ask`: many articles into tables, and questions over them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.exits import one_line_errors
from rashomon.cli.options import MetadataOption, QuietOption


class EngineName(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    DASK = "dask"


def run(
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="SOURCE",
            help="JSON Lines (.jsonl, .jsonl.gz), tables (.csv, .parquet), web archives (.warc, .wacz), other"
            " articles, or folders of them.",
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the tables go, in place of earlier ones.")],
    engine: Annotated[EngineName, typer.Option(help="This machine, or a Dask cluster.")] = EngineName.LOCAL,
    workers: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Processes (as many as there are processors).")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler that runs already.")
    ] = None,
    dossiers: Annotated[bool, typer.Option("--dossiers", help="Write each story's dossier, too.")] = False,
    metadata: MetadataOption = None,
    quiet: QuietOption = False,
) -> None:
    """Work out thousands of articles and leave tables. Stopped at any time, it goes on where it was."""
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


class Form(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def ask(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="The question; none lists them.")] = None,
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Where `rashomon run` left its tables.")
    ] = None,
    who: Annotated[str, typer.Option(metavar="NAME", help="The person asked about.")] = "",
    limit: Annotated[int, typer.Option(metavar="N", min=0, help="Rows at most; 0 gives all.")] = 20,
    form: Annotated[Form, typer.Option(help="For people, or for other tools.")] = Form.TABLE,
) -> None:
    """Ask who copies whom, who was quoted how, which counts changed.

    The answers come from the tables that `rashomon run` left; without a name, the questions are listed.
    """
    with one_line_errors():
        from rashomon.cli.asking import answer, list_questions
        from rashomon.engine.asking import named
        from rashomon.model.errors import UsageError

        if name is None:
            code = list_questions()
        elif folder is None:
            question = named(name)
            raise UsageError(f"say where the tables are: rashomon ask {question.name} DIR")
        else:
            code = answer(name, folder, who=who, limit=limit or None, form=form)
    raise typer.Exit(code)
