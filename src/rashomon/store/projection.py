"""A dossier's rows: what a list, a search or a person's page looks up without opening the dossier.

All of it is in the dossier; the rows of a story are made anew with each version of it.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, delete

from rashomon.model.parts import with_whole_quotes
from rashomon.store import schema
from rashomon.store.fulltext import add_rows, index_row
from rashomon.store.records import Json
from rashomon.store.rows import as_json, chunks, put

_TABLES = (schema.quotes, schema.entities, schema.sightings, schema.origins)


def project(connection: Connection, story: str, dossier: Json) -> None:
    """Put the dossier's rows in place of those of the story's last version."""
    dossier = with_whole_quotes(dossier)
    for table in _TABLES:
        connection.execute(delete(table).where(table.c.story == story))
    for table, rows in zip(
        _TABLES, (_quotes(dossier), _entities(dossier), _sightings(dossier), _origins(dossier)), strict=True
    ):
        put(connection, table, [{"story": story, **row} for row in rows])
    _index(connection, dossier)


def summary(dossier: Json) -> Json:
    """Return what a list of stories shows of the dossier."""
    told = Counter(row["relation"] for row in dossier["points"] if row.get("slot") != "other")
    fidelities = Counter(r["fidelity"] for u in dossier["utterances"] for r in u["renderings"])
    return {
        "articles": len(dossier["articles"]),
        "outlets": sorted({a["outlet"] for a in dossier["articles"] if a["outlet"]}),
        "origins": dossier["story"]["independent"],
        "points": dict(sorted(told.items())),
        "altered": fidelities["altered"],
    }


def _quotes(dossier: Json) -> Iterator[Json]:
    said = {r["quote"]: (u["id"], r["fidelity"]) for u in dossier["utterances"] for r in u["renderings"]}
    for quote in dossier["quotes"]:
        utterance, fidelity = said.get(quote["id"], (None, None))
        yield {
            "id": quote["id"],
            "article": quote["article"],
            "kind": quote["kind"],
            "speaker": quote["speaker"],
            "text": _words(quote["content"]),
            "utterance": utterance,
            "fidelity": fidelity,
            "confidence": quote["confidence"],
            "start": min((span["start"] for span in quote["content"]), default=0),
        }


def _entities(dossier: Json) -> Iterator[Json]:
    for entity in dossier["entities"]:
        names = as_json(entity["names"])
        yield {"id": entity["id"], "kind": entity["kind"], "name": entity["name"], "names": names}


def _sightings(dossier: Json) -> Iterator[Json]:
    for entity in dossier["entities"]:
        for span in entity["mentions"]:
            yield {
                "entity": entity["id"],
                "article": span["article"],
                "start": span["start"],
                "stop": span["end"],
                "name": span["exact"],
            }


def _origins(dossier: Json) -> Iterator[Json]:
    for origin in dossier["origins"]:
        for article in origin["articles"]:
            yield {"id": origin["id"], "article": article, "agency": origin["agency"]}


def _index(connection: Connection, dossier: Json) -> None:
    search = schema.search
    for ids in chunks(article["id"] for article in dossier["articles"]):
        connection.execute(delete(search).where(search.c.article.in_(ids), search.c.kind != "article"))
    rows = [
        index_row(connection, kind=kind, key=each["id"], article=each["article"], body=_words(each[spans]))
        for kind, found, spans in (
            ("quote", dossier["quotes"], "content"),
            ("claim", dossier["claims"], "spans"),
        )
        for each in found
    ]
    add_rows(connection, rows)


def _words(spans: list[dict[str, Any]]) -> str:
    return " … ".join(span["exact"] for span in spans)
