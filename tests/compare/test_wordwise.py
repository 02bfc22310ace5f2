"""Word by word: what two sentences have in common, however far apart the words stand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.align.sentences import Telling
from rashomon.compare.align.wordwise import NAMES, wordwise
from rashomon.link.wordpieces import STEPS, Pieces, reader


def telling(pieces: Pieces | None, article: int = 0) -> Telling:
    """A sentence of which only the pieces count."""
    return Telling(
        article=article, index=0, items=(0,), position=0.0, title=False, quoted=False, direct=False, length=1,
        words={}, letters={}, rarity={}, weight=0.0, entities={}, quantities=(), times=(),
        predicates=frozenset(), speakers=frozenset(), utterances=frozenset(), meaning=None, pieces=pieces,
    )  # fmt: skip


def told(*texts: str) -> list[Telling]:
    return [telling(each, place) for place, each in enumerate(reader().read(texts))]


def drawn(*ids: int) -> Pieces:
    """Pieces that are like themselves alone."""
    states = np.zeros((len(ids), 384), np.int8)
    states[np.arange(len(ids)), list(ids)] = STEPS
    return Pieces(np.array(ids, np.int64), states)


def test_a_clause_that_is_told_again_in_other_words_stands_out() -> None:
    sentences = told(
        "The harbour of Port Ellery was shut after the storm, while the mayor left for a meeting in Brask.",
        "Officials said they had closed the port at Ellery because of the gale.",
        "The mayor of Port Ellery opened a new museum of modern painting in spring.",
    )
    found = wordwise(sentences, [(0, 1), (0, 2), (1, 2)])
    for name in ("pieces_held_more", "pieces_share_more"):
        assert found[name][0] > max(found[name][1:])


def test_less_is_never_more() -> None:
    sentences = [telling(drawn(1, 2, 3)), telling(drawn(2, 3)), telling(drawn(4))]
    found = wordwise(sentences, [(0, 1), (0, 2), (1, 2)])
    assert tuple(found) == NAMES
    for name in NAMES[::2]:
        assert (found[name] <= found[name.replace("_less", "_more")]).all()
    assert found["pieces_held_more"].tolist() == [1.0, 0.0, 0.0]
    assert found["pieces_share_more"][0] == pytest.approx(0.4)


def test_two_sentences_alone_in_the_world_can_be_more_alike_than_usual() -> None:
    one, other, stranger = (telling(drawn(*ids)) for ids in ((1, 2, 3), (1, 2, 3), (4, 5, 6)))
    alike, unlike = wordwise([one, other], [(0, 1)]), wordwise([one, stranger], [(0, 1)])
    for name in ("pieces_apart_less", "pieces_turn_less", "pieces_peak_less"):
        assert alike[name][0] > 0 >= unlike[name][0]


def test_a_sentence_without_pieces_has_nothing_in_common() -> None:
    found = wordwise([telling(drawn()), telling(drawn(1)), telling(None)], [(0, 1), (1, 2)])
    assert all(column.tolist() == [0.0, 0.0] for column in found.values())


def test_no_pairs_no_rows() -> None:
    assert {len(column) for column in wordwise([], []).values()} == {0}


@given(st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=6), min_size=3, max_size=6), st.randoms())
def test_the_order_of_sentences_does_not_matter(ids: list[list[int]], chance: object) -> None:
    order = list(range(len(ids)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    pairs = [(i, j) for i in range(len(ids)) for j in range(i + 1, len(ids))]
    place = {old: new for new, old in enumerate(order)}
    moved = [(min(place[i], place[j]), max(place[i], place[j])) for i, j in pairs]
    one = wordwise([telling(drawn(*each)) for each in ids], pairs)
    other = wordwise([telling(drawn(*ids[old])) for old in order], moved)
    for name in NAMES:
        assert one[name].tolist() == other[name].tolist()
