"""Newsrooms: whose own texts articles are. What one outlet writes twice is told by one witness."""

from collections.abc import Iterable, Sequence

from rashomon.model import Article, Origin


def find_newsrooms(articles: Iterable[Article], origins: Sequence[Origin]) -> tuple[tuple[str, str], ...]:
    """Return pairs `(article, its outlet's folded name)`, sorted, of the articles that an outlet wrote.

    `origins` are the articles' main ones. What is an agency's is no outlet's own, whoever prints it; an
    article of which no outlet is known belongs to nobody.
    """
    bought = {article for origin in origins if origin.agency for article in origin.articles}
    named = ((article.id, " ".join((article.outlet or "").casefold().split())) for article in articles)
    return tuple(sorted((id, outlet) for id, outlet in named if outlet and id not in bought))
