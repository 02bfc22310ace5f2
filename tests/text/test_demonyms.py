"""Words for a people, told from the name of their land."""

import pytest

from rashomon.text.demonyms import made_from

LANDS = frozenset({"Tessia", "Orval", "Marland", "Toru"})


@pytest.mark.parametrize(
    ("word", "land"),
    [("Tessian", "Tessia"), ("Tessians", "Tessia"), ("Orvalese", "Orval"), ("Orvali", "Orval")],
)
def test_a_word_for_a_people_leads_to_its_land(word: str, land: str) -> None:
    assert made_from(word, LANDS) == land


@pytest.mark.parametrize("word", ["Tessia", "Toruan", "Tessiana", "Orlan", "German"])
def test_other_words_lead_nowhere(word: str) -> None:
    assert made_from(word, LANDS) is None
