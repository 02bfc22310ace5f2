"""The reasons of an origin, in plain words: what was copied, who is credited, who was first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from rashomon.model import Article, Passage

_CONTAINED = 0.9  # of an article that stands in another: it adds next to nothing
_ADDS = 0.8  # of the longer article that may stand in the shorter for that to be worth saying
_TOLD = 0.1  # of an article that another holds: less is a phrase or a formula, no news to a reader
_NAMED = 2  # articles that a lone one is measured against in words


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of two articles is copied between them, each as a share of its own text, 0 to 1."""

    left: float
    right: float

    @property
    def share(self) -> float:
        """The larger share: that of the shorter article."""
        return max(self.left, self.right)


def agency(articles: Sequence[Article]) -> str | None:
    """Return the one agency that the articles credit for words; None where they credit none or several."""
    credited = {credit for article in articles for credit in article.copy_credits}
    return credited.pop() if len(credited) == 1 else None


def main_reasons(articles: Sequence[Article], overlaps: Mapping[tuple[str, str], Overlap]) -> list[str]:
    """Say why these articles are one text."""
    names = {article.id: name(article) for article in articles}
    reasons = []
    for (left, right), overlap in sorted(overlaps.items()):
        reasons.append(
            f"{percent(overlap.left)} of {names[left]} and {percent(overlap.right)} of {names[right]} "
            "are the same reporting, word for word or nearly so"
        )
        reasons += _contained(names[left], names[right], overlap)
    return reasons + _credits(articles) + _earliest(articles)


def alone_reasons(
    article: Article, others: Mapping[str, Article], overlaps: Mapping[tuple[str, str], Overlap]
) -> list[str]:
    """Say why this article is a text of its own, and which others hold most of it."""
    shares = [
        (overlap.left, right) if left == article.id else (overlap.right, left)
        for (left, right), overlap in overlaps.items()
    ]
    told = sorted((-share, name(others[other])) for share, other in shares if share >= _TOLD)
    reasons = [f"{percent(-share)} of it stands in {other} too" for share, other in told[:_NAMED]]
    if not told:
        little = f"less than {percent(_TOLD)} of it stands" if shares else "no reporting of it stands"
        reasons = [f"{little} in another article"]
    return reasons + _credits([article])


def part_reasons(articles: Sequence[Article], passages: Sequence[Passage]) -> list[str]:
    """Say why these passages come from one text though the articles as wholes do not."""
    words = sum(passage.words for passage in passages)
    many = "a passage" if len(passages) == 1 else f"{len(passages)} passages"
    first = f"{_listed([name(article) for article in articles])} share {many} of {words} words"
    return [first, *_credits(articles), *_earliest(articles)]


def name(article: Article) -> str:
    """Return what a reader calls the article: its outlet, else its file, without a plain extension."""
    file = PurePath(article.file)
    return article.outlet or (file.stem if file.suffix[1:].isalnum() else file.name)


def percent(share: float) -> str:
    """Return a share as whole percent, never rounded to none or all."""
    return f"{min(99, max(1, round(100 * share)))}%" if 0 < share < 1 else f"{round(100 * share)}%"


def _contained(left: str, right: str, overlap: Overlap) -> list[str]:
    """Say which of two is the shorter cut, where one lies in the other."""
    if overlap.left >= _CONTAINED and overlap.right < _ADDS:
        return [f"{left} holds next to nothing that {right} does not: it is the shorter cut"]
    if overlap.right >= _CONTAINED and overlap.left < _ADDS:
        return [f"{right} holds next to nothing that {left} does not: it is the shorter cut"]
    return []


def _credits(articles: Sequence[Article]) -> list[str]:
    """Say which agencies are credited for words, and by whom."""
    return sorted(
        f"{name(article)} credits {_listed(article.copy_credits)}"
        for article in articles
        if article.copy_credits
    )


def _earliest(articles: Sequence[Article]) -> list[str]:
    """Say who was first, where the times given can tell."""
    dated = [(article.published, article) for article in articles if article.published]
    if len(dated) < len(articles) or len(articles) < 2:
        return []
    length = min(len(published) for published, _ in dated)
    cut = sorted({published[:length] for published, _ in dated})
    if len(cut) < 2:
        return []
    first = [name(article) for published, article in dated if published[:length] == cut[0]]
    has = "have" if len(first) > 1 else "has"
    return [
        f"{_listed(first)} {has} the earliest date ({cut[0]}): the text came from there or from its source"
    ]


def _listed(names: Sequence[str]) -> str:
    """Join names as a sentence does, in the order of the alphabet."""
    names = sorted(names)
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
