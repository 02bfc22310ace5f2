"""Polarity and modality: whether a claim denies, and whether it says what is, may be, or will be."""

from collections.abc import Collection

from rashomon.annotate.claims.auxiliaries import AUXILIARY, shared_auxiliaries
from rashomon.annotate.claims.tree import Tree
from rashomon.model.annotations import Modality, Polarity
from rashomon.text.modality import CONDITIONS, NEGATIVE, OBLIGED, PLANNED, POSSIBLE, UNSURE

WITHOUT = NEGATIVE | {"without"}
PLANS = frozenset({"plan", "intend", "expect", "schedule", "prepare", "aim", "set"})
CHAIN = ("xcomp", "attr", "acomp", "dobj", "oprd", "nsubj", "nsubjpass", "expl")


def polarity(tree: Tree, predicate: int, members: Collection[int]) -> Polarity:
    """Negative where the predicate, its complement or its subject is negated."""
    near = _near(tree, predicate, members)
    negated = any(tree.tokens.dep[i] == "neg" or (tree.lemma(i) in WITHOUT and _binds(tree, i)) for i in near)
    return "negative" if negated else "positive"


def modality(tree: Tree, predicate: int, members: Collection[int]) -> Modality:
    """How the claim is put; the weakest reading wins."""
    children = [i for i in tree.children[predicate] if i in members]
    lemmas = {tree.lemma(i) for i in children} | {tree.lemma(predicate)}
    own = [i for i in children if tree.tokens.dep[i] in AUXILIARY]
    auxiliaries = {tree.lemma(i) for i in [*own, *shared_auxiliaries(tree, predicate)] if i in members}
    if any(tree.lemma(i) in CONDITIONS and tree.tokens.dep[i] == "mark" for i in children):
        return "conditional"
    if auxiliaries & POSSIBLE or lemmas & UNSURE:
        return "possible"
    if auxiliaries & OBLIGED:
        return "obliged"
    if auxiliaries & PLANNED or (_has_infinitive(tree, predicate) and _plans(tree, predicate)):
        return "planned"
    return "asserted"


def _plans(tree: Tree, predicate: int) -> bool:
    return tree.lemma(predicate) in PLANS or _going_to(tree, predicate)


def _going_to(tree: Tree, predicate: int) -> bool:
    return tree.lemma(predicate) == "go" and tree.tokens.tag[predicate] == "VBG"


def _has_infinitive(tree: Tree, predicate: int) -> bool:
    return tree.child(predicate, "xcomp") is not None


def _near(tree: Tree, predicate: int, members: Collection[int]) -> list[int]:
    """The predicate's children and those of its complements and subject, inside the claim."""
    heads = [predicate] + [c for c in tree.children[predicate] if tree.tokens.dep[c] in CHAIN]
    near = [c for head in heads for c in [head, *tree.children[head]]]
    return [c for c in [*near, *shared_auxiliaries(tree, predicate)] if c in members]


def _binds(tree: Tree, index: int) -> bool:
    return tree.tokens.dep[index] in ("det", "neg", "advmod", "nsubj", "nsubjpass", "dobj", "attr", "prep")
