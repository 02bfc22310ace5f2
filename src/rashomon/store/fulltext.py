"""Full-text search in the words of either database: stemmed English, accents folded, phrases, exclusions."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, column, func, literal_column, table, text

from rashomon.store.rows import fit
from rashomon.store.schema import search

# Characters of one text that are searched: PostgreSQL's index of one text ends at a megabyte.
MOST = 300_000
_OPEN, _CLOSE = "\x02", "\x03"
# Characters of a text that a hit shows, and those of them before its first match.
SHOWN, BEFORE = 220, 60
_TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
_SEARCH_TEXT = table("search_text", column("rowid"), column("text"))


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase that has to stand in the text, or must not."""

    words: tuple[str, ...]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Match:
    """How one query is said to the database: the condition, the rank (low is good), the text with marks.

    `source` is the table of the index, `number` its column that is the id of a row of `search`. `asked` is
    the query as PostgreSQL marks a text by; SQLite's text comes with its marks.
    """

    source: FromClause
    number: ColumnElement[int]
    where: ColumnElement[bool]
    rank: ColumnElement[Any]
    shown: ColumnElement[Any]
    asked: str | None = None


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


def marked(connection: Connection, found: Match, shown: Sequence[str]) -> list[str]:
    """Return the texts with marks around what matches, where the search did not set them itself."""
    if found.asked is None or not shown:
        return list(shown)
    sql = text(
        "SELECT ts_headline('rashomon', folded, websearch_to_tsquery('rashomon', :asked), :options)"
        " FROM unnest(CAST(:folded AS text[])) WITH ORDINALITY AS texts (folded, number) ORDER BY number"
    )
    options = f"HighlightAll=true, StartSel={_OPEN}, StopSel={_CLOSE}"
    values = {"asked": found.asked, "options": options, "folded": [_fold_in_place(each) for each in shown]}
    return [_onto(row[0], each) for row, each in zip(connection.execute(sql, values), shown, strict=True)]


def parts(shown: str) -> tuple[tuple[str, bool], ...]:
    """Return the words around the first match, in pieces: what matches, and what stands between."""
    pieces, hit, first, at = list[tuple[str, bool]](), False, None, 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", shown):
        if piece in (_OPEN, _CLOSE):
            hit = piece == _OPEN
        elif piece:
            pieces.append((piece, hit))
            first = at if hit and first is None else first
            at += len(piece)
    return _window(pieces, max(0, (first or 0) - BEFORE), at)


def _window(pieces: Sequence[tuple[str, bool]], start: int, length: int) -> tuple[tuple[str, bool], ...]:
    """Cut out some characters from `start` on, at the ends of words; dots say where something is left out."""
    whole = "".join(piece for piece, _ in pieces)
    start = whole.find(" ", start) + 1 if start else 0
    end = length if length <= start + SHOWN else max(whole.rfind(" ", start, start + SHOWN), start + 1)
    found, at = [("…", False)] if start else [], 0
    for piece, hit in pieces:
        part = piece[max(0, start - at) : max(0, end - at)]
        found += [(part, hit)] if part else []
        at += len(piece)
    return (*found, *([("…", False)] if end < length else []))


def _sqlite(found: Sequence[Term]) -> Match:
    wanted = " AND ".join(f'"{" ".join(term.words)}"' for term in found if term.wanted)
    without = "".join(f' NOT "{" ".join(term.words)}"' for term in found if not term.wanted)
    query = f"({wanted}){without}"
    shown = func.highlight(literal_column("search_text"), 0, _OPEN, _CLOSE)
    where = literal_column("search_text").op("MATCH")(query)
    rank = func.bm25(literal_column("search_text"))
    return Match(_SEARCH_TEXT, _SEARCH_TEXT.c.rowid, where, rank, shown)


def _postgresql(found: Sequence[Term]) -> Match:
    query = " ".join(f'{"" if term.wanted else "-"}"{" ".join(term.words)}"' for term in found)
    asked = func.websearch_to_tsquery("rashomon", query)
    words: ColumnElement[Any] = literal_column("search.words")
    # 1: a long text does not rank high for its length alone
    rank = -func.ts_rank_cd(words, asked, 1)
    return Match(search, search.c.id, words.op("@@")(asked), rank, search.c.text, query)


def _fold(words: str) -> str:
    """Words alone, in lower case and without accents, so that both databases cut them alike."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", kept))


def _fold_in_place(words: str) -> str:
    """The same with every character in its place, so that marks in it are marks in the words."""
    return "".join(
        unicodedata.normalize("NFKD", sign)[0].lower()[0] if sign.isalnum() else " " for sign in words
    )


def _onto(marked: str, words: str) -> str:
    """Carry the marks of the folded text over to the words."""
    found, at = [], 0
    for sign in marked:
        if sign in (_OPEN, _CLOSE):
            found.append(sign)
        else:
            found.append(words[at])
            at += 1
    return "".join(found)
