"""Words that point at another noun of their sentence: "the mayor, who said", "the group, which denied"."""

from rashomon.model import Span
from rashomon.resolve.speakers.mentions import Reading

_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_FARTHEST = 6  # steps up the tree from the pronoun to its clause


def antecedent(reading: Reading, head: int) -> tuple[int, Span] | None:
    """The noun that a relative pronoun stands for, with its phrase; None for other words."""
    tokens = reading.tokens
    if reading.word(head).casefold() not in _RELATIVE or not tokens.tag[head].startswith("W"):
        return None
    clause = head
    for _ in range(_FARTHEST):
        if tokens.dep[clause] == "relcl":
            noun = tokens.head[clause]
            return (noun, _phrase(reading, noun)) if noun < head else None
        clause = tokens.head[clause]
    return None


def _phrase(reading: Reading, noun: int) -> Span:
    """The noun with what stands before it, or the name that it belongs to."""
    mention = reading.at(noun)
    if mention is not None:
        return mention.span
    tokens, first = reading.tokens, noun
    while first > 0 and tokens.head[first - 1] == noun:
        first -= 1
    return reading.annotations.article.span(tokens.start[first], tokens.end[noun])
