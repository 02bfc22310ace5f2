from hypothesis import given
from hypothesis import strategies as st

from rashomon.tell.calendar import day
from rashomon.tell.wording import cite, cited, excerpt, how_many, listing, shorten, stands_in


@given(st.text(min_size=1).filter(str.strip))
def test_what_is_cited_is_found_again_where_it_stands(exact: str) -> None:
    words = cited(cite(exact))
    assert len(words) == 1
    assert stands_in(words[0], f"before {exact} after")


def test_marks_inside_become_single_ones() -> None:
    assert cite('he said “no” and\n"never"') == "“he said ‘no’ and 'never'”"


def test_other_words_do_not_stand_there() -> None:
    assert not stands_in("three hours", "four hours")


@given(st.text(max_size=600), st.integers(20, 300))
def test_shortened_words_stand_in_the_whole(text: str, longest: int) -> None:
    assert text.startswith(shorten(text, longest=longest))
    assert len(shorten(text, longest=longest)) <= max(longest, 0)


def test_counts_and_lists_in_words() -> None:
    assert how_many(1, "origin") == "one origin"
    assert how_many(12, "origin") == "12 origins"
    assert listing(["A"]) == "A"
    assert listing(["A", "B", "C"]) == "A, B and C"
    assert listing(["A", "B", "C", "D", "E"]) == "A, B and three others"
    assert listing([]) == ""


def test_dates_in_words() -> None:
    assert day("2031-03-11") == "11 March 2031"
    assert day("2031-03-11T06:30:00+02:00") == "11 March 2031"
    assert day("2031-03") == "March 2031"
    assert day("2031-W11") == "the week of 10 March 2031"
    assert day("198") == "the 1980s"
    assert day("2031-03-11/2031-03-13") == "11 March 2031 to 13 March 2031"


@given(st.text(max_size=30))
def test_what_is_no_date_comes_back(text: str) -> None:
    assert isinstance(day(text), str)
    assert day("X" + text.replace("/", "")) == "X" + text.replace("/", "")


@given(st.text(alphabet="ab ,\n", max_size=120), st.data())
def test_an_excerpt_holds_its_words_and_whole_ones_around_them(exact: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(exact)))
    end = data.draw(st.integers(start, len(exact)))
    longest = data.draw(st.integers(1, 60))
    found = excerpt(exact, start, end, longest=longest)
    assert found in exact
    assert exact[start:end] in found
    assert len(found) <= max(longest, end - start, len(exact) if len(exact) <= longest else 0)


def test_an_excerpt_begins_and_ends_with_whole_words() -> None:
    exact = "The mayor of Halden told reporters that forty ferries were held in the harbour overnight"
    at = exact.index("forty")
    assert excerpt(exact, at, at + 5, longest=40) == "reporters that forty ferries were held"
