"""Newsrooms: whose own texts articles are. What one outlet or agency writes twice is told by one witness."""

from collections.abc import Iterable, Sequence

from rashomon.model import Article, Origin
from rashomon.text.names import fold


def find_newsrooms(articles: Iterable[Article], origins: Sequence[Origin]) -> tuple[tuple[str, str], ...]:
    """Return pairs `(article, folded name of the agency or outlet that wrote it)`, sorted.

    `origins` are the articles' main ones. What is an agency's report is its own, whoever prints it. An
    article to which an agency only lent a hand, or of which no outlet is known, belongs to nobody.
    """
    bought = {article for origin in origins if origin.agency for article in origin.articles}
    wrote = ((a.id, a.wire or ("" if a.id in bought else a.outlet) or "") for a in articles)
    return tuple(sorted((id, key) for id, name in wrote if (key := fold(name))))
