"""Places: from any statement to the words it rests on, by articles' numbers and offsets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.model.parts import with_whole_quotes
from rashomon.tell.wording import how_many, names_nobody, one_line, told_by

Json = dict[str, Any]
# Patterns and colours of outlets repeat after this many; the siglum always tells them apart.
LOOKS = 12


@dataclass(frozen=True, slots=True)
class Link:
    """Where a click leads: the first place for a browser without scripts, all places for one with them.

    `core` are the places among them that matter most: the words in which versions differ.
    """

    href: str
    places: str
    core: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """An article as it is shown beside a statement: its sign, its look, and its own words' place."""

    number: int
    siglum: str
    look: int
    name: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is quoted: `name` where the speaker is known, else the article's words for the source.

    `written` is empty where the article has none, or none that tell who it is.
    """

    name: str | None
    written: str


class Desk:
    """The dossier's tables by id, and the way from spans to places on the page."""

    def __init__(self, data: Json) -> None:
        self.data = data = with_whole_quotes(data)
        self.articles: dict[str, Json] = {row["id"]: row for row in data["articles"]}
        self.claims: dict[str, Json] = {row["id"]: row for row in data["claims"]}
        self.quotes: dict[str, Json] = {row["id"]: row for row in data["quotes"]}
        self.points: dict[str, Json] = {row["id"]: row for row in data["points"]}
        self.entities: dict[str, Json] = {row["id"]: row for row in data["entities"]}
        self.numbers = {id: number for number, id in enumerate(self.articles)}
        outlets = list(dict.fromkeys(row["outlet"] or row["id"] for row in data["articles"]))
        self.looks = {
            row["id"]: outlets.index(row["outlet"] or row["id"]) % LOOKS for row in data["articles"]
        }

    def link(self, spans: Sequence[Json], *, core: Sequence[Json] = ()) -> Link:
        """Return the link to the spans' words."""
        first = spans[0]
        href = f"#w{self.numbers[first['article']]}-{first['start']}"
        return Link(href, self._places([*spans, *core]), self._places(core))

    def _places(self, spans: Sequence[Json]) -> str:
        """Return the spans as the script reads them: article:start-end,start-end article:..."""
        by_article: dict[int, list[tuple[int, int]]] = {}
        for span in spans:
            places = by_article.setdefault(self.numbers[span["article"]], [])
            places.append((span["start"], span["end"]))
        return " ".join(
            f"{number}:" + ",".join(f"{start}-{end}" for start, end in sorted(set(places)))
            for number, places in sorted(by_article.items())
        )

    def witness(self, article: str, spans: Sequence[Json] = ()) -> Witness:
        """Return the article as a witness; its link leads to those of the spans that it holds."""
        row = self.articles[article]
        own = [span for span in spans if span["article"] == article]
        name = row["outlet"] or f"outlet not given ({row['file'].rsplit('/', 1)[-1]})"
        link = self.link(own) if own else None
        return Witness(self.numbers[article], row["siglum"], self.looks[article], name, link)

    def witnesses(self, articles: Iterable[str], spans: Sequence[Json] = ()) -> list[Witness]:
        """Return the articles as witnesses, in the order of the input."""
        return [self.witness(id, spans) for id in sorted(set(articles), key=self.numbers.__getitem__)]

    def voice(self, claim: Json) -> Voice | None:
        """Return who is quoted with the claim; None where the outlet asserts it, or tells who said it."""
        quote = self.quotes.get(claim["quote"] or "")
        told = quote and any(_overlap(span, cue) for span in claim["spans"] for cue in quote["cue"])
        return self.voice_of(quote) if quote and not told else None

    def voice_of(self, quote: Json) -> Voice:
        """Return who is quoted: by name, with who tells of it, or as the article puts it."""
        entity = self.entities.get(quote["speaker"] or "")
        if entity:
            outer = self.quotes.get(quote["within"] or "")
            teller = self.entities.get(outer["speaker"] or "") if outer else None
            return Voice(told_by(entity["name"], teller["name"] if teller else None), "")
        source = [span["exact"] for span in quote["source"]]
        return Voice(None, "" if names_nobody(source) else one_line(" … ".join(source)))


@dataclass(frozen=True, slots=True)
class Meter:
    """How many articles, on how many independent origins: filled marks for origins, hollow for copies."""

    independent: int
    copies: int

    @property
    def words(self) -> str:
        """The same in words."""
        if self.copies == 0:
            return how_many(self.independent, "independent origin")
        articles = how_many(self.independent + self.copies, "article")
        return f"{articles}, {how_many(self.independent, 'origin')}"


def meter(row: Json) -> Meter:
    """Return the marks of a point or a value."""
    return Meter(row["independent"], max(0, len(row["articles"]) - row["independent"]))


def _overlap(left: Json, right: Json) -> bool:
    """Whether two spans share a character."""
    same = left["article"] == right["article"]
    return bool(same and left["start"] < right["end"] and right["start"] < left["end"])
