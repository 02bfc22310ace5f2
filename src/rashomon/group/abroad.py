"""Abroad: which story an article in another language tells, by vectors over languages and shared names.

Its text is not annotated, so it is named beside the story and not compared.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.group.days import day_number
from rashomon.link import multilingual
from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Article, Story
from rashomon.text.names import fold

# The vectors alone are a poor judge: of pairs of English articles above this cosine with three names in
# common, 1.0 are of one event on giveme5w1h_newscluster, .79 on wikinews_events, .72 on allsides_neus, where
# events are told for weeks. So the best story has to lie clear of the next. No labelled news of two
# languages was at hand.
LIKE = 0.65
CLEAR = 0.05
NAMES = 3  # names shared, places that the tables know not counted
DAYS = 7
OPENING = 90  # words
_WORD = re.compile(r"[^\W\d_]+")  # of d’Ostrel both parts


@dataclass(frozen=True, slots=True)
class Met:
    """An article in another language, the story that it tells, and what both name."""

    article: Article
    story: Story
    likeness: float
    names: tuple[str, ...]


def meet(
    articles: Sequence[Article],
    stories: Sequence[tuple[Story, Sequence[Annotations]]],
    gazetteer: Gazetteer,
) -> list[Met]:
    """Return the articles that surely tell one of the stories; none where the extra is not installed."""
    known = [article for article in articles if article.language in multilingual.LANGUAGES]
    if not known or not stories or not multilingual.available():
        return []
    members = [[each.article for each in annotated] for _, annotated in stories]
    own = multilingual.encode([_opening(article) for article in known])
    told = [multilingual.encode([_opening(article) for article in each]) for each in members]
    found = []
    for article, vector in zip(known, own, strict=True):
        likeness = [float((vectors @ vector).max()) for vectors in told]
        best = min(range(len(stories)), key=lambda k: (-round(likeness[k], 4), stories[k][0].id))
        others = [value for k, value in enumerate(likeness) if k != best]
        story, annotated = stories[best]
        shared = _shared(article, annotated, gazetteer)
        clear = likeness[best] >= max([LIKE, *(value + CLEAR for value in others)])
        if clear and len(shared) >= NAMES and _near(article, members[best]):
            found.append(Met(article, story, round(likeness[best], 2), shared))
    return found


def _opening(article: Article) -> str:
    return " ".join(article.text.split()[:OPENING])


def _shared(article: Article, annotated: Sequence[Annotations], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The words of the story's names that the article writes with a capital letter."""
    written = {fold(word) for word in _WORD.findall(article.text) if word[:1].isupper()}
    named = {fold(word) for each in annotated for mention in each.mentions for word in mention.text.split()}
    shared = {word for word in named & written if len(word) > 3}
    return tuple(sorted(w for w in shared if not gazetteer.is_place(w) and not gazetteer.demonym(w)))


def _near(article: Article, others: Sequence[Article]) -> bool:
    """Whether no day speaks against it."""
    own = day_number(article.published)
    days = [day for other in others if (day := day_number(other.published)) is not None]
    return own is None or not days or min(abs(own - day) for day in days) <= DAYS
