"""Likeness counts by how far it exceeds that of the articles around."""

from rashomon.group.candidates import nearest_of_all
from rashomon.group.crowds import USUAL_MEANING, USUAL_WORDING, all_crowded, crowded
from rashomon.group.features import wording_apart
from rashomon.group.pairs import paired
from rashomon.group.profiles import Profile


def test_an_article_alone_has_the_usual_crowd(dam: list[Profile]) -> None:
    crowd = crowded(dam[0], ()).crowd
    assert crowd is not None
    assert crowd.wording == USUAL_WORDING
    assert crowd.meaning == USUAL_MEANING


def test_a_pair_in_a_crowd_stands_out_less(dam: list[Profile]) -> None:
    one, other = (crowded(profile, ()) for profile in dam[:2])
    dense = [crowded(profile, [dam[0]] * 9) for profile in dam[:2]]
    assert wording_apart(paired(dense[0], dense[1])) < wording_apart(paired(one, other))


def test_nothing_is_known_before_the_nearest_are_found(dam: list[Profile]) -> None:
    assert wording_apart(paired(dam[0], dam[1])) != wording_apart(paired(dam[0], dam[1]))  # nan
    assert all(profile.crowd is not None for profile in all_crowded(dam, nearest_of_all(dam)))
