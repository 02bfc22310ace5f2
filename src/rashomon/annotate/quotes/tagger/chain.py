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
    (found,) = best_chains(scores, [transitions])
    return found


def best_chains(scores: "NDArray[np.float32]", chains: "Sequence[NDArray[np.float32]]") -> list[list[int]]:
    """Return the likeliest labels by each of several chains."""
    import numpy as np

    if not len(scores):
        return [[] for _ in chains]
    steps = np.stack([chain[:-1].T for chain in chains])
    held = scores[0] + np.stack([chain[-1] for chain in chains])
    back = np.empty((len(scores) - 1, *held.shape), np.int8)
    for at, row in enumerate(scores[1:]):
        table = steps + held[:, None]
        back[at] = table.argmax(axis=2)
        held = table.max(axis=2) + row
    return [_path(back[:, number].tolist(), int(last.argmax())) for number, last in enumerate(held)]


def _path(back: list[list[int]], last: int) -> list[int]:
    """The labels that led to the last one."""
    path = [last]
    for choice in reversed(back):
        path.append(choice[path[-1]])
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
