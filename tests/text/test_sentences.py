"""Sentences by rule, around quotation marks, abbreviations and line ends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.sentences import LONGEST, split_paragraphs, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is over.” The crowd left.", ["“It is over.”", "The crowd left."]),
        ('"It is over." The crowd left.', ['"It is over."', "The crowd left."]),
        (
            "They hold ‘a thousand men’. Vessa is worried.",
            ["They hold ‘a thousand men’.", "Vessa is worried."],
        ),
        ('It ended," Orlo said. "We left."', ['It ended," Orlo said.', '"We left."']),
        ('"Will you go?" Mara Quill asked. He left.', ['"Will you go?" Mara Quill asked.', "He left."]),
        ('"Will you go?" she asked.', ['"Will you go?" she asked.']),
        (
            "A barge hit a dam • The lock was shut. • No homes were in danger",
            ["A barge hit a dam", "• The lock was shut.", "• No homes were in danger"],
        ),
        ("Why it matters: The spring was dry.", ["Why it matters:", "The spring was dry."]),
        ("UPDATE: The lock is open.", ["UPDATE:", "The lock is open."]),
        ("Police: Two men hurt.", ["Police: Two men hurt."]),
        ("The blend a•b sold well.", ["The blend a•b sold well."]),
        (
            "Gov. Ann Lee met Dr. J. R. Orlo. Then she left.",
            ["Gov. Ann Lee met Dr. J. R. Orlo.", "Then she left."],
        ),
        ("The U.S. Army left the U.S. The rest stayed.", ["The U.S. Army left the U.S.", "The rest stayed."]),
        ("At 5 p.m. Monday on St. Olaf St. He ran.", ["At 5 p.m. Monday on St. Olaf St.", "He ran."]),
        ("He sat. No. 5 fell in Jan. 2018.", ["He sat.", "No. 5 fell in Jan. 2018."]),
        ("He said no. The vote fell.", ["He said no.", "The vote fell."]),
        ("She likes art. Mr. Orlo does not.", ["She likes art.", "Mr. Orlo does not."]),
        ("Wait... what? Yes! Go.", ["Wait... what?", "Yes!", "Go."]),
        ("It rose 3.5 percent. 20 people saw it.", ["It rose 3.5 percent.", "20 people saw it."]),
        ("on our soil.The minister said so.", ["on our soil.", "The minister said so."]),
        ("in the hall on Tuesday.— XP", ["in the hall on Tuesday.", "— XP"]),
        ('He left. "\nNext', ['He left. "', "Next"]),
        ("He left (at noon.) She stayed.", ["He left (at noon.)", "She stayed."]),
        ("the gap … [which include] more", ["the gap … [which include] more"]),
        ("Title without a stop\nBody of it", ["Title without a stop", "Body of it"]),
        ("1. The first point. It holds.", ["1. The first point.", "It holds."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_paragraphs_count_the_lines_that_hold_something() -> None:
    assert [row[2] for row in split_sentences("A b.\n\n\nC d. E f.\nG")] == [0, 1, 1, 2]


def test_a_stretch_without_an_end_is_cut() -> None:
    assert max(map(len, sentences("word " * 3000))) <= LONGEST
    assert sentences("x" * (LONGEST + 1)) == ["x" * LONGEST, "x"]


TEXT = st.text(alphabet="aB sU.S!?\n\"”“'’1( )[]…—", max_size=80) | st.text(max_size=60)


@given(TEXT)
def test_sentences_cover_all_but_white_space(text: str) -> None:
    found = split_sentences(text)
    covered = {at for start, end, _ in found for at in range(start, end)}
    assert all(at in covered or character.isspace() for at, character in enumerate(text))
    assert all(left[1] <= right[0] and left[2] <= right[2] for left, right in pairwise(found))
    paragraphs = list(split_paragraphs(text))
    for start, end, paragraph in found:
        assert paragraphs[paragraph][0] <= start < end <= paragraphs[paragraph][1]
