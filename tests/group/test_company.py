"""Articles of one subject resemble the same others, whatever they say themselves."""

from dataclasses import replace
from math import isnan

from rashomon.group.crowds import ENOUGH, USUAL_WORDING, crowd_with
from rashomon.group.features import company
from rashomon.group.pairs import paired
from rashomon.group.profiles import Profile


def _near(profile: Profile, near: dict[str, float]) -> Profile:
    return replace(profile, crowd=crowd_with(0.2, 0.4, near))


def test_those_with_the_same_others_are_in_company(dam: list[Profile]) -> None:
    thirds = {f"third{number}": 0.3 for number in range(ENOUGH)}
    others = {f"other{number}": 0.3 for number in range(ENOUGH)}
    one = _near(dam[0], thirds)
    assert company(paired(one, _near(dam[1], thirds))) == 1.0
    assert company(paired(one, _near(dam[1], others))) == 0.0


def test_how_like_the_two_are_to_each_other_has_no_say(dam: list[Profile]) -> None:
    thirds = {"third": 0.3}
    apart = company(paired(_near(dam[0], thirds), _near(dam[1], thirds)))
    alike = company(
        paired(
            _near(dam[0], {**thirds, dam[1].article: USUAL_WORDING}),
            _near(dam[1], {**thirds, dam[0].article: 0.9}),
        )
    )
    assert 0 < apart < alike < 1  # what is lacking counts as usual, and less is lacking


def test_in_a_small_batch_the_same_others_count_for_less(dam: list[Profile]) -> None:
    few = {f"third{number}": 0.3 for number in range(ENOUGH - 1)}
    assert company(paired(_near(dam[0], few), _near(dam[1], few))) < 0.9


def test_a_single_other_is_no_company_yet(dam: list[Profile]) -> None:
    one, other = (_near(profile, {"third": 0.2}) for profile in dam[:2])
    assert company(paired(one, other)) < 0.3


def test_no_crowd_no_word(dam: list[Profile]) -> None:
    assert isnan(company(paired(dam[0], dam[1])))
