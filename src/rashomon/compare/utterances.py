"""Utterances: one thing one speaker said, with every outlet's rendering of it.

Only what two articles or more render makes an utterance: what one alone quotes stays a quote.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from rashomon.compare.fidelity import fidelity
from rashomon.compare.renderings import COMMON, FEATURES, PRIOR, Rendered, longest_run, prepare
from rashomon.link.block import candidate_pairs
from rashomon.link.features import score_pair
from rashomon.link.group import average_link
from rashomon.model import Annotations, Rendering, Utterance
from rashomon.model.identity import content_id
from rashomon.model.points import Fidelity

# Log-odds, set on the labelled stories, cross-validated: sentence pairs of one utterance come out at
# precision .78 and recall .55.
_THRESHOLD = 0.0
_APART = -4.0  # the log-odds of two quotes that share no rare word
_NEVER = float("-inf")
# One article rarely gives one utterance twice in other words, but it may give it in two pieces, each
# of which is held by another article's longer quote: no evidence against, a little for keeping apart.
_BESIDE = -1.0
# The same words: without a known speaker on both sides only they join; many of one speaker always do.
_SURE = 1.0
_LONG_RUN = 8
_SAME_RUN = 5
_SAME_SHARE = 0.6


def find_utterances(annotations: Sequence[Annotations]) -> tuple[Utterance, ...]:
    """Return what two articles or more render, in the order of the speakers' ids and first quotes."""
    quotes = prepare(annotations)
    pairs = candidate_pairs([quote.rarity for quote in quotes], common=max(COMMON, len(quotes) // 10))
    scores = dict.fromkeys(_beside(quotes), _BESIDE)
    scores |= {(i, j): _score(quotes[i], quotes[j]) for i, j in pairs}
    groups = average_link(len(quotes), scores, threshold=_THRESHOLD, default=_APART)
    found = [
        _utterance([quotes[member] for member in group])
        for group in groups
        if len({quotes[member].quote.article for member in group}) > 1
    ]
    return tuple(sorted(found, key=lambda each: (each.speaker or "", each.renderings[0].quote, each.id)))


def _beside(quotes: Sequence[Rendered]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of quotes of one article that may have one speaker; quotes come by article."""
    for _, members in groupby(range(len(quotes)), key=lambda member: quotes[member].quote.article):
        for left, right in combinations(members, 2):
            speakers = {quotes[left].quote.speaker, quotes[right].quote.speaker} - {None}
            if len(speakers) < 2:
                yield left, right


def _score(left: Rendered, right: Rendered) -> float:
    """The log-odds that both quotes give one utterance; minus infinity where they can't."""
    mine, theirs = left.quote.speaker, right.quote.speaker
    if mine is not None and theirs is not None and mine != theirs:
        return _NEVER
    if _same_words(left, right):
        total = PRIOR + score_pair(left, right, FEATURES).total
        certain = mine is not None and mine == theirs and longest_run(left, right) >= _LONG_RUN
        return max(total, _SURE) if certain else total
    if left.quote.article == right.quote.article:
        return _BESIDE
    if mine is None or theirs is None:
        return _NEVER
    return PRIOR + score_pair(left, right, FEATURES).total


def _same_words(left: Rendered, right: Rendered) -> bool:
    """Whether one is the other, or a longer cut of it, word for word."""
    run = longest_run(left, right)
    shorter = min(len(left.folds), len(right.folds))
    return run >= _SAME_RUN and run >= _SAME_SHARE * shorter


def _utterance(members: Sequence[Rendered]) -> Utterance:
    members = sorted(members, key=lambda each: each.quote.id)
    speakers = sorted({each.quote.speaker for each in members if each.quote.speaker is not None})
    return Utterance(
        id=content_id("utterance", [each.quote.id for each in members]),
        speaker=speakers[0] if len(speakers) == 1 else None,
        renderings=tuple(_renderings(members)),
    )


def _renderings(members: Sequence[Rendered]) -> Iterator[Rendering]:
    """Measure each rendering against the fullest direct one, else against the fullest with marks."""
    kinds = ("direct", "mixed", "indirect")
    full = min(members, key=lambda each: (kinds.index(each.quote.kind), -len(each.folds), each.quote.id))
    for each in members:
        yield Rendering(each.quote.id, _fidelity(each, full))


def _fidelity(each: Rendered, full: Rendered) -> Fidelity:
    """How one rendering gives the fullest one; where nobody prints the words, all are paraphrases."""
    if full.quote.kind == "indirect":
        return "paraphrased"
    if each.quote.kind != "mixed":
        return fidelity(each.text, full.text, quoted=each.quote.kind == "direct")
    parts = [fidelity(part, full.text, quoted=True) for part in each.marked if part.split()]
    if "altered" in parts:
        return "altered"
    whole = fidelity(each.text, full.text, quoted=False)
    most = 2 * sum(len(part) for part in each.marked) >= len(each.text)
    return "trimmed" if whole == "paraphrased" and parts and most else whole
