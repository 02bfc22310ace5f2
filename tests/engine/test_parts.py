"""The parts below the stages: shards, windows, records as bytes."""

import pickle
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.engine.blobs import Blobs, read_blobs
from rashomon.engine.held import Profiles
from rashomon.engine.shards import cut
from rashomon.model import Span
from rashomon.model.identity import content_id


def ids(values: list[str]) -> list[str]:
    items = [(content_id("", value, length=16), 1, value) for value in values]
    return [shard.id for shard in cut(items, prefix="x", made_by="v")]


@given(st.lists(st.text(), max_size=300, unique=True), st.data())
def test_what_is_added_changes_the_shards_around_it_only(values, data):
    place = data.draw(st.integers(0, len(values)))
    more = [*values[:place], "\0added", *values[place:]]
    assert ids(values) == ids(list(values))
    before = ids(values[:place])[:-1]
    assert ids(more)[: len(before)] == before


def test_shards_hold_everything_in_order():
    values = [str(n) for n in range(1000)]
    shards = cut(((content_id("", v, length=16), 1, v) for v in values), prefix="x", made_by="v")
    held = [shard.items for shard in shards]
    assert [value for items in held for value in items] == values
    assert len(held) > 10
    # a shard that an article was added to ends where it ended before: what follows is the same
    assert len(set(ids(values)) & set(ids([*values[:3], "new", *values[3:]]))) > len(held) // 2


def test_large_items_make_shards_of_their_own():
    items = [(content_id("", n, length=16), 9_000_000, n) for n in range(3)]
    assert [shard.items for shard in cut(items, prefix="x", made_by="v")] == [(0,), (1,), (2,)]


def test_records_come_back_as_they_were(tmp_path):
    path = tmp_path / "records"
    with Blobs(path) as blobs:
        places = [blobs.add(record) for record in (Span("a", 0, 3), (1, "x"), frozenset({2}))]
    found = read_blobs([(path, place) for place in reversed(places)])
    assert found == [frozenset({2}), (1, "x"), Span("a", 0, 3)]


class Foreign:
    def __reduce__(self):
        return print, ("it ran",)


def test_nothing_but_records_is_made_from_bytes(tmp_path, capsys):
    path = tmp_path / "records"
    body = zlib.compress(pickle.dumps(Foreign()))
    path.write_bytes(body)
    with pytest.raises(pickle.UnpicklingError, match="no record of ours"):
        read_blobs([(path, (0, len(body)))])
    assert "it ran" not in capsys.readouterr().out


def test_no_file_is_left_open(tmp_path):
    path = tmp_path / "records"
    with Blobs(path) as blobs:
        place = blobs.add(1)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(50):
        read_blobs([(path, place)])
    assert len(list(Path("/proc/self/fd").iterdir())) <= before + 1


class Counted:
    """Stands in for a catalogue, and counts what is read."""

    def __init__(self) -> None:
        self.read: list[int] = []

    def records(self, kind, numbers):
        self.read += numbers
        return [str(number) for number in numbers]


def test_profiles_are_read_once_while_they_are_held():
    catalogue = Counted()
    held = Profiles(catalogue, most=4)
    assert held.of([3, 1, 2]) == {1: "1", 2: "2", 3: "3"}
    assert held.of([2, 4]) == {2: "2", 4: "4"}
    assert catalogue.read == [1, 2, 3, 4]
    assert held.of(range(6)) == {number: str(number) for number in range(6)}
    held.of([5, 0])
    assert sorted(catalogue.read) == [0, 0, 1, 2, 3, 4, 5]
