from dataclasses import replace

import pytest

from rashomon.group.linking import Linked
from rashomon.group.profiles import Profile
from rashomon.group.relations import continued, relations, sureness, window


def test_an_article_that_fits_less_is_less_sure() -> None:
    sure = sureness((0, 1, 2), {(0, 1): 6.0, (0, 2): 0.5, (1, 2): -0.5})
    assert sure[0] > sure[2]
    assert sure[1] > sure[2]
    assert all(0 <= value <= 1 for value in sure)
    assert sureness((4,), {}) == (1.0,)


def test_the_window_is_that_of_publication(dam: list[Profile]) -> None:
    assert window(dam[:2]) == ("2031-05-06", "2031-05-07")
    assert window([replace(dam[0], day=None)]) is None


def test_a_second_print_is_a_revision_or_a_near_duplicate(dam: list[Profile]) -> None:
    own = replace(dam[0], outlet="Ostrel Courier")
    later = replace(own, article="later", day=(own.day or 0) + 1)
    other = replace(later, outlet="Velmora Post")
    (revision,) = relations([(later, own)])
    assert (revision.kind, revision.earlier, revision.later) == ("revision", own.article, "later")
    assert [relation.kind for relation in relations([(own, other)])] == ["near-duplicate"]
    assert relations([(own, dam[2])]) == ()


@pytest.mark.parametrize(("value", "days", "linked"), [(0.8, 9, True), (0.8, 1, False), (-3.0, 9, False)])
def test_a_later_story_that_almost_joins_continues_the_earlier(
    dam: list[Profile], value: float, days: int, linked: bool
) -> None:
    after = replace(dam[1], day=(dam[0].day or 0) + days)
    found = Linked(((0,), (1,)), {(0, 1): value})
    assert continued(found, [dam[0], after]) == ({1: 0} if linked else {})
