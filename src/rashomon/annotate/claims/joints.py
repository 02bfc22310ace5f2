"""Joints: words that join a clause to another, and which a claim of its own can do without."""

from collections.abc import Collection

from rashomon.annotate.claims.tree import EDGE, Tree

# What joins a clause that is told as a fact. "When", "before", "as" and "if" can change what is claimed.
JOINING = frozenset({"after", "because", "although", "though", "while"})


def without_joint(tree: Tree, predicate: int, members: Collection[int]) -> list[int]:
    """The members without the "after" or "though" that opens their clause: "after | the lock was shut".

    Where it is measured ("five minutes after the lock was shut") or joins less than the claim, it stays.
    """
    joint = next((i for i in tree.children[predicate] if _joins(tree, i)), None)
    if joint is None:
        return list(members)
    own = set(tree.subtree(predicate))
    before = [i for i in members if i < joint and i in own and tree.tokens.pos[i] not in EDGE]
    return list(members) if before else [i for i in members if i != joint]


def _joins(tree: Tree, index: int) -> bool:
    return tree.tokens.dep[index] == "mark" and tree.lemma(index) in JOINING
