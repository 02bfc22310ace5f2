"""Modes of one word: whether it is denied, and whether it is said to be, to come, or to be possible."""

from collections.abc import Collection

from rashomon.model import Tokens
from rashomon.text.lexicon import closed_class
from rashomon.text.modality import CONDITIONS, NEGATIVE, OBLIGED, PLANNED, POSSIBLE, UNSURE
from rashomon.text.opposites import DENYING

NO = NEGATIVE | closed_class("hardly scarcely")
MAY = POSSIBLE | UNSURE | closed_class("likely")
ABLE = closed_class("can able")
# Words that keep a denial from being a whole one.
PARTLY = closed_class(
    "yet only very really always all every necessarily fully entirely much many but so too just again"
)
IF = CONDITIONS | closed_class("whether")
COMING = PLANNED | closed_class("would")
UNKNOWN = closed_class("a an another some any no each every several")
# Verbs that turn what hangs on them into its opposite ("failed to pay").
FAILING = closed_class("fail refuse decline neglect cease avoid")

NAMING = frozenset({"PROPN", "NOUN", "NUM"})

# How far from a word, in tokens, what hangs on it is looked for.
REACH = 12


def negated(tokens: Tokens, index: int, members: Collection[int]) -> bool:
    """Whether the word is denied: by "not" or "no", by a copula's "not", by the verb above it."""
    count = _marks(tokens, index, members)
    above = tokens.head[index]
    dep = tokens.dep[index]
    if above != index and above in members:
        empty = tokens.lemma[above] == "without" and dep in ("pobj", "pcomp")
        turned = dep in ("xcomp", "pcomp", "ccomp") and tokens.lemma[above] in FAILING | DENYING
        aside = dep == "pobj" and _marks(tokens, above, members) > 0  # "and not as a guest"
        count += _marks(tokens, above, members) if _copula(tokens, index) else int(empty or turned or aside)
    return count % 2 == 1


def _marks(tokens: Tokens, index: int, members: Collection[int]) -> int:
    below = _below(tokens, index, members)
    subjects = [i for i in below if tokens.dep[i] in ("nsubj", "nsubjpass")]
    below += [i for s in subjects for i in _below(tokens, s, members) if tokens.lemma[i] == "neither"]
    return int(any(tokens.dep[i] == "neg" or _nobody(tokens, i) for i in below))


def _below(tokens: Tokens, index: int, members: Collection[int]) -> list[int]:
    near = range(max(0, index - REACH), min(len(tokens), index + REACH + 1))
    return [i for i in near if tokens.head[i] == index and i != index and i in members]


def _copula(tokens: Tokens, index: int) -> bool:
    """Whether the word is what "is" says of something."""
    return tokens.pos[tokens.head[index]] == "AUX" and tokens.dep[index] in ("attr", "acomp", "oprd")


def _nobody(tokens: Tokens, index: int) -> bool:
    lemma = "no" if tokens.lemma[index] == "one" and index else tokens.lemma[index]
    empty = lemma in NO and tokens.pos[index] != "PROPN"
    return empty and (tokens.lemma[index] != "one" or tokens.lemma[index - 1] == "no")


def definite(tokens: Tokens, index: int) -> bool:
    """Whether the word may stand for a known one: not "a dog", "two dogs" or "some dogs"."""
    below = _below(tokens, index, range(len(tokens)))
    return not any(tokens.dep[i] == "nummod" or tokens.lemma[i] in UNKNOWN for i in below)


def modality(tokens: Tokens, index: int, members: Collection[int]) -> str:
    """How the word is put: asserted, possible, planned, obliged, conditional, or denied in part only."""
    below = _below(tokens, index, members)
    if _copula(tokens, index) and tokens.head[index] in members:
        below += _below(tokens, tokens.head[index], members)
    lemmas = {tokens.lemma[i] for i in below if tokens.pos[i] not in NAMING}  # "May" is a month, too
    if any(tokens.lemma[i] in IF and tokens.dep[i] == "mark" for i in below):
        return "conditional"
    denied = [i for i in below if tokens.dep[i] == "neg"]
    if denied and (lemmas & PARTLY or any(_partly(tokens, i) for i in denied)):
        return "in part"
    for mode, words in (("possible", MAY), ("able", ABLE), ("obliged", OBLIGED), ("planned", COMING)):
        if lemmas & words:
            return mode
    return "asserted"


def _partly(tokens: Tokens, index: int) -> bool:
    """Whether "not" is said of a following word of degree: "not only", "not very"."""
    return any(tokens.lemma[i] in PARTLY for i in range(index + 1, min(len(tokens), index + 3)))
