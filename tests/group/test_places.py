"""A story's place is where its event happens, not where those come from who are spoken of."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.group.places import place_of
from rashomon.link.gazetteer import load
from rashomon.model import Annotations, Mention

Annotate = Callable[..., Annotations]
DAYS = ("Monday", "Tuesday", "Friday")
REST = " Nobody was hurt. The council will meet again in May."


def place(*articles: Annotations) -> str | None:
    return place_of(articles, load())


def marked(annotated: Annotate, text: str, *names: str, title: str | None = None) -> Annotations:
    """The article with these names, and no others, as places, wherever they stand."""
    text = f"{title}\n\n{text}" if title else text
    found = annotated(text, title=title)
    spans = [
        (at, at + len(name), name) for name in names for at in range(len(text)) if text.startswith(name, at)
    ]
    places = [Mention(found.article.span(start, end), "place", name) for start, end, name in sorted(spans)]
    others = [m for m in found.mentions if m.kind != "place" and m.text not in names]
    return replace(found, mentions=tuple(sorted((*others, *places), key=lambda m: m.span.start)))


def test_the_place_is_the_one_named_most(annotated: Annotate) -> None:
    text = (
        "The ferry Aurelia ran aground off Skarholm in fog. Rescuers from Arvik took 200 people to Skarholm. "
        "Skarholm has seen such fog before. The ferry was built in 1998."
    )
    assert place(marked(annotated, text, "Skarholm", "Arvik")) == "Skarholm"


def test_what_nothing_is_said_to_be_in_is_no_place(annotated: Annotate) -> None:
    text = "Redistricting opens with new figures. Nobody lives in Skarholm."
    assert place(marked(annotated, text, "Redistricting")) is None
    assert place(marked(annotated, text, "Skarholm")) == "Skarholm"


def test_a_country_that_only_acts_is_no_place(annotated: Annotate) -> None:
    acts = "Peru and Chile signed the treaty, and Peru sent an envoy. {}"
    assert place(annotated(acts.format("Chile was silent."))) is None
    assert place(annotated(acts.format("The envoy was received in Chile."))) == "Chile"


@pytest.mark.parametrize(
    "text",
    [
        "Senators Ada Vane (Denver) and Odd Hale (Boston) wrote a letter about the tip line.",
        "Senator Ada Vane (D-Denver) wrote a letter about the tip line.",
        "The Denver Republican accused the others of dividing the land.",
        "A speech was held by Ada Vane, the Denver law student who had demanded it.",
        "Ada Vane asked for it as a law student at Denver.",
        "Denver Senator Ada Vane held a speech about the bridge.",
        "Senator Ada Vane of Denver held a speech about the bridge.",
        "The Denver-based fund cut its forecast.",
        "A plane with 200 people from Boston to Denver made an emergency landing.",
        "The moon comes near to Denver Street and to Earth tonight.",
    ],
)
def test_where_somebody_belongs_is_no_place(annotated: Annotate, text: str) -> None:
    names = ("Denver Street", "Earth") if "Earth" in text else ("Denver", "Boston")
    assert place(marked(annotated, text + REST, *names)) is None


@pytest.mark.parametrize(
    "text",
    [
        "A bar in Denver burned down on Monday.",
        "Denver police say a bar burned down on Monday.",
        "A bar in north-west Denver burned down on Monday.",
        "A judge in Denver struck the law down on Monday.",
        "Rebels marched through the streets of Denver on Monday, and nobody in Denver slept.",
    ],
)
def test_where_something_happens_is_a_place(annotated: Annotate, text: str) -> None:
    assert place(marked(annotated, text + REST, "Denver")) == "Denver"


def test_a_town_of_most_openings_goes_before_one_dateline(annotated: Annotate) -> None:
    far = replace(annotated("ARVIK - A dam burst in Skarholm." + REST), mentions=())
    far = replace(far, article=replace(far.article, dateline="ARVIK"))
    near = [
        marked(annotated, f"A dam burst in Skarholm on {day}." + REST, "Skarholm")
        for day in ("Monday", "Tuesday")
    ]
    assert place(far) == "Arvik"
    assert place(far, *near) == "Skarholm"


def test_a_town_goes_before_its_region(annotated: Annotate) -> None:
    texts = (
        "A dam burst in Skarholm, Texas, on Monday.",
        "A dam burst in Texas on Monday.",
        "In Texas a dam burst on Monday.",
    )
    found = [marked(annotated, text + REST, "Skarholm", "Texas") for text in texts]
    assert place(*found) == "Skarholm"
    assert place(*reversed(found)) == "Skarholm"


def test_what_half_are_datelined_from_goes_first(annotated: Annotate) -> None:
    found = [marked(annotated, f"A dam burst in Skarholm on {day}." + REST, "Skarholm") for day in DAYS]
    lined = [replace(each, article=replace(each.article, dateline="ARVIK, Texas")) for each in found[:2]]
    assert place(*lined, found[2]) == "Arvik"
    assert place(lined[0], *found[1:]) == "Skarholm"


def test_a_country_that_all_name_goes_before_a_town_that_one_names(annotated: Annotate) -> None:
    texts = [f"A landslide buried forty houses in northern Peru on {day}." + REST for day in DAYS]
    aside = "A landslide buried forty houses in Peru. Two years ago one had buried a mill in Denver." + REST
    assert place(*map(annotated, texts), marked(annotated, aside, "Peru", "Denver")) == "Peru"
    assert place(marked(annotated, aside, "Peru", "Denver")) == "Denver"


def test_a_name_of_a_title_alone_is_no_place(annotated: Annotate) -> None:
    body = "The senate will vote on Monday, and nobody knows how." + REST
    assert place(marked(annotated, body, "Quarrels", title="Budget Still Stuck in Quarrels")) is None


def test_all_forms_of_a_name_are_one_place(annotated: Annotate) -> None:
    texts = ("A dam burst in Mich. on Monday.", "A dam burst in Mich. on Friday.", "A dam burst in Michigan.")
    found = [marked(annotated, text + REST, "Michigan" if "igan" in text else "Mich.") for text in texts]
    assert place(*found) == "Michigan"


def test_a_site_s_own_town_is_no_place(annotated: Annotate) -> None:
    text = "A dam burst on Monday." + REST
    title = "Dam bursts{} - WVLM - Denver, Orlo News, Weather"
    assert place(marked(annotated, text, "Denver", title=title.format(""))) is None
    assert place(marked(annotated, text, "Denver", title=title.format(" in Denver"))) == "Denver"


def test_visitors_from_a_country_are_not_in_it(annotated: Annotate) -> None:
    assert (
        place(annotated("The border opens in May to visitors from Peru and their children." + REST)) is None
    )


def test_what_one_of_many_names_in_passing_is_no_place(annotated: Annotate) -> None:
    texts = (f"The fund cut its forecast on {day}." + REST for day in DAYS)
    plain = [annotated(text) for text in texts]
    passing = marked(annotated, "The fund cut its forecast." + REST + " It has a house in Denver.", "Denver")
    assert place(passing, *plain) is None
