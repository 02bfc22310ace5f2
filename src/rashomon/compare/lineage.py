"""Lineage: for any words of the story, on how many independent texts they rest."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from rashomon.link.group import connected
from rashomon.model import Origin, Passage, Span

_HELD = 0.5  # how much of an article's words must lie in copied passages to be no words of its own


@dataclass(frozen=True)
class Lineage:
    """Where the story's words come from: its origins and the passages that they name.

    Two articles are one witness for some words iff they have one main origin, or origins that list
    both name passages which hold at least half of those words in each of the two, or one newsroom wrote both.
    """

    origins: tuple[Origin, ...]
    article_origins: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...] = ()
    newsrooms: tuple[tuple[str, str], ...] = ()

    @property
    def independent(self) -> int:
        """On how many independent origins the story rests, each article counted as a whole."""
        articles = sorted(self._mains)
        pairs = [
            (a, b) for a, b in combinations(articles, 2) if self._one_text(a, b) or self.one_newsroom(a, b)
        ]
        return len(connected(articles, pairs))

    def one_newsroom(self, left: str, right: str) -> bool:
        """Whether one outlet or agency wrote both articles."""
        return self._written_by.get(left, left) == self._written_by.get(right, right)

    def witnesses(self, spans: Sequence[Span]) -> tuple[tuple[str, ...], ...]:
        """Group the spans' articles by the text that those very spans go back to.

        The number of groups is the number of independent witnesses.
        """
        told: defaultdict[str, list[Span]] = defaultdict(list)
        for span in sorted(set(spans)):
            told[span.article].append(span)
        articles = sorted(told)
        pairs = [(a, b) for a, b in combinations(articles, 2) if self._one(told[a], told[b])]
        return tuple(tuple(sorted(group)) for group in connected(articles, pairs))

    def origin_ids(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Return the ids of the main origins of the spans' articles, sorted."""
        return tuple(sorted({self._mains[span.article] for span in spans}))

    def _one(self, left: Sequence[Span], right: Sequence[Span]) -> bool:
        """Whether two articles, each with its spans, are one witness."""
        first, second = left[0].article, right[0].article
        if self._one_text(first, second) or self.one_newsroom(first, second):
            return True
        shared = self._copied.get((first, second), ())
        both = [(a, b) for a, b in shared if any(map(a.overlaps, left)) and any(map(b.overlaps, right))]
        return _held(left, [a for a, _ in both]) and _held(right, [b for _, b in both])

    def _one_text(self, left: str, right: str) -> bool:
        """Whether both articles are one text as wholes."""
        return self._mains[left] == self._mains[right]

    @cached_property
    def _written_by(self) -> dict[str, str]:
        return dict(self.newsrooms)

    @cached_property
    def _mains(self) -> dict[str, str]:
        return dict(self.article_origins)

    @cached_property
    def _copied(self) -> dict[tuple[str, str], list[tuple[Span, Span]]]:
        """The copied places of each pair of articles of different main origins, ascending."""
        passages = {passage.id: passage for passage in self.passages}
        found: defaultdict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
        for origin in self.origins:
            members = set(origin.articles)
            for id in origin.passages:
                spans = [span for span in passages[id].spans if span.article in members]
                for place, left in enumerate(spans):
                    for right in spans[place + 1 :]:
                        if self._mains[left.article] != self._mains[right.article]:
                            found[left.article, right.article].append((left, right))
        return dict(found)


def _held(spans: Sequence[Span], places: Sequence[Span]) -> bool:
    """Whether the places hold enough of the spans' characters."""
    held = sum(covered(places, span) for span in spans)
    return held >= _HELD * sum(len(span) for span in spans) > 0


def covered(places: Iterable[Span], within: Span) -> int:
    """Return how many characters of `within` lie in at least one of the places."""
    total, at = 0, within.start
    for place in sorted(places):
        start, end = max(at, place.start), min(within.end, place.end)
        if start < end:
            total, at = total + end - start, end
    return total
