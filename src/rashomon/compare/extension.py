"""Extension: from exact runs to copied stretches, over the small edits that copying leaves behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rashomon.compare.seeding import Run

# All set on the shared copy of the labelled stories, where editors swap, add and drop words.
_GAP = 7  # words that may differ between two runs of one stretch
_GAP_COST = 0.5  # a differing word takes back half of what an equal word adds
_EDGE = 6  # words looked at beyond the first and last run
_STRAY = 3  # words of a neighbouring sentence that an end may hold by chance
_REACH = 12  # runs looked back at: bounds the work where texts repeat themselves


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that two texts share in order: blocks of equal words `(left place, right place, length)`."""

    left: int
    right: int
    blocks: tuple[tuple[int, int, int], ...]

    @property
    def equal(self) -> int:
        """How many words are equal."""
        return sum(length for _, _, length in self.blocks)

    @property
    def sides(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The stretch in each text, as word places `(first, behind the last)`."""
        (a, b, _), (c, d, length) = self.blocks[0], self.blocks[-1]
        return (a, c + length), (b, d + length)

    @property
    def share(self) -> float:
        """How much of the longer side is equal, 0 to 1."""
        return self.equal / max(end - start for start, end in self.sides)


def stretches(texts: Sequence[Sequence[str]], runs: Sequence[Run]) -> Iterator[Stretch]:
    """Yield the stretches that the runs (sorted) belong to, pair of texts by pair of texts."""
    for (left, right), members in groupby(runs, key=lambda run: (run.left, run.right)):
        for chain in _chains(list(members)):
            blocks = [(run.at, run.to, run.length) for run in chain]
            yield Stretch(left, right, tuple(_refine(texts[left], texts[right], blocks)))


def cut(stretch: Stretch, left: Sequence[int], right: Sequence[int]) -> Iterator[Stretch]:
    """Cut a stretch where both texts begin a unit; `left` and `right` give each word's unit number.

    A few words at an end that stand in another unit than the rest, in one text alone, are left out.
    """
    for piece in _at_both(stretch, left, right):
        blocks = _without_tail(_without_head(piece, left, right), left, right)
        if blocks:
            yield Stretch(stretch.left, stretch.right, tuple(blocks))


def _without_head(
    blocks: list[tuple[int, int, int]], left: Sequence[int], right: Sequence[int]
) -> list[tuple[int, int, int]]:
    """Drop the first words where a unit of either text begins right behind them."""
    seen = 0
    before: tuple[int, int] | None = None
    for number, (a, b, length) in enumerate(blocks):
        for step in range(length):
            units = (left[a + step], right[b + step])
            if before is not None and units != before:
                return [(a + step, b + step, length - step), *blocks[number + 1 :]]
            if seen == _STRAY:
                return blocks
            seen, before = seen + 1, units
    return blocks


def _without_tail(
    blocks: list[tuple[int, int, int]], left: Sequence[int], right: Sequence[int]
) -> list[tuple[int, int, int]]:
    """Drop the last words where a unit of either text begins with them."""
    seen = 0
    after: tuple[int, int] | None = None
    for number in range(len(blocks) - 1, -1, -1):
        a, b, length = blocks[number]
        for step in range(length - 1, -1, -1):
            units = (left[a + step], right[b + step])
            if after is not None and units != after:
                return [*blocks[:number], (a, b, step + 1)]
            if seen == _STRAY:
                return blocks
            seen, after = seen + 1, units
    return blocks


def _at_both(
    stretch: Stretch, left: Sequence[int], right: Sequence[int]
) -> Iterator[list[tuple[int, int, int]]]:
    blocks: list[tuple[int, int, int]] = []
    before: tuple[int, int] | None = None
    for a, b, length in stretch.blocks:
        start = 0
        for step in range(length):
            units = (left[a + step], right[b + step])
            if before is not None and units[0] != before[0] and units[1] != before[1]:
                if step > start:
                    blocks.append((a + start, b + start, step - start))
                yield blocks
                blocks, start = [], step
            before = units
        blocks.append((a + start, b + start, length - start))
    yield blocks


def _chains(runs: list[Run]) -> list[list[Run]]:
    """Put runs that follow each other closely on both sides into chains, the best first, no word twice."""
    best: list[tuple[float, int | None]] = []
    for index, run in enumerate(runs):
        score, before = 0.0, None
        for other in range(max(0, index - _REACH), index):
            gap = _gap(runs[other], run)
            if gap is not None and best[other][0] - _GAP_COST * gap > score:
                score, before = best[other][0] - _GAP_COST * gap, other
        best.append((score + run.length, before))
    used: set[int] = set()
    chains: list[list[Run]] = []
    for end in sorted(range(len(runs)), key=lambda index: (-best[index][0], index)):
        chain: list[Run] = []
        at: int | None = end
        while at is not None and at not in used:
            used.add(at)
            chain.append(runs[at])
            at = best[at][1]
        if chain:
            chains.append(chain[::-1])
    return chains


def _gap(before: Run, after: Run) -> int | None:
    """How many words differ between two runs (the longer side), or None where they can't follow."""
    left = after.at - before.at - before.length
    right = after.to - before.to - before.length
    if min(left, right) < 0 or max(left, right) > _GAP:
        return None
    return max(left, right)


def _refine(
    left: Sequence[str], right: Sequence[str], runs: list[tuple[int, int, int]]
) -> list[tuple[int, int, int]]:
    """Find the equal words in the gaps and just beyond the ends."""
    first, last = runs[0], runs[-1]
    blocks = _before(left, right, first[0], first[1])
    for run, after in zip(runs, [*runs[1:], None], strict=True):
        blocks.append(run)
        if after is not None:
            a, b = run[0] + run[2], run[1] + run[2]
            blocks += [(a + i, b + j, n) for i, j, n in _equal(left[a : after[0]], right[b : after[1]])]
    return _joined(blocks + _after(left, right, last[0] + last[2], last[1] + last[2]))


def _after(left: Sequence[str], right: Sequence[str], a: int, b: int) -> list[tuple[int, int, int]]:
    """The equal words that go on behind (a, b), as long as they outweigh what differs."""
    found = [(a + i, b + j, n) for i, j, n in _equal(left[a : a + _EDGE], right[b : b + _EDGE])]
    return found[: _worth([(i - a, j - b, n) for i, j, n in found])]


def _before(left: Sequence[str], right: Sequence[str], a: int, b: int) -> list[tuple[int, int, int]]:
    """The equal words that lead up to (a, b), as long as they outweigh what differs."""
    back_left, back_right = left[max(0, a - _EDGE) : a][::-1], right[max(0, b - _EDGE) : b][::-1]
    found = _equal(back_left, back_right)
    return [(a - i - n, b - j - n, n) for i, j, n in found[: _worth(found)]][::-1]


def _worth(blocks: Sequence[tuple[int, int, int]]) -> int:
    """How many of the blocks, from the first on, to take for the best balance of equal and differing."""
    best, taken, balance, i, j = 0.0, 0, 0.0, 0, 0
    for number, (a, b, length) in enumerate(blocks, 1):
        balance += length - 0.75 * max(a - i, b - j)
        i, j = a + length, b + length
        if balance > best:
            best, taken = balance, number
    return taken


def _equal(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int]]:
    """The longest common subsequence as blocks."""
    from rapidfuzz.distance import LCSseq

    if not left or not right:
        return []
    codes = LCSseq.opcodes(left, right)
    return [(c.src_start, c.dest_start, c.src_end - c.src_start) for c in codes if c.tag == "equal"]


def _joined(blocks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Make one block of blocks that touch on both sides."""
    joined: list[tuple[int, int, int]] = []
    for a, b, length in blocks:
        if joined and joined[-1][0] + joined[-1][2] == a and joined[-1][1] + joined[-1][2] == b:
            a, b, before = joined.pop()
            length += before
        joined.append((a, b, length))
    return joined
