"""Tense: whether the clause around a word looks ahead."""

from rashomon.model import Tokens
from rashomon.text.lexicon import closed_class

_AHEAD = closed_class("will shall 'll ’ll wo would should")
_PLANS = closed_class(
    "expect schedule plan set due intend hope slate prepare promise vow pledge aim want agree go decide seek"
)
_CLIMB = 8


def looks_ahead(tokens: Tokens, index: int) -> bool:
    """Whether the verb over the token is in the future, or is what somebody plans to do."""
    at = index
    for _ in range(_CLIMB):
        if tokens.pos[at] in ("VERB", "AUX") and at != index:
            return _is_ahead(tokens, at)
        if tokens.head[at] == at:
            break
        at = tokens.head[at]
    return False


def _is_ahead(tokens: Tokens, verb: int) -> bool:
    before = range(max(0, verb - 6), verb)
    helpers = {tokens.lemma[at] for at in before if tokens.head[at] == verb and tokens.dep[at][:3] == "aux"}
    if helpers & _AHEAD:
        return "have" not in helpers
    if tokens.lemma[verb] in ("schedule", "slate", "plan") and tokens.tag[verb] == "VBN":
        return True
    return "to" in helpers and tokens.lemma[tokens.head[verb]] in _PLANS and tokens.head[verb] != verb
