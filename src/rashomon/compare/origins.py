"""Origins: which articles go back to one text, as a whole and span by span."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.compare.copying import Copy, find_copies
from rashomon.compare.lineage import Lineage, covered
from rashomon.compare.newsrooms import find_newsrooms
from rashomon.compare.origin_reasons import Overlap, agency, alone_reasons, main_reasons, part_reasons
from rashomon.compare.texts import Text
from rashomon.link.group import average_link, connected
from rashomon.model import Annotations, Article, Origin, Passage, Span
from rashomon.model.identity import content_id

__all__ = ["Lineage", "find_origins"]

# How much of the shorter article must stand in the longer one for both to be the same text.
_SAME_TEXT = 0.6
_JOINED = 0.5  # the same for every two articles of a group


def find_origins(
    annotations: Sequence[Annotations], passages: Sequence[Passage], *, texts: Sequence[Text] | None = None
) -> Lineage:
    """Return the origins of the story's articles.

    Every article has one main origin: the text it is as a whole. Articles of different main origins
    that share copied passages also stand together in an origin of those passages alone. `texts` are the
    articles' prepared texts, made here where they are not given.
    """
    articles = {each.article.id: each.article for each in annotations}
    copies = find_copies(annotations, passages, texts=texts)
    overlaps = _overlaps(articles, copies)
    mains = _same_texts(sorted(articles), overlaps)
    main_of = {article: group for group in mains for article in group}
    inside: defaultdict[tuple[str, ...], list[Copy]] = defaultdict(list)
    across: defaultdict[tuple[str, ...], list[Copy]] = defaultdict(list)
    for copy in copies:
        groups = {main_of[article] for article in copy.articles}
        for group in groups:
            if sum(article in group for article in copy.articles) > 1:
                inside[group].append(copy)
        if len(groups) > 1:
            across[copy.articles].append(copy)
    touching: defaultdict[str, dict[tuple[str, str], Overlap]] = defaultdict(dict)
    for pair, overlap in overlaps.items():
        for article in pair:
            touching[article][pair] = overlap
    whole = [_main(articles, group, inside[group], touching) for group in mains]
    parts = [_part(articles, group, found) for group, found in sorted(across.items())]
    article_origins = sorted((article, origin.id) for origin in whole for article in origin.articles)
    newsrooms = find_newsrooms(articles.values(), whole)
    return Lineage((*whole, *parts), tuple(article_origins), tuple(passages), newsrooms)


def _main(
    articles: Mapping[str, Article],
    group: tuple[str, ...],
    copies: Sequence[Copy],
    touching: Mapping[str, Mapping[tuple[str, str], Overlap]],
) -> Origin:
    members = [articles[id] for id in group]
    overlaps = {pair: overlap for id in group for pair, overlap in touching.get(id, {}).items()}
    within = {pair: overlap for pair, overlap in overlaps.items() if set(pair) <= set(group)}
    reasons = (
        main_reasons(members, within) if len(group) > 1 else alone_reasons(members[0], articles, overlaps)
    )
    return Origin(
        id=content_id("origin", group),
        articles=group,
        agency=agency(members),
        passages=tuple(dict.fromkeys(copy.passage.id for copy in copies)),
        reasons=tuple(reasons),
    )


def _part(articles: Mapping[str, Article], group: tuple[str, ...], copies: Sequence[Copy]) -> Origin:
    members = [articles[id] for id in group]
    return Origin(
        id=content_id("origin", "part", group),
        articles=group,
        agency=None,  # a credit is for the whole article: it does not say whose these passages are
        passages=tuple(dict.fromkeys(copy.passage.id for copy in copies)),
        reasons=tuple(part_reasons(members, [copy.passage for copy in copies])),
    )


def _same_texts(ids: Sequence[str], overlaps: Mapping[tuple[str, str], Overlap]) -> list[tuple[str, ...]]:
    """Group the articles that are one text as wholes."""
    close = [pair for pair, overlap in overlaps.items() if overlap.share >= _SAME_TEXT]
    groups: list[tuple[str, ...]] = []
    for component in connected(ids, close):
        order = sorted(component)
        found = average_link(len(order), _scores(order, overlaps), threshold=_SAME_TEXT)
        groups += [tuple(order[member] for member in members) for members in found]
    return sorted(groups)


def _scores(
    order: Sequence[str], overlaps: Mapping[tuple[str, str], Overlap]
) -> dict[tuple[int, int], float]:
    """Score each pair of articles; too little in common forbids that anything joins them.

    A short copy may lie in two long texts that have nothing else in common.
    """
    scores: dict[tuple[int, int], float] = {}
    for i, left in enumerate(order):
        for j in range(i + 1, len(order)):
            overlap = overlaps.get((left, order[j]))
            share = overlap.share if overlap else 0.0
            scores[i, j] = share if share >= _JOINED else float("-inf")
    return scores


def _overlaps(articles: Mapping[str, Article], copies: Sequence[Copy]) -> dict[tuple[str, str], Overlap]:
    """Measure how much of each pair of articles is copied."""
    places: defaultdict[tuple[str, str], tuple[list[Span], list[Span]]] = defaultdict(lambda: ([], []))
    for copy in copies:
        spans = [span for span in copy.passage.spans if span.article in copy.articles]
        for number, left in enumerate(spans):
            for right in spans[number + 1 :]:
                if left.article != right.article:
                    places[left.article, right.article][0].append(left)
                    places[left.article, right.article][1].append(right)
    return {
        (left, right): Overlap(
            left=covered(here, Span(left, 0, len(articles[left].text))) / len(articles[left].text),
            right=covered(there, Span(right, 0, len(articles[right].text))) / len(articles[right].text),
        )
        for (left, right), (here, there) in sorted(places.items())
    }
