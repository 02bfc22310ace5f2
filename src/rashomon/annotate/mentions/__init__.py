"""Mentions: the names in one article, from the stock model and from what it passes over."""

from collections.abc import Sequence

from rashomon.annotate.mentions.acronyms import bare, introduced
from rashomon.annotate.mentions.candidate import Candidate, without_overlaps
from rashomon.annotate.mentions.headlines import within_bounds
from rashomon.annotate.mentions.kinds import settle
from rashomon.annotate.mentions.page import Page
from rashomon.annotate.mentions.repeats import (
    datelines,
    known_names,
    listed_places,
    named_bodies,
    own_names,
)
from rashomon.annotate.mentions.stock import stock_names, trim
from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Article, Mention, Sentence, Tokens

__all__ = ["find_mentions"]


def find_mentions(
    article: Article,
    tokens: Tokens,
    sentences: Sequence[Sentence],
    entities: Sequence[tuple[int, int, str]],
    gazetteer: Gazetteer,
) -> tuple[Mention, ...]:
    """Return the article's names in text order; none overlap. `entities` are the model's names."""
    page = Page(article, tokens, sentences)
    defined = [candidate for pair in introduced(page) for candidate in pair]
    found = without_overlaps([*own_names(page, gazetteer), *defined, *stock_names(page, entities, gazetteer)])
    found = within_bounds(page, found)
    acronyms = {page.name(c.first, c.last): c.kind for c in defined if c.last - c.first == 1}
    more = [*known_names(page, found, gazetteer), *bare(page, acronyms, gazetteer)]
    found = without_overlaps(
        [*found, *more, *listed_places(page, gazetteer), *datelines(page, found, gazetteer)]
    )
    found = without_overlaps([*found, *named_bodies(page, found)])
    return tuple(_mention(page, candidate) for candidate in settle(page, found, gazetteer))


def _mention(page: Page, candidate: Candidate) -> Mention:
    whole = candidate.first, candidate.last
    first, last = whole if candidate.finder == "own" else trim(page, *whole)
    first, last = (first, last) if first < last else whole
    span = page.article.span(page.tokens.start[first], page.tokens.end[last - 1])
    return Mention(span, candidate.kind, page.name(first, last))
