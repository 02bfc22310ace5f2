"""Agreement: whether a noun can be the subject of a verb by number: "hundreds has" can't be."""

from rashomon.annotate.claims.auxiliaries import AUXILIARY
from rashomon.annotate.claims.tree import Tree

_SINGULAR_VERBS = frozenset({"was", "'s", "’s"})
_PLURAL_VERBS = frozenset({"were", "are", "'re", "’re"})
_SINGULAR = frozenset({"he", "she", "it", "this", "that", "one"})
_PLURAL = frozenset({"they", "we", "these", "those", "you", "i"})


def agrees(tree: Tree, subject: int, verb: int) -> bool | None:
    """Whether a verb's number is that of another verb's subject; None where either can be both.

    The other verb itself tells first: of a club that "have sold the ground" one goes on with "are".
    """
    of_verb, of_subject = _plural_verb(tree, verb), _plural_verb(tree, tree.head(subject))
    of_subject = _plural_noun(tree, subject) if of_subject is None else of_subject
    return None if of_subject is None or of_verb is None else of_subject == of_verb


def _plural_verb(tree: Tree, verb: int) -> bool | None:
    """By the word that is inflected: the first auxiliary, or else the verb itself."""
    first = next((i for i in tree.children[verb] if tree.tokens.dep[i] in AUXILIARY), verb)
    word, tag = _word(tree, first), tree.tokens.tag[first]
    if word in _SINGULAR_VERBS | _PLURAL_VERBS:
        return word in _PLURAL_VERBS
    return {"VBZ": False, "VBP": True}.get(tag)


def _plural_noun(tree: Tree, subject: int) -> bool | None:
    """Two joined nouns are plural; "a number of men" and bodies of people can be both."""
    word, tag = _word(tree, subject), tree.tokens.tag[subject]
    if tree.child(subject, "conj") is not None or word in _PLURAL:
        return True
    if word in _SINGULAR:
        return False
    if tag in ("NNS", "NNPS"):
        return True
    if tag == "NN" and any(tree.lemma(i) == "of" for i in tree.children[subject]):
        return None
    return {"NN": False, "NNP": False}.get(tag)


def _word(tree: Tree, index: int) -> str:
    return tree.text[tree.tokens.start[index] : tree.tokens.end[index]].casefold()
