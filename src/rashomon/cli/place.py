"""`rashomon place`: articles one by one, each put into its story at once; every change is a line."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.exits import Exit, complain_of, one_line_errors
from rashomon.cli.options import MetadataOption
from rashomon.model import Article, Failure
from rashomon.model.errors import InputError

if TYPE_CHECKING:
    from rashomon.group.online import Change
    from rashomon.group.profiles import Profile

WINDOW = 100_000
TOLD = 8  # reasons a change, the strongest: what comes after them weighs next to nothing


def place(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Articles, folders of them, or - for standard input."),
    ],
    window: Annotated[
        int, typer.Option(metavar="N", min=1, help="Articles held; those that came first are let go.")
    ] = WINDOW,
    metadata: MetadataOption = None,
) -> None:
    """Put articles into stories as they come.

    Prints a line of JSON for each change, and why; at the end all is grouped anew.
    """
    with one_line_errors():
        code = Placing(window).run(paths, metadata)
    raise typer.Exit(code)


@dataclass(slots=True)
class Placing:
    """One stream of articles; `files` says where each came from."""

    window: int
    files: dict[str, str] = field(default_factory=dict)

    def run(self, paths: Sequence[str], metadata: Path | None) -> Exit:
        """Place each article, print what changed, and say what was left out."""
        from rashomon import read
        from rashomon.group.online import Grouper

        grouper, left_out = Grouper(), 0
        for item in read.read_paths(paths, metadata=metadata):
            found = item if isinstance(item, Failure) else self._profile(item)
            if isinstance(found, Failure):
                complain_of(found.input, found.reason)
                left_out += 1
                continue
            grouper.forget(max(0, len(grouper) + 1 - self.window))
            self._tell(grouper.place(found), settled=False)
        self._tell(grouper.settle(), settled=True)
        if left_out and not self.files:
            raise InputError("no article could be placed")
        return Exit.FINDINGS if left_out else Exit.OK

    def _profile(self, article: Article) -> "Profile | Failure":
        """What of the article decides its story, or why it can't be placed."""
        from rashomon import annotate
        from rashomon.group.profiles import profiles
        from rashomon.link import gazetteer
        from rashomon.pipeline import unsupported

        again = self.files.get(article.id)
        reason = unsupported(article) or (f"the same article as {again}" if again else None)
        if reason:
            return Failure(article.file, "group", reason)
        try:
            found = list(annotate.annotate([article], trained=False))  # quotes have no say in grouping
        except Exception as error:
            reason = f"a fault of rashomon, please report it: {type(error).__name__}: {error}"
            return Failure(article.file, "annotate", reason)
        self.files[article.id] = article.file
        return profiles(found, gazetteer.load())[0]

    def _tell(self, changes: "Iterable[Change]", *, settled: bool) -> None:
        for change in changes:
            line = {
                **asdict(change),
                "files": [self.files[article] for article in change.articles],
                "evidence": [asdict(each) for each in change.evidence[:TOLD]],
                "settled": settled,
            }
            typer.echo(json.dumps(line, ensure_ascii=False))
