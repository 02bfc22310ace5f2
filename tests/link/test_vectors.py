import numpy as np
import pytest

from rashomon import weights
from rashomon.link.vectors import WIDTH, Encoder, available
from rashomon.model.errors import WeightsError

TEXTS = [
    "The harbour of Port Ellery was closed after the storm.",
    "Officials shut Port Ellery's harbour because of the storm.",
    "The museum bought a painting by a young artist.",
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def test_vectors_are_unit_rows_in_the_order_of_the_texts(encoder: Encoder) -> None:
    vectors = encoder.encode([*TEXTS, TEXTS[0]])
    assert vectors.shape == (4, WIDTH)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert (vectors[0] == vectors[3]).all()


def test_like_meaning_gets_a_higher_cosine(encoder: Encoder) -> None:
    first, alike, other = encoder.encode(TEXTS)
    assert first @ alike > 0.7 > 0.3 > first @ other


def test_a_vector_depends_on_its_text_alone(encoder: Encoder) -> None:
    together = encoder.encode([*TEXTS, "A word. " * 90])[0]
    alone = Encoder(threads=1).encode(TEXTS[:1])[0]
    assert (together == alone).all()


@pytest.mark.parametrize("odd", ["", " ", "\ud800 storm", "Москва 中", "word " * 5000])
def test_odd_texts_have_vectors_too(encoder: Encoder, odd: str) -> None:
    assert np.isfinite(encoder.encode([odd])).all()


def test_no_texts_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, WIDTH)


def test_the_model_is_installed() -> None:
    assert available()


def test_a_changed_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "PINNED", dict.fromkeys(weights.PINNED, "0" * 64))
    with pytest.raises(WeightsError, match="not the pinned one"):
        Encoder().encode(["text"])
