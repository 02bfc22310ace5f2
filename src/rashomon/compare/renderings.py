"""Renderings: quotes ready to be compared, and what speaks for two of them giving one utterance.

The weighted sum of the features is the log-odds that both give one utterance. The weights are those
of a logistic regression over the pairs of quotes of the labelled stories that have one speaker or
the same words; cross-validated by story, sentence pairs of one utterance come out at F1 .64.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from rashomon.compare.wording import Words, words
from rashomon.link import vectors
from rashomon.link.block import candidate_pairs
from rashomon.link.features import Feature
from rashomon.link.tfidf import Tfidf
from rashomon.model import Annotations, Quote, Span
from rashomon.text.quotation_marks import pair_marks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Found = tuple[float, str, str] | None

COMMON = 60  # quotes that may share a word before it says nothing
_LONGEST = 12  # equal words in a row beyond which more prove no more
# Closed classes: they tell no two statements apart.
_FRAME = frozenset(
    """a an the of to in on at by for with from and or but that this these those it its is are was were be
    been being has have had do does did will would can could may might shall should must not no so as if
    then than he she they we i you his her their our my your him them us me who which what there said says
    say saying added""".split()
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """One quote as it is compared.

    `marked` holds what stands in quotation marks; `rarity` the weights of the telling words, `weight`
    their sum; `scene` the meaning of the sentences around, None without the model; `nearest` the ids
    of the quotes that are nearest to it, one in each other article.
    """

    quote: Quote
    text: str
    marked: tuple[str, ...]
    folds: tuple[str, ...]
    rarity: dict[str, float]
    weight: float
    scene: "NDArray[np.float32] | None"
    nearest: frozenset[str] = frozenset()


def prepare(annotations: Sequence[Annotations]) -> list[Rendered]:
    """Return the quotes of all articles, in the order of articles' ids and of the text."""
    by_id = sorted(annotations, key=lambda each: each.article.id)
    sentences = [
        words(each.article.text, sentence.start, sentence.end).folds
        for each in by_id
        for sentence in each.sentences
    ]
    rarity = Tfidf.fit(sentences)
    quotes = [(each, quote) for each in by_id for quote in each.quotes]
    scenes = _scenes([_around(each, quote.content) for each, quote in quotes])
    found = [_rendered(each, quote, rarity, scenes[row]) for row, (each, quote) in enumerate(quotes)]
    return _with_nearest(found)


def _with_nearest(quotes: Sequence[Rendered]) -> list[Rendered]:
    """Find for each quote the nearest of each other article, by shared words and scene."""
    best: defaultdict[tuple[int, str], list[tuple[float, str]]] = defaultdict(list)
    common = max(COMMON, len(quotes) // 10)
    for i, j in candidate_pairs([quote.rarity for quote in quotes], common=common):
        left, right = quotes[i], quotes[j]
        if left.quote.article == right.quote.article or not _may_be_one(left, right):
            continue
        near = sum(seen[0] for seen in (held(left, right), scene(left, right)) if seen)
        best[i, right.quote.article].append((-near, right.quote.id))
        best[j, left.quote.article].append((-near, left.quote.id))
    found: defaultdict[int, set[str]] = defaultdict(set)
    for (place, _), rivals in best.items():
        found[place].add(min(rivals)[1])
    return [replace(quote, nearest=frozenset(found[place])) for place, quote in enumerate(quotes)]


def _may_be_one(left: Rendered, right: Rendered) -> bool:
    """Whether no two different people are known to speak."""
    return len({left.quote.speaker, right.quote.speaker} - {None}) < 2


def _rendered(
    annotations: Annotations, quote: Quote, rarity: Tfidf, scene: "NDArray[np.float32] | None"
) -> Rendered:
    article = annotations.article
    found: list[Words] = [words(article.text, span.start, span.end) for span in quote.content]
    folds = tuple(fold for part in found for fold in part.folds)
    rare = {fold: rarity.idf.get(fold, rarity.unseen) for fold in folds if fold not in _FRAME}
    text = " ".join(article.exact(span) for span in quote.content)
    weight = sum(rare[fold] for fold in sorted(rare))
    return Rendered(quote, text, _marked(article.text, quote), folds, rare, weight, scene)


def _marked(text: str, quote: Quote) -> tuple[str, ...]:
    """The parts of the content in quotation marks: all of a direct quote."""
    if quote.kind == "direct":
        return tuple(text[span.start : span.end] for span in quote.content)
    if quote.kind == "indirect":
        return ()
    first, last = quote.content[0].start, quote.content[-1].end
    # a paragraph's marks need the whole paragraph to pair rightly
    start, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    pairs = pair_marks(text[start : end if end >= 0 else len(text)])
    inner = [(start + pair.inner_start, start + pair.inner_end) for pair in pairs if pair.depth == 0]
    cuts = [(max(a, span.start), min(b, span.end)) for span in quote.content for a, b in inner]
    return tuple(text[a:b] for a, b in cuts if a < b)


def _around(annotations: Annotations, content: Sequence[Span]) -> str:
    """The sentences that the content stands in."""
    text = annotations.article.text
    return " ".join(
        text[sentence.start : sentence.end]
        for sentence in annotations.sentences
        if any(sentence.start < span.end and span.start < sentence.end for span in content)
    )


def _scenes(texts: Sequence[str]) -> "Sequence[NDArray[np.float32] | None]":
    if not texts or not vectors.available():
        return [None] * len(texts)
    return list(vectors.encoder().encode(texts))


def row(left: Rendered, right: Rendered) -> Found:
    """Both hold the same words in a row."""
    return min(longest_run(left, right), _LONGEST) / _LONGEST, left.text, right.text


def held(left: Rendered, right: Rendered) -> Found:
    """The shorter one's words stand in the longer, rare words counting most."""
    less = min(left.weight, right.weight)
    if not less:
        return None
    shared = sum(left.rarity[fold] for fold in sorted(left.rarity.keys() & right.rarity.keys()))
    return min(1.0, shared / less), left.text, right.text


def both_marked(left: Rendered, right: Rendered) -> Found:
    """Both print words in quotation marks."""
    return (1.0, left.quote.kind, right.quote.kind) if _both_marked(left, right) else None


def other_words(left: Rendered, right: Rendered) -> Found:
    """Both print words in quotation marks, and they are other words."""
    found = held(left, right)
    if found is None or not _both_marked(left, right):
        return None
    return 1 - found[0], left.text, right.text


def scene(left: Rendered, right: Rendered) -> Found:
    """Their whole sentences are alike in meaning."""
    if left.scene is None or right.scene is None:
        return None
    return round(float(left.scene @ right.scene), 5), left.text, right.text


def substance(left: Rendered, right: Rendered) -> Found:
    """Both hold enough to be compared."""
    return log(1 + min(left.weight, right.weight)), f"{left.weight:.1f}", f"{right.weight:.1f}"


def nearest(left: Rendered, right: Rendered) -> Found:
    """Neither article has a quote that is nearer to the other one."""
    if right.quote.id not in left.nearest or left.quote.id not in right.nearest:
        return None
    return 1.0, left.text, right.text


def _both_marked(left: Rendered, right: Rendered) -> bool:
    return "indirect" not in (left.quote.kind, right.quote.kind)


def longest_run(left: Rendered, right: Rendered) -> int:
    """Return the number of words in the longest run that both hold."""
    best = 0
    before = [0] * (len(right.folds) + 1)
    for fold in left.folds:
        now = [0]
        now += [before[place] + 1 if other == fold else 0 for place, other in enumerate(right.folds)]
        best, before = max(best, *now), now
    return best


WEIGHTS = {
    "row": 1.14,
    "held": 0.57,
    "both_marked": 2.78,
    "other_words": -1.36,
    "scene": 0.97,
    "substance": -0.34,
    "nearest": 1.01,
}
PRIOR = -3.45
FEATURES = tuple(
    Feature(each.__name__, WEIGHTS[each.__name__], each)
    for each in (row, held, both_marked, other_words, scene, substance, nearest)
)
