"""Quantities: numbers with what they count, measured in the article's own words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.model import Article, Mention, Quantity, Sentence, Time, Tokens
from rashomon.model.annotations import QuantityKind
from rashomon.text.addresses import is_house_number
from rashomon.text.lexicon import closed_class
from rashomon.text.numbers import GLUED, Number, find_fractions, find_numbers

_CURRENCY_SIGN = {"$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "hk$": "HKD", "nz$": "NZD"}
_CURRENCY_SIGN |= {"£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "rs": "rupee", "rs.": "rupee"}
_CURRENCY = {"dollar": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "rouble": "RUB", "ruble": "RUB"}
_CURRENCY |= {
    name: name for name in ("rupee", "peso", "franc", "krone", "krona", "riyal", "dinar", "rand", "naira")
}
_DURATIONS = closed_class("second minute hour day week month year decade century")
_MEASURES = closed_class(
    "kilometre kilometer km mile metre meter m foot ft yard inch cm mm centimetre centimeter kilogram "
    "kilo kg gram tonne ton pound lb ounce acre hectare litre liter gallon barrel degree mph kph kmh "
    "knot watt kilowatt megawatt gigawatt mw gw kw kwh gigabyte megabyte celsius fahrenheit "
)
_WRITTEN_SHORT = re.compile(rf"\s?({GLUED})", re.IGNORECASE)
# One name a unit, however it is spelled.
_ONE_NAME = {"km": "kilometre", "kms": "kilometre", "kilometer": "kilometre", "m": "metre", "meter": "metre"}
_ONE_NAME |= {"cm": "centimetre", "centimeter": "centimetre", "ft": "foot", "feet": "foot", "lb": "pound"}
_ONE_NAME |= {"lbs": "pound", "kg": "kilogram", "kgs": "kilogram", "kilo": "kilogram", "liter": "litre"}
_ONE_NAME |= {"kmh": "kph", "mw": "megawatt", "gw": "gigawatt", "kw": "kilowatt"}
INCHES = 12  # to the foot
_PERCENT = re.compile(r"\s?%|[\s-]per\s?cent\b|[\s-]percent\b|[\s-]percentage\s+points?\b", re.IGNORECASE)
_OLD = re.compile(r"[\s-]+(?:year|month|week|day)s?[\s-]+olds?\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged|age)\s+$", re.IGNORECASE)
_JOINED = re.compile(r"-([a-z]+)\b", re.IGNORECASE)
# Words after which a number is a label, not an amount: "Route 66", "Article 5".
_LABELS = closed_class(
    "no number page route highway interstate road exit room flight article section chapter part phase "
    "type level unit district ward grade class channel resolution boulevard street avenue apartment apt "
    "suite gate terminal building floor season episode version stage group category tier title "
)
_EMERGENCY = re.compile(r"\s+(?:call|caller|operator|dispatch|line|hotline)")
_PHONE = re.compile(r"\)?\s?\d{3}[-–.\s]?\w{4}|[-–]\d{3}")
_TOLL = re.compile(
    r"\b(?:toll|deaths|fatalities|casualties|victims"
    r"|number of (?:people |those |persons )?(?:dead|killed|injured|wounded|hurt|missing|victims))\b",
    re.I,
)
_ADULTS = closed_class("man woman boy girl teen teenager male female suspect victim driver student person")
# Who is killed, hurt or held is counted in people, where no noun says so.
_VICTIM_VERBS = closed_class(
    "kill injure wound die hurt arrest detain murder hospitalize hospitalise shoot evacuate displace rescue"
)
_VICTIM_WORDS = closed_class(
    "dead injured wounded missing hurt killed arrested detained shot hospitalized hospitalised "
    "charged stabbed"
)
# Before a figure that is told once more in another unit.
_AGAIN = re.compile(r"(?: (?:deep|long|wide|high|tall|thick|away))?(?:,?\s*\(|,? or )")
# Behind so many feet, the inches on top: "6-foot-2", "5 feet, 10 inches".
_INCHES = re.compile(
    r"-(?P<joined>\d{1,2})\b(?:-inch(?:es)?\b)?|,?\s(?P<told>\d{1,2})[\s-]inch(?:es)?\b", re.I
)
_OVER = frozenset({"nummod", "quantmod", "compound", "amod", "advmod", "nmod", "npadvmod"})


@dataclass(frozen=True, slots=True)
class _Page:
    article: Article
    tokens: Tokens
    sentence: Sentence

    def first(self, offset: int) -> int:
        """The token that holds the character, or the next one."""
        return max(bisect_right(self.tokens.start, offset) - 1, self.sentence.first)

    def word(self, index: int) -> str:
        return self.article.text[self.tokens.start[index] : self.tokens.end[index]]


def find_quantities(
    article: Article,
    tokens: Tokens,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[Time],
) -> tuple[Quantity, ...]:
    """Return the article's quantities in text order; none lies in a date or in a name."""
    blocked = sorted(
        [(time.span.start, time.span.end) for time in times if time.kind in ("date", "time")]
        + [(mention.span.start, mention.span.end) for mention in mentions]
    )
    people = frozenset(mention.span.end for mention in mentions if mention.kind == "person")
    found = [
        quantity
        for sentence in sentences
        for quantity in _in_sentence(_Page(article, tokens, sentence), blocked, people)
    ]
    return tuple(found)


def _in_sentence(
    page: _Page, blocked: Sequence[tuple[int, int]], people: frozenset[int]
) -> Iterator[Quantity]:
    base = page.sentence.start
    text = page.article.text[base : page.sentence.end]
    made: Quantity | None = None
    shares = list(find_fractions(text))
    numbers = [n for n in find_numbers(text) if not any(s.start < n.end and n.start < s.end for s in shares)]
    for share in shares:
        yield _quantity(page, share, base, share.end + base, "percent", "percent")
    for number in sorted(numbers, key=lambda n: n.start):
        if _blocked(base + number.number, base + number.end, blocked) or _is_label(page, text, number):
            continue
        last, made = made, _measured(page, text, number, people) or _counted(page, text, number)
        if made is not None and last is not None and last.unit == "foot" and made.span.start < last.span.end:
            made = last  # the inches on top of it
        elif made is not None:
            made = _with_inches(page, _converted(page, last, made) if last is not None else made)
            yield made


def _with_inches(page: _Page, made: Quantity) -> Quantity:
    """So many feet with the inches told behind them."""
    start = made.span.end
    found = _INCHES.match(page.article.text, start, page.sentence.end) if made.unit == "foot" else None
    inches = int(found["joined"] or found["told"]) if found else 0
    if found is None or not 0 < inches < INCHES:
        return made
    low, high = (None if value is None else value + inches / INCHES for value in (made.low, made.high))
    return replace(made, span=page.article.span(made.span.start, found.end()), low=low, high=high)


def _converted(page: _Page, first: Quantity, again: Quantity) -> Quantity:
    """The second figure with the first one's hedge where it only tells it in another unit.

    In "around 30 metres (98 feet)" and "less than 10 metres (33 feet)" the hedge is meant for both.
    """
    between = page.article.text[first.span.end : again.span.start]
    same = first.kind == again.kind and first.kind in ("measure", "money") and first.unit != again.unit
    if not (same and _AGAIN.fullmatch(between) and again.hedge == "exact"):
        return again
    low = again.low if first.low is not None else None
    return replace(again, low=low, high=again.high if first.high is not None else None, hedge=first.hedge)


def _blocked(start: int, end: int, blocked: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(blocked, (end, 0))
    return any(left < end and start < right for left, right in blocked[max(0, at - 3) : at])


def _is_label(page: _Page, text: str, number: Number) -> bool:
    """Whether the number only tells things apart: a route, a flight, a house number, a bare year."""
    before = re.findall(r"[^\W\d_]+\.?|[-–—#]", text[max(0, number.start - 24) : number.start])
    last = before[-1].rstrip(".") if before else ""
    if last == "#" or (last.lower() in _LABELS and number.hedge == "exact" and last not in ("no", "number")):
        return last[:1].isupper() or last in ("#", "page", "room", "route", "exit", "phase", "level", "grade")
    word, rest = text[number.number : number.end], text[number.end : number.end + 48]
    emergency = word in ("911", "999", "112") and _EMERGENCY.match(rest)
    if word.isdigit() and (emergency or is_house_number(text, number.end)):
        return True
    if "-" in word and number.low and number.low >= 100 and re.fullmatch(r"\d{3}-\d{4}", word):
        return True
    if word.isdigit() and len(word) == 3 and text[: number.start].endswith("(") and _PHONE.match(rest):
        return True
    return bool(re.fullmatch(r"(?:19|20)\d\d", word)) and not _counts_plural(page, number)


def _counts_plural(page: _Page, number: Number) -> bool:
    """Whether a plural noun comes right behind the number, as no year has it."""
    after = page.first(page.sentence.start + number.end - 1) + 1
    return after < page.sentence.last and page.tokens.tag[after] == "NNS" and page.word(after).islower()


def _measured(page: _Page, text: str, number: Number, people: frozenset[int]) -> Quantity | None:
    """Money, percent, ages and measures: what the words right at the number say."""
    base, rest = page.sentence.start, text[number.end :]
    sign = re.match(r"(?:US|A|C|HK|NZ)?\$|[£€¥₹]|Rs\.?", text[number.number :], re.IGNORECASE)
    if sign:
        return _quantity(page, number, base, base + number.end, "money", _CURRENCY_SIGN[sign.group().lower()])
    percent = _PERCENT.match(rest)
    if percent:
        end = base + number.end + percent.end()
        return _quantity(page, number, base, end, "percent", "percent")
    old = _OLD.match(rest)
    if old:
        unit = re.search(r"year|month|week|day", old.group(), re.IGNORECASE)
        end = base + number.end + old.end()
        return _quantity(page, number, base, end, "age", unit.group().lower() if unit else None)
    between = text[: number.start]
    if _AGED.search(between[-8:]) or _is_age(page, between, number, rest, people):
        return _quantity(page, number, base, base + number.end, "age", "year")
    short = _WRITTEN_SHORT.match(rest)
    if short:
        end = base + number.end + short.end()
        return _quantity(page, number, base, end, "measure", _unit_name(short[1].lower()))
    joined = _JOINED.match(rest)
    if joined is None:
        return None
    end, word = base + number.end + joined.end(), joined.group(1).lower()
    word = word if word in _ONE_NAME else word.removesuffix("s")
    if word in ("strong", "odd", "something"):
        return _quantity(page, number, base, end, "count", "people" if word == "strong" else None)
    return _quantity(page, number, base, end, _unit_kind(word), _unit_name(word))


def _is_age(page: _Page, before: str, number: Number, rest: str, people: frozenset[int]) -> bool:
    """Whether the number stands between commas behind a person's name: "Mara Quill, 42, said"."""
    comma = re.search(r"(?:\b(\w+))?,\s*$", before)
    if comma is None or number.low != number.high or not number.low or not 0 < number.low < 116:
        return False
    named = page.sentence.start + before.rindex(",") in people
    told = (comma.group(1) or "").lower() in _ADULTS
    return (named or told) and bool(re.match(r"\s*(?:[,.;)]|of\b|from\b|$)", rest))


def _unit_kind(unit: str) -> QuantityKind:
    if unit in _DURATIONS:
        return "duration"
    if unit in _CURRENCY:
        return "money"
    return "measure" if unit in _MEASURES or unit in _ONE_NAME else "count"


def _unit_name(unit: str) -> str:
    return _CURRENCY.get(unit) or _ONE_NAME.get(unit, unit)


def _counted(page: _Page, text: str, number: Number) -> Quantity | None:
    """A number with the noun that it counts, from the parse or from the words that follow."""
    base, tokens = page.sentence.start, page.tokens
    last = page.first(base + number.end - 1)
    end = base + number.end
    after = page.word(last + 1).lower() if last + 1 < page.sentence.last else ""
    unit = None if after in _VICTIM_WORDS else _unit_token(page, last)
    if unit is None:
        implied = _implied_people(page, last, after) or _is_toll(text, number)
        told = implied or number.hedge not in ("exact", "magnitude")
        return _quantity(page, number, base, end, "count", "people" if implied else None) if told else None
    if tokens.tag[unit] == "NNP" and page.sentence.kind == "body" and text[number.number].isdigit():
        return None  # "19 News", "Terminal 4 North": part of a name that nobody found
    lemma = "people" if tokens.lemma[unit] in ("other", "person") else tokens.lemma[unit]
    kind = _unit_kind(lemma)
    if lemma == "mile" and page.word(unit - 1).lower() == "nautical":
        lemma = "nautical mile"  # another length: 11 of them are more than 12 miles
    if 0 <= unit - last <= 6:
        end = max(end, tokens.end[unit])
    if kind == "duration" and text[number.start : number.number].lower().startswith("over"):
        # "over three days" tells how long something went on, not that it took longer.
        number = replace(number, start=number.number, low=number.low, high=number.low, hedge="exact")
    return _quantity(page, number, base, end, kind, _unit_name(lemma))


def _is_toll(text: str, number: Number) -> bool:
    """Whether a bare number says how many fell: "the toll rose to 12"."""
    return bool(
        re.search(r"\b(?:to|at|from|of|is|was|were|stood|reached|hit)\s+$", text[: number.start])
    ) and bool(_TOLL.search(text[: number.start]))


def _unit_token(page: _Page, last: int) -> int | None:
    """The noun that the number counts: its head to the right, or what follows "of"."""
    tokens, stop = page.tokens, page.sentence.last
    after = last + 1
    if after < stop and page.word(after).lower() == "of":
        return _noun_after(page, after + 1)
    at = last
    for _ in range(4):
        head = tokens.head[at]
        if tokens.dep[at] not in _OVER or head <= at or head - last > 6:
            break
        at = head
        if tokens.pos[at] in ("NOUN", "PROPN"):
            return _compound_end(page, at)
    return _noun_after(page, after, reach=3) if after < stop else None


def _noun_after(page: _Page, start: int, *, reach: int = 5) -> int | None:
    """The head of the noun group that begins at `start`, if one does within `reach` tokens."""
    tokens = page.tokens
    for at in range(start, min(start + reach, page.sentence.last)):
        if tokens.pos[at] in ("NOUN", "PROPN"):
            return _compound_end(page, at)
        if tokens.pos[at] not in ("ADJ", "DET", "PRON", "ADV", "NUM") and tokens.tag[at] not in (
            "VBN",
            "VBG",
            "PRP$",
        ):
            return None
        if tokens.tag[at] == "PRP" or page.word(at).lower() in ("who", "that", "which"):
            return None
    return None


def _compound_end(page: _Page, at: int) -> int:
    """Move to the last noun of a compound: "police officers" counts officers."""
    tokens = page.tokens
    while (
        at + 1 < page.sentence.last
        and tokens.dep[at] in ("compound", "nmod", "amod")
        and at < tokens.head[at] <= at + 2
        and tokens.pos[tokens.head[at]] in ("NOUN", "PROPN")
    ):
        at = tokens.head[at]
    return at


def _implied_people(page: _Page, last: int, after: str) -> bool:
    """Whether a bare number is who was killed, hurt or held."""
    tokens = page.tokens
    around = [tokens.head[last], last + 1, last - 1]
    near = [tokens.lemma[at] for at in around if page.sentence.first <= at < page.sentence.last]
    return after in _VICTIM_WORDS or any(lemma in _VICTIM_VERBS for lemma in near)


def _quantity(
    page: _Page, number: Number, base: int, end: int, kind: QuantityKind, unit: str | None
) -> Quantity:
    span = page.article.span(base + number.start, end)
    return Quantity(span, kind, number.low, number.high, unit, number.hedge)
