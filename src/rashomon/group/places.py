"""Places: where a story happens, by its datelines and by what its openings say happens there."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rashomon.group.about import opening_end
from rashomon.group.belonging import Belonging
from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Mention
from rashomon.text.lexicon import closed_class
from rashomon.text.names import clean_name, fold

# What stands right before a town, and not before what a name tagger takes for one ("the Capitol").
_LOCATING = re.compile(
    r"\b(in|at|near|off|outside|around|from)\s+"
    r"(?:(?:north|south|east|west|central|downtown|rural|upper|lower)[\w-]*\s+)?$",
    re.IGNORECASE,
)
_ROUTE = re.compile(r"\bfrom [\w.'’ -]{2,30} to $")
_ITS_OWN = re.compile(r"\s+(?:police|firefighters)\b", re.IGNORECASE)  # they work where their town is
# What a site puts behind a title: "Ferry sinks - Orlo News, Weather".
_SITE = re.compile(r"\s[-–—|»]\s(?=[^\n]*\b(?:News|Weather|Sports|TV|Radio|Online)\b)")
REACH = 40  # characters before a place in which such words stand
_LONGEST_PARTICLE = 4  # letters of a plain word inside a place's name: "Arvik upon Skar"
# Both set by eye on 120 development stories of four sets.
NEARER = 3  # times as many articles, or fewer, may name a region as its town
ALONE = 3  # articles of which one may say alone, in its opening, where something happens
# A street says nothing without its town.
_STREETS = closed_class(
    "street road avenue drive lane boulevard highway parkway court circle terrace way st rd ave dr ln blvd"
)
# Whole continents are no place of an event, nor is the sky.
_WIDE = closed_class(
    "earth moon mars venus mercury jupiter saturn uranus neptune pluto world globe europe asia africa"
    " americas oceania antarctica eurasia"
) | {"north america", "south america", "latin america", "middle east", "far east"}


@dataclass(frozen=True, slots=True)
class Scene:
    """What one article says of places, by their folded names.

    `named` are the mentions of those where something may happen; `held` what something is said to be in;
    `told` what the opening names, of countries only what something is said to be in there, and `titled` those
    of them that the title names; `dateline` is one. `regions` are towns with the region behind them.
    """

    named: Sequence[Mention]
    held: Collection[str]
    told: Collection[str]
    titled: Collection[str]
    dateline: str
    regions: Collection[tuple[str, str]]


def place_of(articles: Sequence[Annotations], gazetteer: Gazetteer) -> str | None:
    """Return whence half of the articles are datelined, else the town, else the country, that most open with.

    Where no opening names one, it is what half of the articles, and two at least, say something is in.
    What only tells where somebody comes from is no place, nor is a country that only acts. Of those that as
    many name it is the one of most datelines, then what most say something is in, then one that a table
    knows, then the one named most often. A town goes before its region, and before a country, unless many
    more name that.
    """
    scenes = [_scene(each, gazetteer) for each in articles]
    mentions = [mention for scene in scenes for mention in scene.named]
    datelines = Counter(scene.dateline for scene in scenes if scene.dateline)
    told = Counter(key for scene in scenes for key in {*scene.told, scene.dateline} if key)
    held = Counter(key for scene in scenes for key in scene.held)
    titled = {key for scene in scenes for key in scene.titled}
    often = Counter(_key(mention.text, gazetteer) for mention in mentions)
    firm = {
        key: n
        for key, n in told.items()
        if n > 1 or datelines[key] or key in titled or held[key] * ALONE >= len(articles)
    }
    shared = {key: n for key, n in held.items() if n > 1 and 2 * n >= len(articles)}
    counts = firm or shared

    def rank(key: str) -> tuple[int | str, ...]:
        land, known = gazetteer.country(key) is not None, gazetteer.is_place(key)
        lined = datelines[key] > 1 and 2 * datelines[key] >= len(articles)
        return not lined, land, -counts[key], -datelines[key], -held[key], not known, -often[key], key

    if not counts:
        return None
    best = min(counts, key=rank)
    land = max((n for key, n in counts.items() if gazetteer.country(key)), default=0)
    if land >= NEARER * counts[best]:
        best = min((key for key in counts if gazetteer.country(key)), key=rank)
    towns = {town for scene in scenes for town, region in scene.regions if region == best}
    nearer = [town for town in towns if NEARER * counts.get(town, 0) >= counts[best]]
    return _form(min(nearer, key=rank, default=best), mentions, articles, gazetteer)


def _scene(annotations: Annotations, gazetteer: Gazetteer) -> Scene:
    text, belongs, opening = annotations.article.text, Belonging(annotations), opening_end(annotations)
    places = [m for m in annotations.mentions if m.kind == "place" and _may_hold(m)]
    places = [m for m in places if not belongs(m) and not _is_on_the_way(text, m)]
    located = {m for m in places if _is_located(text, m, gazetteer)}
    keys = {m: _key(m.text, gazetteer) for m in places}
    held = {keys[m] for m in located}
    title = max((sentence.end for sentence in annotations.sentences if sentence.kind == "title"), default=0)
    # Of those that no table knows, only what something is said to be in, and not in a title alone.
    sure = held & {keys[m] for m in places if m.span.start >= title}
    named = [m for m in places if keys[m] in sure or gazetteer.is_place(m.text)]
    towns = {m.span.end: m for m in named}
    regions = {m: town for m in named if (town := _town_before(text, m.span.start, towns))}
    site = _SITE.search(text, 0, title)
    name_of_site = range(site.start() if site else title, title)
    scenes = [
        m
        for m in named
        if m.span.start < opening
        and m.span.start not in name_of_site
        and (m in located or not (gazetteer.country(m.text) or m in regions))
    ]
    line, _, region = _dateline(annotations).partition(",")
    datelined = {(_key(line, gazetteer), _key(region, gazetteer))} if region.strip() else set()
    return Scene(
        named=named,
        held=held,
        told={keys[m] for m in scenes},
        titled={keys[m] for m in scenes if m.span.start < title},
        dateline=_key(line, gazetteer),
        regions=datelined | {(keys[town], keys[region]) for region, town in regions.items()},
    )


def _key(name: str, gazetteer: Gazetteer) -> str:
    """One key for all forms of a name: "Norl." and "Norland"."""
    country, place = gazetteer.country(name), gazetteer.place(name.strip())
    return fold(country.name if country else place.names[0] if place else name)


def _may_hold(place: Mention) -> bool:
    words = fold(place.text).split()
    torn = any(word.islower() and len(word) > _LONGEST_PARTICLE for word in place.text.split())
    return bool(words) and not torn and " ".join(words) not in _WIDE and words[-1] not in _STREETS


def _is_on_the_way(text: str, place: Mention) -> bool:
    """Whether something goes, or is told, "from Arvik to Skarholm": it is in neither."""
    before = text[max(0, place.span.start - REACH) : place.span.start]
    leaves = before.endswith("from ") and text.startswith(" to ", place.span.end)
    return leaves or _ROUTE.search(before) is not None


def _is_located(text: str, place: Mention, gazetteer: Gazetteer) -> bool:
    """Whether something is said to be there; what is from a country is elsewhere."""
    if _ITS_OWN.match(text, place.span.end) and gazetteer.is_place(place.text):
        return True
    found = _LOCATING.search(text, max(0, place.span.start - REACH), place.span.start)
    return found is not None and not (found[1].casefold() == "from" and gazetteer.country(place.text))


def _dateline(annotations: Annotations) -> str:
    return (annotations.article.dateline or "").strip()


def _town_before(text: str, start: int, towns: Mapping[int, Mention]) -> Mention | None:
    """The town that a place right behind it only says the region of: "Arvik, Norland"."""
    return towns.get(start - 2) if text.endswith(", ", 0, start) else None


def _form(
    key: str, mentions: Sequence[Mention], articles: Sequence[Annotations], gazetteer: Gazetteer
) -> str:
    """The form in which most articles write the place, if one does neither in capitals nor cut short."""
    written = {(m.span.article, clean_name(m.text)) for m in mentions if _key(m.text, gazetteer) == key}
    lines = (_dateline(each).split(",")[0] for each in articles)
    forms = Counter(name for _, name in written)
    forms.update(line.title() for line in lines if _key(line, gazetteer) == key)
    return min(forms, key=lambda form: (form.isupper(), form.endswith("."), -forms[form], form))
