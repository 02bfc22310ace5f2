"""Which readings stand, in invented news."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.marks import mark_tokens
from rashomon.annotate.quotes.selection import readings, stand, trees
from rashomon.annotate.quotes.selection.features import NAMES, Reading
from rashomon.annotate.quotes.selection.pool import Beside, Member, gather
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagger import available, unread
from rashomon.model import Annotations

Annotate = Callable[..., Annotations]
TEXT = "The minister forecast that Ada Vane would say that prices had to fall."


def told(rule: str, cue: tuple[int, int], content: tuple[int, int], verb: int = -1) -> Found:
    return Found(rule, ((0, 12),), (cue,), (content,), verb)


OUTER = told("tagged", (13, 21), (22, 69), 2)
SHORTER = told("clause.right", (13, 21), (22, 45), 2)
INNER = told("clause.right", (42, 45), (46, 69), 8)


def members(*found: Found, **marks: bool) -> list[Member]:
    return [Member(each, each, **marks) for each in found]


def test_of_two_readings_of_a_cue_the_worthier_stands() -> None:
    pool = members(OUTER, SHORTER)
    assert stand(pool, [0.6, 0.9]) == [SHORTER]
    assert stand(pool, [0.9, 0.6]) == [OUTER]


def test_what_is_worth_little_is_left_out() -> None:
    assert stand(members(OUTER), [0.1]) == []


def test_quotation_marks_stand_whatever_they_are_worth() -> None:
    quoted = told("direct", (13, 21), (22, 69), 2)
    assert stand(members(quoted, merged=True, plain=True), [0.1]) == [quoted]


def test_whom_the_layout_names_stands_before_the_worthiest() -> None:
    signed = Found("signed", ((80, 88),), ((78, 79),), ((0, 77),))
    other = Found("tagged", ((100, 104),), ((105, 109),), ((0, 77),))
    laid_out = members(signed, merged=True, plain=True, laid_out=True)
    assert stand([*members(other), *laid_out], [1.0, 0.0]) == [signed]


def test_inner_statements_stand_with_the_outer_one_as_they_were_merged() -> None:
    given = replace(INNER, source=((27, 35),))
    inner = Member(INNER, given, merged=True, inner=True)
    assert stand([*members(OUTER), inner], [0.9, 0.0]) == [OUTER, given]
    assert stand([*members(OUTER), inner], [0.2, 0.1]) == []


def test_what_only_a_looser_reading_finds_inside_is_left_out() -> None:
    assert stand(members(OUTER, INNER, looser=True), [0.6, 0.9]) == [OUTER]


def test_readings_with_the_same_words_are_one() -> None:
    again = replace(OUTER, rule="clause.right", source=())
    (member,) = gather(TEXT, [OUTER], [OUTER], [], [again])
    assert (member.merged, member.read, member.looser, member.rule) == (True, True, False, "clause.right")
    assert member.found == OUTER


ranges = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda p: (p[0], p[0] + p[1])), max_size=12
)


@given(ranges, st.integers(0, 60), st.integers(1, 20))
def test_what_lies_across_a_stretch_is_found(parts: list[tuple[int, int]], at: int, length: int) -> None:
    found = [Found("tagged", (), (), (part,)) for part in parts]
    wanted = {k for k, (start, end) in enumerate(parts) if start < at + length and at < end}
    across = list(Beside(found).of(Found("tagged", (), (), ((at, at + length),))))
    assert set(across) == wanted
    assert len(across) == len(wanted)


@given(st.lists(st.tuples(ranges.filter(bool), st.floats(0, 1)), max_size=8))
def test_no_words_are_told_by_two_that_neither_tells_the_other(
    drawn: list[tuple[list[tuple[int, int]], float]],
) -> None:
    pool = [Member(f, f) for parts, _ in drawn for f in [Found("tagged", (), (), (sorted(parts)[0],))]]
    kept = stand(pool, [worth for _, worth in drawn])
    contents = [each.content for each in kept]
    assert len(set(contents)) == len(contents)
    assert sorted(kept, key=repr) == sorted(stand(pool[::-1], [worth for _, worth in drawn[::-1]]), key=repr)


def test_each_reading_has_all_features(by_rules: Annotate) -> None:
    spoken = by_rules(TEXT)
    syntax = Syntax(spoken.article, spoken.tokens)
    marks, read = mark_tokens(syntax), unread([0, 4, 13, 22])
    pool = readings(syntax, marks, spoken.mentions, read, [OUTER], [SHORTER, INNER])
    assert [each.inner for each in pool] == [False, False, True]
    rows = list(Reading(syntax, marks, spoken.sentences, read, pool).rows())
    assert [len(row) for row in rows] == [len(NAMES)] * 3
    assert rows[0][NAMES.index("rival")] == 0.0
    assert rows[1][NAMES.index("same cue")]


def test_what_is_said_in_other_words_inside_is_measured(by_rules: Annotate) -> None:
    text = "The mayor praised what she called a victory. Bo Lind said that it was a defeat."
    spoken = by_rules(text)
    syntax = Syntax(spoken.article, spoken.tokens)
    marks, read = mark_tokens(syntax), unread(spoken.tokens.start)
    whole = Found("tagged", ((0, 9),), ((10, 17),), ((18, len(text) - 1),), 2)
    at = text.index("said")
    inner = Found("clause.right", (), ((at, at + 4),), ((at + 5, len(text) - 1),), syntax.text.index("said"))
    rows = list(
        Reading(
            syntax,
            marks,
            spoken.sentences,
            read,
            readings(syntax, marks, spoken.mentions, read, [whole], [inner]),
        ).rows()
    )
    assert rows[0][NAMES.index("what said")]
    assert [row[NAMES.index("said further")] for row in rows] == [1, 0]


def test_the_trees_were_fitted_on_these_features() -> None:
    assert trees().names == NAMES


@pytest.mark.skipif(not available(), reason="the tagger's weights are not installed")
def test_plain_statements_stand(annotated: Annotate) -> None:
    text = "Mayor Ada Vane said on Monday that the bridge would open in May. “We are glad,” she said."
    assert [text[q.content[0].start : q.content[0].end] for q in annotated(text).quotes] == [
        "that the bridge would open in May",
        "“We are glad,”",
    ]
