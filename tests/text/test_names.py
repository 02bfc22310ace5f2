import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.text.names import alike, clean_name, fold, initials, is_acronym, tokens


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("the U.K.", "UK"),
        ("Al-Varra", "al Varra"),
        ("Da’veh’s", "Daveh"),
        ("Jürgen Ölsø", "Jurgen Olso"),
        ("“Harbour Front”", "harbour front"),
        ("Ирина Котова", "Irina Kotova"),
        ("Brook\nfield", "Brook field"),
        ("Orla-i-Mar", "Orla-e Mar"),
    ],
)
def test_fold_meets_over_spelling(name: str, same: str) -> None:
    assert fold(name) == fold(same)


@given(st.text(max_size=40))
@example("🄐")
@example("the.0")
@example("ᵗhe the 0")
def test_fold_is_stable(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert all(token == token.casefold() for token in tokens(name))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("sergei", "sergey"),
        ("mohammed", "muhammad"),
        ("yusuf", "yousef"),
        ("bob", "robert"),
        ("oksana", "oxana"),
    ],
)
def test_transliterations_and_short_forms_are_alike(left: str, right: str) -> None:
    assert alike(left, right) >= 0.85
    assert alike(left, right) == alike(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [("angelo", "angela"), ("petrov", "petrova"), ("olga", "oleg"), ("tom", "tim"), ("ramin", "karim")],
)
def test_other_names_are_not_alike(left: str, right: str) -> None:
    assert alike(left, right) == 0.0


def test_initials_skip_small_words() -> None:
    assert initials("League of the Free Ports") == "LFP"
    assert is_acronym("LFP")
    assert is_acronym("U.N.")
    assert not is_acronym("Lfp League")


def test_clean_name_keeps_dots_inside() -> None:
    assert clean_name("the U.S.’s") == "U.S."
    assert clean_name("  “Varra” ") == "Varra"


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Јована Њокић", "jovana njokic"), ("Թալիթա", "talita"), ("ნინო", "nino"), ("Ελένη", "eleni")],
)
def test_other_alphabets_are_read_letter_by_letter(name: str, plain: str) -> None:
    assert fold(name) == plain
