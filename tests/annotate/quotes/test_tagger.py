"""The tagger around its network: words, windows, the chain of labels, the links."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.quotes.tagger import available, tag
from rashomon.annotate.quotes.tagger.chain import best_chain, stretches
from rashomon.annotate.quotes.tagger.links import Tables, link, place_of
from rashomon.annotate.quotes.tagger.reader import Reader
from rashomon.annotate.quotes.tagger.windows import assemble, cut, windows
from rashomon.annotate.quotes.tagger.words import special, split_words

TEXT = "Mayor Ada Vane spoke.\n\nShe said “the bridge opens in May”. Nobody asked why."
NEVER = -1e4


def transitions() -> np.ndarray:
    """A chain without likings: a further word follows only its own kind."""
    table = np.zeros((8, 7), np.float32)
    for further in (2, 4, 6):
        table[:, further] = NEVER
        table[further - 1, further] = table[further, further] = 0
    return table


def test_words_know_their_characters_and_paragraphs() -> None:
    words = split_words(TEXT)
    shown = [TEXT[a:b] for a, b in zip(words.start, words.end, strict=True)]
    assert shown[:5] == ["Mayor", "Ada", "Vane", "spoke", "."]
    assert "“" in shown
    assert words.paragraph[shown.index("Vane")] == 0
    assert words.paragraph[shown.index("She")] == 1


@given(st.text(max_size=300))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    words = split_words(text)
    at = 0
    for start, end in zip(words.start, words.end, strict=True):
        assert at <= start < end <= len(text)
        at = end


@given(st.text(alphabet="ab. \n", max_size=400), st.integers(8, 40))
def test_stretches_cover_all_words_once(text: str, limit: int) -> None:
    words = split_words(text)
    found = cut(text, words, limit)
    assert [k for first, last in found for k in range(first, last)] == list(range(len(words)))


def test_windows_hold_what_they_tag_and_read_beside_it() -> None:
    text = "\n".join(f"Clerk number {n} spoke of the weather in the port." for n in range(30))
    words = split_words(text)
    found = windows(text, words, core=60, context=20)
    assert len(found) > 3
    for window in found:
        assert window.begin <= window.first < window.last <= window.end
        ids, places = assemble(words, window.begin, window.end)
        assert len(places) == window.end - window.begin
        assert len(ids) <= 60 + 40 + 30
        assert ids[0] == special("[CLS]")
        assert ids[-1] == special("[SEP]")


@given(st.lists(st.lists(st.floats(-5, 5), min_size=7, max_size=7), max_size=12))
def test_the_chain_never_opens_a_span_in_its_middle(rows: list[list[float]]) -> None:
    scores = np.array(rows, np.float32).reshape(-1, 7)
    labels = best_chain(scores, transitions())
    assert len(labels) == len(rows)
    for before, label in zip([0, *labels], labels, strict=False):
        assert label not in (2, 4, 6) or before in (label - 1, label)


def test_stretches_part_spans_that_touch() -> None:
    found = stretches([1, 2, 3, 5, 6, 5], [0] * 6)
    assert found == {"source": [(0, 2)], "cue": [(2, 3)], "content": [(3, 5), (5, 6)]}


def test_stretches_end_with_the_paragraph() -> None:
    found = stretches([1, 2, 3, 5, 6, 6], [0, 1, 1, 1, 1, 2])
    assert found == {"source": [(0, 1), (1, 2)], "cue": [(2, 3)], "content": [(3, 5), (5, 6)]}


def test_a_place_tells_side_cues_and_paragraphs_between() -> None:
    cues = [(2, 3), (10, 11), (20, 21)]
    paragraphs = [0] * 12 + [1] * 12
    assert place_of((4, 6), (2, 3), cues, 1, paragraphs) != place_of((0, 1), (2, 3), cues, 1, paragraphs)
    assert place_of((12, 14), (2, 3), cues, 1, paragraphs) != place_of((4, 6), (2, 3), cues, 1, paragraphs)


def test_a_source_may_serve_two_cues_and_a_content_may_stay_alone() -> None:
    # one number a word and end: the cue at 2 and the cue at 6 like the source at 0 and the contents after
    found = {"source": [(0, 2)], "cue": [(2, 3), (6, 7)], "content": [(3, 5), (7, 9), (10, 11)]}
    vectors = np.zeros((12, 4), np.float32)
    vectors[:, 0] = [1, 0, 0, 1, 0, 0, 0, 1, 0, 0, -3, 0]
    vectors[:, 2] = [0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0]
    place = np.zeros(48, np.float32)
    tables = Tables(place, np.array([0, 0.5], np.float32), np.array([0, -0.5], np.float32))
    links = link(vectors, found, [0] * 12, tables)
    assert links.source == (0, 0)
    assert links.cue[2] == -1


def test_without_training_nothing_is_read() -> None:
    assert Reader(trained=False).start(TEXT)() is None


@pytest.mark.skipif(not available(), reason="the tagger's weights are not installed")
@given(st.text(alphabet="abc “”'\".,:\n said", max_size=200))
def test_readings_lie_in_the_text(text: str) -> None:
    for each in tag(text).attributions:
        for start, end in (each.cue, *each.source, *each.content):
            assert 0 <= start < end <= len(text)


@pytest.mark.skipif(not available(), reason="the tagger's weights are not installed")
def test_a_statement_is_read() -> None:
    text = "Mayor Ada Vane said on Tuesday that the bridge would reopen in May."
    (read,) = tag(text).attributions
    assert text[slice(*read.cue)] == "said"
    assert [text[a:b] for a, b in read.source] == ["Mayor Ada Vane"]
    assert text[slice(*read.content[0])].startswith(("that the bridge", "the bridge"))
