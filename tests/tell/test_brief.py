from dataclasses import replace

import pytest

from rashomon.cli.words import Words
from rashomon.model import Dossier, Span, Value
from rashomon.tell import tell, to_json
from rashomon.tell.report import render
from rashomon.tell.report.view import view
from rashomon.tell.wording import cited, stands_in


def texts(dossier: Dossier) -> dict[str, str]:
    return {article.id: article.text for article in dossier.articles}


def test_it_opens_with_place_and_date_where_spans_say_them(ferry: Dossier) -> None:
    assert ferry.brief[0].text.startswith("Port Halden, 11 March 2031. ")
    exact = [texts(ferry)[span.article][span.start : span.end] for span in ferry.brief[0].spans]
    assert {"PORT HALDEN", "on Tuesday"} <= set(exact)


def test_a_place_that_no_span_says_is_left_out(ferry: Dossier) -> None:
    story = replace(ferry.story, place="Elsewhere", date="2031-01-01")
    told = tell(story, ferry.resolution, ferry.comparison, (), ferry.provenance)
    assert told.brief[0].text.startswith("Coastal Times, Halden Courier and Veld Today agree")


def test_agreement_names_who_and_counts_origins(ferry: Dossier) -> None:
    assert (
        "agree, on two independent origins: “The ferry Maren was freed on Tuesday after a night on the "
        "Gull Bank” (Halden Courier)." in ferry.brief[0].text
    )
    assert "that Ilse Brandvold said: “nobody was hurt”" in ferry.brief[1].text


def test_a_contradiction_gives_both_wordings_with_who_prints_them(ferry: Dossier) -> None:
    sentence = next(s for s in ferry.brief if "contradict" in s.text)
    assert sentence.text == (
        "The accounts contradict each other on how long: “The tow took three hours” (Coastal Times, "
        "Halden Courier and Veld Today, one origin); but “It took four hours to tow the ferry Maren off "
        "the bank on Tuesday” (article 1)."
    )


def test_what_one_tells_comes_last(ferry: Dossier) -> None:
    assert [s.text.split(" ")[0] for s in ferry.brief[-3:]] == ["Only"] * 3


def test_every_quoted_word_stands_in_a_cited_span(ferry: Dossier) -> None:
    known = texts(ferry)
    for sentence in ferry.brief:
        exact = [known[span.article][span.start : span.end] for span in sentence.spans]
        assert sentence.points
        assert cited(sentence.text)
        assert all(any(stands_in(words, text) for text in exact) for words in cited(sentence.text))


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_the_order_of_the_articles_changes_nothing(ferry: Dossier, turn: int) -> None:
    found = ferry.resolution.annotations
    turned = replace(ferry.resolution, annotations=found[turn:] + found[:turn])
    told = tell(ferry.story, turned, ferry.comparison, (), ferry.provenance)
    assert told.brief == ferry.brief
    assert told.timeline == ferry.timeline


def test_a_story_without_points_has_no_brief(ferry: Dossier) -> None:
    empty = replace(ferry.comparison, points=())
    told = tell(ferry.story, ferry.resolution, empty, (), ferry.provenance)
    assert told.brief == ()
    assert told.timeline == ()


def test_what_one_tells_of_another_names_both(ferry: Dossier) -> None:
    mill = replace(ferry.resolution.entities[0], id="e-mill", name="the Mill Company")
    annotations = tuple(
        replace(
            each,
            quotes=tuple(
                replace(quote, speaker="e-mill", within="q-1") if quote.id == "q-3" else quote
                for quote in each.quotes
            ),
        )
        for each in ferry.resolution.annotations
    )
    resolution = replace(
        ferry.resolution, annotations=annotations, entities=(*ferry.resolution.entities, mill)
    )
    told = tell(ferry.story, resolution, ferry.comparison, (), ferry.provenance)
    assert any("citing the Mill Company as told by Ilse Brandvold" in each.text for each in told.brief)


def test_what_is_only_near_is_not_told_and_nobody_is_said_to_tell_it_alone(ferry: Dossier) -> None:
    points = ferry.comparison.points
    alone = next(point for point in points if point.relation == "exclusive")
    contested = next(point for point in points if len(point.values) > 1)
    near = replace(contested, id="p-near", claims=alone.claims, relation="differ", slot="other")
    comparison = replace(ferry.comparison, points=(*points, near))
    told = tell(ferry.story, ferry.resolution, comparison, (), ferry.provenance).brief
    assert alone.id in {id for sentence in ferry.brief for id in sentence.points}
    assert not {"p-near", alone.id} & {id for sentence in told for id in sentence.points}


def test_a_quarrel_over_words_shown_before_is_not_told_again(ferry: Dossier) -> None:
    quarrel = next(point for point in ferry.comparison.points if point.relation == "contradict")
    again = replace(quarrel, id="p-again", relation="differ")
    both = replace(ferry.comparison, points=(*ferry.comparison.points, again))
    told = tell(ferry.story, ferry.resolution, both, (), ferry.provenance)
    assert [s.text for s in told.brief] == [s.text for s in ferry.brief]


def test_what_one_outlet_tells_twice_is_no_agreement(ferry: Dossier) -> None:
    point = next(point for point in ferry.comparison.points if point.relation == "agree")
    first, second, *_ = dict.fromkeys(claim.article for claim in ferry.comparison.claims)
    annotations = tuple(
        replace(found, article=replace(found.article, outlet="Coastal Times"))
        for found in ferry.resolution.annotations
    )
    one = replace(ferry.comparison, points=(replace(point, articles=(first, second)),))
    told = tell(ferry.story, replace(ferry.resolution, annotations=annotations), one, (), ferry.provenance)
    assert "Coastal Times tells in two articles: " in told.brief[0].text


def test_an_agreement_is_told_in_the_words_that_stand_for_all(ferry: Dossier) -> None:
    words = "the ferry Maren, which was freed on Tuesday"
    point = next(point for point in ferry.comparison.points if point.id == "p-freed")
    spans = tuple(
        span for claim in ferry.comparison.claims if claim.id in point.claims for span in claim.spans
    )
    shown = Value(value=words, spans=spans, articles=point.articles, independent=2)
    chosen = replace(ferry.comparison, points=(replace(point, values=(shown,)),))
    told = tell(ferry.story, ferry.resolution, chosen, (), ferry.provenance)
    assert f"“{words}”" in told.brief[0].text
    assert words not in ferry.brief[0].text  # where nothing stands for all, what reads best is shown
    assert view(to_json(told))["agreed"][0].lead.text == words
    assert Words(told).point(told.comparison.points[0]) == words


@pytest.mark.parametrize(("words", "told"), [("It", "a speaker not named"), ("the bank", "“the bank”")])
def test_a_source_that_only_points_is_not_cited(ferry: Dossier, words: str, told: str) -> None:
    text = texts(ferry)["a-unnamed"]
    at = text.index(words, text.index("It took four hours"))
    source = (Span("a-unnamed", at, at + len(words)),)
    annotations = tuple(
        replace(
            each,
            quotes=tuple(
                replace(quote, source=source, cue=()) if quote.id == "q-4" else quote for quote in each.quotes
            ),
        )
        for each in ferry.resolution.annotations
    )
    claims = tuple(
        replace(claim, quote="q-4") if claim.id == "c-tow-4" else claim for claim in ferry.comparison.claims
    )
    resolution = replace(ferry.resolution, annotations=annotations)
    brief = tell(
        ferry.story, resolution, replace(ferry.comparison, claims=claims), (), ferry.provenance
    ).brief
    assert any(f"citing {told})" in sentence.text for sentence in brief)


def test_a_contested_sentence_cites_those_who_print_a_version(ferry: Dossier) -> None:
    dossier = _with_a_bystander(ferry)
    sentence = next(each for each in dossier.brief if each.points == ("p-charts",))
    assert {span.article for span in sentence.spans} == {"a-courier", "a-times"}
    shown = view(to_json(dossier))["brief"][dossier.brief.index(sentence)]
    assert len(shown.witnesses) == 2
    row = next(row for row in view(to_json(dossier))["rows"] if row.statement.id == "p-charts")
    signs = {cell.witness.siglum: (cell.state, cell.sign) for cell in row.cells if cell}
    assert sorted(signs.values()) == [("differs", "a"), ("differs", "b"), ("near", "○")]
    assert "tells of it and gives no version" in render(to_json(dossier))


def _with_a_bystander(ferry: Dossier) -> Dossier:
    """The story, where a third article tells of a contested point without a version of it."""
    points = tuple(
        replace(point, claims=(*point.claims, "c-freed-3"), articles=(*point.articles, "a-veld"))
        if point.id == "p-charts"
        else point
        for point in ferry.comparison.points
    )
    comparison = replace(ferry.comparison, points=points)
    return tell(ferry.story, ferry.resolution, comparison, (), ferry.provenance)


def test_of_a_story_with_one_article_nobody_is_said_to_tell_it_alone(ferry: Dossier) -> None:
    alone = next(point for point in ferry.comparison.points if point.relation == "exclusive")
    (article,) = alone.articles
    one = tuple(each for each in ferry.resolution.annotations if each.article.id == article)
    resolution = replace(ferry.resolution, annotations=one)
    comparison = replace(ferry.comparison, points=(alone,))
    brief = tell(
        replace(ferry.story, place=None, date=None), resolution, comparison, (), ferry.provenance
    ).brief
    assert " tells" in brief[0].text
    assert "Only" not in brief[0].text
    assert any("Only" in sentence.text for sentence in ferry.brief)
