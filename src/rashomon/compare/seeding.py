"""Seeds of copying: exact runs of words that two texts share, found over all texts at once.

Every gram of a few words is looked up over the whole collection. A gram that few texts hold links
all of them; one that many hold links each holder to the first and to the one before, so that the
work stays linear in the text however often something was copied.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

GRAM = 4  # words; 3 doubles the work and finds phrases, 5 loses one in ten edited copies (labelled stories)
_NEARBY = 16  # words from the start of one run to the next
_ALL_PAIRS = 12  # holders of a gram up to which each is linked to each


class Run(NamedTuple):
    """An exact run: `length` words of text `left` from `at`, and of text `right` from `to`."""

    left: int
    right: int
    at: int
    to: int
    length: int


def shared_runs(texts: Sequence[Sequence[str]], *, gram: int = GRAM, lone: int = GRAM) -> list[Run]:
    """Return the runs of at least `gram` equal words that two texts share, sorted; left < right.

    Runs of fewer than `lone` words come only where the two texts share another run nearby.
    """
    import numpy as np

    grams, owner, place = _grams(texts, gram)
    if not len(grams):
        return []
    order = np.lexsort((place, owner, grams))
    grams, owner, place = grams[order], owner[order], place[order]
    lefts, rights = _links(grams, owner)
    keep = owner[lefts] != owner[rights]
    lefts, rights = lefts[keep], rights[keep]
    return _runs(owner[lefts], owner[rights], place[lefts], place[rights], gram, lone)


def _grams(texts: Sequence[Sequence[str]], gram: int) -> tuple["Ints", "Ints", "Ints"]:
    """Number the distinct grams; return each occurrence's gram, text and place."""
    import numpy as np

    numbers: dict[str, int] = {}
    flat = np.fromiter(
        (numbers.setdefault(word, len(numbers)) for text in texts for word in text), dtype=np.int64
    )
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    owner = np.repeat(np.arange(len(texts), dtype=np.int64), lengths)
    place = np.arange(len(flat), dtype=np.int64) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    if len(flat) < gram:
        return flat[:0], owner[:0], place[:0]
    # two words make one number, that number and the next word another: exact, without hashing
    codes, size = flat, len(numbers)
    for step in range(1, gram):
        codes = codes[:-1] * size + flat[step:]
        if step < gram - 1:
            _, codes = np.unique(codes, return_inverse=True)
    inside = owner[: len(codes)] == owner[gram - 1 :]
    return codes[inside], owner[: len(codes)][inside], place[: len(codes)][inside]


def _links(grams: "Ints", owner: "Ints") -> tuple["Ints", "Ints"]:
    """Return pairs of rows (of the sorted occurrences) that hold the same gram."""
    import numpy as np

    count = len(grams)
    first = np.concatenate(([True], grams[1:] != grams[:-1]))
    starts = np.flatnonzero(first)
    sizes = np.diff(np.append(starts, count))
    size = np.repeat(sizes, sizes)
    start = np.repeat(starts, sizes)
    rows = np.arange(count)
    back = rows - start  # how many holders stand before
    lefts: list[Ints] = []
    rights: list[Ints] = []
    for step in range(1, _ALL_PAIRS):
        linked = rows[(size <= _ALL_PAIRS) & (back >= step)]
        lefts.append(linked - step)
        rights.append(linked)
    many = rows[(size > _ALL_PAIRS) & (back >= 1)]
    lefts += [many - 1, start[many]]
    rights += [many, many]
    left, right = np.concatenate(lefts), np.concatenate(rights)
    keep = owner[left] < owner[right]
    return left[keep], right[keep]


def _runs(left: "Ints", right: "Ints", at: "Ints", to: "Ints", gram: int, lone: int) -> list[Run]:
    """Join grams that follow each other on both sides into runs."""
    import numpy as np

    shift = to - at
    order = np.lexsort((at, shift, right, left))
    left, right, at, to, shift = left[order], right[order], at[order], to[order], shift[order]
    if not len(left):
        return []
    same = (left[1:] == left[:-1]) & (right[1:] == right[:-1]) & (shift[1:] == shift[:-1])
    goes_on = np.zeros(len(left), dtype=bool)
    # overlapping or touching grams on one diagonal hold equal words all through
    goes_on[1:] = same & (at[1:] - at[:-1] <= gram)
    begins = np.flatnonzero(~goes_on)
    last = np.append(begins[1:], len(left)) - 1
    length = at[last] + gram - at[begins]
    left, right, at, to = left[begins], right[begins], at[begins], to[begins]
    order = np.lexsort((to, at, right, left))
    left, right, at, to, length = left[order], right[order], at[order], to[order], length[order]
    near = (left[1:] == left[:-1]) & (right[1:] == right[:-1]) & (at[1:] - at[:-1] <= _NEARBY)
    kept = (length >= lone) | np.append(near, False) | np.append(False, near)
    columns = (column[kept].tolist() for column in (left, right, at, to, length))
    return [Run(*row) for row in zip(*columns, strict=True)]
