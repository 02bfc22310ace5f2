"""Claims: the propositions of one article."""

from collections.abc import Sequence

from rashomon.model import Article, Claim, Quantity, Quote, Sentence, Time, Tokens


def find_claims(
    article: Article,
    tokens: Tokens,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    quantities: Sequence[Quantity],
    times: Sequence[Time],
) -> tuple[Claim, ...]:
    """Return the article's propositions in text order."""
    return ()
