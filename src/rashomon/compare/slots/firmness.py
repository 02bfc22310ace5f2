"""Firmness: whether two claims are so surely about one thing that a difference is a contradiction."""

from rashomon.compare.align.views import View
from rashomon.model import Span
from rashomon.text.lexicon import closed_class

# How sure the alignment must be before a conflict of values is called a contradiction. Set high on the
# development stories: a false contradiction is the worst error.
SURE = 0.85
# Characters around a value whose words tell what it is a value of.
REACH = 60
# Characters before a value in which a hedge is looked for, and the words that hedge.
HEDGE_REACH = 24
HEDGES = closed_class(
    "up maximum minimum most least more less than over under about around nearly almost roughly some "
    "approximately least within another first last next every each per estimated"
)
FIRM = frozenset({"asserted", "planned"})


def firm(left: View, right: View, likelihood: float, *, named: bool = False) -> bool:
    """Whether both claims are plain statements about surely the same thing.

    `named` where it is known otherwise that they name the same.
    """
    sure = likelihood >= SURE and left.claim.modality in FIRM and left.claim.modality == right.claim.modality
    alike = left.claim.polarity == right.claim.polarity and (named or same_names(left, right))
    return sure and alike and not rivals(left, right)


def same_names(left: View, right: View) -> bool:
    """Whether the claims name somebody or something in common, if either names anything."""
    return bool(left.entities & right.entities) or not (left.entities or right.entities)


def hedged(view: View, span: Span) -> bool:
    """Whether a bound or a doubt stands right before a value: "up to", "more than", "about"."""
    before = view.source.text[max(0, span.start - HEDGE_REACH) : span.start].lower().split()
    return bool(HEDGES & {word.strip(".,;:'\"()“”‘’") for word in before})


def rivals(left: View, right: View) -> bool:
    """Whether two different people say it: a quarrel, no contradiction between outlets.

    A body and who speaks for it are no rivals.
    """
    two = left.speaker != right.speaker and left.speaker is not None and right.speaker is not None
    return two and left.voices.isdisjoint(right.voices)


def same_day(left: View, right: View) -> bool:
    """Whether both articles came out on one day, as far as is known."""
    first, second = left.source.published, right.source.published
    return first is None or second is None or first[:10] == second[:10]


def later(left: View, right: View) -> bool:
    """Whether the right article came out on a later day than the left."""
    first, second = left.source.published, right.source.published
    return first is not None and second is not None and first[:10] < second[:10]


def about(view: View, span: Span) -> frozenset[str]:
    """The words around a value, without the value: what it is a value of."""
    text = view.source.text
    start, end = max(0, span.start - REACH), min(len(text), span.end + REACH)
    inside = [s for s in view.claim.spans if s.start <= span.start and span.end <= s.end]
    if inside:
        start, end = max(start, inside[0].start), min(end, inside[0].end)
    before = [s for s in view.claim.spans if inside and s.end <= inside[0].start]
    apart = view.exact(before[-1])[-REACH:] if before else ""  # a subject set apart from its verb
    words = f"{apart} {text[start : span.start]} {text[span.end : end]}".lower().split()
    return frozenset(word.strip(".,;:'\"()“”‘’")[:6] for word in words if len(word) > 3)
