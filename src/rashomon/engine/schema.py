"""The tables of a run: one for each kind of record, every column with its type and what it says."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyarrow import DataType, Schema

VERSION = "rashomon/tables/1"

# Types are written as they read: "span" is a struct, "[x]" a list of x.
Columns = tuple[tuple[str, str, str], ...]
_STORY = ("story", "str", "the story's id (stories.id)")
_AT = (
    ("article", "str", "the article's id (articles.id)"),
    ("start", "int", "first character in articles.text, in code points"),
    ("end", "int", "behind the last character"),
    ("exact", "str", "the words there"),
)

TABLES: dict[str, tuple[str, Columns]] = {
    "stories": (
        "Events: the articles that tell of one.",
        (
            ("id", "str", "of its articles' ids: equal articles, equal id"),
            ("title", "str", "the title of the article nearest to the others"),
            ("date", "str", "the day that most openings speak of, ISO 8601; null if unknown"),
            ("place", "str", "where it happens, by datelines and openings; null if unknown"),
            ("articles", "[str]", "its articles, in the order of the input"),
            ("reasons", "[str]", "why they are one story"),
        ),
    ),
    "articles": (
        "Articles as stored, with the text that all spans point into.",
        (
            ("id", "str", "of what the article says and who published it"),
            _STORY,
            ("siglum", "str", "its short sign within the story"),
            ("file", "str", "where it was read"),
            ("url", "str", "its web address"),
            ("outlet", "str", "who published it"),
            ("outlet_inferred", "bool", "whether the outlet is only one that somebody in the text told"),
            ("title", "str", "its title, which the text begins with"),
            ("byline", "str", "who signed it"),
            ("dateline", "str", "the place at its head"),
            ("published", "str", "ISO 8601, as far as it is known"),
            ("precision", "str", "second, minute, day, month or year"),
            ("language", "str", "ISO 639-1"),
            ("text", "str", "the text, cleaned once and never edited"),
            ("credits", "[str]", "agencies that it credits"),
            ("photo_credits", "[str]", "those that it credits for a picture alone"),
            ("wire", "str", "the agency whose report the whole text is"),
            ("dropped", "[dropped]", "what cleaning left out, start in the arrived text, and why"),
            ("repairs", "[repair]", "what cleaning mended, and what stood there"),
            ("offsets", "[[int]]", "stretches kept: start in text, start in what arrived, length"),
            ("origin", "str", "the text it goes back to as a whole (origins.id)"),
        ),
    ),
    "mentions": (
        "Names where they stand.",
        (
            _STORY,
            *_AT,
            ("kind", "str", "person, organisation, group, place or other"),
            ("text", "str", "the name without article, possessive or stray mark"),
            ("entity", "str", "who is meant (entities.id); null if unknown"),
        ),
    ),
    "times": (
        "Expressions of time.",
        (
            _STORY,
            *_AT,
            ("kind", "str", "date, time, duration or set"),
            ("value", "str", "ISO 8601 in the style of TimeML; null if unknown"),
            ("until", "str", "the end of a range"),
            ("precision", "str", "minute, day, week, month, year or decade"),
            ("basis", "str", "what a relative expression was counted from"),
        ),
    ),
    "quantities": (
        "Numbers with what they count.",
        (
            _STORY,
            *_AT,
            ("kind", "str", "count, money, percent, duration, age or measure"),
            ("low", "float", "the least that was said, inclusive"),
            ("high", "float", "the most; null if open"),
            ("unit", "str", "lemma of what is counted, or a currency"),
            ("hedge", "str", "exact, about, at_least, more_than, at_most, less_than or magnitude"),
        ),
    ),
    "entities": (
        "Persons, bodies and places, each within one story.",
        (
            _STORY,
            ("id", "str", "unique with the story"),
            ("kind", "str", "person, organisation, group, place or other"),
            ("name", "str", "its fullest name"),
            ("names", "[str]", "all forms seen"),
            ("roles", "[str]", "roles and titles given to it"),
            ("mentions", "[span]", "where it is named"),
        ),
    ),
    "merges": (
        "Names taken to mean one entity, and what spoke for it.",
        (
            _STORY,
            ("id", "str", ""),
            ("entity", "str", "entities.id"),
            ("left", "str", "one name"),
            ("right", "str", "the other"),
            ("score", "float", ""),
            ("evidence", "[evidence]", "each feature's score, and the two values compared"),
        ),
    ),
    "quotes": (
        "Attributions: who said what.",
        (
            _STORY,
            ("id", "str", ""),
            ("article", "str", "articles.id"),
            ("kind", "str", "direct, indirect or mixed"),
            ("source", "[span]", "the words for who spoke"),
            ("cue", "[span]", "the words that say so"),
            ("content", "[span]", "what was said"),
            ("speaker", "str", "entities.id; null if unknown"),
            ("confidence", "float", "of the speaker, 0 to 1"),
            ("within", "str", "the quote that it stands inside"),
            ("addressee", "[span]", "to whom"),
            ("occasion", "[span]", "on what occasion"),
            ("source_kind", "str", "official, anonymous, document, analyst or agency"),
            ("reasons", "[str]", "why this speaker, or why none"),
        ),
    ),
    "utterances": (
        "One thing that one speaker said, in every rendering.",
        (
            _STORY,
            ("id", "str", ""),
            ("speaker", "str", "entities.id; null if unknown"),
            ("renderings", "[rendering]", "the quotes that give it, and how faithfully"),
        ),
    ),
    "claims": (
        "Propositions of single articles.",
        (
            _STORY,
            ("id", "str", ""),
            ("article", "str", "articles.id"),
            ("spans", "[span]", "the words"),
            ("quote", "str", "the quote that it stands in; null if the outlet says it"),
            ("polarity", "str", "positive or negative"),
            ("modality", "str", "asserted, possible, planned, obliged or conditional"),
            ("quantities", "[quantity]", "the numbers in it"),
            ("dates", "[time]", "the times in it"),
        ),
    ),
    "points": (
        "Claims that state the same thing, and how the accounts stand to each other.",
        (
            _STORY,
            ("id", "str", ""),
            ("claims", "[str]", "claims.id"),
            ("articles", "[str]", "articles.id"),
            ("relation", "str", "agree, differ, contradict, update or exclusive"),
            ("slot", "str", "what differs: quantity, date, place and so on"),
            ("values", "[value]", "each version, who prints it, on how many independent origins"),
            ("origins", "[str]", "origins.id"),
            ("independent", "int", "how many independent origins tell it"),
            ("salience", "float", "0 to 1"),
            ("reasons", "[str]", "why it was decided so"),
        ),
    ),
    "passages": (
        "Stretches of wording that articles of one story share.",
        (
            _STORY,
            ("id", "str", ""),
            ("spans", "[span]", "every place where it stands"),
            ("words", "int", "words of the longest"),
        ),
    ),
    "origins": (
        "Articles that go back to one text.",
        (
            _STORY,
            ("id", "str", ""),
            ("articles", "[str]", "articles.id"),
            ("agency", "str", "the agency credited; null if none"),
            ("passages", "[str]", "passages.id"),
            ("reasons", "[str]", "why we think so"),
        ),
    ),
    "timeline": (
        "What the accounts put on one date.",
        (
            _STORY,
            ("date", "str", "ISO 8601"),
            ("precision", "str", "of the date"),
            ("points", "[str]", "points.id"),
            ("spans", "[span]", "the words"),
        ),
    ),
    "brief": (
        "The story's short telling, a sentence a row, in order.",
        (
            _STORY,
            ("number", "int", "its place in the brief, from 1"),
            ("text", "str", "the sentence"),
            ("spans", "[span]", "the words that it rests on"),
            ("points", "[str]", "points.id"),
        ),
    ),
    "reuse": (
        "Stretches of wording that articles share, be they of one story or not.",
        (
            ("id", "str", ""),
            ("words", "int", "words of the longest"),
            ("articles", "[str]", "articles.id, by time, those without a date first"),
            ("spans", "[span]", "every place where it stands"),
        ),
    ),
    "failures": (
        "What could not be worked on, and why.",
        (
            ("input", "str", "a file, an article in it, a shard or a story"),
            ("stage", "str", "where it failed"),
            ("reason", "str", "why"),
        ),
    ),
}


@cache
def schema_of(table: str) -> "Schema":
    """Return a table's columns as Arrow writes them; what each says is in the metadata of its field."""
    import pyarrow as pa

    about, columns = TABLES[table]
    fields = [
        pa.field(name, arrow_type(kind), metadata={"about": said} if said else None)
        for name, kind, said in columns
    ]
    return pa.schema(fields, metadata={"schema": VERSION, "table": table, "about": about})


@cache
def arrow_type(kind: str) -> "DataType":
    """Return the Arrow type that a word of `TABLES` stands for."""
    import pyarrow as pa

    if kind.startswith("["):
        return pa.list_(arrow_type(kind[1:-1]))
    plain = {"str": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}
    if kind in plain:
        return plain[kind]
    return pa.struct([pa.field(name, arrow_type(inner)) for name, inner in _STRUCTS[kind]])


_STRUCTS: dict[str, tuple[tuple[str, str], ...]] = {
    "span": (("article", "str"), ("start", "int"), ("end", "int"), ("exact", "str")),
    "dropped": (("text", "str"), ("reason", "str"), ("start", "int")),
    "repair": (("start", "int"), ("end", "int"), ("was", "str"), ("reason", "str"), ("raw_start", "int")),
    "evidence": (("feature", "str"), ("score", "float"), ("left", "str"), ("right", "str")),
    "rendering": (("quote", "str"), ("fidelity", "str"), ("spans", "[span]")),
    "quantity": (
        ("span", "span"),
        ("kind", "str"),
        ("low", "float"),
        ("high", "float"),
        ("unit", "str"),
        ("hedge", "str"),
    ),
    "time": (
        ("span", "span"),
        ("kind", "str"),
        ("value", "str"),
        ("end", "str"),
        ("precision", "str"),
        ("basis", "str"),
    ),
    "value": (("value", "str"), ("spans", "[span]"), ("articles", "[str]"), ("independent", "int")),
}


def described() -> str:
    """Return all tables and columns as the page docs/tables.md shows them."""
    parts = ["| table | holds |", "|---|---|"]
    parts += [f"| [`{table}`](#{table}) | {about} |" for table, (about, _) in TABLES.items()]
    for table, (about, columns) in TABLES.items():
        parts += ["", f"## {table}", "", about, "", "| column | type | says |", "|---|---|---|"]
        parts += [f"| `{name}` | {kind} | {said} |" for name, kind, said in columns]
    parts += ["", "## Types", "", "| type | holds |", "|---|---|"]
    for kind, fields in _STRUCTS.items():
        held = ", ".join(f"`{name}` {inner}" for name, inner in fields)
        parts.append(f"| {kind} | {held} |")
    return "\n".join(parts) + "\n"
