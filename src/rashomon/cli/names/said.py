"""Say that names are the same or apart, and take it back."""

from collections.abc import Sequence
from pathlib import Path

import typer

from rashomon.cli.names.book import Json, dossiers, entities_of, judgements_file, written
from rashomon.model import Judgement
from rashomon.model.errors import UsageError
from rashomon.model.judgements import Verdict
from rashomon.read.judgements import read_judgements, write_judgements

_SAID: dict[Verdict, str] = {"same": "are one", "apart": "are two"}


def say(
    verdict: Verdict,
    out: Path,
    names: Sequence[str],
    given: Path | None,
    *,
    by: str = "",
    note: str = "",
    here: bool = False,
) -> None:
    """Keep a judgement on two names; one on the same names before it is replaced."""
    data = dossiers(out)
    left, right = _pair(data, names, merges=verdict == "apart")
    articles = _articles(data, (left, right)) if here else ()
    try:
        said = Judgement(left=left, right=right, verdict=verdict, articles=articles, by=by, note=note)
    except ValueError as error:
        raise UsageError(str(error)) from error
    path = judgements_file(out, given)
    kept = {judgement.id: judgement for judgement in read_judgements(path)}
    write_judgements({**kept, said.id: said}.values(), path)
    typer.echo(f"kept in {path}: {left!r} and {right!r} {_SAID[verdict]}; the next run of compare applies it")


def take_back(out: Path, names: Sequence[str], given: Path | None) -> None:
    """Remove what was said about two names, whichever articles it was limited to."""
    if len(names) != 2:
        raise UsageError("two names, please")
    path = judgements_file(out, given)
    before = read_judgements(path)
    left, right = sorted(names)
    kept = [j for j in before if sorted((j.left, j.right)) != [left, right]]
    if len(kept) == len(before):
        raise UsageError(f"{path} says nothing about {left!r} and {right!r}")
    write_judgements(kept, path)
    typer.echo(f"taken back in {path}; the next run of compare decides by the scores again")


def _pair(data: list[Json], names: Sequence[str], *, merges: bool) -> tuple[str, str]:
    if merges and len(names) == 1:
        for dossier in data:
            for merge in dossier["merges"]:
                if merge["id"] == names[0]:
                    return min(merge["left"], merge["right"]), max(merge["left"], merge["right"])
        raise UsageError(f"no merge here has the id {names[0]!r}: `rashomon names list OUT` shows them")
    if len(names) != 2:
        raise UsageError("two names, please" + (", or the id of a merge" if merges else ""))
    left, right = sorted(written(data, name) for name in names)
    if left == right:
        raise UsageError(f"both are written {left!r}: namesakes of one spelling can't be told apart by name")
    return left, right


def _articles(data: list[Json], names: Sequence[str]) -> tuple[str, ...]:
    spans = (span for name in names for _, entity in entities_of(data, name) for span in entity["mentions"])
    return tuple(sorted({span["article"] for span in spans}))
