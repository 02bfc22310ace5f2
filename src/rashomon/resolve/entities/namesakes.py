"""Namesakes: two people of one surname in an article, and which of them the lone surname means."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from rashomon.model import Annotations
from rashomon.resolve.entities.person_names import PersonName
from rashomon.resolve.entities.uses import Use
from rashomon.text.quotation_marks import MarkPair, pair_marks

# Set by eye on invented and real news with namesakes; where they fail, the surname is left to nobody.
_SETTLED = 2  # bare uses that make a surname one person's
_NEAR = 300  # characters behind a namesake's full name in which a bare surname may mean the namesake


class Namesakes:
    """Who is called by the given name, as a relative of somebody, in which article."""

    def __init__(
        self, story: Sequence[Annotations], members: Sequence[Sequence[PersonName]], lone: Sequence[Use]
    ) -> None:
        self._full = [
            sorted((use.article, use.span.start) for name in names for use in name.uses) for names in members
        ]
        given = {(use.article, use.key) for use in lone if not _in_quotation(story[use.order], use)}
        self._aside = {
            (index, use.article)
            for index, names in enumerate(members)
            for name in names
            for use in name.uses
            if (use.article, name.words[0]) in given or use.relative
        }

        self._given = {
            (index, use.article)
            for index, names in enumerate(members)
            for name in names
            for use in name.uses
            if (use.article, name.words[0]) in given
        }
        self._lone: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for use in lone:
            self._lone[use.article, use.key].append(use.span.start)
        self._titled: dict[tuple[str, str], int] = {}
        for use in sorted(lone, key=lambda use: -use.span.start):
            if use.roles or use.honorific:
                self._titled[use.article, use.key] = use.span.start

    def is_other(self, index: int, use: Use) -> bool:
        """Whether the surname was somebody else's before this person came in, who goes by the given name.

        "President Holm" opens the report, and his daughters Ada and Eva Holm are Ada and Eva from then on.
        """
        titled = self._titled.get((use.article, use.key))
        first = self._places(index, use.article)[:1]
        return (index, use.article) in self._given and titled is not None and [titled] < first

    def is_aside(self, index: int, use: Use) -> bool:
        """Whether the article brings the person in as somebody's relative only."""
        return (index, use.article) in self._aside

    def meant(self, use: Use, possible: Sequence[int]) -> int | None:
        """Return the one of several people of this article whom the lone surname can mean.

        That is the only one named in full so far, or the only one whom the article does not bring in as
        a relative or call by the given name.
        """
        before = [index for index in possible if self._named_before(index, use)]
        called = [index for index in before or possible if (index, use.article) not in self._aside]
        if len(before) == 1:
            return before[0]
        if len(called) == 1 and not self._passing(called[0], use):
            return called[0]
        return self._established(use, possible if len(called) < 2 else called)

    def _passing(self, index: int, use: Use) -> bool:
        """Whether the person comes in after another namesake, and is named in full just once."""
        own = self._places(index, use.article)
        others = [starts[:1] for at in range(len(self._full)) if (starts := self._places(at, use.article))]
        return len(own) == 1 and own > min(others)

    def _established(self, use: Use, possible: Sequence[int]) -> int | None:
        """The one whom the bare surname meant at least twice before another came in, unless one just did.

        The one whom the article names first and in full again, too, where all the others pass by.
        """
        places = {index: self._places(index, use.article) for index in possible}
        order = sorted((starts[0], index) for index, starts in places.items() if starts)
        if len(order) < 2:
            return None
        (opened, first), (second, _) = order[:2]
        settled = sum(opened < at < second for at in self._lone.get((use.article, use.key), ()))
        others = [index for index in places if index != first]
        near = any(0 < use.span.start - at < _NEAR for index in others for at in places[index])
        subject = len(places[first]) > 1 and all(self._passing(index, use) for index in others)
        return first if (settled >= _SETTLED or subject) and not near else None

    def _places(self, index: int, article: str) -> list[int]:
        return [start for where, start in self._full[index] if where == article]

    def _named_before(self, index: int, use: Use) -> bool:
        return any(start < use.span.start for start in self._places(index, use.article))


def _in_quotation(annotations: Annotations, use: Use) -> bool:
    text = annotations.article.text
    return any(pair.start <= use.span.start < pair.end for pair in _pairs(text))


@lru_cache(maxsize=64)
def _pairs(text: str) -> tuple[MarkPair, ...]:
    return tuple(pair_marks(text))
