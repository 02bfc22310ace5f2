"""Shards: what came, cut into tasks of some dozens of articles, alike on every machine.

Where a shard ends is decided by what stands there, so that an article that is added or taken away
changes the shard it lies in, and no other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from rashomon import read
from rashomon.model import Failure
from rashomon.model.identity import content_id
from rashomon.read import Arrived

T = TypeVar("T")

# Items: a shard is some five seconds of work, so little is lost when a worker dies, and little waited for at
# the end of a stage, when one worker is at the last shard.
LEAST, MOST = 12, 48
_ONE_IN = 12  # items, on average, after LEAST, that end a shard
_BYTES = 8_000_000  # of one shard's articles: a few huge ones make one too


@dataclass(frozen=True, slots=True)
class Shard(Generic[T]):
    """Some items that are worked on together; `id` stands for them and for what works on them."""

    id: str
    items: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    """All that lies under the paths: the shards' ids in order, how many articles each has, what failed."""

    shards: tuple[str, ...]
    sizes: tuple[int, ...]
    failures: tuple[Failure, ...]


def cut(items: Iterable[tuple[str, int, T]], *, prefix: str, made_by: str) -> Iterator[Shard[T]]:
    """Cut items, each with its digest (hexadecimal) and size in bytes, into shards."""
    held: list[T] = []
    digests: list[str] = []
    size = 0
    for digest, length, item in items:
        held.append(item)
        digests.append(digest)
        size += length
        ends = len(held) >= LEAST and int(digest[-8:], 16) % _ONE_IN == 0
        if ends or len(held) >= MOST or size >= _BYTES:
            yield Shard(content_id(prefix, made_by, digests, length=20), tuple(held))
            held, digests, size = [], [], 0
    if held:
        yield Shard(content_id(prefix, made_by, digests, length=20), tuple(held))


def arrived(
    paths: Sequence[str | Path], failures: list[Failure], *, metadata: Path | None, made_by: str
) -> Iterator[Shard[Arrived]]:
    """Yield what lies under the paths in shards; what can't be read goes to the failures."""

    def items() -> Iterator[tuple[str, int, Arrived]]:
        for item in read.arrivals_in(paths, metadata=metadata):
            if isinstance(item, Failure):
                failures.append(item)
            else:
                yield content_id("", item.name, item.digest, length=16), len(item.body), item

    return cut(items(), prefix="a", made_by=made_by)


def take_inventory(paths: Sequence[str | Path], *, metadata: Path | None, made_by: str) -> Inventory:
    """Read through all inputs once, holding nothing: so much is known before the work begins."""
    failures: list[Failure] = []
    found = [
        (shard.id, len(shard.items)) for shard in arrived(paths, failures, metadata=metadata, made_by=made_by)
    ]
    return Inventory(tuple(id for id, _ in found), tuple(size for _, size in found), tuple(failures))
