"""The commands and their options; each is one call of a function that does the work."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.exits import one_line_errors

app = typer.Typer(
    no_args_is_help=True,
    help="See which names were joined, and say otherwise. Later runs keep to it.",
)

Out = Annotated[
    Path, typer.Argument(metavar="OUT", help="What compare wrote: a folder, or a dossier.json in it.")
]
Pair = Annotated[list[str], typer.Argument(metavar="NAME", help="Two names as written, or ids of entities.")]
File = Annotated[
    Path | None,
    typer.Option("--judgements", metavar="FILE", help="Where judgements are kept (OUT/names.toml)."),
]
By = Annotated[str, typer.Option(metavar="WHO", help="Who says so, kept for others to read.")]
Note = Annotated[str, typer.Option(metavar="WHY", help="Why, kept for others to read.")]
Here = Annotated[bool, typer.Option("--here", help="For the articles that hold these names only.")]


@app.command("list")
def list_names(
    out: Out,
    judgements: File = None,
    every: Annotated[bool, typer.Option("--all", help="Entities of a single name, too.")] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """List entities: their names, why joined, what was said about them."""
    from rashomon.cli.names.listing import show

    with one_line_errors():
        show(out, judgements, every=every, as_json=json)


@app.command()
def merge(
    out: Out, names: Pair, judgements: File = None, by: By = "", note: Note = "", here: Here = False
) -> None:
    """Say that two names mean one entity."""
    from rashomon.cli.names.said import say

    with one_line_errors():
        say("same", out, names, judgements, by=by, note=note, here=here)


@app.command()
def split(
    out: Out, names: Pair, judgements: File = None, by: By = "", note: Note = "", here: Here = False
) -> None:
    """Say that two names never mean one entity. Instead of names, the id of a merge will do."""
    from rashomon.cli.names.said import say

    with one_line_errors():
        say("apart", out, names, judgements, by=by, note=note, here=here)


@app.command()
def forget(out: Out, names: Pair, judgements: File = None) -> None:
    """Take back what was said about two names: the scores decide again."""
    from rashomon.cli.names.said import take_back

    with one_line_errors():
        take_back(out, names, judgements)
