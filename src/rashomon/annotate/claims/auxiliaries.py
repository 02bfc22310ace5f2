"""Auxiliaries: "will", "has been", "did not", also where two coordinated verbs share them."""

from rashomon.annotate.claims.tree import SUBJECTS, Tree

AUXILIARY = ("aux", "auxpass")
# Conjunctions behind which a denial goes on: "did not arrest anyone or open an inquiry".
_DENIED_ON = frozenset({"or", "nor", "and"})


def shared_auxiliaries(tree: Tree, verb: int) -> list[int]:
    """The auxiliaries that a coordinated verb has from the first one: "would respect it and | heed it".

    None where it has a subject or auxiliary of its own, or another form than the first verb ("was hit and
    died"). A denial is shared only where "or", "nor" or "and" joins all of them.
    """
    tags = tree.tokens.tag
    first, joined = _first(tree, verb)
    if first == verb or tags[first] != tags[verb] or tags[verb] not in ("VB", "VBN", "VBG"):
        return []
    own = [i for i in tree.children[first] if i < verb and tree.tokens.dep[i] in AUXILIARY]
    if any(tags[i] == "TO" for i in own):
        return []
    denied = [i for i in tree.children[first] if i < first and tree.tokens.dep[i] == "neg"]
    return sorted([*own, *(denied if joined <= _DENIED_ON else [])]) if own else []


def _first(tree: Tree, verb: int) -> tuple[int, set[str]]:
    """The verb at the head of the coordination, as far as nothing between has a frame of its own."""
    joined: set[str] = set()
    while tree.tokens.dep[verb] == "conj" and not _framed(tree, verb):
        head = tree.head(verb)
        between = [i for i in tree.children[head] if head < i < verb and tree.tokens.dep[i] == "cc"]
        joined |= {tree.lemma(i) for i in between}
        verb = head
    return verb, joined


def _framed(tree: Tree, verb: int) -> bool:
    return tree.child(verb, *SUBJECTS, *AUXILIARY) is not None
