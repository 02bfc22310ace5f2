"""What one article says of a shooting: killed, injured, day, city, people; by rules, None where unsaid."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.compare.slots.amounts import HUMAN
from rashomon.compare.statements.units import Statement, Unit, read_statement
from rashomon.link import gazetteer as tables
from rashomon.model import Annotations, Entity, Resolution
from rashomon.text.lexicon import closed_class

KILLED = closed_class("kill die dead slay murder fatally fatal death homicide deceased")
HURT = closed_class("injure wound hurt injured wounded hospitalize injury graze")
SHOT = closed_class("shoot shooting gunfire gun gunshot")
ACTS = closed_class("shoot kill die arrest charge accuse identify name wound injure stab murder suspect hold")
PERSON = HUMAN | closed_class(
    "him her father mother son daughter brother sister wife husband girlfriend boyfriend"
)
_NO_CITY = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|county|drive|lane|river|park|boulevard|highway)\b|\.|\d", re.I
)
FIRST = 12  # sentences in which the event itself is told
DAYS = 21  # before publication, in which the event happened


@dataclass(frozen=True, slots=True)
class Facts:
    """What one article says; `names` are the folded last names of people who took part."""

    published: str | None
    killed: int | None
    injured: int | None
    day: str | None
    cities: tuple[tuple[str, int], ...]
    names: frozenset[str]
    counts: frozenset[tuple[str, int]]


def facts_of(resolution: Resolution) -> list[Facts]:
    """Return the facts of each article of one story."""
    return [_facts(each, resolution.entities) for each in resolution.annotations]


def _facts(annotations: Annotations, entities: Sequence[Entity]) -> Facts:
    sentences = annotations.sentences[:FIRST]
    statements = [read_statement(annotations, range(s.first, s.last)) for s in sentences]
    killed = [number for s in statements for number in _counted(s, KILLED)]
    hurt = [number for s in statements for number in _counted(s, HURT)]
    text = " ".join(statement.text.lower() for statement in statements)
    shot = [number for s in statements for number in _counted(s, SHOT)]
    dead = killed[0] if killed else _single(statements, KILLED, text)
    injured = hurt[0] if hurt else _single(statements, HURT, text)
    if injured is None and shot:
        injured = max(0, shot[0] - (dead or 0))
    if dead is None and (injured or shot):
        dead = 0
    if injured is None and dead is not None:
        injured = 0
    return Facts(
        published=annotations.article.published,
        killed=dead,
        injured=injured,
        day=_day(annotations),
        cities=tuple(sorted(_cities(annotations).items())),
        names=frozenset(_names(annotations, entities)),
        counts=frozenset({("killed", n) for n in killed} | {("injured", n) for n in hurt}),
    )


def _counted(statement: Statement, cues: frozenset[str]) -> Iterator[int]:
    """Numbers of people that hang on one of the words: "two were killed", "killing 3", "4 dead"."""
    for index, unit in enumerate(statement.units):
        quantity = unit.quantity
        if quantity is None or quantity.kind != "count" or quantity.low is None or quantity.low > 60:
            continue
        noun = statement.units[unit.governor] if unit.governor is not None else None
        people = quantity.unit in HUMAN or (noun is not None and noun.key in PERSON | cues)
        if people and _near(statement, index) in cues:
            yield int(quantity.low)


def _near(statement: Statement, index: int) -> str | None:
    """The first of all the words that the unit hangs on, or that hangs on the same: "one dead, five hurt"."""
    at: int | None = index
    for _ in range(3):
        if at is None:
            return None
        keys = [statement.units[at].key, *(statement.units[c].key for c in statement.children.get(at, ()))]
        for key in keys:
            if key in KILLED | HURT | SHOT:
                return key
        at = statement.units[at].governor
    return None


def _single(statements: Sequence[Statement], cues: frozenset[str], text: str) -> int | None:
    """One, where somebody was killed or hurt and no number is given."""
    for statement in statements:
        for index, unit in enumerate(statement.units):
            if unit.key in cues and not unit.negated and _someone(statement, index):
                return 1
    if cues is KILLED and re.search(r"\b(?:fatally|shot to death|shot dead|homicide|killed)\b", text):
        return 1
    return None


def _someone(statement: Statement, index: int) -> bool:
    below = [statement.units[child] for child in statement.children.get(index, ())]
    return any(_person(unit) for unit in below)


def _person(unit: Unit) -> bool:
    return unit.name_kind == "person" or (unit.kind == "word" and unit.key in PERSON)


def _day(annotations: Annotations) -> str | None:
    """The first day told that lies shortly before the article's own."""
    published = annotations.article.published
    last = date.fromisoformat(published[:10]) if published else None
    for time in annotations.times:
        if time.kind in ("date", "time") and time.precision in ("day", "minute") and time.value:
            try:
                day = date.fromisoformat(time.value[:10])
            except ValueError:
                continue
            if last is None or last - timedelta(days=DAYS) <= day <= last:
                return day.isoformat()
    return None


def _cities(annotations: Annotations) -> Counter[str]:
    """How often each place that may be a city is named; the dateline counts twice."""
    found: Counter[str] = Counter()
    table = tables.load()
    for mention in annotations.mentions:
        name = mention.text.split(",")[0].removeprefix("city of ").strip()
        known = table.country(name) is not None or name in STATES or _NO_CITY.search(name)
        if mention.kind == "place" and not known:
            found[name.lower()] += 1
    if annotations.article.dateline:
        found[annotations.article.dateline.split(",")[0].lower()] += 2
    return found


def _names(annotations: Annotations, entities: Sequence[Entity]) -> Iterator[str]:
    """Last names of people with a full name that stand with an act of the event or an age."""
    text = annotations.article.text
    for entity in entities:
        mine = [span for span in entity.mentions if span.article == annotations.article.id]
        if entity.kind != "person" or not mine or len(entity.name.split()) < 2:
            continue
        around = " ".join(text[max(0, span.start - 60) : span.end + 60].lower() for span in mine)
        if re.search(r",\s*\d{1,2}\b|\d{1,2}-year-old|victim|suspect|charged|arrested|killed|shot", around):
            yield entity.name.split()[-1].lower()


STATES = frozenset(
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
    Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
    Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah
    Vermont Virginia Washington Wisconsin Wyoming""".split()
) | {
    "New York",
    "New Jersey",
    "New Mexico",
    "New Hampshire",
    "North Carolina",
    "South Carolina",
    "North Dakota",
    "South Dakota",
    "West Virginia",
    "Rhode Island",
}
