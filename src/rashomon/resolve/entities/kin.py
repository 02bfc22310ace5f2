"""Kin: who is brought in as somebody's relative, "his wife, NAME", "the couple's son NAME"."""

from rashomon.model import Annotations
from rashomon.resolve.roles import word
from rashomon.text.persons import KIN

_OWNERS = frozenset({"PRP$", "POS", "WP$"})
_OWNED = 8  # tokens in which the owner may stand before the relative: "his 32-year-old son"
_BETWEEN = frozenset({"JJ", "JJS", "CD", "HYPH", "NN", "NNS", "NNP", ":", "RB"})


def is_relative(annotations: Annotations, first: int) -> bool:
    """Whether the name that begins at the token stands behind a word for a relative and its owner."""
    index = first - 1
    if index >= 0 and word(annotations, index) == ",":
        index -= 1
    if index < 1 or word(annotations, index).casefold() not in KIN:
        return False
    tags = annotations.tokens.tag
    for before in range(index - 1, max(-1, index - 1 - _OWNED), -1):
        if tags[before] in _OWNERS:
            return True
        if tags[before] not in _BETWEEN:
            return False
    return False
