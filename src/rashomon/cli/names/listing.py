"""List entities, their names, the merges behind them and what people said."""

import json
from collections.abc import Iterator
from pathlib import Path

import typer

from rashomon.cli.names.book import Json, dossiers, judgements_file
from rashomon.model import Judgement
from rashomon.read.judgements import read_judgements

_SIGN = {"same": "=", "apart": "≠"}


def show(out: Path, given: Path | None, *, every: bool, as_json: bool) -> None:
    """Print the entities of several names (or `every` one), as lines or as JSON."""
    said = read_judgements(judgements_file(out, given))
    rows = [row for dossier in dossiers(out) for row in _rows(dossier, every=every)]
    if as_json:
        body = {"entities": rows, "judgements": [_said(judgement) for judgement in said]}
        typer.echo(json.dumps(body, ensure_ascii=False, indent=1))
        return
    for row in rows:
        typer.echo(f"{row['kind']:<13}{row['name']}  ({_times(row['mentions'])}, {row['id']})")
        for line in _lines(row):
            typer.echo(f"    {line}")
    if said:
        typer.echo("What people said:")
    for judgement in said:
        note = f"  {judgement.note}" if judgement.note else ""
        typer.echo(f"    {judgement.left} {_SIGN[judgement.verdict]} {judgement.right}{note}")


def _times(mentions: int) -> str:
    return "1 mention" if mentions == 1 else f"{mentions} mentions"


def _rows(dossier: Json, *, every: bool) -> Iterator[Json]:
    for entity in dossier["entities"]:
        if every or len(entity["names"]) > 1:
            yield {
                "story": dossier["story"]["id"],
                "id": entity["id"],
                "kind": entity["kind"],
                "name": entity["name"],
                "names": entity["names"],
                "mentions": len(entity["mentions"]),
                "merges": [merge for merge in dossier["merges"] if merge["entity"] == entity["id"]],
            }


def _lines(row: Json) -> Iterator[str]:
    for merge in row["merges"]:
        why = "; ".join(_why(evidence) for evidence in merge["evidence"])
        yield f"{merge['id']}  {merge['left']} = {merge['right']}  {merge['score']:g}  {why}"


def _why(evidence: Json) -> str:
    return f"{evidence['feature']} {evidence['score']:+g} ({evidence['left']} / {evidence['right']})"


def _said(judgement: Judgement) -> Json:
    return {
        "id": judgement.id,
        "names": [judgement.left, judgement.right],
        "verdict": judgement.verdict,
        "articles": list(judgement.articles),
        "by": judgement.by,
        "note": judgement.note,
    }
