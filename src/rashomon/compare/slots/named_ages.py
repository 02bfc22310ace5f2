"""Named ages: how old each article makes somebody whom it names at the number, whatever else it says."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.compare.align.views import View
from rashomon.compare.slots.ages import had_birthdays, owner
from rashomon.compare.slots.differences import RELATIONS
from rashomon.compare.slots.finding import Difference, Finding
from rashomon.compare.slots.quantities import GENERATION, key, versions
from rashomon.link.group import connected
from rashomon.model import Quantity, Span
from rashomon.text.names import SUFFIXES, alike, tokens

# How alike the first and the last words of two names must be that `resolve` holds for one person's. With it
# nine people are told to have two ages in 388 development stories, and each is one person by eye.
SPELT = 0.85
# What tells, behind an age and before it, that it is not that of the day.
THEN = re.compile(r"\s*,?\s*(?:\(?at the time|then\b|when\b|in (?:1[89]|20)\d\d)", re.I)
ONCE = re.compile(
    r"\b(?:then|late|now)[\s,-]+(?:an?\s+)?$|\b(?:at|was|until|since)\s+(?:age[sd]?\s+)?$", re.I
)
REACH = 24  # characters before an age in which such words are looked for
DIGIT = re.compile(r"\d|\bold\b|year", re.I)
# Words with which a report takes an age back that it or the police gave before.
MENDED = re.compile(
    r"\b(?:initial(?:ly)?|original(?:ly)?|previous(?:ly)?|earlier|first) (?:\w+ ){0,4}"
    r"(?:report\w*|believed?|thought|said|stated|identified|listed|version|gave|given|story)\b"
    r"|\b(?:reports?|reported|believed|said|stated|identified|listed|misstated) (?:\w+ ){0,2}"
    r"(?:initially|originally|previously|earlier|incorrect(?:ly)?|wrong(?:ly)?)\b"
    r"|\b(?:correction|corrected|clarification|misstated|incorrect(?:ly)?|mistaken(?:ly)?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Age:
    """An age, the place of the claim that gives it, and whose it is: an entity under a name."""

    view: int
    quantity: Quantity
    entity: str
    name: tuple[str, ...]


def named_ages(views: Sequence[View]) -> Iterator[tuple[Sequence[int], list[Finding]]]:
    """Yield the claims that give one person's age otherwise, one an article, and how; gravest first.

    Where an article gives two ages of somebody, it may be of two people, or has told why: nothing is said.
    """
    for told in _people(views):
        if len({(views[age.view].article, key(age.quantity)) for age in told}) > len(_articles(views, told)):
            continue
        first = {views[age.view].article: age for age in reversed(told)}
        pairs = combinations([first[article] for article in sorted(first)], 2)
        found = [_finding(views, one, other) for one, other in pairs if _unlike(views, one, other)]
        if found:
            numbers = {version.key for finding in found for version in (finding.left, finding.right)}
            members = [age.view for age in first.values() if key(age.quantity) in numbers]
            yield sorted(members), sorted(found, key=lambda finding: RELATIONS.index(finding.relation))


def of_one_person(told: Sequence[Finding]) -> frozenset[Span]:
    """The words of the ages that findings hold against each other."""
    return frozenset(version.span for finding in told for version in (finding.left, finding.right))


def _articles(views: Sequence[View], told: Sequence[_Age]) -> set[int]:
    return {views[age.view].article for age in told}


def _people(views: Sequence[View]) -> list[list[_Age]]:
    """The ages of each person, in text order."""
    surnames = _surnames(views)
    told = [age for place, view in enumerate(views) for age in _ages(place, view)]
    beside: defaultdict[str, list[int]] = defaultdict(list)  # by entity, and by last name: else no one person
    for place, age in enumerate(told):
        for known in sorted({age.entity, age.name[-1]}):
            beside[known].append(place)
    pairs = sorted({pair for places in beside.values() for pair in combinations(places, 2)})
    same = [(one, other) for one, other in pairs if _one_person(told[one], told[other], surnames)]
    return [[told[place] for place in sorted(group)] for group in connected(range(len(told)), same)]


def _surnames(views: Sequence[View]) -> Mapping[str, set[str]]:
    """The last names of people, and which of them bear each."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for view in views:
        for unit in view.units:
            name = tokens(view.exact(unit.span))
            if unit.name_kind == "person" and name:
                found[name[-1]].add(unit.key)
    return found


def _ages(place: int, view: View) -> Iterator[_Age]:
    """Yield the ages that the claim gives beside names, as of its own day."""
    for age in view.quantities:
        if age.kind == "age" and age.hedge == "exact" and age.low == age.high and _of_the_day(view, age):
            unit = owner(view, age)
            name = (
                () if unit is None else tuple(w for w in tokens(view.exact(unit.span)) if w not in SUFFIXES)
            )
            if unit is not None and name:
                yield _Age(place, age, unit.key, name)


def _of_the_day(view: View, age: Quantity) -> bool:
    """Whether it is told as somebody's age in digits, and not as that at an earlier time."""
    text, start, end = view.source.text, age.span.start, age.span.end
    once = ONCE.search(text[max(0, start - REACH) : start]) or THEN.match(text, end)
    return bool(DIGIT.search(view.exact(age.span))) and not once


def _one_person(one: _Age, other: _Age, surnames: Mapping[str, set[str]]) -> bool:
    """Whether two names are surely of one: full names spelt alike, or a last name that nobody else bears."""
    mine, theirs = one.name, other.name
    if len(mine) > 1 and len(theirs) > 1:
        if one.entity != other.entity:
            return (mine[0], mine[-1]) == (theirs[0], theirs[-1])
        within = set(mine) <= set(theirs) or set(theirs) <= set(mine)
        return alike(mine[0], theirs[0]) >= SPELT and (within or alike(mine[-1], theirs[-1]) >= SPELT)
    return one.entity == other.entity and mine[-1] == theirs[-1] and len(surnames[mine[-1]]) == 1


def _unlike(views: Sequence[View], one: _Age, other: _Age) -> bool:
    """Whether two ages differ, and neither a birthday nor a generation lies between them."""
    mine, theirs = one.quantity, other.quantity
    years = abs((mine.low or 0) - (theirs.low or 0))
    born = had_birthdays(views[one.view], mine, views[other.view], theirs)
    return mine.unit == theirs.unit and 0 < years <= GENERATION and not born


def _finding(views: Sequence[View], one: _Age, other: _Age) -> Finding:
    left, right = views[one.view], views[other.view]
    words = f"“{left.exact(one.quantity.span)}” and “{right.exact(other.quantity.span)}”"
    relation: Difference = "contradict"
    reason = f"{words} are given as the age of one person"
    if _mended(views, one, other):
        relation, reason = "differ", f"{reason}; a report takes one of them back"
    elif left.source.outlet is not None and left.source.outlet == right.source.outlet:
        relation, reason = "differ", f"{reason} by two reports of one outlet"
    return Finding("quantity", relation, *versions(one.quantity, other.quantity), reason, sure=True)


def _mended(views: Sequence[View], one: _Age, other: _Age) -> bool:
    """Whether one of the ages is told anywhere as one that was given before."""
    both = {key(one.quantity), key(other.quantity)}
    giving = (view for view in views for q in view.quantities if q.kind == "age" and key(q) in both)
    return any(MENDED.search(view.context) for view in giving)
