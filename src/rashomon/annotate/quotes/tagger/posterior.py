"""How sure the tagger is of a stretch of words: its share in all ways to label the text."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.annotate.quotes.found import Range
from rashomon.annotate.quotes.tagger.chain import ROLES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST = -30.0  # of a log-probability; what is less likely is as unlikely
_TINY = 1e-30
_SCALED = 4  # words after which the running product is brought back to 1


@dataclass(frozen=True, slots=True)
class Ends:
    """Log-probabilities of one role, an entry a word: that a stretch begins, goes on, ends before it.

    `further` is a running sum; `after_one` holds the ends of stretches of one word, `after_more` of longer
    ones; `joined` is what the second word costs beside a further one.
    """

    begin: list[float]
    further: list[float]
    after_one: list[float]
    after_more: list[float]
    joined: float


@dataclass(frozen=True)
class Posterior:
    """What the chain of labels holds likely in one text, whose words begin at `starts`.

    `labels` has a row a word and a column a label; `punctuation` tells which words are none.
    """

    starts: Sequence[int]
    punctuation: Sequence[bool]
    labels: "NDArray[np.float64]"
    ends: dict[str, Ends] = field(default_factory=dict)

    def of(self, role: str, part: Range) -> float:
        """Return the log-probability that these characters are one span of the role.

        Whether punctuation at its edges belongs to the span is left open: records trim it.
        """
        first, last = bisect_left(self.starts, part[0]), bisect_left(self.starts, part[1])
        firsts = [first, first - 1] if first and self.punctuation[first - 1] else [first]
        more = last < len(self.starts) and self.punctuation[last]
        lasts = [last, last + 1] if more else [last]
        return max(self._span(role, a, b) for a in firsts for b in lasts)

    def _span(self, role: str, first: int, last: int) -> float:
        if not first < last <= len(self.starts):
            return LEAST
        ends = self.ends[role]
        if last == first + 1:
            return max(LEAST, ends.begin[first] + ends.after_one[last])
        middle = ends.further[last] - ends.further[first + 1] + ends.joined
        return max(LEAST, ends.begin[first] + middle + ends.after_more[last])


def posterior(
    scores: "NDArray[np.float32]",
    transitions: "NDArray[np.float32]",
    starts: Sequence[int],
    punctuation: Sequence[bool],
) -> Posterior:
    """Return what the chain holds likely, by one pass forward and one back; arguments as of `best_chain`."""
    import numpy as np

    if not len(scores):
        return Posterior(starts, punctuation, np.zeros((0, transitions.shape[1])))
    words = np.exp((scores - scores.max(axis=1, keepdims=True)).astype(np.float64))
    steps = np.exp(transitions.astype(np.float64))
    first, steps = steps[-1], steps[:-1]
    before, scale = np.empty_like(words), np.ones(len(words))
    held = first * words[0]
    for at in range(len(words)):
        if at:
            held = (held @ steps) * words[at]
        if at % _SCALED == 0 or at == len(words) - 1:
            scale[at] = held.sum()
            held /= scale[at]
        before[at] = held
    words /= scale[:, None]
    after = np.ones_like(words)
    for at in range(len(words) - 2, -1, -1):
        after[at] = steps @ (words[at + 1] * after[at + 1])
    ends = {
        role: _ends(words, steps, first, before, after, 2 * number + 1) for number, role in enumerate(ROLES)
    }
    return Posterior(starts, punctuation, before * after, ends)


def _ends(
    words: "NDArray[np.float64]",
    steps: "NDArray[np.float64]",
    first: "NDArray[np.float64]",
    before: "NDArray[np.float64]",
    after: "NDArray[np.float64]",
    label: int,
) -> Ends:
    """The tables of a role whose first words have this label, and further ones the next."""
    import numpy as np

    def logs(found: "NDArray[np.float64]") -> list[float]:
        listed: list[float] = np.log(np.maximum(found, _TINY)).tolist()
        return listed

    further = label + 1
    other = np.delete(np.arange(steps.shape[1]), further)
    reached = np.concatenate([[first[label]], before[:-1] @ steps[:, label]])
    left = words[:, other] * after[:, other]
    going = np.cumsum(np.log(np.maximum(steps[further, further] * words[:, further], _TINY)))
    return Ends(
        begin=logs(reached * words[:, label]),
        further=[0.0, *going.tolist()],
        after_one=[*logs(left @ steps[label, other]), 0.0],
        after_more=[*logs(left @ steps[further, other]), 0.0],
        joined=float(np.log(steps[label, further]) - np.log(steps[further, further])),
    )
