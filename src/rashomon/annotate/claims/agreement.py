"""Agreement: whether a noun can be the subject of a verb by number: "hundreds has" can't be."""

from rashomon.annotate.claims.auxiliaries import AUXILIARY
from rashomon.annotate.claims.tree import Tree
from rashomon.text.lexicon import closed_class

_SINGULAR_VERBS = frozenset({"was", "'s", "’s"})
_PLURAL_VERBS = frozenset({"were", "are", "'re", "’re"})
_SINGULAR = frozenset({"he", "she", "it", "this", "that", "one"})
# Shares and groups of others: "a number of men" are, "the number of men" is.
_SHARES = closed_class(
    "number majority minority group lot handful couple dozen pair host range series variety percent "
    "percentage part rest half third quarter crowd team set bunch string total mix most all some none any"
)
_PLURAL = frozenset({"they", "we", "these", "those", "you", "i"})


def agrees(tree: Tree, subject: int, verb: int) -> bool | None:
    """Whether a verb's number is that of another verb's subject; None where either can be both.

    The other verb itself tells first: of a club that "have sold the ground" one goes on with "are".
    """
    of_verb, of_other = _plural_verb(tree, verb), _plural_verb(tree, tree.head(subject))
    if of_verb is None or of_other is None:
        return number_fits(tree, subject, verb)
    return of_verb == of_other


def number_fits(tree: Tree, noun: int, verb: int) -> bool | None:
    """Whether the verb has the noun's number; None where either can be both."""
    of_noun, of_verb = _plural_noun(tree, noun), _plural_verb(tree, verb)
    return None if of_noun is None or of_verb is None else of_noun == of_verb


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
    if tree.lemma(subject) in _SHARES:
        return None
    return {"NN": False, "NNP": False}.get(tag)


def _word(tree: Tree, index: int) -> str:
    return tree.text[tree.tokens.start[index] : tree.tokens.end[index]].casefold()
