"""Blocking: which pairs are worth scoring, from the keys that items share."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence


def candidate_pairs(
    keys: Sequence[Iterable[Hashable]], *, common: int | None = None
) -> Iterator[tuple[int, int]]:
    """Yield each pair `(i, j)`, i < j, of items that share a key, once and in ascending order.

    Keys held by more than `common` items are too frequent to tell anything and are passed over.
    """
    holders: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, item_keys in enumerate(keys):
        for key in set(item_keys):
            holders[key].append(index)
    partners: defaultdict[int, set[int]] = defaultdict(set)
    for members in holders.values():
        if len(members) < 2 or (common is not None and len(members) > common):
            continue
        for place, left in enumerate(members):
            partners[left].update(members[place + 1 :])
    for left in sorted(partners):
        for right in sorted(partners[left]):
            yield left, right
