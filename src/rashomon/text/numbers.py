"""Numbers in words and digits, with what hedges them: "more than 70,000", "thousands", "12 to 15"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rashomon.model.annotations import Hedge

_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
}
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}

_DIGIT_WORDS = list(_ONES)[1:10]
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_DIGIT_WORDS)}))?|{'|'.join(reversed(list(_ONES)))})"
_SCALE = rf"(?:{'|'.join(_SCALES)})"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# A part of a whole, and of the scale behind it: "three quarters of a million", "a quarter million".
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_SOME_PARTS = r"(?:half|(?:an?|one|two|three|four)[\s-](?:third|quarter|fifth|tenth)s?)"
_OF_SCALE = rf"(?:\s+of\s+(?:an?|one)|(?<=half)\s+an?)?[\s-]+(?={_SCALE})"
_WORDS = (
    rf"{_SOME_PARTS}{_OF_SCALE}{_SCALE}|(?:an?|{_SMALL})[\s-]+{_SCALE}"
    rf"(?:(?:[\s-]+|(?<=hundred)\s+and\s+|(?<=thousand)\s+and\s+)(?:{_SMALL}|{_SCALE}))*|{_SMALL}"
)
# Units written right behind a number: "30km", "80m-deep"; an "m" alone is a million, but before these words.
_SIZED = r"(?:deep|long|wide|high|tall|thick|away|below|above|apart)\b"
GLUED = rf"(?:kms?|kgs?|cm|mm|ft|lbs?|mph|kph|kmh|mw|gw|kwh?|m(?=[\s-]{_SIZED}))(?!\w)"
_MONEY = r"(?:(?:US|A|C|HK|NZ)?\$|[£€¥₹]|Rs\.?\s?)"
_SCALED = rf"[\s-]{_SCALE}(?:\s{_SCALE})?|\s?(?:k|mn?|bn|tn)(?![\w'’-]|\s{_SIZED})"
# What is said behind a whole number: "two and a half", "2 1/2", "2½".
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.333333, "⅔": 0.666667, "⅛": 0.125}
_SLASHED = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 0.333333, "2/3": 0.666667, "1/8": 0.125}
_SPELLED = {"a half": 0.5, "a quarter": 0.25, "three quarters": 0.75, "a third": 0.333333}
FRACTION = (
    rf"(?:\s?[{''.join(_VULGAR)}]|[\s-](?:{'|'.join(_SLASHED)})(?![\d/])"
    rf"|[\s-]and[\s-](?:{'|'.join(words.replace(' ', '[ -]') for words in _SPELLED)})\b)"
)
_PARTED = rf"(?:\d{{1,3}}|{_SMALL}){FRACTION}(?:[\s-]{_SCALE})?"
_NUMBER = rf"(?:{_MONEY}\s?)?(?:{_PARTED}|(?:{_DIGITS})(?:{_SCALED})?|{_WORDS})"
_PLURAL = r"(?:dozens|scores|hundreds|thousands|millions|billions|trillions)"
_LOOSE = (
    rf"(?:tens|hundreds|thousands)\s+of\s+(?:thousands|millions|billions)|{_PLURAL}"
    rf"|(?:an?\s+)?(?:few|couple(?:\s+of)?|several)\s+{_SCALE}|several|an?\s+few|an?\s+handful|an?\s+couple"
)
_HEDGES: dict[str, Hedge] = {
    "more than": "more_than",
    "greater than": "more_than",
    "just over": "more_than",
    "well over": "more_than",
    "over": "more_than",
    "above": "more_than",
    "upwards of": "more_than",
    "upward of": "more_than",
    "in excess of": "more_than",
    "exceeding": "more_than",
    "at least": "at_least",
    "no fewer than": "at_least",
    "no less than": "at_least",
    "not less than": "at_least",
    "a minimum of": "at_least",
    "up to": "at_most",
    "as many as": "at_most",
    "as much as": "at_most",
    "at most": "at_most",
    "no more than": "at_most",
    "not more than": "at_most",
    "a maximum of": "at_most",
    "less than": "less_than",
    "fewer than": "less_than",
    "just under": "less_than",
    "under": "less_than",
    "below": "less_than",
    "about": "about",
    "around": "about",
    "some": "about",
    "roughly": "about",
    "approximately": "about",
    "approx.": "about",
    "an estimated": "about",
    "estimated": "about",
    "nearly": "about",
    "almost": "about",
    "close to": "about",
    "circa": "about",
    "~": "about",
}
_HEDGE = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in sorted(_HEDGES, key=len, reverse=True))
_AFTER: dict[str, Hedge] = {
    "or more": "at_least",
    "or so": "about",
    "or fewer": "at_most",
    "or less": "at_most",
    "plus": "at_least",
    "+": "at_least",
}
_NOT_BEFORE = r"(?<![\w$£€#])(?<![\d.,:/][.,:/-])(?<![\w][-/.])"
_NOT_AFTER = rf"(?!(?!{GLUED})\w|\.\d|,\d|[:/]\d|-\d|-(?-i:[A-Z])|['’]s\b)"
_PHRASE = re.compile(
    rf"{_NOT_BEFORE}(?:(?P<hedge>{_HEDGE})\s+|~)?(?:(?P<between>between|from)\s+)?"
    rf"(?:(?P<loose>{_LOOSE})\b|(?P<low>{_NUMBER})"
    rf"(?:(?P<to>\s+(?:to|or)\s+|\s*[–—]\s*|-(?=\d))(?P<high>{_NUMBER})|\s+and\s+(?P<upper>{_NUMBER}))?)"
    rf"(?P<after>\+|\s+or\s+(?:more|so|fewer|less)\b)?{_NOT_AFTER}",
    re.IGNORECASE,
)
_LOOSE_BOUNDS = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 9999.0),
    "millions": (2e6, 9_999_999.0),
    "billions": (2e9, 9_999_999_999.0),
    "trillions": (2e12, 9_999_999_999_999.0),
    "tens of": (2e1, 99.0),
    "several": (3.0, 9.0),
    "few": (2.0, 9.0),
    "handful": (2.0, 9.0),
    "couple": (2.0, 3.0),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase at `start..end` of a text; `low..high` as said, None where it is open.

    `number` is where the number proper starts, after its hedge.
    """

    start: int
    end: int
    number: int
    low: float | None
    high: float | None
    hedge: Hedge


@lru_cache(maxsize=16384)
def parse_number(text: str) -> float | None:
    """Return the value of one number in words or digits: "1.2 million", "two dozen"; None for others."""
    folded = re.sub(rf"^{_MONEY}\s?", "", text.strip(), flags=re.IGNORECASE).lower()
    folded = re.sub(r"(?<=\d)\s?(k|mn?|bn|b|tn)$", r" \1", folded)
    folded = re.sub(FRACTION, _decimal, folded).strip()
    folded = re.sub(rf"^{_SOME_PARTS}{_OF_SCALE}", lambda part: f"{_share(part.group())} ", folded)
    total, current, seen = 0.0, 0.0, False
    words = re.split(r"[\s-]+", folded)
    for index, word in enumerate(words):
        if word == "and" or (word in ("a", "an") and index + 1 < len(words)):
            continue
        value = _ONES.get(word, _TENS.get(word))
        if value is not None:
            current += value
        elif re.fullmatch(r"\d[\d,]*(?:\.\d+)?", word):
            current += float(word.replace(",", ""))
        elif word in _SCALES or word in _SHORT_SCALES:
            scale = _SCALES.get(word) or _SHORT_SCALES[word]
            current = (current or (1.0 if not seen else 0.0)) * scale
            if scale >= 1e3 or word == "dozen":
                total, current = (total + current) if current else total * scale, 0.0
        else:
            return None
        seen = True
    return round(total + current, 6) if seen else None


def _share(said: str) -> float:
    """The share of a whole that some parts are: "half", "two-thirds of a"."""
    words = re.split(r"[\s-]+", said.lower())
    if words[0] == "half":
        return 0.5
    return _ONES.get(words[0], 1) / _PARTS[words[1].removesuffix("s")]


def _decimal(part: re.Match[str]) -> str:
    """The fraction behind a whole number, as a number of its own: it is added to the other."""
    said = part.group().strip(" -").removeprefix("and").strip(" -").replace("-", " ")
    return f" {_VULGAR.get(said) or _SLASHED.get(said) or _SPELLED[said]} "


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the number phrases of a text in order, with hedges, ranges and magnitudes."""
    at = 0
    while match := _PHRASE.search(text, at):
        found = _loose(match) if match.group("loose") else _number(match)
        if found is None:
            at = max(match.end("low"), match.start() + 1)
            continue
        at = found.end
        yield found


def _number(match: re.Match[str]) -> Number | None:
    low = parse_number(match.group("low"))
    said = match.group("high") or (match.group("upper") if match.group("between") else None)
    if low is None or (match.group("between") and not said):
        # "from 12 people": the preposition is none of the number's.
        return None if low is None else _plain(match, low)
    if said is None:
        return _plain(match, low)
    high = parse_number(said)
    if high is None:
        return None
    scale = re.search(rf"(?:{_SCALE}|k|mn?|bn|tn)$", said, re.IGNORECASE)
    if scale and low < 1000 <= high and not re.search(rf"{_SCALE}$", match.group("low"), re.IGNORECASE):
        low *= _SCALES.get(scale.group().lower()) or _SHORT_SCALES[scale.group().lower()]
    if high <= low:
        return None
    start = match.start("between") if match.group("between") else match.start("low")
    return Number(start, match.end(), match.start("low"), low, high, "exact")


def _plain(match: re.Match[str], value: float) -> Number:
    """One number with its hedge; what only looked like a range is left out."""
    hedge: Hedge = "exact"
    start, end = match.start("low"), match.end("low")
    if match.group("hedge") and not match.group("between"):
        hedge, start = _hedge(match), match.start("hedge")
    if match.group("after") and not match.group("high") and not match.group("upper"):
        hedge = _AFTER[re.sub(r"\s+", " ", match.group("after").strip().lower())]
        end = match.end("after")
    return _bounded(start, end, match.start("low"), value, hedge)


def _hedge(match: re.Match[str]) -> Hedge:
    return _HEDGES[re.sub(r"\s+", " ", match.group("hedge").lower())]


def _bounded(start: int, end: int, number: int, value: float, hedge: Hedge) -> Number:
    """The number with what its hedge leaves open below or above it."""
    low = None if hedge in ("at_most", "less_than") else value
    high = None if hedge in ("at_least", "more_than") else value
    return Number(start, end, number, low, high, hedge)


def _loose(match: re.Match[str]) -> Number | None:
    said = re.sub(r"\s+", " ", match.group("loose").lower())
    low, high = _loose_bounds(said)
    start = match.start("loose")
    upper: float | None = high
    if match.group("hedge"):
        start = match.start("hedge")
        if _hedge(match) in ("more_than", "at_least"):
            upper = None
    return Number(start, match.end("loose"), match.start("loose"), low, upper, "magnitude")


def _loose_bounds(said: str) -> tuple[float, float]:
    """The bounds of "hundreds of thousands", "several dozen", "a few"."""
    words = said.split()
    scale = _SCALES.get(words[-1])
    if scale:  # "several hundred", "a couple of thousand"
        key = next(word for word in words if word in _LOOSE_BOUNDS)
        low, high = _LOOSE_BOUNDS[key]
        return low * scale, high * scale
    if len(words) == 3 and words[1] == "of":
        unit = _SCALES[words[2][:-1]]
        low = {"tens": 20, "hundreds": 200, "thousands": 2000}[words[0]] * unit
        return low, low * 5 - 1
    key = next(word for word in words if word in _LOOSE_BOUNDS)
    return _LOOSE_BOUNDS[key]


_SHARE = re.compile(
    rf"\b(?:(?P<hedge>{_HEDGE})\s+)?\b(?P<low>{_SOME_PARTS})(?!{_OF_SCALE})(?=\s+of\b|\s+the\b)",
    re.IGNORECASE,
)


def find_fractions(text: str) -> Iterator[Number]:
    """Yield shares such as "half of" and "two-thirds of", in percent, hedges with them."""
    for match in _SHARE.finditer(text):
        share = round(100 * _share(match.group("low")), 2)
        if share < 100:
            hedge: Hedge = _hedge(match) if match.group("hedge") else "exact"
            yield _bounded(match.start(), match.end(), match.start("low"), share, hedge)
