"""Deeds that read like attributions: whoever "passed the bill" or "blocked it" has told nothing.

Where words stand in quotation marks or a clause is told, the tagger is trusted with any cue. Where the
content is a noun phrase or an infinitive, a word of the cue must be one of saying, thinking or showing.
Of 1,911 readings in 84 development articles 132 are left out so; 44 of them match a label, for the labels
count votes and deeds in somebody's favour as attributions; of the others .79 do. Read by eye, of 156 that a
stricter rule left out in 60 stories from elsewhere, 4 told what somebody had said.
"""

from collections.abc import Iterable, Sequence, Set

from rashomon.annotate.quotes import lexicon
from rashomon.annotate.quotes.found import Range
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.syntax import SUBJECT, Syntax
from rashomon.text.persons import PERSON_NOUNS

_CUT_OFF = frozenset({"PRP$", "IN", "TO", "CC", ".", ",", ":"})  # "its", "of": what a cut leaves
_BESIDE = frozenset({"relcl", "acl", "advcl"})
_CONJUNCTIONS = frozenset({"that", "whether", "if"})
_SOMEBODY = PERSON_NOUNS | {"old", "dead", "body"}  # "the 40-year-old killed"


def is_deed(syntax: Syntax, marks: Marks, cue: Iterable[Range], content: Iterable[Range]) -> bool:
    """Whether the source does what the cue says, or the content is cut off at its first words."""
    told = [k for part in content for k in syntax.inside(*part)]
    words = [k for part in cue for k in syntax.inside(*part) if syntax.text[k].isalpha()]
    quoted = any(marks.holder[k] >= 0 for k in told)
    if words and not quoted and all(syntax.tokens.tag[k] in _CUT_OFF for k in told):
        return True
    if not words or any(_tells(syntax, k, told) for k in words):
        return False
    return not (quoted or _has_clause(syntax, told)) or _is_told(syntax, words)


def _is_told(syntax: Syntax, words: Sequence[int]) -> bool:
    """Whether verbs that are no cues stand in a clause that somebody says, so that the words are theirs."""
    if any(lexicon.known_lemma(syntax.lemma(k)) in lexicon.CUE_VERBS for k in words):
        return False
    return any(syntax.is_verb(k) and _under_saying(syntax, k) for k in words)


def _under_saying(syntax: Syntax, word: int) -> bool:
    head = syntax.tokens.head[word]
    while head != word:
        said = syntax.tokens.dep[word] == "ccomp" and word > head
        if said and lexicon.known_lemma(syntax.lemma(head)) in lexicon.SAY:
            return True
        word, head = head, syntax.tokens.head[head]
    return False


def _has_clause(syntax: Syntax, told: Sequence[int]) -> bool:
    """Whether a clause is told from its first word on, not one beside a noun or another verb."""
    inside = frozenset(told)
    first = {k for k in told if k - 1 not in inside}
    if any(syntax.text[k].lower() in _CONJUNCTIONS for k in first):
        return any(syntax.finite(k) for k in told)
    return any(syntax.finite(k) and _opens(syntax, k, first) and _leads(syntax, k, inside) for k in told)


def _opens(syntax: Syntax, verb: int, first: Set[int]) -> bool:
    """Whether the verb has a subject, and its clause begins where what is told does."""
    return syntax.child(verb, *SUBJECT, "expl") is not None and any(
        syntax.left[verb] <= k <= verb for k in first
    )


def _leads(syntax: Syntax, index: int, inside: Set[int]) -> bool:
    head = syntax.tokens.head[index]
    while head != index and head in inside:
        if syntax.tokens.dep[index] in _BESIDE:
            return False
        index, head = head, syntax.tokens.head[head]
    return True


def _tells(syntax: Syntax, word: int, told: Sequence[int]) -> bool:
    """Whether a word of the cue tells what is told."""
    pos, lemma = syntax.tokens.pos[word], lexicon.known_lemma(syntax.lemma(word))
    if lemma.startswith("accord") or lemma == "per":
        return True
    if lemma in lexicon.PARTICLE and lexicon.PARTICLE[lemma] in _behind(syntax, word):
        return True
    if pos in ("NOUN", "ADJ"):
        return lemma in lexicon.WORDS
    if pos not in ("VERB", "AUX", "PROPN"):
        return False
    lemmas = {syntax.lemma(k) for k in told}
    if lemma in lexicon.AS and "as" in lemmas:
        return True
    if lemma in lexicon.ANSWER:  # who rejects doing it refuses
        return bool(lemmas & lexicon.WORDS) or syntax.tokens.tag[told[0]] == "VBG"
    if lemma == "call":  # who calls somebody by name and no more telephones
        named = all(syntax.tokens.pos[k] in ("PROPN", "PRON") for k in told)
        return not named or bool(_behind(syntax, word) & lexicon.TOPIC["call"])
    if lemma == "identify":
        return _identifies(syntax, word, lemmas)
    return not lexicon.TELLING.isdisjoint(_forms(lemma))


def _forms(lemma: str) -> Set[str]:
    """The lemma, and those of a verb that the parser took for a name, as it does in headlines."""
    if not lemma.endswith(("s", "ed")):
        return {lemma}
    return {lemma, lemma[:-1], lemma[:-2], lemma[:-3] + "y"}


def _behind(syntax: Syntax, word: int) -> Set[str]:
    return {other.lower() for other in syntax.text[word + 1 : word + 3]}


def _identifies(syntax: Syntax, verb: int, told: Set[str]) -> bool:
    """Whether somebody is named; what else is identified is found."""
    named = any(
        syntax.tokens.dep[child] == "dobj" and syntax.tokens.tag[child] == "NNP"
        for child in syntax.children[verb]
    )
    return bool(told & _SOMEBODY) or (named and syntax.text[verb].islower())
