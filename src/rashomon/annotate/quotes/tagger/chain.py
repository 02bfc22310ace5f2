"""Labels of words as one chain: the likeliest whole sequence, in which spans are well formed."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROLES = ("source", "cue", "content")  # labels: 0 outside, then first and further words of each role
Stretch = tuple[int, int]


def best_chain(scores: "NDArray[np.float32]", transitions: "NDArray[np.float32]") -> list[int]:
    """Return the likeliest labels of a text's words (Viterbi).

    `scores` has a row a word and a column a label; `transitions` a row for each label before, and a last
    row for the text's first word. What may not follow has a very low transition.
    """
    if not len(scores):
        return []
    held = scores[0] + transitions[-1]
    steps = transitions[:-1].T
    back = []
    for row in scores[1:]:
        table = steps + held
        choice = table.argmax(axis=1)
        back.append(choice)
        held = table.max(axis=1) + row
    path = [int(held.argmax())]
    for choice in reversed(back):
        path.append(int(choice[path[-1]]))
    return path[::-1]


def shares_of(scores: "NDArray[np.float32] | None") -> "NDArray[np.float32]":
    """Return how likely each word is part of a source, a cue and a content, each word for itself."""
    import numpy as np

    if scores is None:
        return np.zeros((0, len(ROLES)), np.float32)
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    odds /= odds.sum(axis=1, keepdims=True)
    shares: NDArray[np.float32] = odds[:, 1::2] + odds[:, 2::2]
    return shares


def stretches(labels: Sequence[int], paragraphs: Sequence[int]) -> dict[str, list[Stretch]]:
    """Return the spans of each role in words, in text order; a paragraph's end parts a span in two."""
    found: dict[str, list[Stretch]] = {role: [] for role in ROLES}
    for role, first, last in _spans(labels, paragraphs):
        found[role].append((first, last))
    return found


def _spans(labels: Sequence[int], paragraphs: Sequence[int]) -> Iterator[tuple[str, int, int]]:
    at = 0
    while at < len(labels):
        end = at + 1
        if labels[at]:
            further = labels[at] + labels[at] % 2
            while end < len(labels) and labels[end] == further and paragraphs[end] == paragraphs[at]:
                end += 1
            yield ROLES[(labels[at] - 1) // 2], at, end
        at = end
