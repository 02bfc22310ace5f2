"""Wording: a text as folded words with their places, so that spelling and marks don't hide a copy."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+(?:['’ʼ][^\W_]+)*")
# British and American spellings of one word fold alike. Rough on purpose: a fold is only compared with
# other folds, and two words that meet here ("hour", "hor") never stand in the same sentence frame.
_VARIANTS = (
    (re.compile(r"(?<=[a-z]{2})our(?=[a-z]|$)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"(?<=[a-z]{3})tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=[a-z]{4})(?:mme)(?=s?$)"), "m"),
    (re.compile(r"(?<=[a-z]{3})(?:ence)(?=s?$)"), "ense"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: folded form, start and end of each, in parallel."""

    folds: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.folds)


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return the form in which words are compared: lower case, no accents, one spelling."""
    if word.isascii():
        plain = word.lower()
    else:
        apart = unicodedata.normalize("NFKD", word.replace("’", "'").replace("ʼ", "'"))
        plain = "".join(ch for ch in apart if not unicodedata.combining(ch)).casefold()
    if plain[:1].isdigit():
        return plain.replace(",", "")
    plain = plain.removesuffix("'s")
    if len(plain) > 5:
        for pattern, variant in _VARIANTS:
            plain = pattern.sub(variant, plain)
    return plain


def words(text: str, start: int = 0, end: int | None = None) -> Words:
    """Return the words of `text` between `start` and `end`, with places in the whole text."""
    found = list(_WORD.finditer(text, start, len(text) if end is None else end))
    return Words(
        # lists are made half as fast again as what a generator yields
        folds=tuple([fold(match[0]) for match in found]),
        starts=tuple([match.start() for match in found]),
        ends=tuple([match.end() for match in found]),
    )
