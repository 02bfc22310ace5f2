"""Many stories from one: copies of a dossier in which words are exchanged for others of the same length.

Every span still fits, ids and vocabulary differ from story to story, and nobody's text is needed for it.
`multiply` then makes more of what a store holds, under other ids, in the database itself.
"""

import hashlib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import text

from rashomon.model import Article, OffsetMap, Story
from rashomon.store import schema
from rashomon.store.engine import open_engine

Json = dict[str, Any]
_WORD = re.compile(r"[^\W\d_]{4,}")
_ID = re.compile(r'"(\w{1,6})-([0-9a-f]{12})"')
_TEXTS = frozenset(("text", "exact", "title", "name", "names", "value", "left", "right", "roles"))
_SYLLABLES = "ba ce di fo gu ha ki lo mu na pe ri so tu va we xi yo za".split()
# Of a story's different words so many are its own; the rest it has in common with the others.
_OWN = 0.35
# An axis of days for the stories, so that dates, filters and the newest ones differ.
_FIRST_DAY, _DAYS = date(2031, 1, 1), 300


@dataclass(frozen=True, slots=True)
class Copy:
    """One story of the desk: its record, its articles, and its dossier as JSON text."""

    story: Story
    articles: tuple[Article, ...]
    body: str


def copies(dossier: Json, count: int, *, seed: int = 7) -> Iterator[Copy]:
    """Yield as many stories as asked for, the same for the same seed."""
    for number in range(count):
        yield _copy(dossier, number, random.Random(f"{seed} {number}"))


def _copy(dossier: Json, number: int, chance: random.Random) -> Copy:
    own = _Words(chance)
    data = _exchanged(dossier, own, keep=True)
    day = (_FIRST_DAY + timedelta(days=number * _DAYS // 4000 % _DAYS)).isoformat()
    data["story"]["date"] = day
    for row in data["articles"]:
        row["published"] = f"{day}T{chance.randrange(24):02}:{chance.randrange(60):02}"
        row["precision"] = "minute"
    body = _ID.sub(
        lambda found: f'"{found[1]}-{_digest(number, found[0])}"', json.dumps(data, ensure_ascii=False)
    )
    data = json.loads(body)
    story = Story(
        id=data["story"]["id"],
        title=data["story"]["title"],
        date=day,
        place=data["story"]["place"],
        articles=tuple(data["story"]["articles"]),
    )
    return Copy(story, tuple(map(_article, data["articles"])), body)


def _digest(number: int, id: str) -> str:
    return hashlib.sha256(f"{number} {id}".encode()).hexdigest()[:12]


def _exchanged(value: Any, words: "_Words", *, keep: bool) -> Any:
    """Return the data with words exchanged in texts; `keep` where the value is no text."""
    if isinstance(value, dict):
        return {key: _exchanged(each, words, keep=key not in _TEXTS) for key, each in value.items()}
    if isinstance(value, list):
        return [_exchanged(each, words, keep=keep) for each in value]
    if keep or not isinstance(value, str):
        return value
    return _WORD.sub(lambda found: words[found[0]], value)


class _Words(dict[str, str]):
    """What each word becomes in one story: itself, or a made-up one of the same length and case."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self.chance = chance

    def __missing__(self, word: str) -> str:
        self[word] = self._new(word) if self.chance.random() < _OWN else word
        return self[word]

    def _new(self, word: str) -> str:
        made = "".join(self.chance.choice(_SYLLABLES) for _ in range(len(word) // 2 + 1))[: len(word)]
        return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made


def _article(row: Json) -> Article:
    words = row["text"]
    return Article(
        id=row["id"],
        file=row["file"],
        text=words,
        raw=words,
        offsets=OffsetMap(((0, 0, len(words)),)),
        language=row["language"],
        title=row["title"],
        outlet=row["outlet"],
        published=row["published"],
        precision=row["precision"],
    )


# The columns that hold ids, by table; the rows that `multiply` repeats.
_IDS = {
    schema.articles: ("id",),
    schema.stories: ("id",),
    schema.memberships: ("article", "story"),
    schema.dossiers: ("story",),
    schema.entities: ("story", "id"),
    schema.quotes: ("story", "id", "article", "speaker"),
    schema.sightings: ("story", "entity", "article"),
    schema.origins: ("story", "id", "article"),
    schema.search: ("key", "article"),
}


def multiply(address: str, times: int) -> None:
    """Let the store hold so many times what it holds: the same rows, each time under other ids."""
    engine = open_engine(address)
    for number in range(1, times):
        with engine.begin() as connection:
            for table, ids in _IDS.items():
                names = [column.name for column in table.columns if column.autoincrement is not True]
                if table is schema.search and engine.dialect.name == "postgresql":
                    names.append("words")  # PostgreSQL's own index
                values = [f"\"{name}\" || '.{number}'" if name in ids else f'"{name}"' for name in names]
                into = ", ".join(f'"{name}"' for name in names)
                rows = f"SELECT {', '.join(values)} FROM {table.name} WHERE \"{ids[0]}\" NOT LIKE '%.%'"
                connection.execute(text(f"INSERT INTO {table.name} ({into}) {rows}"))
    if engine.dialect.name == "postgresql":  # what it does by itself after a while
        with engine.begin() as connection:
            connection.execute(text("ANALYZE"))
    engine.dispose()
