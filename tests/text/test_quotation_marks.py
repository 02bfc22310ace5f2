"""Pairing of quotation marks, on the odd shapes that real pages hold."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.quotation_marks import pair_marks


def inner(text: str) -> list[str]:
    return [text[pair.inner_start : pair.inner_end] for pair in pair_marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," she said. "And soon."', ["We go,", "And soon."]),
        ("“We go,” she said. “And soon.”", ["We go,", "And soon."]),
        ("‘We go,’ she said. ‘It’s the players’ day.’", ["We go,", "It’s the players’ day."]),
        ("'We go,' she said. 'It's the players' day.'", ["We go,", "It's the players' day."]),
        ("He is ‘very tired” by it", ["very tired"]),
        ("He is “very tired’ by it", ["very tired"]),
        ("Others' wars, it's the ’90s, rock ’n’ roll", []),
        (
            "“She called it ‘the day of days’ twice”",
            ["She called it ‘the day of days’ twice", "the day of days"],
        ),
        ("“They said “yes” to me”", ["They said “yes” to me", "yes"]),
        ("“We will go, he said. He added: “They come.”", ["We will go, he said. He added:", "They come."]),
        ('He said: "We will go. "And soon," he added.', ["We will go.", "And soon,"]),
        ('lost at the start," he said. "And soon."', ["And soon."]),
        ("He backs the “role played by the north", ["role played by the north"]),
        ('A 6\'2" man said "no"', ["no"]),
        ('One called it " odd " and left', [" odd "]),
        ("«We go», she said; „We stay“, he said", ["We go", "We stay"]),
        ("``We go,'' she said", ["We go,"]),
        ("(‘the plan’) and 'the players' said", ["the plan", "the players"]),
        ('He said."We go," and left', ["We go,"]),
        ('""', []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_each_paragraph_of_a_long_quotation_opens_and_the_last_closes() -> None:
    text = "She said: “The dam holds.\n\n“The town sleeps.\n\n“All is well,” she said.\n“New,” said he."
    pairs = pair_marks(text)
    assert [pair.closed for pair in pairs] == [False, False, True, True]
    assert [pair.continued for pair in pairs] == [True, True, False, False]
    assert text[pairs[0].inner_start : pairs[0].inner_end] == "The dam holds."


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    pairs = pair_marks("He backs “the plan of the north.  \nThe south does not.")
    assert (pairs[0].closed, pairs[0].continued, pairs[0].end) == (False, False, 32)


def test_depth_counts_the_quotations_around() -> None:
    assert [pair.depth for pair in pair_marks("“a ‘b “c” d’ e” “f”")] == [0, 1, 2, 0]


MARKED = st.text(alphabet="ab sS.,:\n\"“”„'‘’`«»0", max_size=80)


@given(MARKED | st.text(max_size=60))
def test_pairs_lie_in_one_paragraph_and_nest(text: str) -> None:
    pairs = pair_marks(text)
    assert pairs == sorted(pairs, key=lambda pair: (pair.start, -pair.end))
    for pair in pairs:
        assert 0 <= pair.start < pair.inner_start < pair.inner_end <= pair.end <= len(text)
        assert "\n" not in text[pair.start : pair.end]
        assert pair.closed == (pair.end > pair.inner_end)
    for left in pairs:
        for right in pairs:
            if left.start < right.start:
                assert right.start >= left.end or right.end <= left.inner_end


def test_an_odd_single_mark_closes_nothing_that_it_stands_inside() -> None:
    outer, inner = pair_marks("“«0'»")
    assert (outer.start, outer.end, outer.closed) == (0, 5, False)
    assert (inner.start, inner.end, inner.closed) == (1, 5, True)


def test_time_grows_with_the_text_only() -> None:
    text = '“a ‘b’ "c" ’s ' * 20_000
    before = time.perf_counter()
    pair_marks(text)
    assert time.perf_counter() - before < 10
