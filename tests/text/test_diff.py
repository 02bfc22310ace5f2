import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.diff import Step, Stretch, steps, word_diff

WORDS = st.lists(st.sampled_from("the old new bridge fell , stood .".split()), max_size=12).map(" ".join)


def test_words_taken_out_and_put_in() -> None:
    assert word_diff("the old bridge fell", "the new bridge fell") == (
        Stretch("both", "the"),
        Stretch("left", "old"),
        Stretch("right", "new"),
        Stretch("both", "bridge fell"),
    )


def test_case_punctuation_and_spaces_are_no_difference() -> None:
    assert word_diff("The bank’s  “charts”, old.", 'the bank\'s "charts" old') == (
        Stretch("both", 'the bank\'s "charts" old'),
    )


def test_marks_go_with_the_word_they_enclose() -> None:
    assert word_diff("He called it old", "He called it “very” old … indeed") == (
        Stretch("both", "He called it"),
        Stretch("right", "“very”"),
        Stretch("both", "old …"),
        Stretch("right", "indeed"),
    )


def test_nothing_in_common() -> None:
    assert word_diff("", "all new") == (Stretch("right", "all new"),)
    assert word_diff("", "") == ()


@given(WORDS, WORDS)
def test_both_wordings_come_back(left: str, right: str) -> None:
    runs = word_diff(left, right)

    def side(kind: str) -> list[str]:
        return re.findall(r"\w+", " ".join(run.text for run in runs if run.kind in ("both", kind)))

    assert side("right") == re.findall(r"\w+", right)
    assert side("left") == re.findall(r"\w+", left)


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_right_wording_is_shown_whole(left: str, right: str) -> None:
    shown = "".join(run.text for run in word_diff(left, right) if run.kind != "left")
    if re.search(r"\w", right):
        assert "".join(shown.split()) == "".join(right.split())


def test_steps_say_what_becomes_what() -> None:
    left, right = "a thousand people came".split(), "about two thousand people came late".split()
    assert steps(left, right) == [
        Step("replace", 0, 1, 0, 2),
        Step("equal", 1, 4, 2, 5),
        Step("insert", 4, 4, 5, 6),
    ]


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=12))
def test_steps_make_the_right_of_the_left(left: list[str], right: list[str]) -> None:
    found = steps(left, right)
    made = [
        word
        for step in found
        for word in (left[step.start : step.end] if step.op == "equal" else right[step.first : step.last])
    ]
    assert made == right
    assert [word for step in found for word in left[step.start : step.end]] == left
    assert all(one.op == "equal" or other.op == "equal" for one, other in pairwise(found))
