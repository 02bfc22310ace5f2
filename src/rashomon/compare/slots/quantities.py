"""Quantities: counts, sums, shares and lengths of time given differently for one thing."""

import re
from collections.abc import Iterator, Sequence

from rashomon.compare.align.views import View
from rashomon.compare.slots import outcomes
from rashomon.compare.slots.ages import had_birthdays, of_one, of_two_kin
from rashomon.compare.slots.amounts import (
    OFFENDERS,
    alike,
    bounds,
    misprinted,
    named_loosely,
    same_amount,
    weigh,
)
from rashomon.compare.slots.finding import Difference, Finding, Version
from rashomon.compare.slots.firmness import about, firm, later, same_day, same_names
from rashomon.compare.slots.people import of_two_people
from rashomon.compare.slots.reckoned import reckoned_apart
from rashomon.compare.slots.senses import in_other_unit
from rashomon.compare.slots.times import same_time
from rashomon.compare.slots.unmatched import EARLIER, of_people, unmatched
from rashomon.model import Quantity
from rashomon.model.points import Slot
from rashomon.text.lexicon import closed_class

# Words around two figures that must be alike before they measure one thing that no name shows to be one.
MEASURE = 3
# Years between two ages beyond which one name is that of a parent and a child.
GENERATION = 15
DATED = 2  # around sums of money, of claims that give one day or year
ON_TOP = re.compile(r"\b(?:others?|more|additional|another)\b(?! than)", re.I)
MORE = re.compile(r"\s+(?:others?|more)\b(?! than)", re.I)
BEFORE_ON_TOP = re.compile(r"\b(?:others?|another|additional|further|remaining)\s+$", re.I)
ATTACKER = re.compile(
    r"\b(?:gunm[ae]n|shooters?|attackers?|assailants?|bombers?|killers?|self-inflicted|(?:him|her)self)\b",
    re.I,
)
# Behind a number of charges: what each of them is of.
CHARGED = re.compile(r"\s+of\s+((?:(?!and\b|in\b|for\b|against\b|after\b|on\b|with\b)[\w'’-]+\s*)+)", re.I)
# Where those counted live: some of all.
WHENCE = re.compile(r"\b(?:is|are|was|were) (?:from|residents? of|among)\b", re.I)
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
# A year from which one counts, in which nothing is told to have been: not so "since 2028, when a ship sank".
SINCE = re.compile(r"\b(?:since|from|until)\s+(?:\w+\s+){0,2}(?:1[89]|20)\d\d\b(?!,? when)", re.I)
# Verbs of money that came in, that went out, and that was only set aside or named.
_WAYS = {
    "in": "earn make receive gain raise collect get take",
    "out": "pay spend owe lose donate give cost",
    "aside": "reserve book budget allocate allot earmark pledge promise offer propose request seek ask",
}
WAYS = {verb: way for way, verbs in _WAYS.items() for verb in closed_class(verbs)}
# Characters behind a figure in which it is said of how long a time it is the sum.
SPREAD_REACH = 60
SPREAD = re.compile(
    r"^[^.;]*?\b(?:(?:over|during|in|within) (?:the )?(?:next|coming|past|last|following|\w+) (?:\w+ )?"
    r"(?:years?|decades?|months?)|(?:a|per|each|every) (?:year|month|week|day)|annual(?:ly)?|yearly)\b",
    re.I,
)
TRADED = re.compile(
    r"\b(?:shares?|stocks?|index(?:es)?|futures|bonds?|prices?|yields?|currency|market|trading)\b[^.;]{0,60}?"
    r"\b(?:fell|falls?|fallen|rose|rises?|risen|slid|slipped|dropp?(?:ed|s)?|dipped|gain(?:ed|s)|climb(?:ed|s)"
    r"|jump(?:ed|s)|surged?|soared|sank|tumbled?|lost|edged|traded|trading|clos(?:ed|ing)|opened|down|up|hit)\b"
    r"|\b(?:traded|trading|closed) (?:at|around|above|below|up|down)\b",
    re.I,
)
RISEN = re.compile(
    r"\b(?:ris(?:en|es)|rose|climb(?:ed|s)|increased|revised|corrected|up from|down from|grown|grew|lowered"
    r"|earlier (?:figure|count|number|toll|report))\b",
    re.I,
)


def quantities(left: View, right: View, likelihood: float) -> Iterator[Finding]:
    """Yield each quantity of one claim that the other article gives otherwise, where the match is clear."""
    if left.claim.article == right.claim.article:  # one article tells of two things
        return
    mine, theirs = unmatched(left, right)
    yield from _misprints(left, right, mine, theirs)
    for quantity in mine:
        options = _options(left, quantity, right, theirs)
        if len(options) == 1 and len(_options(right, options[0], left, mine)) == 1:
            finding = _judge(left, right, quantity, options[0], likelihood)
            if finding is not None:
                yield finding


def _options(left: View, quantity: Quantity, right: View, others: Sequence[Quantity]) -> list[Quantity]:
    """The amounts that may be another version of one: ages of one named person before all others."""
    if quantity.kind != "age":
        return [other for other in others if alike(quantity, other)]
    whose = [(of_one(left, quantity, right, other), other) for other in others if other.kind == "age"]
    named = [other for one, other in whose if one and _apart(quantity, other) <= GENERATION]
    if named or _one_age_in_both(left, right):
        return named
    return [other for one, other in whose if one is None and alike(quantity, other)]


def _one_age_in_both(left: View, right: View) -> bool:
    """Whether both claims give one age, of the same person as it seems: another may be somebody else's."""
    ages = [[q for q in view.quantities if q.kind == "age"] for view in (left, right)]
    return any(same_amount(one, other) for one in ages[0] for other in ages[1])


def _apart(left: Quantity, right: Quantity) -> float:
    """How many years lie between two ages."""
    return abs((left.low or 0) - (right.low or 0))


def _misprints(
    left: View, right: View, mine: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Iterator[Finding]:
    """Yield figures of many digits that differ in one, with like words around them, however told."""
    for quantity in mine:
        for other in theirs:
            alike_words = about(left, quantity.span) & about(right, other.span)
            if misprinted(quantity, other) and len(alike_words) >= MEASURE:
                words = f"“{left.exact(quantity.span)}” and “{right.exact(other.span)}” differ in one digit"
                yield Finding(_slot(quantity), "contradict", *versions(quantity, other), words, sure=True)


def _corrects(view: View) -> bool:
    """Whether the claim says that its figure takes the place of another."""
    return bool(RISEN.search(view.text))


def _counts(view: View, quantity: Quantity) -> bool:
    """Whether it is a number with the people whom it counts: of "rose to 15" it is told elsewhere."""
    return of_people(quantity) and len(view.exact(quantity.span).split()) > 1


def may_be_one(left: View, right: View, mine: Quantity, theirs: Quantity) -> bool:
    """Whether two amounts may be of the same: not the dead and the hurt, not all and those on top of some.

    Nor who suffered it and who did it.
    """
    if mine.kind == theirs.kind == "age":
        if had_birthdays(left, mine, right, theirs) or of_two_kin(left, mine, right, theirs):
            return False
        if (one := of_one(left, mine, right, theirs)) is not None:
            return one
    if _charged(left, mine) != _charged(right, theirs):
        return False
    if reckoned_apart(left, mine, right, theirs) or _listed(left, mine) or _listed(right, theirs):
        return False
    if _told_in_other_units(left, mine, right, theirs) or _ways(left, mine, right) == {"in", "out"}:
        return False
    if _some(left, mine) != _some(right, theirs):
        return False
    if _others_of(left, mine, right, theirs) or _others_of(right, theirs, left, mine):
        return False
    first, second = outcomes.outcome(left, mine), outcomes.outcome(right, theirs)
    if outcomes.among(first, mine.low, second, theirs.low):
        return False
    if (first or second) and _in_two_years(left, right):
        return False
    if first is not None and first == second and first not in outcomes.LOOSE:
        return True
    untold = (first is None and _counts(left, mine)) or (second is None and _counts(right, theirs))
    of_two = outcomes.apart(first, second) or (untold and first != second)
    of_two = of_two or on_top(left, mine) != on_top(right, theirs)
    of_two = of_two or out_of(left, mine) != out_of(right, theirs)
    offended = (first and theirs.unit in OFFENDERS) or (second and mine.unit in OFFENDERS)
    return not (of_two or offended or of_two_people(left, right))


def surely_of_one(left: View, right: View, mine: Quantity, theirs: Quantity) -> bool:
    """Whether the same became of both in one year, none on top of others, and ages are those of one named."""
    if _of_another_year(left, right) or _of_another_year(right, left) or _traded(left) or _traded(right):
        return False
    if len(_ways(left, mine, right)) > 1:
        return False
    named = mine.kind != "age" or bool(of_one(left, mine, right, theirs))
    became = outcomes.outcome(left, mine) == outcomes.outcome(right, theirs)
    return named and became and on_top(left, mine) == on_top(right, theirs)


def _of_another_year(left: View, right: View) -> bool:
    """Whether one claim is of a year, not that of its report, that the other doesn't name."""
    published = left.source.published
    return bool(published) and not _years(left) - {str(published)[:4]} <= _years(right)


def _in_two_years(left: View, right: View) -> bool:
    """Whether one side tells of a year that is neither that of a report nor named on the other side."""
    reports = [view.source.published for view in (left, right)]
    first, second = (set(YEAR.findall(SINCE.sub("", view.context))) for view in (left, right))
    past = (first | second) - {str(day)[:4] for day in reports}
    return all(reports) and bool(past) and first.isdisjoint(second)


def _years(view: View) -> set[str]:
    """The years of the claim's dates, and those that its sentence names: a claim may be cut before them."""
    dated = {time.value[:4] for time in view.times if time.kind == "date" and time.value}
    return dated | set(YEAR.findall(view.context))


def on_top(view: View, quantity: Quantity) -> bool:
    """Whether those are counted who come on top of somebody told before: "two other men"."""
    text, start = view.source.text, quantity.span.start
    before = BEFORE_ON_TOP.search(text[max(0, start - EARLIER) : start])
    return bool(before or ON_TOP.search(view.exact(quantity.span)) or MORE.match(text, quantity.span.end))


def _listed(view: View, quantity: Quantity) -> bool:
    """Whether the sentence counts so many things twice: "one count of arson and one count of theft"."""
    words = f"{view.exact(quantity.span)} of ".lower()
    return not of_people(quantity) and view.context.lower().count(words) > 1


def _charged(view: View, quantity: Quantity) -> list[str]:
    """What the counts of a charge are of: "first-degree murder" is not all of "murder"."""
    found = CHARGED.match(view.source.text, quantity.span.end) if quantity.unit == "count" else None
    return found[1].lower().split() if found else []


def _some(view: View, quantity: Quantity) -> bool:
    """Whether only some are counted, who come from one place: "two of the hurt are from Lund"."""
    return of_people(quantity) and bool(WHENCE.search(view.text))


def out_of(view: View, quantity: Quantity) -> bool:
    """Whether some of those told before are counted: "one of the men"."""
    named = quantity.hedge != "magnitude"  # "thousands of people" are no part of anything
    return named and of_people(quantity) and " of " in view.exact(quantity.span)


def _judge(left: View, right: View, mine: Quantity, theirs: Quantity, likelihood: float) -> Finding | None:
    whose = mine.kind == "age" and bool(of_one(left, mine, right, theirs))
    if not (whose or about(left, mine.span) & about(right, theirs.span)):
        return None
    if not may_be_one(left, right, mine, theirs):
        return None
    verdict = weigh(mine, theirs)
    words = f"“{left.exact(mine.span)}” and “{right.exact(theirs.span)}”"
    if verdict == "same":
        return None
    relation: Difference = "differ"
    newer = right if later(left, right) else left if later(right, left) else None
    if newer is not None and _corrects(newer) and mine.kind == "count":
        reason = f"{words}: the later report corrects the figure"
        return Finding(_slot(mine), "update", *versions(mine, theirs), reason)
    one_size = verdict == "compatible" or named_loosely(mine, theirs)
    reason = f"{words} {'give one size more or less exactly' if one_size else 'give another size'}"
    if verdict == "conflict" and _surely_one(left, right, mine, theirs, likelihood):
        relation, reason = "contradict", f"{words} can't both be true of one thing at one time"
        if not same_day(left, right):
            grown = _grown(left, right, mine, theirs)
            relation = "update" if grown else "differ"
            reason = f"{words} come from reports of different days"
    told = versions(mine, theirs)
    return Finding(_slot(mine), relation, *told, reason, sure=whose, one_size=one_size)


def _surely_one(left: View, right: View, mine: Quantity, theirs: Quantity, likelihood: float) -> bool:
    """Whether both figures measure one thing: the claims name it, or the words around both do."""
    if not firm(left, right, likelihood, named=True):
        return False
    if spread(left, mine) != spread(right, theirs) or _traded(left) or _traded(right):
        return False
    around = len(about(left, mine.span) & about(right, theirs.span))
    dated = any(same_time(one, other) for one in left.times for other in right.times)
    if dated and around >= DATED and mine.kind == "money" and mine.unit == theirs.unit:
        return len(_ways(left, mine, right)) < 2
    one = (same_names(left, right) or around >= MEASURE) and surely_of_one(left, right, mine, theirs)
    return one and _same_measure(left, right, mine, theirs) and not _but_for_one(left, mine, right, theirs)


def _ways(left: View, mine: Quantity, right: View) -> set[str]:
    """The ways that money went by both claims: in, out, or set aside; none where it is no money."""
    verbs = (left.predicate, right.predicate) if mine.kind == "money" else ()
    return {WAYS[verb] for verb in verbs if verb in WAYS}


def _told_in_other_units(left: View, mine: Quantity, right: View, theirs: Quantity) -> bool:
    """Whether both only repeat amounts in another unit: those themselves are compared."""
    first, second = in_other_unit(left, mine), in_other_unit(right, theirs)
    return first is not None and second is not None and first.unit == second.unit


def _others_of(left: View, mine: Quantity, right: View, theirs: Quantity) -> bool:
    """Whether one counts the others beside somebody, and the other may count all: "four others" of five."""
    fewer = (mine.low or 0) < (theirs.low or 0)
    return fewer and of_people(theirs) and on_top(left, mine) and not on_top(right, theirs)


def _but_for_one(left: View, mine: Quantity, right: View, theirs: Quantity) -> bool:
    """Whether two counts differ by one who may be the attacker: "27 dead, the gunman among them"."""
    one = of_people(mine) and of_people(theirs) and abs((mine.low or 0) - (theirs.low or 0)) == 1
    return one and any(ATTACKER.search(view.context) for view in (left, right))


def spread(view: View, quantity: Quantity) -> bool:
    """Whether the words right behind a figure say of how long it is the sum: "$5 trillion over a decade"."""
    end = quantity.span.end
    return bool(SPREAD.search(view.source.text[end : end + SPREAD_REACH].split("\n")[0]))


def _traded(view: View) -> bool:
    """Whether the claim tells where a market stands, which no two reports of one day tell alike."""
    return bool(TRADED.search(view.text))


def _same_measure(left: View, right: View, mine: Quantity, theirs: Quantity) -> bool:
    """Whether the words around both values are alike, and what is counted has one name."""
    around, other = about(left, mine.span), about(right, theirs.span)
    shared = len(around & other)
    return mine.unit == theirs.unit and shared >= 2 and shared * 2 >= min(len(around), len(other))


def _grown(left: View, right: View, mine: Quantity, theirs: Quantity) -> bool:
    if mine.kind != "count" or mine.low is None or theirs.low is None:
        return False
    return mine.low < theirs.low if later(left, right) else theirs.low < mine.low


def _slot(quantity: Quantity) -> Slot:
    return "duration" if quantity.kind == "duration" else "quantity"


def key(quantity: Quantity) -> str:
    """One key a size: versions with one key say the same."""
    low, high = bounds(quantity)
    return f"{low:.12g}..{high:.12g}"


def versions(mine: Quantity, theirs: Quantity) -> tuple[Version, Version]:
    """Two sizes as the versions of a finding."""
    return Version(key(mine), mine.span), Version(key(theirs), theirs.span)
