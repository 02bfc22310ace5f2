"""Times of an article, counted from its day of publication."""

from collections.abc import Callable

from rashomon.model import Annotations

Annotate = Callable[..., Annotations]
TEXT = (
    "The ferry left on Tuesday at 5 p.m. Wednesday, and talks will go on Friday. A three-day visit to Oslo "
    "followed attacks in recent weeks, one on January 20 and another a week later."
)


def values(annotations: Annotations) -> dict[str, str | None]:
    return {annotations.article.exact(time.span): time.value for time in annotations.times}


def test_relative_times_count_from_publication(annotated: Annotate) -> None:
    found = values(annotated(TEXT, published="2031-05-15"))
    assert found == {
        "Tuesday": "2031-05-13",
        "5 p.m.": "2031-05-14T17:00",
        "Wednesday": "2031-05-14",
        "Friday": "2031-05-16",
        "three-day": "P3D",
        "recent weeks": None,
        "January 20": "2031-01-20",
        "a week later": "2031-01-27",
    }


def test_without_publication_only_what_the_words_settle(annotated: Annotate) -> None:
    times = annotated(TEXT).times
    assert {time.value for time in times if time.kind == "date"} == {None}
    assert {time.basis for time in times if time.value is None} == {"none"}


def test_names_counts_and_addresses_hold_no_times(annotated: Annotate) -> None:
    text = "April Jones counted 2000 boats at 1601 Elm Street in the 1500 block of Main Street."
    assert values(annotated(text, published="2031-05-15")) == {}


def test_a_month_alone_goes_by_the_tense_around_it(annotated: Annotate) -> None:
    def month(text: str) -> str | None:
        return next(iter(values(annotated(text, published="2031-10-13")).values()))

    assert month("The council will open the border to visitors starting in November.") == "2031-11"
    assert month("The council plans to open the border in November.") == "2031-11"
    assert month("The vote scheduled for November worries the mayor.") == "2031-11"
    assert month("The council closed the border in November.") == "2030-11"
    assert month("The bridge has been closed since November.") == "2030-11"
    assert month("The border stays closed until November.") == "2031-11"
    assert month("The mayor fears November.") is None
    assert month("The mayor recalls September.") == "2031-09"


def test_a_day_without_a_year_goes_by_the_tense_around_it(annotated: Annotate) -> None:
    def day(text: str) -> str | None:
        return next(iter(values(annotated(text, published="2031-12-21")).values()))

    assert day("The mayor was charged over the April 16 flood.") == "2031-04-16"
    assert day("The mayor will visit the port on April 16.") == "2032-04-16"
    assert day("The flood of April 16, a disgrace.") is None
    assert day("The flood of January 3, a disgrace.") == "2032-01-03"
    assert day("The mayor resigned on December 3.") == "2031-12-03"


def test_a_second_thing_is_no_length_of_time(annotated: Annotate) -> None:
    assert not annotated("A second sailor was hurt, and a second, smaller fire broke out.").times
    assert [time.value for time in annotated("The lamp went out for a second.").times] == ["PT1S"]


def test_a_date_that_says_which_thing_is_meant_does_not_look_ahead(annotated: Annotate) -> None:
    panel = "The panel is set to {} the Jan. 6 fire at the docks."
    assert values(annotated(panel.format("investigate"), published="2031-07-21"))["Jan. 6"] is None
    meet = "The panel is set to meet on Jan. 6 at the docks."
    assert values(annotated(meet, published="2031-07-21"))["Jan. 6"] == "2032-01-06"
