from collections.abc import Callable
from itertools import permutations

import pytest

from rashomon.compare.origins import Lineage, find_origins
from rashomon.compare.passages import find_passages
from rashomon.model import Annotations, Span

Annotate = Callable[..., Annotations]

WIRE = (
    "The ferry Aurelia left Port Ellery before dawn on Tuesday with about ninety passengers aboard. "
    "Witnesses heard two dull blasts from the engine room shortly after the pilot had gone ashore. "
    "Rescue boats from three villages brought everybody back to the quay within two hours."
)
OWN = (
    "Our correspondent spent the morning in the fish market, where nobody would speak about the accident. "
    "The harbour office kept its doors closed and let a clerk answer the telephone all day long. "
    "Insurance brokers in the capital expect a long quarrel about the age of the boilers. "
    "A former engineer of the line recalls that the ship was due to be scrapped last winter."
)
SPEECH = "“We will build every single house on this island again before the winter,” Governor Ilse Maran {}."


def lineage(*articles: Annotations) -> Lineage:
    return find_origins(articles, find_passages(articles))


def spans(words: str, *articles: Annotations) -> list[Span]:
    found = []
    for each in articles:
        at = each.article.text.index(words)
        found.append(each.article.span(at, at + len(words)))
    return found


def test_a_copy_has_one_main_origin_with_its_agency(annotated: Annotate) -> None:
    left = annotated(WIRE, outlet="Norland Post", credits=("Meridian",))
    right = annotated(WIRE + " More follows.", outlet="The Courier")
    alone = annotated(OWN, outlet="Harbour Times")
    found = lineage(left, right, alone)
    mains = dict(found.article_origins)
    assert mains[left.article.id] == mains[right.article.id] != mains[alone.article.id]
    origin = next(origin for origin in found.origins if len(origin.articles) == 2)
    assert origin.agency == "Meridian"
    assert len(origin.passages) == 3
    assert any("The Courier" in reason and "word for word" in reason for reason in origin.reasons)


def test_every_origin_says_why(annotated: Annotate) -> None:
    found = lineage(annotated(WIRE), annotated(WIRE + " " + OWN), annotated(OWN))
    assert all(origin.reasons for origin in found.origins)


def test_copied_words_are_one_witness_and_added_words_are_another(annotated: Annotate) -> None:
    left = annotated(
        OWN + "\n\n" + WIRE.split(". ")[0] + ". Ninety people were saved, a nurse told us by telephone."
    )
    right = annotated(
        WIRE.split(". ")[0] + ". All ninety survived, the hospital on the hill reports tonight."
    )
    found = lineage(left, right)
    copied = found.witnesses(spans("ninety passengers", left, right))
    added = found.witnesses([*spans("Ninety people were saved", left), *spans("All ninety survived", right)])
    assert (len(copied), len(added)) == (1, 2)


def test_public_words_in_quotation_marks_are_no_copying(annotated: Annotate) -> None:
    left = annotated(OWN + "\n\n" + SPEECH.format("told the crowd"))
    right = annotated("Rain fell on the square. " + SPEECH.format("promised"))
    assert len(lineage(left, right).witnesses(spans("every single house", left, right))) == 2


def test_quoted_words_beside_copied_words_were_copied_with_them(annotated: Annotate) -> None:
    copy = "Governor Ilse Maran arrived in an open boat and waited on the steps of the old customs house. "
    left = annotated(OWN + "\n\n" + copy + SPEECH.format("said"))
    right = annotated(copy + SPEECH.format("said"))
    assert len(lineage(left, right).witnesses(spans("every single house", left, right))) == 1


def test_a_statement_in_own_voice_and_in_quotation_marks_is_one_origin(annotated: Annotate) -> None:
    words = "agreed to share all charts of the northern straits with the coast guard of the other side"
    left = annotated(OWN + f"\n\nThe two ministers {words}.")
    right = annotated(f"It rained in Brin. “They {words},” the ministry said in a statement.")
    assert len(lineage(left, right).witnesses(spans("charts of the northern straits", left, right))) == 1


def test_a_short_copy_in_two_long_texts_does_not_join_them(annotated: Annotate) -> None:
    brief = annotated(WIRE)
    long = annotated(WIRE + "\n\n" + OWN)
    other = annotated(
        WIRE
        + "\n\nBankers were calm. The crown lost a little against its neighbours and won it back by noon. "
        "Nobody at the exchange would say who had been selling shares of the line since Friday. "
        "The regulator has asked for the books of two brokers and for their telephone records. "
        "Members of the small opposition party want a debate about it before the summer recess."
    )
    found = lineage(brief, long, other)
    mains = dict(found.article_origins)
    assert mains[long.article.id] != mains[other.article.id]
    assert found.witnesses(spans("Insurance brokers", long) + spans("Bankers were calm", other)) == tuple(
        (article,) for article in sorted((long.article.id, other.article.id))
    )


def test_the_earliest_date_is_named(annotated: Annotate) -> None:
    first = annotated(WIRE, outlet="Norland Post", published="2031-05-02", precision="day")
    later = annotated(WIRE + " More.", outlet="The Courier", published="2031-05-03T08:00", precision="minute")
    (origin,) = lineage(first, later).origins
    assert any("Norland Post has the earliest date (2031-05-02)" in reason for reason in origin.reasons)


def reasons(found: Lineage, article: Annotations) -> tuple[str, ...]:
    """The reasons of an article's main origin."""
    main = dict(found.article_origins)[article.article.id]
    return next(origin.reasons for origin in found.origins if origin.id == main)


def test_a_lone_article_names_at_most_the_two_that_hold_most_of_it(annotated: Annotate) -> None:
    first, second, third = (sentence.rstrip(".") + ". " for sentence in WIRE.split(". "))
    parts = ["The sun shone on Brin. ", "Dahl had no umbrella. ", "Sand lay on the quay. "]
    lone = annotated(first + second + third + OWN, outlet="Norland Post")
    others = [
        annotated(copy + parts[number] * 12, outlet=f"Outlet {number}")
        for number, copy in enumerate((first, second, third))
    ]
    told = [reason for reason in reasons(lineage(lone, *others), lone) if "stands in" in reason]
    assert len(told) == 2


def test_a_formula_that_many_print_is_not_named(annotated: Annotate) -> None:
    line = "Readers can follow all of our reporting on the islands by post and by telephone."
    lone = annotated(OWN * 3 + line, outlet="Norland Post")
    other = annotated((WIRE + " ") * 3 + line, outlet="The Courier")
    assert reasons(lineage(lone, other), lone) == ("less than 10% of it stands in another article",)


def test_a_picture_credit_says_nothing_of_the_words(annotated: Annotate) -> None:
    lone = annotated(OWN, outlet="Norland Post", credits=("Meridian", "Boreal"), photo_credits=("Meridian",))
    assert reasons(lineage(lone), lone)[1:] == ("Norland Post credits Boreal",)


def test_an_article_without_an_outlet_goes_by_its_file_without_the_extension(annotated: Annotate) -> None:
    lone = annotated(OWN, file="mail/harbour.v2.txt", credits=("Meridian",))
    entry = annotated(WIRE, file="feeds/all.xml#3", credits=("Meridian",))
    assert reasons(lineage(lone), lone)[1:] == ("harbour.v2 credits Meridian",)
    assert reasons(lineage(entry), entry)[1:] == ("all.xml#3 credits Meridian",)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_order_of_articles_changes_nothing(annotated: Annotate, order: tuple[int, ...]) -> None:
    articles = [annotated(WIRE), annotated(WIRE + " " + OWN), annotated(OWN)]
    assert lineage(*(articles[place] for place in order)) == lineage(*articles)


def test_origin_ids_are_the_main_origins(annotated: Annotate) -> None:
    left, right = annotated(WIRE), annotated(OWN)
    found = lineage(left, right)
    both = found.origin_ids([left.article.span(0, 5), right.article.span(0, 5)])
    assert both == tuple(sorted(origin.id for origin in found.origins))


def test_what_one_outlet_wrote_twice_is_one_witness(annotated: Annotate) -> None:
    first = annotated(WIRE, outlet="Norland Post")
    later = annotated(OWN, outlet="norland post ")
    other = annotated("Divers looked at the hull of the Aurelia on Friday.", outlet="Harbour Times")
    found = lineage(first, later, other)
    told = [each.article.span(0, 40) for each in (first, later, other)]
    assert len(set(dict(found.article_origins).values())) == 3
    assert len(found.witnesses(told)) == found.independent == 2


def test_nobody_is_the_outlet_of_two_articles_without_one(annotated: Annotate) -> None:
    first, later = annotated(WIRE), annotated(OWN)
    found = lineage(first, later)
    assert found.independent == len(found.witnesses([a.article.span(0, 40) for a in (first, later)])) == 2


def test_an_agencys_text_is_not_the_outlets_own(annotated: Annotate) -> None:
    bought = annotated(WIRE, outlet="Norland Post", credits=("Meridian",))
    found = lineage(bought, annotated(OWN, outlet="Norland Post"))
    assert found.independent == 2


def test_two_reports_of_one_agency_are_one_witness(annotated: Annotate) -> None:
    early = annotated(WIRE, outlet="Norland Post", credits=("Meridian",), wire="Meridian")
    later = annotated(OWN, outlet="Harbour Times", credits=("Meridian",), wire="Meridian")
    helped = annotated(
        "Divers looked at the hull of the Aurelia on Friday.", outlet="The Courier", credits=("Meridian",)
    )
    found = lineage(early, later, helped)
    assert len(set(dict(found.article_origins).values())) == 3
    assert found.independent == 2
