import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.wording import fold, words


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("neighbouring", "neighboring"),
        ("criticised", "criticized"),
        ("organisations", "organizations"),
        ("travelled", "traveled"),
        ("Theatre", "theater"),
        ("Defence", "defense"),
        ("O’Neill", "O'Neill"),
        ("Vélez", "Velez"),
        ("12,000", "12000"),
        ("ferry’s", "ferry"),
    ],
)
def test_spellings_of_one_word_fold_alike(british: str, american: str) -> None:
    assert fold(british) == fold(american)


@pytest.mark.parametrize(("left", "right"), [("four", "for"), ("hour", "our"), ("12.5", "125")])
def test_other_words_stay_apart(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@given(st.text(max_size=200))
def test_places_point_to_the_words(text: str) -> None:
    found = words(text)
    assert len(found) == len(found.starts) == len(found.ends)
    for form, start, end in zip(found.folds, found.starts, found.ends, strict=True):
        assert fold(text[start:end]) == form
    assert list(found.starts) == sorted(found.starts)


def test_words_of_a_part_keep_their_places_in_the_whole() -> None:
    text = "The ferry sank. Nobody was hurt."
    found = words(text, 16)
    assert found.folds == ("nobody", "was", "hurt")
    assert text[found.starts[0] : found.ends[0]] == "Nobody"
