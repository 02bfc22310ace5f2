"""The commands and their options; each is one call of a function that does the work."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli import names
from rashomon.cli.archive import ask, run
from rashomon.cli.exits import one_line_errors
from rashomon.cli.live import add, watch
from rashomon.cli.options import MetadataOption
from rashomon.cli.place import place
from rashomon.cli.serve import serve
from rashomon.cli.upkeep import diff, export, redo, retry, status

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Read what many outlets wrote about one event and lay the accounts side by side, "
    "every statement traced to its words.",
    epilog="Exit codes: 0 done; 1 done, but inputs were left out or a dossier breaks a promise; "
    "2 wrong usage; 3 not done.",
)

app.add_typer(names.app, name="names")


def _version(wanted: bool) -> None:
    if wanted:
        from rashomon import __version__

        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options that stand before the command."""


@app.command()
def compare(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Articles (.txt, .html, .json, .jsonl, .csv, .parquet, .warc, .wacz), folders of them,"
            " or - for standard input.",
        ),
    ],
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where the dossier goes (rashomon-out).")
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print the dossier; write files only with --out.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary and no progress.")] = False,
    one_story: Annotated[
        bool, typer.Option("--one-story", help="All inputs are about one event: do not group them.")
    ] = False,
    metadata: MetadataOption = None,
    aliases: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Your own names that mean one thing (.tsv or .toml)."),
    ] = None,
    judgements: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="What was said about names (names.toml in DIR)."),
    ] = None,
) -> None:
    """Compare articles, and tell each story: dossier, page and brief.

    What several outlets tell of one event becomes one story; articles of several events become several.
    """
    from rashomon.cli.run import Order, run

    order = Order(
        paths,
        out=out,
        json=json,
        quiet=quiet,
        one_story=one_story,
        metadata=metadata,
        aliases=aliases,
        judgements=judgements,
    )
    with one_line_errors():
        code = run(order)
    raise typer.Exit(code)


@app.command()
def verify(
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier.json.")],
) -> None:
    """Check every span, citation and count of a dossier, from it alone."""
    from rashomon.cli.verify import verify_file

    with one_line_errors():
        code = verify_file(dossier)
    raise typer.Exit(code)


@app.command()
def demo(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where articles and dossier go.")] = Path(
        "rashomon-demo"
    ),
) -> None:
    """Compare six invented accounts of a ferry accident. They come with rashomon."""
    from rashomon.cli.run import run_demo

    with one_line_errors():
        code = run_demo(out)
    raise typer.Exit(code)


for command in (add, watch, serve, status, retry, redo, diff, export, run, ask, place):
    app.command()(command)
