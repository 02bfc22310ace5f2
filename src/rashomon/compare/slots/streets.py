"""Streets: one address told with two endings of its street's name: "Oak Court", "Oak Lane"."""

import re
from collections.abc import Iterator

from rashomon.compare.align.views import View
from rashomon.compare.slots.finding import Finding, Version
from rashomon.compare.slots.firmness import SURE
from rashomon.model import Span

_KINDS = {
    "avenue": "ave",
    "boulevard": "blvd",
    "circle": "cir",
    "court": "ct",
    "drive": "dr",
    "highway": "hwy",
    "lane": "ln",
    "place": "pl",
    "road": "rd",
    "street": "st",
    "terrace": "ter",
    "way": "way",
}
_ENDINGS = {word: kind for kind, short in _KINDS.items() for word in (kind, short)}
_STREET = re.compile(
    r"\b(?P<name>[A-Z][\w’']+(?: [A-Z][\w’']+){0,2}) (?P<kind>"
    + "|".join(sorted({word.title() for word in _ENDINGS}, key=lambda word: (-len(word), word)))
    + r")\b"
)


def is_street(name: str) -> bool:
    """Whether a name ends as a street's."""
    return not _ENDINGS.keys().isdisjoint(name.rstrip(".").lower().split()[-1:])


def streets(left: View, right: View, likelihood: float) -> Iterator[Finding]:
    """Yield the one street that both claims name with another ending, where neither article has the other."""
    if likelihood < SURE or left.claim.article == right.claim.article:
        return
    mine, theirs = _named(left), _named(right)
    if len(mine) != 1 or len(theirs) != 1:
        return
    ((name, kind), span), ((its_name, its_kind), its_span) = *mine.items(), *theirs.items()
    known = (its_name, its_kind) in _all(left.source.text) or (name, kind) in _all(right.source.text)
    if name == its_name and kind != its_kind and not known:
        words = f"“{left.exact(span)}” and “{right.exact(its_span)}” are two names of one street"
        versions = Version(f"{name} {kind}", span), Version(f"{its_name} {its_kind}", its_span)
        yield Finding("place", "differ", *versions, words, sure=True)


def _named(view: View) -> dict[tuple[str, str], Span]:
    """The streets of the claim: name and kind, each with its first place."""
    found: dict[tuple[str, str], Span] = {}
    for span in view.claim.spans:
        for match in _STREET.finditer(view.source.text, span.start, span.end):
            where = Span(span.article, match.start(), match.end())
            found.setdefault(_key(match), where)
    return found


def _all(text: str) -> set[tuple[str, str]]:
    return {_key(match) for match in _STREET.finditer(text)}


def _key(match: re.Match[str]) -> tuple[str, str]:
    return match["name"].lower(), _ENDINGS[match["kind"].lower()]
