"""Annotate: what one article holds, on its own. A pure function of the article."""

from collections.abc import Iterable, Iterator
from itertools import tee

from rashomon.annotate import parser
from rashomon.annotate.claims import find_claims
from rashomon.annotate.quotes import find_quotes
from rashomon.model import Annotations, Article, Sentence, Tokens

__all__ = ["annotate"]


def annotate(articles: Iterable[Article]) -> Iterator[Annotations]:
    """Yield each article's annotations, in order; the parser works in batches."""
    nlp = parser.load()
    for_text, for_record = tee(articles)
    for article, parsed in zip(for_record, parser.parse(nlp, (a.text for a in for_text)), strict=True):
        sentences = _sentences(article, parsed.tokens)
        quotes = find_quotes(article, parsed.tokens, sentences, ())
        claims = find_claims(article, parsed.tokens, sentences, quotes, (), ())
        yield Annotations(
            article=article, tokens=parsed.tokens, sentences=sentences, quotes=quotes, claims=claims
        )


def _sentences(article: Article, tokens: Tokens) -> tuple[Sentence, ...]:
    found, first = [], 0
    for index in range(1, len(tokens) + 1):
        if index == len(tokens) or tokens.sentence[index] != tokens.sentence[first]:
            start, end = tokens.start[first], tokens.end[index - 1]
            paragraph = article.text.count("\n", 0, start)
            found.append(Sentence(start, end, first, index, paragraph, "body"))
            first = index
    return tuple(found)
