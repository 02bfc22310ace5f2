"""Aliases that the text itself states: "Free Ports League (FPL)", "X, also known as Y"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.model import Annotations, Span
from rashomon.resolve.entities.uses import Use
from rashomon.text.names import initials, is_acronym

_KNOWN_AS = re.compile(
    r"^,?\s*[(\[—–-]?\s*(?:(?:who|which|that)\s+(?:is|are|was|were)\s+)?(?:also|better|formerly|previously|commonly|otherwise|"
    r"sometimes|once|now|widely)?\s*(?:known(?:\s+\w+ly)?|referred\s+to|called)\s+(?:in\s+\w+\s+)?(?:as|by)?\s*(?:the\s+)?"
    r"(?:\w+\s+)?(?:acronyms?\s+|initials\s+|abbreviation\s+|alias\s+)?[\"“‘']?$",
    re.IGNORECASE,
)
_ALIAS = re.compile(
    r"^,?\s*[(\[]?\s*(?:a\.?k\.?a\.?|alias|formerly|abbreviated(?:\s+(?:as|to))?)\s*[\"“‘']?$", re.I
)
_STANDS_FOR = re.compile(
    r"^[’']?\s*[,(\[—–-]+\s*(?:an?\s+|the\s+|its\s+)?(?:\w+\s+){0,2}"
    r"(?:acronym|abbreviation|name|term|initials|shorthand|word)\s+(?:for|of)\s+(?:the\s+)?[\"“‘']?$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"^\s*[\"”’']?\s*[(\[]\s*(?:the\s+|or\s+|also\s+)?[\"“‘']?$")
_OR = re.compile(r"^,?\s+or\s+(?:simply\s+)?[\"“‘']?$")


@dataclass(frozen=True, slots=True)
class Stated:
    """Two uses of one article that its words equate, and the words that do so."""

    left: Use
    right: Use
    words: str
    span: Span


def stated_aliases(story: Sequence[Annotations], uses: Sequence[Use]) -> Iterator[Stated]:
    """Yield each alias that an article states."""
    texts = [annotations.article.text for annotations in story]
    ordered = sorted(uses, key=lambda use: (use.order, use.span.start, -use.span.end))
    for left, right in pairwise(ordered):
        if left.order != right.order or not left.span.end <= right.span.start <= left.span.end + 90:
            continue
        if "person" in {left.kind, right.kind} and left.kind != right.kind:
            continue
        text = texts[left.order]
        between = text[left.span.end : right.span.start]
        after = text[right.span.end : right.span.end + 2]
        if left.key != right.key and _equates(left, right, between, after):
            span = Span(left.article, left.span.start, right.span.end)
            yield Stated(left, right, " ".join(text[span.start : span.end].split()), span)


def _equates(left: Use, right: Use, between: str, after: str) -> bool:
    if _KNOWN_AS.match(between) or _ALIAS.match(between) or _STANDS_FOR.match(between):
        return True
    closed = after[:1] in {")", "]"} or after in {"”)", "’)", '")', "')"}
    if _OPEN.match(between) and closed:
        return shortens(right.name, left.name) or shortens(left.name, right.name)
    return bool(_OR.match(between)) and (shortens(right.name, left.name) or shortens(left.name, right.name))


def shortens(acronym: str, full: str) -> bool:
    """Whether `acronym` can be made from the letters of `full`, beginning with its first."""
    if not is_acronym(acronym) or len(full) <= len(acronym) or is_acronym(full):
        return False
    letters = acronym.replace(".", "").replace("-", "").casefold()
    if letters[0] != full[0].casefold():
        return False
    return _made_from(letters, initials(full).casefold()) or _in_order(letters, full.casefold())


def _made_from(letters: str, heads: str) -> bool:
    return letters == heads or (len(letters) >= 3 and letters.rstrip("s") == heads)


def _in_order(letters: str, full: str) -> bool:
    """Whether the letters stand in the full name in order, most of them at the head of a word."""
    heads = {match.start() for match in re.finditer(r"\b\w", full)}
    at, on_head = -1, 0
    for letter in letters:
        ahead = [h for h in sorted(heads) if h > at and full[h] == letter]
        at = ahead[0] if ahead else full.find(letter, at + 1)
        if at < 0:
            return False
        on_head += at in heads
    return on_head >= max(2, len(letters) - 2)
