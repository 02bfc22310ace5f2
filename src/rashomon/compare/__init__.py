"""Compare: shared passages and origins, utterances, and points of one story."""

from rashomon.compare.origins import find_origins
from rashomon.compare.passages import find_passages
from rashomon.compare.points import find_points
from rashomon.compare.restated import add_restated
from rashomon.compare.texts import prepare
from rashomon.compare.utterances import find_utterances
from rashomon.model import Comparison, Resolution

__all__ = ["compare"]


def compare(resolution: Resolution) -> Comparison:
    """Work out what the story's articles share, say alike, say differently and say alone."""
    articles = resolution.annotations
    texts = prepare(articles)
    passages = find_passages(articles, texts=texts)
    lineage = find_origins(articles, passages, texts=texts)
    utterances = find_utterances(articles, resolution.entities)
    points = find_points(resolution, lineage, utterances)
    return Comparison(
        claims=tuple(claim for annotations in articles for claim in annotations.claims),
        passages=passages,
        origins=lineage.origins,
        article_origins=lineage.article_origins,
        utterances=add_restated(utterances, points, articles),
        points=points,
    )
