from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.texts import text_of
from rashomon.compare.wording import words

TEXTS = st.lists(st.sampled_from(["the ", "old ", "ship ", "“", "” ", '"', "sank. ", "\n"]), max_size=30)


def test_words_are_told_apart_by_their_voice() -> None:
    text = "Maran said “the old ship sank” and left. “Nobody knew,” she added."
    prepared = text_of("a", text, [0, text.index("“Nobody")])
    assert prepared.voices(0, len(text)) == (
        ("maran", "said", "and", "left", "she", "added"),
        ("the", "old", "ship", "sank", "nobody", "knew"),
    )
    start = text.index("ship")
    assert prepared.voices(start, text.index(" left")) == (("and",), ("ship", "sank"))


def test_sentences_of_one_quotation_are_one_unit() -> None:
    text = "Maran spoke. “The ship sank. Nobody knew.” She left."
    starts = [0, text.index("“The"), text.index("Nobody"), text.index("She")]
    units = text_of("a", text, starts).units
    assert units == (1, 1, 2, 2, 2, 2, 2, 3, 3)


@given(TEXTS, st.integers(0, 80), st.integers(0, 80))
def test_no_word_is_lost_between_the_voices(pieces: list[str], start: int, end: int) -> None:
    text = "".join(pieces)
    inside = [fold for fold, at in zip(*_columns(text), strict=True) if start <= at < end]
    own, quoted = text_of("a", text, [0]).voices(start, end)
    assert sorted(own + quoted) == sorted(inside)


def _columns(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    found = words(text)
    return found.folds, found.starts
