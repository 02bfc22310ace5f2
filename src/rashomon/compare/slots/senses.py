"""Senses: what a length or a share measures, by the words right at it; and amounts told in two units."""

import re

from rashomon.compare.align.views import View
from rashomon.model import Quantity
from rashomon.text.lexicon import closed_class

LENGTHS = closed_class("kilometre mile metre foot yard block") | {"nautical mile"}
REACH = 32  # characters before and behind an amount in which such words stand
# Behind a length, then before it: "3,000 feet high", "a height of 3,000 feet", "flew 3,000 miles".
_BEHIND = {
    "height": r"high|tall|up\b|in (?:height|altitude)|above",
    "depth": r"deep|below|underground|in depth",
    "width": r"wide|across|in diameter",
    "length": r"long",
    "place": r"(?:(?:north|south|east|west|away|off|out|down|in)[\w-]*\s+)*"
    r"(?:of|from|off|outside|away|inland)\b",
}
_BEFORE = {
    "height": r"altitudes?|heights?|elevation|tall as|high as|rose|climbed|reached",
    "depth": r"depths?",
    "width": r"widths?|diameter|radius",
    "length": r"lengths?",
    "reach": r"range|reach",
    "way": r"fl[eo]w\w*|fly|flies|travell?ed|travell?ing|travels?|distance|drove|driven|walk(?:ed)?|ran"
    r"|sailed|swam|marched|cover(?:ed|ing)|journey|trip",
}
_CHANGE = (
    r"increases?|rises?|growth|gains?|jumps?|hikes?|raises?|decreases?|drops?|falls?|cuts?|declines?"
    r"|reductions?|loss|more|less|fewer|higher|lower"
)
_CUT = r"increases?|hikes?|raises?|decreases?|cuts?|declines?|reductions?"
_CHANGED = (
    r"rose|risen|rising|grew|grown|growing|increas\w+|jump\w*|climb\w*|gain\w*|fell|fallen|falling|dropp\w+"
    r"|drops?|declin\w+|decreas\w+|shr[aiu]nk\w*|cut|slashed|up|down|lost"
)
_SHARE = r"of\b"
_BRACKETED = re.compile(r"\s*\([^()]{1,40}\)")
_OPENED = re.compile(r"\S+[\s-]\S+\s\((?:\w+\s)?$")


def of_two_senses(left: View, mine: Quantity, right: View, theirs: Quantity) -> bool:
    """Whether two lengths are a height and a distance, say, two shares or sums a size and a change of it."""
    if mine.kind == theirs.kind == "percent":
        senses = _of_share(left, mine), _of_share(right, theirs)
    elif mine.kind == theirs.kind == "money":
        senses = _of_sum(left, mine), _of_sum(right, theirs)
    elif mine.unit in LENGTHS and theirs.unit in LENGTHS:
        senses = _of_length(left, mine), _of_length(right, theirs)
    else:
        return False
    return None not in senses and senses[0] != senses[1]


def in_other_unit(view: View, quantity: Quantity) -> Quantity | None:
    """The amount that one in brackets only repeats in another unit: "10 metres (33 feet)"."""
    text = view.source.text
    for other in view.quantities:
        between = text[other.span.end : quantity.span.start]
        known = other.kind == quantity.kind and other.unit != quantity.unit
        if known and re.fullmatch(r"\s*\((?:\w+\s)?", between):
            return other
    return None


def _of_length(view: View, quantity: Quantity) -> str | None:
    before, behind = _around(view, quantity)
    for sense, words in _BEHIND.items():
        if re.match(rf"\W*(?:{words})", behind, re.I):
            return sense
    last = [(m.start(), sense) for sense, words in _BEFORE.items() for m in _found(words, before)]
    return max(last)[1] if last else None


def _of_share(view: View, quantity: Quantity) -> str | None:
    before, behind = _around(view, quantity)
    if re.match(rf"\s+{_SHARE}", behind):
        return "share"
    change = re.match(rf"\s+(?:{_CHANGE})\b", behind) or list(_found(_CHANGED, before))
    return "change" if change else None


def _of_sum(view: View, quantity: Quantity) -> str | None:
    before, behind = _around(view, quantity)
    if re.search(r"\bto\s+$", before, re.I):
        return "size"
    cut = re.search(r"\b(?:by|cut|cuts|slash(?:ed)?|trim(?:med)?)\s+$", before, re.I)
    change = cut or re.match(rf"\s+(?:[\w-]+\s+){{0,2}}(?:{_CUT})\b", behind, re.I)
    return "change" if change else None


def _found(words: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"\b(?:{words})\b", text, re.I))


def _around(view: View, quantity: Quantity) -> tuple[str, str]:
    """The words before and behind an amount, what tells it in another unit left out."""
    text, span = view.source.text, quantity.span
    before = _OPENED.sub("", text[max(view.around.start, span.start - REACH) : span.start])
    behind = text[span.end : span.end + REACH].lstrip(")")
    return re.split(r"[.;,]\s|\n", before)[-1], _BRACKETED.sub("", behind, count=1)
