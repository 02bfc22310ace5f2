"""Texts: articles made ready, once, for finding what they share: words, sentences, quotation marks."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.compare.wording import Words, words
from rashomon.model import Annotations
from rashomon.text.quotation_marks import MarkPair, pair_marks


@dataclass(frozen=True)
class Text:
    """One article's words and the unit (sentence, or quotation of several) that each stands in.

    `marks` are its outermost quotations, marks included, in text order.
    """

    article: str
    text: str
    words: Words
    units: tuple[int, ...]
    marks: tuple[tuple[int, int], ...]

    @cached_property
    def plain(self) -> tuple[bool, ...]:
        """Which words begin without a capital letter."""
        return tuple([not self.text[start].isupper() for start in self.words.starts])

    @cached_property
    def sizes(self) -> dict[int, int]:
        """How many words each unit has."""
        found: defaultdict[int, int] = defaultdict(int)
        for unit in self.units:
            found[unit] += 1
        return dict(found)

    def voices(self, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the folded words from `start` to `end` outside quotation marks, and those inside."""
        first, last = bisect_left(self.words.starts, start), bisect_left(self.words.starts, end)
        at = max(0, bisect_left(self.marks, (start, start)) - 1)
        own: list[str] = []
        quoted: list[str] = []
        for place in range(first, last):
            here = self.words.starts[place]
            while at < len(self.marks) and self.marks[at][1] <= here:
                at += 1
            inside = at < len(self.marks) and self.marks[at][0] <= here
            (quoted if inside else own).append(self.words.folds[place])
        return tuple(own), tuple(quoted)


def prepare(annotations: Sequence[Annotations]) -> list[Text]:
    """Prepare all articles, in the order of their ids; one alone shares nothing, and is left out."""
    if len(annotations) < 2:
        return []
    by_id = sorted(annotations, key=lambda each: each.article.id)
    return [
        text_of(each.article.id, each.article.text, sorted(sentence.start for sentence in each.sentences))
        for each in by_id
    ]


def text_of(article: str, text: str, starts: Sequence[int]) -> Text:
    """Prepare one article; `starts` are the places where its sentences begin, ascending."""
    found = words(text)
    outer = [pair for pair in pair_marks(text) if pair.depth == 0]
    marks = tuple((pair.start, pair.end) for pair in outer)
    return Text(article, text, found, tuple(_units(found.starts, starts, outer)), marks)


def _units(places: Sequence[int], starts: Sequence[int], outer: Sequence[MarkPair]) -> list[int]:
    """Number each word's sentence; sentences of one quotation have one number."""
    units: list[int] = []
    merged = at = begun = 0
    for place in places:
        while begun < len(starts) and starts[begun] <= place:
            begun += 1
        unit = begun - merged
        while at < len(outer) and outer[at].inner_end <= place:
            at += 1
        if units and unit > units[-1] and at < len(outer) and outer[at].inner_start < place:
            before = units[-1]
            if outer[at].inner_start <= places[len(units) - 1]:
                merged, unit = merged + unit - before, before
        units.append(unit)
    return units
