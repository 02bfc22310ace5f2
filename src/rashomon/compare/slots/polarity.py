"""Polarity: one claim says it, the other denies it."""

from collections.abc import Iterator

from rashomon.compare.align.views import View
from rashomon.compare.slots.finding import Finding, Version
from rashomon.compare.slots.firmness import SURE, rivals

# Share of both claims' words that must be the same before a "not" alone tells them apart: set on the
# development stories, where the parser's negations often belong to another verb.
ALIKE = 0.75


def polarities(left: View, right: View, likelihood: float) -> Iterator[Finding]:
    """Yield a difference where nearly the same words are affirmed in one claim and denied in the other."""
    if left.claim.polarity == right.claim.polarity or left.predicate != right.predicate:
        return
    if not of_like_words(left, right) or likelihood < SURE:
        return
    if rivals(left, right) or left.claim.article == right.claim.article:
        return
    yield Finding(
        "polarity",
        "differ",
        Version(left.claim.polarity, left.claim.spans[0]),
        Version(right.claim.polarity, right.claim.spans[0]),
        "one affirms what the other denies",
    )


def of_like_words(left: View, right: View) -> bool:
    """Whether two claims are told in nearly the same words."""
    mine, theirs = set(left.terms), set(right.terms)
    return len(mine & theirs) >= ALIKE * len(mine | theirs)
