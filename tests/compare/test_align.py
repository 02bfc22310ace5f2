"""Align: sentences are compared, claims in them grouped, what is only near told apart."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest

from rashomon.compare.align import align
from rashomon.compare.align.blocking import RIVALS, near_pairs, nearness
from rashomon.compare.align.items import make_items
from rashomon.compare.align.rivals import standing, through_third
from rashomon.compare.align.sentences import Telling, make_tellings
from rashomon.compare.align.views import View, make_views
from rashomon.link import vectors
from rashomon.model import Annotations
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]

ONE = (
    "The council of Port Halden closed the old harbour bridge on Monday. "
    "Engineers had found deep cracks in two of its pillars. "
    "Shopkeepers feared for their summer trade."
)
TWO = (
    "Port Halden's council on Monday closed the old harbour bridge. "
    "Two pillars had deep cracks, engineers found. "
    "A ferry will carry schoolchildren across."
)
THREE = (
    "A choir from Tolvar sang in the cathedral of Verash on Sunday evening. "
    "Tickets had been sold out for weeks."
)


@pytest.fixture(scope="module")
def views(annotated: Annotate) -> list[View]:
    return make_views(resolve([annotated(text) for text in (ONE, TWO, THREE)]))


@pytest.fixture(scope="module")
def tellings(views: list[View]) -> list[Telling]:
    return make_tellings(make_items(views))


def _told(views: Sequence[View], groups: Sequence[Sequence[int]]) -> set[frozenset[str]]:
    return {frozenset(views[index].text for index in group) for group in groups}


def test_other_words_for_one_thing_are_one_group_and_other_things_are_not(views: list[View]) -> None:
    groups = align(views).groups
    shared = [group for group in groups if len({views[index].article for index in group}) > 1]
    assert len(shared) == 2
    assert {views[index].article for group in shared for index in group} == {
        next(v.article for v in views if v.text.startswith(start))
        for start in ("The council", "Port Halden's")
    }
    assert sorted(index for group in groups for index in group) == list(range(len(views)))


def test_groups_and_near_sets_do_not_depend_on_the_order_of_articles(annotated: Annotate) -> None:
    found = []
    for texts in ((ONE, TWO, THREE), (THREE, TWO, ONE)):
        own = make_views(resolve([annotated(text) for text in texts]))
        alignment = align(own)
        found.append((_told(own, alignment.groups), _told(own, alignment.near)))
    assert found[0] == found[1]


def test_one_claim_alone_is_a_group(annotated: Annotate) -> None:
    own = make_views(resolve([annotated("The council closed the bridge.")]))
    alignment = align(own)
    assert alignment.groups == ((0,),)
    assert alignment.near == ()


def test_one_article_alone_joins_what_it_says_twice_in_the_same_words_only(
    annotated: Annotate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "encoder", lambda: pytest.fail("nothing to hold a meaning against"))
    text = (
        "The pupils were at a party in the boathouse. "
        "The council of Port Halden will close the old harbour bridge. "
        "A fisherman saw the pupils running from the boathouse. "
        "The council of Port Halden will close the harbour bridge for a year."
    )
    own = make_views(resolve([annotated(text)]))
    joined = [group for group in align(own).groups if len(group) > 1]
    assert [[own[index].text.startswith("The council") for index in group] for group in joined] == [
        [True, True]
    ]


def test_each_sentence_is_compared_with_its_nearest_of_each_article(tellings: list[Telling]) -> None:
    pairs = near_pairs(tellings)
    assert list(pairs) == sorted(pairs)
    assert all(left < right for left, right in pairs)
    for pair in pairs:  # of one of both sides it is among the nearest in the other's article
        assert any(_rank(own, pair, pairs, tellings) < RIVALS for own in pair)


def _rank(
    own: int,
    pair: tuple[int, int],
    pairs: Mapping[tuple[int, int], tuple[float, float, float]],
    tellings: Sequence[Telling],
) -> int:
    article = tellings[sum(pair) - own].article
    rivals = [each for each in pairs if own in each and tellings[sum(each) - own].article == article]
    return sum(nearness(pairs[each]) > nearness(pairs[pair]) for each in rivals)


def test_the_nearest_rival_ranks_first(tellings: list[Telling]) -> None:
    near = {pair: sum(cosines) for pair, cosines in near_pairs(tellings).items()}
    best = max(near, key=lambda pair: near[pair])
    row = list(near).index(best)
    found = standing(tellings, near, "near")
    assert found["near_rank_more"][row] == 0
    assert found["near_gap_more"][row] >= 0
    assert all(found["near_rank_less"] <= found["near_rank_more"])


def test_a_third_article_vouches_only_where_it_is_near_to_both() -> None:
    class Row:
        def __init__(self, article: int) -> None:
            self.article = article

    rows = [Row(0), Row(1), Row(2), Row(2)]
    near = {(0, 1): 0.2, (0, 2): 0.9, (1, 2): 0.7, (1, 3): 0.8}
    found = through_third(rows, near, list(near))  # type: ignore[arg-type]
    assert found[0] == pytest.approx(0.7)
    assert np.isnan(found[3])
