"""Places: how two named places lie to each other, by the tables; never by the wrong namesake."""

import pytest

from rashomon.compare.statements.places import Lie, lie


@pytest.mark.parametrize(
    ("left", "right", "known"),
    [
        ("Britain", "the United Kingdom", "same"),
        ("Lyon", "France", "inside"),
        ("London", "Paris", "elsewhere"),  # there is a smaller London in Canada
        ("Kenya", "Peru", "elsewhere"),
        ("America", "Virginia", "unknown"),  # a state, and a town in South Africa
        ("Atlanta", "Georgia", "unknown"),  # a state, and a country
        ("St. Petersburg", "Russia", "inside"),  # the tables have a smaller one of this spelling
        ("Birmingham", "America", "unknown"),
        ("Port Halden", "Norway", "unknown"),
    ],
)
def test_how_two_places_lie(left: str, right: str, known: Lie) -> None:
    assert lie(left, right) == known
    assert lie(right, left) == known
