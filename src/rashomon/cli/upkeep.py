"""The commands that look after a store, and their options."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.exits import one_line_errors
from rashomon.cli.options import AllowOption, ContactOption, PauseOption, QuietOption, StoreOption

JsonOption = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]


class Stage(StrEnum):
    """The stages that can be done again."""

    READ = "read"
    ANNOTATE = "annotate"
    GROUP = "group"
    RESOLVE = "resolve"
    COMPARE = "compare"
    TELL = "tell"


class Format(StrEnum):
    """How an export is written."""

    JSONL = "jsonl"


def status(
    store: StoreOption,
    runs: Annotated[int, typer.Option(metavar="N", min=0, help="How many of the last runs.")] = 5,
    failures: Annotated[int, typer.Option(metavar="N", min=0, help="How many open failures.")] = 10,
    json: JsonOption = False,
) -> None:
    """Say what a store holds, how its last runs went, and what failed."""
    with one_line_errors():
        from rashomon.cli.status import show

        show(store, runs=runs, failures=failures, json=json)


def export(
    store: StoreOption,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the files go.")],
    format: Annotated[Format, typer.Option(help="One record a line.")] = Format.JSONL,  # noqa: ARG001
) -> None:
    """Write every record of a store, in order. Two stores that hold the same give the same bytes."""
    with one_line_errors():
        from rashomon.cli.keeping import export_all

        export_all(store, out)


def diff(
    id: Annotated[str, typer.Argument(metavar="STORY|ARTICLE", help="Its id.")],
    store: StoreOption,
    old: Annotated[
        int | None, typer.Option("--from", metavar="VERSION", min=1, help="The version before, unless said.")
    ] = None,
    new: Annotated[
        int | None, typer.Option("--to", metavar="VERSION", min=1, help="The last version, unless said.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Say which points of a story changed, or words of an article."""
    with one_line_errors():
        from rashomon.cli.changes import show

        show(store, id, old=old, new=new, json=json)


def retry(
    store: StoreOption,
    pause: PauseOption = 2.0,
    allow_host: AllowOption = None,
    contact: ContactOption = "",
    quiet: QuietOption = False,
) -> None:
    """Do again what failed, and only that."""
    with one_line_errors():
        from rashomon.cli.intake import Order
        from rashomon.cli.keeping import retry_all

        code = retry_all(
            Order(store=store, quiet=quiet, pause=pause, allow_host=allow_host or [], contact=contact)
        )
    raise typer.Exit(code)


def redo(
    stage: Annotated[Stage, typer.Option(help="With all that follows from it.")],
    store: StoreOption,
    quiet: QuietOption = False,
) -> None:
    """Do one stage again for everything in a store. Old dossiers are kept."""
    with one_line_errors():
        from rashomon.cli.keeping import redo_stage

        redo_stage(store, stage, quiet=quiet)
