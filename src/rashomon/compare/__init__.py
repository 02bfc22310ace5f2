"""Compare: shared passages and origins, utterances, and points of one story."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.compare.origins import find_origins
from rashomon.compare.passages import find_passages
from rashomon.compare.points import find_points
from rashomon.compare.restated import add_restated
from rashomon.compare.texts import prepare
from rashomon.compare.unmarked import find_unmarked
from rashomon.compare.utterances import find_utterances
from rashomon.model import Annotations, Comparison, Quote, Resolution

__all__ = ["compare"]


def compare(resolution: Resolution) -> Comparison:
    """Work out what the story's articles share, say alike, say differently and say alone."""
    articles = resolution.annotations
    texts = prepare(articles)
    passages = find_passages(articles, texts=texts)
    lineage = find_origins(articles, passages, texts=texts)
    unmarked = find_unmarked(articles, texts)
    utterances = find_utterances(_with(articles, unmarked), resolution.entities)
    points = find_points(resolution, lineage, utterances)
    return Comparison(
        claims=tuple(claim for annotations in articles for claim in annotations.claims),
        passages=passages,
        origins=lineage.origins,
        article_origins=lineage.article_origins,
        independent=lineage.independent,
        utterances=add_restated(utterances, points, articles),
        points=points,
        quotes=unmarked,
    )


def _with(articles: Sequence[Annotations], quotes: Sequence[Quote]) -> list[Annotations]:
    """The articles with quotes added that only comparing shows."""
    return [
        replace(each, quotes=(*each.quotes, *(quote for quote in quotes if quote.article == each.article.id)))
        for each in articles
    ]
