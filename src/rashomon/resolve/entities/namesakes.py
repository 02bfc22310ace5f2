"""Namesakes: two people of one surname in an article, and which of them the lone surname means."""

from collections.abc import Sequence

from rashomon.model import Annotations
from rashomon.resolve.entities.people import PersonName
from rashomon.resolve.entities.uses import Use
from rashomon.resolve.roles import word
from rashomon.text.lexicon import closed_class

_KIN = closed_class(
    "wife husband son daughter brother sister father mother widow widower cousin nephew niece uncle aunt "
    "grandson granddaughter grandfather grandmother fiancee fiancée spouse partner twin ex-wife ex-husband "
    "stepson stepdaughter half-brother half-sister in-law"
)
_OWNING = frozenset({"his", "her", "their", "whose"})


class Namesakes:
    """Who is called by the given name, as a relative of somebody, in which article."""

    def __init__(
        self, story: Sequence[Annotations], members: Sequence[Sequence[PersonName]], lone: Sequence[Use]
    ) -> None:
        self._full = [
            sorted((use.article, use.span.start) for name in names for use in name.uses) for names in members
        ]
        given = {(use.article, use.key) for use in lone}
        self._aside = {
            (index, use.article)
            for index, names in enumerate(members)
            for name in names
            for use in name.uses
            if (use.article, name.words[0]) in given or _is_relative(story[use.order], use)
        }

    def meant(self, use: Use, possible: Sequence[int]) -> int | None:
        """Return the one of several people of this article whom the lone surname can mean.

        That is the only one named in full so far, or the only one whom the article does not bring in as
        a relative or call by the given name.
        """
        before = [index for index in possible if self._named_before(index, use)]
        called = [index for index in before or possible if (index, use.article) not in self._aside]
        if len(before) == 1:
            return before[0]
        return called[0] if len(called) == 1 else None

    def _named_before(self, index: int, use: Use) -> bool:
        places = self._full[index]
        return any(article == use.article and start < use.span.start for article, start in places)


def _is_relative(annotations: Annotations, use: Use) -> bool:
    """Whether the name stands behind a word for a relative: "his wife, NAME", "the couple's son NAME"."""
    index = use.first - 1
    if index >= 0 and word(annotations, index) == ",":
        index -= 1
    if index < 1 or word(annotations, index).casefold() not in _KIN:
        return False
    owners = [k for k in range(max(0, index - 3), index) if annotations.tokens.tag[k] in ("PRP$", "POS")]
    return bool(owners) or word(annotations, index - 1).casefold() in _OWNING
