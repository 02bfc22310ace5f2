"""Belonging: places named only to say where somebody comes from or whom somebody represents."""

import re
from bisect import bisect_left

from rashomon.model import Annotations, Mention, Span
from rashomon.text.lexicon import closed_class
from rashomon.text.persons import PERSON_NOUNS

# Those that are where their place is: "Orlo police", "Orlo residents", "an Orlo man".
_LOCAL = closed_class(
    "police policeman officer sheriff deputy mayor resident villager citizen neighbor neighbour victim"
    " witness man woman boy girl father mother son daughter wife husband sister brother participant"
    " passenger prisoner"
)
_PEOPLE = (PERSON_NOUNS - _LOCAL) | closed_class("native conservative independent sen rep gov mp")
_MODIFIES = closed_class("compound nmod amod poss")
_OF = closed_class("of from for at")
# "Ada Vane (Orl.)", "Ada Vane (D-Orlo)", "Ada Vane (Lab, Orlo North)".
_BRACKET = re.compile(r"[A-Z][\w.’'-]*,? ?[(\[](?:[A-Z][\w.]{0,9}[.,;:–-]? ?)?$")
_HYPHEN = re.compile(r"[-‑]\w")
_REACH = 40  # characters before a place in which such a bracket opens


class Belonging:
    """Says of an article's places whether they tell only where somebody belongs."""

    def __init__(self, annotations: Annotations) -> None:
        self._text = annotations.article.text
        self._tokens = annotations.tokens
        self._people = _tokens_of(annotations, "person")
        self._places = _tokens_of(annotations, "place")

    def __call__(self, place: Mention) -> bool:
        """Whether the place is somebody's tag, part of a compound, or modifies who is spoken of."""
        start, end = place.span.start, place.span.end
        if self._text[max(0, start - 1) : start] in ("-", "‑") or _HYPHEN.match(self._text, end):
            return True
        bracket = _BRACKET.search(self._text, max(0, start - _REACH), start)
        if bracket and self._first(bracket.start()) not in self._places:
            return True
        return self._of_somebody(place.span)

    def _of_somebody(self, span: Span) -> bool:
        tokens = self._tokens
        members = range(self._first(span.start), self._first(span.end))
        at = next((i for i in members if tokens.head[i] not in members), None)
        if at is None:
            return False
        if tokens.dep[at] == "pobj" and tokens.lemma[tokens.head[at]].casefold() in _OF:
            return self._is_somebody(tokens.head[tokens.head[at]])
        while tokens.dep[at] in _MODIFIES and tokens.head[at] != at:
            at = tokens.head[at]
            if self._is_somebody(at):
                return True
        return False

    def _is_somebody(self, index: int) -> bool:
        lemma = self._tokens.lemma[index].casefold().rstrip(".")
        return index in self._people or lemma in _PEOPLE or lemma.removesuffix("s") in _PEOPLE

    def _first(self, offset: int) -> int:
        return bisect_left(self._tokens.start, offset)


def _tokens_of(annotations: Annotations, kind: str) -> frozenset[int]:
    starts = annotations.tokens.start
    spans = (mention.span for mention in annotations.mentions if mention.kind == kind)
    return frozenset(
        index
        for span in spans
        for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
    )
