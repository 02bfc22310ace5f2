from itertools import combinations

import pytest

from rashomon.group.candidates import candidate_pairs, nearest_of_all
from rashomon.group.features import FEATURES
from rashomon.group.linking import evidence, link, pair_model, pair_odds
from rashomon.group.profiles import Profile


@pytest.fixture(scope="module")
def found(dam: list[Profile]) -> list[Profile]:
    return dam[:3]


def test_two_reports_of_one_event_are_likely_a_pair_and_a_third_is_not(found: list[Profile]) -> None:
    odds = pair_odds(found, list(combinations(range(3), 2)))
    assert odds[(0, 1)] > 1
    assert odds.get((0, 2), -9.0) < -3
    assert odds.get((1, 2), -9.0) < -3


def test_groups_do_not_depend_on_the_order(found: list[Profile]) -> None:
    forward = {frozenset(found[i].article for i in group) for group in link(found).groups}
    back = found[::-1]
    assert forward == {frozenset(back[i].article for i in group) for group in link(back).groups}


def test_candidates_share_rare_terms_and_come_once(found: list[Profile]) -> None:
    pairs = candidate_pairs(nearest_of_all(found))
    assert (0, 1) in pairs
    assert pairs == sorted(set(pairs))
    assert all(i < j for i, j in pairs)


def test_evidence_names_features_and_what_they_saw(found: list[Profile]) -> None:
    items = evidence(found[0], found[1])
    assert {item.feature for item in items} <= {feature.name for feature in FEATURES}
    assert all(-1 <= item.score <= 1 for item in items)
    strengths = [abs(item.score) for item in items]
    assert strengths == sorted(strengths, reverse=True)
    assert any("ostrel" in item.left or "velmora" in item.left for item in items)


def test_every_feature_has_a_reason_and_the_trees_know_it() -> None:
    assert all(feature.reason.endswith(".") for feature in FEATURES)
    assert pair_model().names == tuple(feature.name for feature in FEATURES)


def test_many_reports_of_one_event_stay_one_group(found: list[Profile]) -> None:
    from dataclasses import replace

    copies = [replace(found[0], article=f"a{number:03d}") for number in range(90)]
    assert len(link([*copies, found[2]]).groups) == 2
