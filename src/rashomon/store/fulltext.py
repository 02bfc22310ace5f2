"""Full-text search in the words of either database: stemmed English, accents folded, phrases, exclusions."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, column, func, literal_column, table, text

from rashomon.store.rows import fit
from rashomon.store.schema import search

# Characters of one text that are searched: PostgreSQL's index of one text ends at a megabyte.
MOST = 300_000
_OPEN, _CLOSE = "\x02", "\x03"
_WORDS_SHOWN = 28
_TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
_SEARCH_TEXT = table("search_text", column("rowid"), column("text"))


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase that has to stand in the text, or must not."""

    words: tuple[str, ...]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Match:
    """How one query is said to the database: the condition, the rank (low is good), the words to show."""

    where: ColumnElement[bool]
    rank: ColumnElement[Any]
    shown: ColumnElement[Any]


def terms(query: str) -> tuple[Term, ...]:
    """Read the query: words, "phrases", and -words that must not stand there."""
    found = []
    for minus, phrase, word in _TERM.findall(query):
        words = tuple(_fold(phrase or word).split())
        if words:
            found.append(Term(words, not minus))
    return tuple(found)


def index_row(connection: Connection, *, kind: str, key: str, article: str, body: str) -> dict[str, Any]:
    """Return the row of `search` for one text."""
    words = fit(body[:MOST]) or ""
    row = {"kind": kind, "key": key, "article": article, "text": words}
    if connection.dialect.name == "postgresql":
        row["folded"] = _fold(words)
    return row


def add_rows(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Put the rows into the index."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(search.insert(), list(rows))
        return
    connection.execute(
        text(
            "INSERT INTO search (kind, key, article, text, words)"
            " VALUES (:kind, :key, :article, :text, to_tsvector('rashomon', :folded))"
        ),
        list(rows),
    )


def match(connection: Connection, found: Sequence[Term]) -> Match:
    """Return the condition for the terms, of which at least one is wanted."""
    return _sqlite(found) if connection.dialect.name == "sqlite" else _postgresql(found)


def from_clause(connection: Connection) -> Any:
    """Return what the search selects from."""
    if connection.dialect.name == "sqlite":
        return search.join(_SEARCH_TEXT, _SEARCH_TEXT.c.rowid == search.c.id)
    return search


def parts(shown: str) -> tuple[tuple[str, bool], ...]:
    """Cut the shown words at the marks around what matches."""
    pieces = re.split(f"([{_OPEN}{_CLOSE}])", shown)
    found, hit = [], False
    for piece in pieces:
        if piece in (_OPEN, _CLOSE):
            hit = piece == _OPEN
        elif piece:
            found.append((piece, hit))
    return tuple(found)


def _sqlite(found: Sequence[Term]) -> Match:
    wanted = " AND ".join(f'"{" ".join(term.words)}"' for term in found if term.wanted)
    without = "".join(f' NOT "{" ".join(term.words)}"' for term in found if not term.wanted)
    query = f"({wanted}){without}"
    shown = func.snippet(literal_column("search_text"), 0, _OPEN, _CLOSE, "…", _WORDS_SHOWN)
    where = literal_column("search_text").op("MATCH")(query)
    return Match(where, func.bm25(literal_column("search_text")), shown)


def _postgresql(found: Sequence[Term]) -> Match:
    query = " ".join(f'{"" if term.wanted else "-"}"{" ".join(term.words)}"' for term in found)
    asked = func.websearch_to_tsquery("rashomon", query)
    options = f"StartSel={_OPEN}, StopSel={_CLOSE}, MaxFragments=1, MaxWords={_WORDS_SHOWN}, MinWords=12"
    words: ColumnElement[Any] = literal_column("search.words")
    shown = func.ts_headline("rashomon", search.c.text, asked, options)
    return Match(words.op("@@")(asked), -func.ts_rank_cd(words, asked), shown)


def _fold(words: str) -> str:
    """Words alone, in lower case and without accents, so that both databases cut them alike."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", kept))
