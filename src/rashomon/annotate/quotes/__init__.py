"""Quotes: attribution relations of one article, their source, cue and content spans."""

from collections.abc import Sequence

from rashomon.model import Article, Mention, Quote, Sentence, Tokens

__all__ = ["find_quotes"]


def find_quotes(
    article: Article, tokens: Tokens, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Quote, ...]:
    """Return the article's quotes in text order, without speakers."""
    return ()
