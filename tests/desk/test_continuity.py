"""Stories keep their ids while they grow, shrink, join and part."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.desk.continuity import keep_ids, standing, successors
from rashomon.model.identity import content_id


def test_a_story_that_grows_keeps_its_id():
    assert keep_ids([("a", "b", "c")], {"s-1": ("a", "b")}) == ["s-1"]


def test_a_new_story_is_named_after_its_articles():
    assert keep_ids([("b", "a")], {}) == [content_id("s", ["a", "b"])]


def test_of_two_parts_the_larger_keeps_the_id():
    small, large = keep_ids([("a",), ("b", "c")], {"s-1": ("a", "b", "c")})
    assert large == "s-1"
    assert small != "s-1"


def test_two_that_join_are_the_larger_one_and_the_other_has_a_successor():
    before = {"s-1": ("a",), "s-2": ("b", "c")}
    (id,) = keep_ids([("a", "b", "c")], before)
    assert id == "s-2"
    assert successors(before, {id: ("a", "b", "c")}) == {"s-1": "s-2"}


def test_an_id_that_lives_on_elsewhere_is_not_given_twice():
    first = content_id("s", ["a"])
    ids = keep_ids([("a",), ("b", "c", "d")], {first: ("b", "c", "d", "a")})
    assert ids[1] == first
    assert ids[0] not in ids[1:]


def test_articles_that_a_person_moved_say_nothing():
    ids = keep_ids([("a",), ("c",)], {"s-1": ("a", "c")}, apart=frozenset({"a"}))
    assert ids[1] == "s-1"


def test_what_stands_in_a_storys_place():
    gone = {"s-1": "s-2", "s-2": "s-3", "s-8": "s-9", "s-9": "s-8"}
    assert standing("s-3", {"s-3"}, gone) == "s-3"
    assert standing("s-1", {"s-3"}, gone) == "s-3"
    assert standing("s-8", {"s-3"}, gone) is None
    assert standing("s-none", {"s-3"}, gone) is None


PARTITIONS = st.lists(st.integers(0, 4), min_size=1, max_size=12)


def parted(homes: list[int]) -> list[tuple[str, ...]]:
    names = [f"a-{number:02}" for number in range(len(homes))]
    groups = {home: tuple(n for n, h in zip(names, homes, strict=True) if h == home) for home in homes}
    return [groups[home] for home in sorted(groups)]


@given(PARTITIONS, PARTITIONS)
def test_the_same_groups_again_keep_their_ids(first, second):
    before = dict(zip(keep_ids(parted(first), {}), parted(first), strict=True))
    ids = keep_ids(parted(second), before)
    assert len(set(ids)) == len(ids)
    now = dict(zip(ids, parted(second), strict=True))
    assert keep_ids(parted(second), now) == ids
    turned = parted(second)[::-1]
    assert dict(zip(keep_ids(turned, before), turned, strict=True)) == now
