"""Once: what happens to a named thing once alone (it is born, dies, is founded, comes out), dated otherwise.

Two dates of one such event can't both be true, whatever else the two statements say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.compare.statements.conflicts import NAMED_MONTHS, Conflict
from rashomon.compare.statements.matching import Matching, means_same
from rashomon.compare.statements.units import Statement
from rashomon.text.calendar import MONTHS
from rashomon.text.lexicon import closed_class

_WORDS = {
    "birth": "bear birth",
    "death": "die death",
    "founding": "found founding foundation establish establishment",
    "coming out": "release publish publication premiere",
    "launch": "launch",
    "discovery": "discover discovery",
    "killing": "assassinate assassination murder",
    "burial": "bury burial",
}
EVENTS = {lemma: event for event, lemmas in _WORDS.items() for lemma in closed_class(lemmas)}
# Works that are called by the year in which they came out: "is a 1980 film".
WORKS = closed_class("film movie drama comedy thriller documentary album song single novel book musical")
# How a date hangs on what it dates: "after 1960" dates nothing.
DATED = frozenset({"in", "on", "of", "appos", "nummod", "npadvmod", "object"})
OUT = "coming out"
_DECADE = re.compile(r"\s?['’]?s\b")
_LIFE = re.compile(r"\s*[-–—−]{1,3}\s*")
_NUMBERED = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)")


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is told; `unit` is the unit that tells it."""

    unit: int
    year: int | None
    month: int | None
    day: int | None

    def excludes(self, other: "Day") -> bool:
        """Whether both can't be one day."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return any(mine is not None and theirs is not None and mine != theirs for mine, theirs in pairs)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to the named unit `thing`, and when."""

    kind: str
    thing: int
    when: Day


def once(matching: Matching) -> Iterator[Conflict]:
    """Yield the two dates of each event that happens once to a thing that both statements name."""
    mine, theirs = list(_events(matching.left)), list(_events(matching.right))
    for one in mine:
        for other in theirs:
            same = means_same(matching.left.units[one.thing], matching.right.units[other.thing])
            if one.kind == other.kind and same and one.when.excludes(other.when):
                first = matching.left.exact(matching.left.units[one.when.unit])
                second = matching.right.exact(matching.right.units[other.when.unit])
                words = f"“{first}” and “{second}” are two dates of one {one.kind}"
                yield Conflict("date", "hard", one.when.unit, other.when.unit, words, sole=True)


def _events(statement: Statement) -> Iterator[Event]:
    """What the statement tells to have happened once, each with its one date."""
    found = [*_told(statement), *_lives(statement), *_works(statement)]
    for event in found:
        rivals = [each for each in found if (each.kind, each.thing) == (event.kind, event.thing)]
        if not any(event.when.excludes(each.when) for each in rivals):
            yield event


def _told(statement: Statement) -> Iterator[Event]:
    for index, unit in enumerate(statement.units):
        kind = EVENTS.get(unit.key)
        if kind is None or unit.kind != "word" or unit.negated or unit.modality != "asserted":
            continue
        whens = list(_dates(statement, index))
        things = {name for each in _things(statement, index, kind) for name in _names(statement, each)}
        if len(whens) == 1 and len(things) == 1:
            yield Event(kind, things.pop(), whens[0])


def _things(statement: Statement, index: int, kind: str) -> Iterator[int]:
    """What it happens to: object of the verb (who dies is its subject), "of" the noun, what it describes."""
    roles = {"subject"} if statement.units[index].key == "die" else {"object", "of", "poss"}
    for below in statement.children.get(index, ()):
        if statement.role(below, index) in roles:
            yield below
    unit = statement.units[index]
    if unit.role == "parataxis" and unit.governor is not None and kind == "birth":
        yield unit.governor


def _names(statement: Statement, index: int) -> Iterator[int]:
    """The unit where it is a name; where it is what a named thing is said to be, that."""
    if statement.units[index].pos == "PROPN" and statement.units[index].kind in ("name", "word"):
        yield index
        return
    for below in statement.children.get(index, ()):
        named = statement.units[below].pos == "PROPN" and statement.units[below].kind in ("name", "word")
        if statement.role(below, index) == "subject" and named:
            yield below


def _dates(statement: Statement, index: int) -> Iterator[Day]:
    """The dates that hang on a unit, or on what hangs on it as another part of a date or name."""
    for below in statement.children.get(index, ()):
        unit = statement.units[below]
        if unit.time is not None:
            if statement.role(below, index) in DATED:
                yield from _day(statement, below)
        elif unit.pos == "PROPN" and statement.role(below, index) in {"object", "of"}:
            for part in statement.children.get(below, ()):
                if statement.units[part].time and statement.role(part, below) in DATED:
                    yield from _day(statement, part)


def _day(statement: Statement, index: int) -> Iterator[Day]:
    """The date of a time unit, with the year set apart behind it; nothing where it is loose or reckoned."""
    time, exact = statement.units[index].time, statement.exact(statement.units[index])
    text = statement.article.text
    if time is None or time.kind != "date" or time.end or time.basis not in ("explicit", "none"):
        return
    if _DECADE.match(text, time.span.end):
        return
    year = month = day = None
    if time.value:
        parts = [int(part) if part.isdigit() else None for part in time.value.split("-")]
        year, month, day = (*parts, None, None)[:3]
    else:
        months = [MONTHS.index(w) + 1 for w in exact.title().split() if w.lower() in NAMED_MONTHS]
        number = _NUMBERED.search(exact)
        month = months[0] if len(months) == 1 else None
        day = int(number[1]) if month and number else None
        year = _year(statement, index)
    if year or month:
        yield Day(index, year, month, day)


def _year(statement: Statement, index: int) -> int | None:
    """The bare year that stands right behind a day: "4 October , 1941"."""
    if index + 1 >= len(statement.units):
        return None
    unit, after = statement.units[index], statement.units[index + 1]
    between = statement.article.text[unit.span.end : after.span.start]
    bare = after.time is not None and after.time.precision == "year" and after.time.value
    return int(bare) if bare and bare.isdigit() and between.strip() in ("", ",") else None


def _lives(statement: Statement) -> Iterator[Event]:
    """Birth and death of "Name (4 May 1901 – 2 June 1970)"."""
    text, units = statement.article.text, statement.units
    for index, unit in enumerate(units):
        opened = text.find("(", unit.span.end, unit.span.end + 3)
        closed = text.find(")", opened)
        if unit.pos != "PROPN" or unit.kind == "time" or opened < 0 or closed < 0:
            continue
        inside = [i for i, u in enumerate(units) if opened < u.span.start < closed and u.time is not None]
        days = [day for i in inside for day in _day(statement, i) if day.day or day.unit == inside[0]]
        if len(days) == 2 and _LIFE.search(
            text, units[days[0].unit].span.end, units[days[1].unit].span.start
        ):
            yield Event("birth", index, days[0])
            yield Event("death", index, days[1])


def _works(statement: Statement) -> Iterator[Event]:
    """The year by which a work is called."""
    for index, unit in enumerate(statement.units):
        if unit.key not in WORKS:
            continue
        years = [i for i in statement.children.get(index, ()) if statement.role(i, index) == "nummod"]
        names = list(_names(statement, index))
        for day in (day for i in years for day in _day(statement, i)):
            if len(names) == 1 and statement.role(names[0], index) == "subject":
                yield Event(OUT, names[0], day)
