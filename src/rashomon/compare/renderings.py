"""Renderings: quotes and their parts ready to be compared, and what speaks for two giving one utterance.

The weighted sum of the features is the log-odds that both give one utterance. The weights are those
of a logistic regression over the pairs of quotes, and the pairs of their parts, of the labelled stories
that have one voice or the same words. Cross-validated by story, F1 of the sentence pairs of one
utterance is .71, counting of each quote the part that gives the utterance (.65 with all of the quote).
Trees over twice as many measures, likeness of the sentences around, and points in common gave no more.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from rashomon.compare.partners import beside, partners
from rashomon.compare.parts import parts
from rashomon.compare.voices import voices
from rashomon.compare.wording import words
from rashomon.link import vectors
from rashomon.link.features import Feature
from rashomon.link.tfidf import Tfidf
from rashomon.model import Annotations, Entity, Quote, Span
from rashomon.text.quotation_marks import pair_marks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Found = tuple[float, str, str] | None

_LONGEST = 12  # equal words in a row beyond which more prove no more
_LONGEST_MARKED = 8  # the same inside quotation marks
# Closed classes: they tell no two statements apart.
_FRAME = frozenset(
    """a an the of to in on at by for with from and or but that this these those it its is are was were be
    been being has have had do does did will would can could may might shall should must not no so as if
    then than he she they we i you his her their our my your him them us me who which what there said says
    say saying added""".split()
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """One quote, or one part of it, as it is compared.

    `place` is its place in its list; `marked` holds what stands in quotation marks, `said` the words of
    that, an empty one behind each pair of marks; `voices` whose words they may be; `rarity` the weights
    of the telling words, `weight` their sum; `sense` its meaning, None without the model; `nearest` the
    places of those nearest to it, one in each other article.
    """

    place: int
    quote: Quote
    spans: tuple[Span, ...]
    text: str
    marked: tuple[str, ...]
    folds: tuple[str, ...]
    said: tuple[str, ...]
    voices: frozenset[str]
    rarity: dict[str, float]
    weight: float
    sense: "NDArray[np.float32] | None" = None
    nearest: frozenset[int] = frozenset()


def prepare(
    annotations: Sequence[Annotations], entities: Sequence[Entity] = ()
) -> tuple[list[Rendered], list[Rendered]]:
    """Return all quotes, and all their parts, in the order of articles' ids and of the text."""
    by_id = sorted(annotations, key=lambda each: each.article.id)
    rarity, whose = _rarity(by_id), voices(by_id, entities)
    quotes = [(each, quote) for each in by_id for quote in each.quotes]
    wholes = [
        _rendered(place, each, quote, quote.content, rarity, whose[quote.id])
        for place, (each, quote) in enumerate(quotes)
    ]
    cuts = [(each, *part) for each in by_id for part in parts(each)]
    pieces = [_rendered(place, *cut, rarity, whose[cut[1].id]) for place, cut in enumerate(cuts)]
    return _compared(wholes), _compared(pieces)


def may_meet(rendered: Sequence[Rendered]) -> list[tuple[int, int]]:
    """Return the pairs of different articles that are near to each other in words."""
    return partners([each.rarity for each in rendered], [each.quote.article for each in rendered])


def one_speaker(left: Rendered, right: Rendered) -> bool:
    """Whether no two different people are known to speak; a body may be one with who speaks for it."""
    return len({left.quote.speaker, right.quote.speaker} - {None}) < 2 or one_voice(left, right)


def one_voice(left: Rendered, right: Rendered) -> bool:
    """Whether both are known to be the words of one: of the same speaker, or of one called the same."""
    return not left.voices.isdisjoint(right.voices)


def longest_run(left: Sequence[str], right: Sequence[str]) -> int:
    """Return the number of words in the longest run that both hold."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, fold in enumerate(right):
        places[fold].append(place)
    best = 0
    before: dict[int, int] = {}
    for fold in left:
        now = {place: before.get(place - 1, 0) + 1 for place in places.get(fold, ())} if fold else {}
        best, before = max(best, *now.values(), 0), now
    return best


def _rarity(annotations: Sequence[Annotations]) -> Tfidf:
    """How rare each word is among the sentences of all articles."""
    return Tfidf.fit(
        words(each.article.text, sentence.start, sentence.end).folds
        for each in annotations
        for sentence in each.sentences
    )


def _rendered(
    place: int,
    annotations: Annotations,
    quote: Quote,
    spans: tuple[Span, ...],
    rarity: Tfidf,
    whose: frozenset[str],
) -> Rendered:
    article = annotations.article
    folds = tuple(fold for span in spans for fold in words(article.text, span.start, span.end).folds)
    marked = in_marks(article.text, quote, spans)
    rare = {fold: rarity.idf.get(fold, rarity.unseen) for fold in folds if fold not in _FRAME}
    return Rendered(
        place=place,
        quote=quote,
        spans=spans,
        text=" ".join(article.exact(span) for span in spans),
        marked=marked,
        folds=folds,
        said=tuple(fold for text in marked for fold in (*words(text).folds, "")),
        voices=whose,
        rarity=rare,
        weight=_weight(rare, rare.keys()),
    )


def _weight(rarity: dict[str, float], folds: Iterable[str]) -> float:
    """The weight of the words, added up in one order."""
    return sum(rarity[fold] for fold in sorted(folds))


def in_marks(text: str, quote: Quote, spans: Sequence[Span]) -> tuple[str, ...]:
    """What of the spans stands in quotation marks: all of a direct quote."""
    if quote.kind == "direct":
        return tuple(text[span.start : span.end] for span in spans)
    if quote.kind == "indirect":
        return ()
    # a paragraph's marks need the whole paragraph to pair rightly
    start, end = text.rfind("\n", 0, spans[0].start) + 1, text.find("\n", spans[-1].end)
    pairs = pair_marks(text[start : end if end >= 0 else len(text)])
    inner = [(start + pair.inner_start, start + pair.inner_end) for pair in pairs if pair.depth == 0]
    cuts = [(max(a, span.start), min(b, span.end)) for span in spans for a, b in inner]
    return tuple(text[a:b] for a, b in cuts if a < b)


def _compared(rendered: Sequence[Rendered]) -> list[Rendered]:
    """Find the meanings of those that are held against others, and the nearest of each."""
    pairs = may_meet(rendered)
    return _with_nearest(_with_senses(rendered, pairs), pairs)


def _with_senses(rendered: Sequence[Rendered], pairs: Sequence[tuple[int, int]]) -> list[Rendered]:
    near = (*pairs, *beside(pairs, [each.quote.article for each in rendered]))
    held = (pair for pair in near if one_speaker(rendered[pair[0]], rendered[pair[1]]))
    asked = sorted({place for pair in held for place in pair})
    if not asked or not vectors.available():
        return list(rendered)
    found = vectors.encoder().encode([rendered[place].text for place in asked])
    senses = dict(zip(asked, found, strict=True))
    return [replace(each, sense=senses.get(each.place)) for each in rendered]


def _with_nearest(rendered: Sequence[Rendered], pairs: Sequence[tuple[int, int]]) -> list[Rendered]:
    """Find for each rendering the nearest of each other article, by shared words and meaning."""
    best: defaultdict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for i, j in pairs:
        left, right = rendered[i], rendered[j]
        if not one_speaker(left, right):
            continue
        near = sum(seen[0] for seen in (held(left, right), sense(left, right)) if seen)
        best[i, right.quote.article].append((-near, j))
        best[j, left.quote.article].append((-near, i))
    found: defaultdict[int, set[int]] = defaultdict(set)
    for (place, _), rivals in best.items():
        found[place].add(min(rivals)[1])
    return [replace(each, nearest=frozenset(found[each.place])) for each in rendered]


def row(left: Rendered, right: Rendered) -> Found:
    """Both hold the same words in a row."""
    return min(longest_run(left.folds, right.folds), _LONGEST) / _LONGEST, left.text, right.text


def held(left: Rendered, right: Rendered) -> Found:
    """The shorter one's words stand in the longer, rare words counting most."""
    less = min(left.weight, right.weight)
    if not less:
        return None
    return (
        min(1.0, _weight(left.rarity, left.rarity.keys() & right.rarity.keys()) / less),
        left.text,
        right.text,
    )


def both_marked(left: Rendered, right: Rendered) -> Found:
    """Both print words in quotation marks."""
    if "indirect" in (left.quote.kind, right.quote.kind):
        return None
    return 1.0, left.quote.kind, right.quote.kind


def marked_row(left: Rendered, right: Rendered) -> Found:
    """Both print the same words in a row in quotation marks."""
    if not left.said or not right.said:
        return None
    run = longest_run(left.said, right.said)
    return min(run, _LONGEST_MARKED) / _LONGEST_MARKED, " ".join(left.marked), " ".join(right.marked)


def marked_held(left: Rendered, right: Rendered) -> Found:
    """The words in quotation marks of one stand in those of the other, rare words counting most."""
    mine, theirs = (each.rarity.keys() & set(each.said) for each in (left, right))
    less = min(_weight(left.rarity, mine), _weight(right.rarity, theirs))
    if not less:
        return None
    share = _weight(left.rarity, mine & theirs) / less
    return min(1.0, share), " ".join(left.marked), " ".join(right.marked)


def sense(left: Rendered, right: Rendered) -> Found:
    """They are alike in meaning."""
    if left.sense is None or right.sense is None:
        return None
    return round(float(left.sense @ right.sense), 5), left.text, right.text


def substance(left: Rendered, right: Rendered) -> Found:
    """Both hold enough to be compared."""
    return log(1 + min(left.weight, right.weight)), f"{left.weight:.1f}", f"{right.weight:.1f}"


def nearest(left: Rendered, right: Rendered) -> Found:
    """Neither article says anything that is nearer to the other one."""
    if right.place not in left.nearest or left.place not in right.nearest:
        return None
    return 1.0, left.text, right.text


WEIGHTS = {
    "row": 1.66,
    "held": -0.28,
    "both_marked": 0.39,
    "marked_row": 3.01,
    "marked_held": 1.37,
    "sense": 0.23,
    "substance": -0.29,
    "nearest": 0.71,
}
PRIOR = -2.58
FEATURES = tuple(
    Feature(each.__name__, WEIGHTS[each.__name__], each)
    for each in (row, held, both_marked, marked_row, marked_held, sense, substance, nearest)
)
