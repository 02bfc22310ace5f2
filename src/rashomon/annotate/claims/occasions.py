"""Occasions: where, to whom and on what somebody spoke; told alone, they claim nothing of substance."""

from collections.abc import Collection

from rashomon.annotate.claims.tree import Tree
from rashomon.text.calendar import WEEKDAYS
from rashomon.text.lexicon import closed_class

# What is said, and those to whom it is said.
SPEECH = closed_class(
    "conference press news briefing interview statement reporter journalist media remark comment question "
    "release newsman correspondent presser"
)
# Verbs of speaking that name a topic or an audience, and verbs that only say that words were said.
SPEAKING = closed_class("address speak talk discuss ask answer respond comment refer brief tell say write")
UTTERING = SPEAKING | closed_class("come issue make give hold release publish follow continue begin add")
TOPIC = frozenset({"on", "about", "regarding", "concerning", "over", "to", "of"})
DAYS = frozenset(day.lower() for day in WEEKDAYS)
CLAUSES = frozenset({"advcl", "acl", "pcomp"})
# Content words beside audience and topic that make an occasion worth telling: with whom, after what.
LEAST_OCCASION = 3


def is_occasion(tree: Tree, predicate: int, members: Collection[int]) -> bool:
    """Whether a clause says only that somebody spoke: "The statement came", "Addressing reporters"."""
    if all(tree.lemma(i) in SPEECH or tree.lemma(i) in UTTERING for i in tree.content(members)):
        return True
    participle = tree.tokens.tag[predicate] in ("VBG", "VBN") and tree.tokens.dep[predicate] in CLAUSES
    finite = tree.child(predicate, "nsubj", "nsubjpass", "aux") is not None
    if finite or not participle or tree.lemma(predicate) not in SPEAKING:
        return False
    own = [i for i in members if i in set(tree.subtree(predicate))]
    return len(beside_occasion(tree, predicate, own)) < LEAST_OCCASION


def beside_occasion(tree: Tree, predicate: int, members: Collection[int]) -> list[int]:
    """The content words among the members that are neither audience nor topic nor the speaking itself."""
    topic = {i for child in tree.children[predicate] if _is_topic(tree, child) for i in tree.subtree(child)}
    named = {i for i in members if tree.lemma(i) in SPEECH or i in topic or i == predicate}
    return tree.content(i for i in members if i not in named)


def _is_topic(tree: Tree, index: int) -> bool:
    """Whether a phrase names what was spoken about or, without more, to whom."""
    if tree.tokens.dep[index] == "dobj":
        return tree.lemma(index) not in SPEECH
    return tree.tokens.dep[index] == "prep" and tree.lemma(index) in TOPIC and not _dated(tree, index)


def _dated(tree: Tree, index: int) -> bool:
    return any(tree.tokens.tag[i] == "CD" or tree.lemma(i).lower() in DAYS for i in tree.subtree(index))
