"""What several measures of a pair ask for is worked out once, and is the same from either side."""

from dataclasses import replace
from math import isnan

from rashomon.group.crowds import crowd_with
from rashomon.group.pairs import meaning_of, paired, share, shared_weight, wording_of
from rashomon.group.profiles import Profile


def test_a_pair_is_alike_from_either_side(dam: list[Profile]) -> None:
    there, back = paired(dam[0], dam[1]), paired(dam[1], dam[0])
    assert there.wording == back.wording > 0.1
    assert there.told == back.told[::-1]
    assert (there.people, there.places, there.names) == (back.people, back.places, back.names)


def test_what_is_known_is_not_worked_out_again(dam: list[Profile]) -> None:
    near = replace(dam[0], crowd=crowd_with(0.2, 0.4, {dam[1].article: 0.77}))
    assert wording_of(near, dam[1]) == wording_of(dam[1], near) == 0.77
    known = paired(dam[0], dam[1], alike=0.5, meant=0.25)
    assert (known.wording, known.meaning) == (0.5, 0.25)


def test_without_a_sentence_model_nothing_is_said_of_meaning(dam: list[Profile]) -> None:
    assert isnan(meaning_of(replace(dam[0], meaning=None), dam[1]))


def test_shares(dam: list[Profile]) -> None:
    assert share(frozenset("ab"), frozenset("bcd")) == 0.5
    assert isnan(share(frozenset(), frozenset("b")))
    assert shared_weight(dam[0].names, dam[0].names) == dam[0].names.total
