"""Clear groups: of all groups that merging makes, those that stand out from what lies around them."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.link.group import Joint


@dataclass(slots=True)
class _Node:
    """A group as it stood for a while: the height that all its merges reached, and its two parts."""

    height: float
    parts: "tuple[_Node, _Node] | None" = None
    item: int = -1
    above: float | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A group that is high enough: it stands if nothing around it exceeds `limit`; else `parts` do."""

    members: tuple[int, ...]
    limit: float
    parts: tuple[tuple[int, ...], ...]


def clear_groups(
    count: int, merges: Iterable[Joint], *, least: float, clear: float, floor: float
) -> list[tuple[int, ...]]:
    """Return the largest groups of 0..count-1 whose merges all reach `least`, and that stand out enough.

    A group stands out by how much its own lowest merge lies above the next one, that would join it
    with others: up to `clear`. What it lacks in that it must have in height: a group among its like
    has to be surer of itself than one that is alone. `floor` is where merging ended.
    """
    return _chosen(_tops(count, merges), least, clear, floor)


def standing_groups(count: int, merges: Iterable[Joint], *, least: float, clear: float) -> list[Standing]:
    """Return the groups that merges down to `least` make, before it is known what lies around them.

    As `clear_groups`, which takes them or their parts when it is.
    """
    found = []
    for node in _tops(count, merges):
        parts = _chosen(node.parts, least, clear, least) if node.parts else []
        limit = 2 * node.height - least - clear
        found.append(Standing(tuple(sorted(_items(node))), limit, tuple(parts)))
    return found


def _tops(count: int, merges: Iterable[Joint]) -> list[_Node]:
    """The groups that are left when all merges are done, with what they were made from."""
    current = {item: _Node(float("inf"), item=item) for item in range(count)}
    for score, keep, gone in merges:
        parts = (current[keep], current.pop(gone))
        current[keep] = _Node(min(score, parts[0].height, parts[1].height), parts)
        for part in parts:
            part.above = current[keep].height
    return list(current.values())


def _chosen(nodes: Iterable[_Node], least: float, clear: float, floor: float) -> list[tuple[int, ...]]:
    """The groups that stand out, of these and those that they were made from."""
    found, waiting = [], list(nodes)
    while waiting:
        node = waiting.pop()
        above = floor if node.above is None else node.above
        if node.parts is None or node.height + min(node.height - above, clear) >= least + clear:
            found.append(tuple(sorted(_items(node))))
        else:
            waiting += node.parts
    return sorted(found)


def _items(node: _Node) -> list[int]:
    found, waiting = [], [node]
    while waiting:
        part = waiting.pop()
        if part.parts is None:
            found.append(part.item)
        else:
            waiting += part.parts
    return found
