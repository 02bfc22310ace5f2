"""Tense: whether the clause around a word looks ahead or back."""

from collections.abc import Mapping

from rashomon.model import Tokens
from rashomon.text.calendar import Tense
from rashomon.text.lexicon import closed_class

_AHEAD = closed_class("will shall 'll ’ll wo would should")
_PLANS = closed_class(
    "expect schedule plan set due intend hope slate prepare promise vow pledge aim want agree go decide seek"
)
_PLANNED = closed_class("schedule slate plan expect set due")
_MODIFYING = frozenset({"compound", "nmod", "nummod", "amod"})
_CLIMB = 8  # steps up the tree to the verb that tells; farther up it is of another clause
_BEFORE = 6  # tokens before a verb that may hold its auxiliaries


def tense_at(tokens: Tokens, index: int) -> Tense:
    """Return whether the verb over the token tells what is to come, what was, or None for neither.

    A participle in "-ing" and an infinitive take the tense of the clause that they hang on. What will be done
    about "the 6 May fire" does not make the fire one to come.
    """
    tense = _tense_over(tokens, index)
    return None if tense == "ahead" and _modifies(tokens, index) else tense


def _tense_over(tokens: Tokens, index: int) -> Tense:
    at = index
    for _ in range(_CLIMB):
        if at != index:
            if tokens.pos[at] == "ADJ" and tokens.lemma[at] == "due":
                return "ahead"
            if tokens.pos[at] in ("VERB", "AUX"):
                helpers = _helpers(tokens, at)
                if _is_ahead(tokens, at, helpers):
                    return "ahead"
                if _is_back(tokens, at, helpers):
                    return "back"
                if tokens.tag[at] not in ("VB", "VBG") or set(helpers) - {"to"}:
                    return None
        if tokens.head[at] == at:
            break
        at = tokens.head[at]
    return None


def _modifies(tokens: Tokens, index: int) -> bool:
    """Whether the word, or the name of a month that it hangs on, describes a noun."""
    at = index
    while tokens.dep[at] in _MODIFYING:
        at = tokens.head[at]
        if tokens.pos[at] == "NOUN":
            return True
    return False


def _helpers(tokens: Tokens, verb: int) -> dict[str, str]:
    """The verb's auxiliaries before it, and the tag of each."""
    before = range(max(0, verb - _BEFORE), verb)
    return {
        tokens.lemma[at]: tokens.tag[at]
        for at in before
        if tokens.head[at] == verb and tokens.dep[at][:3] == "aux"
    }


def _is_ahead(tokens: Tokens, verb: int, helpers: Mapping[str, str]) -> bool:
    """Whether the verb is to come: by its auxiliary, as what is planned, or under a verb of planning."""
    if _AHEAD.intersection(helpers):
        return "have" not in helpers
    if tokens.lemma[verb] in _PLANNED and tokens.tag[verb] == "VBN":
        return True
    if "to" not in helpers:
        return False
    over = tokens.head[verb]  # a headline's "to": "Council to reopen bridge"
    return over == verb or tokens.lemma[over] in _PLANS


def _is_back(tokens: Tokens, verb: int, helpers: Mapping[str, str]) -> bool:
    """Whether the verb is past: by itself, by its auxiliary, or as a bare passive ("a law passed in May")."""
    if tokens.tag[verb] == "VBD" or "VBD" in helpers.values():
        return True
    return tokens.tag[verb] == "VBN" and ("have" in helpers or not helpers)
