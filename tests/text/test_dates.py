"""Time expressions: found, and resolved to the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.calendar import Anchor, Resolved, Tense, read_anchor
from rashomon.text.dates import find_expressions, resolve_at
from rashomon.text.moments import resolve_moments

WEDNESDAY = Anchor(date(2031, 5, 14))


def _resolve(text: str, anchor: Anchor | None, *, tense: Tense = None) -> Resolved | None:
    return resolve_at(text, 0, len(text), anchor, tense=tense)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tuesday", "2031-05-13"),
        ("Wednesday night", "2031-05-14"),
        ("last Wednesday", "2031-05-07"),
        ("next Friday", "2031-05-16"),
        ("January 20", "2031-01-20"),
        ("20 Jan.", "2031-01-20"),
        ("December 30", "2030-12-30"),
        ("February 21st 2018", "2018-02-21"),
        ("Tuesday, 20 February 2018", "2018-02-20"),
        ("2018-02-20", "2018-02-20"),
        ("13/4/2018", "2018-04-13"),
        ("3/4/2018", None),
        ("last week", "2031-W19"),
        ("this year", "2031"),
        ("next month", "2031-06"),
        ("two days ago", "2031-05-12"),
        ("three years ago", "2028"),
        ("yesterday", "2031-05-13"),
        ("tomorrow morning", "2031-05-15"),
        ("the day before yesterday", "2031-05-12"),
        ("this weekend", "2031-05-10"),
        ("March 2014", "2014-03"),
        ("December", "2030-12"),
        ("2007", "2007"),
        ("the 1990s", "1990"),
        ("summer of 2016", "2016"),
        ("three-day", "P3D"),
        ("the last seventeen years", "P17Y"),
        ("two weeks", "P2W"),
        ("half an hour", "PT0.5H"),
        ("two and a half hours", "PT2.5H"),
        ("2½ years", "P2.5Y"),
        ("a year and a half", "P1.5Y"),
        ("a day-and-a-half", "P1.5D"),
        ("a year and a half ago", None),
        ("two and a half days later", None),
        ("every day", "P1D"),
        ("5:30 p.m.", "T17:30"),
        ("7:15", None),
        ("recent weeks", None),
        ("a week later", None),
        ("that day", None),
    ],
)
def test_resolve(text: str, value: str | None) -> None:
    resolved = _resolve(text, WEDNESDAY)
    assert resolved is not None
    assert resolved.value == value


def test_without_an_anchor_relative_words_have_no_value() -> None:
    for text in ("Tuesday", "last week", "January 20", "yesterday", "two days ago", "this weekend"):
        resolved = _resolve(text, None)
        assert resolved is not None
        assert (resolved.value, resolved.basis) == (None, "none")


def test_an_anchor_cut_to_the_month_gives_months_but_no_days() -> None:
    anchor = read_anchor("2031-05")
    assert anchor is not None
    assert _resolve("last month", anchor).value == "2031-04"  # type: ignore[union-attr]
    assert _resolve("Tuesday", anchor).value is None  # type: ignore[union-attr]


def test_plans_look_ahead() -> None:
    assert _resolve("Friday", WEDNESDAY, tense="ahead").value == "2031-05-16"  # type: ignore[union-attr]
    assert _resolve("January 20", WEDNESDAY, tense="ahead").value == "2032-01-20"  # type: ignore[union-attr]


def test_ranges_have_an_end() -> None:
    found = _resolve("20-22 January 2018", None)
    assert found is not None
    assert (found.value, found.end) == ("2018-01-20", "2018-01-22")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May said that a sat in the Sun", []),
        ("a 17-year-old boy, 70,000 people", []),
        ("in May, by March", ["May", "March"]),
        ("for 1,900 boats in 1900", ["1900"]),
        ("at 11 p.m. Thursday", ["11 p.m.", "Thursday"]),
        ("the 1500 block", []),
        ("Sun., Jan. 5", ["Sun., Jan. 5"]),
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    assert [text[each.start : each.end] for each in find_expressions(text)] == expected


def resolved(text: str) -> list[str | None]:
    places = [(each.start, each.end) for each in find_expressions(text)]
    moments = resolve_moments(text, places, WEDNESDAY, lambda offset: False)
    return [moment.value if moment else None for moment in moments]


def test_a_clock_time_takes_the_day_beside_it() -> None:
    assert resolved("It sank at 11 p.m. on Tuesday.") == ["2031-05-13T23:00", "2031-05-13"]
    assert resolved("It sank at 11 p.m., and Tuesday it rose.")[1] == "2031-05-13"


def test_a_week_later_counts_from_the_day_told_before() -> None:
    assert resolved("one on January 20 and another a week later") == ["2031-01-20", "2031-01-27"]


def test_days_after_a_thing_count_from_the_thing() -> None:
    assert resolved("signed on Tuesday, four days after the water came") == ["2031-05-13", None]
    assert resolved("signed on Tuesday, two weeks before he left") == ["2031-05-13", None]
    assert resolved("one on January 20 and another a week after, in the snow") == ["2031-01-20", "2031-01-27"]


def test_this_winter_is_of_two_years() -> None:
    assert resolved("for the third time this winter") == [None]
    assert resolved("for the third time this summer") == ["2031"]


def test_a_month_after_another_year_stays_open() -> None:
    assert resolved("jailed in 2003, he fled on March 3") == ["2003", None]


@given(st.text(alphabet="0123456789 JanurySdMo,.-:/pm'ths", max_size=60) | st.text(max_size=60))
def test_expressions_lie_in_the_text_apart(text: str) -> None:
    last = 0
    for each in find_expressions(text):
        assert last <= each.start < each.end <= len(text)
        last = each.end
    resolved(text)


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2090, 1, 1)))
def test_full_dates_read_back(day: date) -> None:
    text = f"{day:%B} {day.day}, {day.year}"
    assert _resolve(text, None).value == day.isoformat()  # type: ignore[union-attr]
