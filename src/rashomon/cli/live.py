"""The commands that read into a store, and their options."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.exits import one_line_errors
from rashomon.cli.options import (
    AllowOption,
    ContactOption,
    MetadataOption,
    PauseOption,
    QuietOption,
    StoreOption,
    WorkOption,
)


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL|FEED",
            help="Articles (.txt, .html, .json, .jsonl, .csv, .parquet, .warc, .wacz), folders of them,"
            " pages, feeds, news sitemaps, lists of feeds (.opml, .toml), or - for standard input.",
        ),
    ],
    store: StoreOption,
    metadata: MetadataOption = None,
    work: WorkOption = True,
    pause: PauseOption = 2.0,
    allow_host: AllowOption = None,
    contact: ContactOption = "",
    quiet: QuietOption = False,
) -> None:
    """Read articles into a store. Started again after any stop, it goes on where it was."""
    with one_line_errors():
        from rashomon.cli.intake import Order, run_add

        order = Order(
            store=store, quiet=quiet, work=work, pause=pause, allow_host=allow_host or [], contact=contact
        )
        code = run_add(order, inputs, metadata=metadata)
    raise typer.Exit(code)


def watch(
    store: StoreOption,
    lists: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FEEDS",
            help="Lists of feeds to watch (.opml, .toml); without one, those that the store knows.",
        ),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="One round, then stop.")] = False,
    recheck: Annotated[
        int,
        typer.Option(metavar="MINUTES", min=0, help="Look again at known articles after this; 0: never."),
    ] = 60,
    work: WorkOption = True,
    pause: PauseOption = 2.0,
    allow_host: AllowOption = None,
    contact: ContactOption = "",
    quiet: QuietOption = False,
) -> None:
    """Visit feeds and news sitemaps when they are due, until stopped.

    An article that changed is stored as a revision; its first text stays.
    """
    with one_line_errors():
        from rashomon.cli.intake import Order, run_watch

        order = Order(
            store=store, quiet=quiet, work=work, pause=pause, allow_host=allow_host or [], contact=contact
        )
        code = run_watch(order, lists or [], once=once, recheck=recheck)
    raise typer.Exit(code)
