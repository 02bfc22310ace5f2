import numpy as np
import pytest

from rashomon import weights
from rashomon.link.encoding import PIECES
from rashomon.link.wordpieces import STEPS, WIDTH, Reader
from rashomon.model.errors import WeightsError

TEXTS = [
    "The harbour of Port Ellery was closed after the storm.",
    "The museum bought a painting by a young artist.",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def test_pieces_are_unit_rows_in_whole_steps_and_depend_on_their_text_alone(reader: Reader) -> None:
    first, other = reader.read(TEXTS)
    alone = Reader(threads=1).read(TEXTS[:1])[0]
    assert (first.ids == alone.ids).all()
    assert (first.states == alone.states).all()
    assert first.states.dtype == np.int8
    assert first.states.shape == (len(first.ids), WIDTH)
    for each in (first, other):
        assert np.allclose(np.linalg.norm(each.states.astype(float), axis=1), STEPS, rtol=0.03)


def test_pieces_do_not_depend_on_texts_of_one_length_read_at_once(reader: Reader) -> None:
    texts = [f"The {place} of Port Ellery was closed." for place in ("harbour", "school", "bridge", "road")]
    together = reader.read(texts)
    assert len({len(each.ids) for each in together}) == 1
    for text, each in zip(texts, together, strict=True):
        alone = Reader(threads=1).read([text])[0]
        assert (each.ids == alone.ids).all()
        assert (each.states == alone.states).all()


def test_texts_come_back_in_their_order_and_as_often_as_asked(reader: Reader) -> None:
    first, second, again = reader.read([TEXTS[1], TEXTS[0], TEXTS[1]])
    assert first is again
    assert len(first.ids) != len(second.ids)
    assert reader.read([]) == []


def test_a_word_is_most_like_itself_where_it_means_the_same(reader: Reader) -> None:
    bank, loan, shore = reader.read(
        ["The bank lent money.", "A bank gave a loan.", "On the bank of a river."]
    )
    own = bank.states[1].astype(float)
    assert own @ loan.states[1] > own @ shore.states[2]


def test_words_of_one_meaning_are_alike_and_others_are_not(reader: Reader) -> None:
    resigned, stepped, painted = reader.read(
        ["The minister resigned.", "The minister stepped down.", "The minister was painted."]
    )
    left = resigned.states[2].astype(float)
    assert max(stepped.states[2:4].astype(float) @ left) > painted.states[3].astype(float) @ left


@pytest.mark.parametrize("odd", ["", " ", "\ud800 storm", "Москва 中", "word " * 5000])
def test_odd_texts_have_pieces_too(reader: Reader, odd: str) -> None:
    (found,) = reader.read([odd])
    assert len(found.ids) == len(found.states) <= PIECES - 2


def test_the_model_is_installed(reader: Reader) -> None:
    assert reader.available()


def test_a_changed_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "PINNED", dict.fromkeys(weights.PINNED, "0" * 64))
    with pytest.raises(WeightsError, match="not the pinned one"):
        Reader().read(["text"])
