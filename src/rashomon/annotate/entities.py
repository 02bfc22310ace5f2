"""Named entities by the stock model's own network, decided in arrays.

The model's component goes through a text token by token and asks at each of them whether any of 74 moves
may be made, which took more than half of the parser's time. Outside a name nothing but the token decides,
so all tokens are scored at once, and only names of several words are gone through.
"""

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]

# The component that this one stands in for.
COMPONENT = "ner"
Entity = tuple[int, int, str]


class Entities:
    """The network of named entities: what each token is, and where a name that begins there ends."""

    def __init__(self, nlp: "Language") -> None:
        import numpy as np

        component: Any = nlp.get_pipe(COMPONENT)
        moves: list[str] = [component.moves.get_class_name(n) for n in range(component.moves.n_moves)]
        self._read, self._lower, self._upper = (
            component.model.get_ref(name) for name in ("tok2vec", "lower", "upper")
        )
        self._moves = [(move[0], move[2:]) for move in moves]
        self._number = {move: number for number, move in enumerate(self._moves)}
        # a unit without a label is a token that somebody has kept from being a name
        self._begins = np.array([kind == "B" for kind, _ in self._moves])
        self._never = np.array([kind in "IL" or (kind == "U" and not label) for kind, label in self._moves])

    def find(self, doc: "Doc") -> list[Entity]:
        """Return the names in a parsed text: first token, end and label; none crosses a sentence's end."""
        import numpy as np

        if not len(doc):
            return []
        table: Floats = self._lower.predict(self._read.predict([doc]))
        firsts = doc.to_array("SENT_START").astype(np.int64) == 1
        best = self._outside(table, firsts)
        starts = np.flatnonzero(best != self._number["O", ""]).tolist()
        found: list[Entity] = []
        at = 0
        while at < len(starts):
            start = starts[at]
            kind, label = self._moves[best[start]]
            end = self._end(table, firsts, start, label) if kind == "B" else start + 1
            found.append((start, end, label))
            at = bisect_left(starts, end)
        return found

    def _outside(self, table: "Floats", firsts: "Flags") -> "NDArray[np.int64]":
        """The best move of each token where no name is open; the table's first row stands for no token."""
        import numpy as np

        sums = table[1:, 0] + table[0, 1] + table[0, 2] + self._lower.get_param("b")
        scores: Floats = self._upper.predict(np.maximum(sums[:, :, 0], sums[:, :, 1]))
        scores[:, self._never] = -np.inf
        alone = np.append(firsts[1:], True)  # nothing follows in the sentence
        scores[np.ix_(alone, self._begins)] = -np.inf
        best: NDArray[np.int64] = scores.argmax(axis=1)
        return best

    def _end(self, table: "Floats", firsts: "Flags", start: int, label: str) -> int:
        """Where a name ends that begins here and has more than one token."""
        import numpy as np

        both = [self._number["I", label], self._number["L", label]]
        weights, bias = self._upper.get_param("W")[both], self._upper.get_param("b")[both]
        begun = table[start + 1, 1]
        at = start + 1
        while at + 1 < len(firsts) and not firsts[at + 1]:
            sums = table[at + 1, 0] + begun + table[at, 2] + self._lower.get_param("b")
            inside, last = weights @ np.maximum(sums[:, 0], sums[:, 1]) + bias
            if last > inside:
                break
            at += 1
        return at + 1
