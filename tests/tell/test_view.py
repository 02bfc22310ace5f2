"""What the sections of the page are given to show."""

from itertools import pairwise

import pytest

from rashomon.model import Dossier
from rashomon.tell import to_json
from rashomon.tell.report import render
from rashomon.tell.report.page import environment
from rashomon.tell.report.view import view
from rashomon.tell.report.view.origins import _LABEL
from rashomon.tell.report.view.places import Desk
from rashomon.tell.wording import one_line


def test_a_link_leads_to_all_places_and_first_to_one(ferry: Dossier) -> None:
    desk = Desk(to_json(ferry))
    spans = [{"article": "a-times", "start": 5, "end": 9}, {"article": "a-courier", "start": 1, "end": 3}]
    link = desk.link(spans, core=spans[:1])
    assert (link.href, link.places, link.core) == ("#w1-5", "0:1-3 1:5-9", "1:5-9")


def test_every_place_that_is_linked_begins_a_run(ferry: Dossier) -> None:
    data = to_json(ferry)
    starts = {
        (text.witness.number, run.start)
        for text in view(data)["texts"]
        for paragraph in text.paragraphs
        for run in paragraph.runs
    }
    numbers = {article["id"]: number for number, article in enumerate(data["articles"])}
    wanted = {(numbers[s["article"]], s["start"]) for claim in data["claims"] for s in claim["spans"]}
    assert wanted <= starts


def test_the_runs_hold_the_whole_text(ferry: Dossier) -> None:
    for text in view(to_json(ferry))["texts"]:
        lines = ["".join(run.text for run in paragraph.runs) for paragraph in text.paragraphs]
        assert lines == [line for line in text.row["text"].split("\n") if line.strip()]


def test_contradictions_come_first(ferry: Dossier) -> None:
    assert [s.relation for s in view(to_json(ferry))["contested"]] == ["contradict", "differ", "differ"]


def test_versions_that_one_article_has_are_inside_it_whoever_else_tells_of_the_thing(ferry: Dossier) -> None:
    data = to_json(ferry)
    (point,) = [point for point in data["points"] if point["relation"] == "contradict"]
    assert not view(data)["contested"][0].within_one
    held = point["values"][0]["articles"][:1]
    for value in point["values"]:
        value["articles"] = held
    assert len(point["articles"]) > 1
    assert view(data)["contested"][0].within_one


def test_copies_are_told_apart_from_origins(ferry: Dossier) -> None:
    tow = view(to_json(ferry))["contested"][0].versions[0]
    assert (tow.meter.independent, tow.meter.copies, tow.meter.words) == (1, 2, "three articles, one origin")


def test_an_altered_quotation_shows_its_changes(ferry: Dossier) -> None:
    said = view(to_json(ferry))["speakers"][0].compared[0]
    assert said.renderings[0].changes == ()
    assert [run.text for run in said.renderings[1].changes if run.kind == "right"] == ["very"]


def test_the_unknown_speaker_comes_last_with_the_words_that_the_article_has(ferry: Dossier) -> None:
    last = view(to_json(ferry))["speakers"][-1]
    assert last.name is None
    assert last.single[0].renderings[0].voice.written == "a passenger"


@pytest.mark.parametrize(
    ("source", "shown"), [("the tide table", "the tide table:"), ("She", "speaker unknown:")]
)
def test_words_that_name_a_source_stand_alone(ferry: Dossier, source: str, shown: str) -> None:
    data = to_json(ferry)
    quote = next(row for row in data["quotes"] if row["speaker"] is None)
    quote["source"][0]["exact"] = source
    voice = Desk(data).voice_of(quote)
    said = environment().get_template("macros.html.j2").module.voice(voice)
    assert one_line(said.striptags()) == shown


def test_no_quote_is_lost(ferry: Dossier) -> None:
    data = to_json(ferry)
    data["utterances"] = []
    shown = [s for who in view(data)["speakers"] for s in (*who.compared, *who.single)]
    assert len(shown) == len(data["quotes"])


def test_numbers_in_the_drawing_have_room(ferry: Dossier) -> None:
    for bar in view(to_json(ferry))["picture"].bars:
        middles = sorted(s.x + s.width / 2 for s in bar.stretches if s.label)
        assert all(right - left >= _LABEL for left, right in pairwise(middles))


def test_the_table_knows_who_prints_which_version(ferry: Dossier) -> None:
    rows = {row.statement.id: row for row in view(to_json(ferry))["rows"]}
    assert [cell and cell.sign for cell in rows["p-tow"].cells] == ["a", "a", "a", "b"]
    assert [cell and cell.sign for cell in rows["p-divers"].cells] == [None, "●", None, None]


def test_only_those_who_tell_a_sentence_stand_beside_it(ferry: Dossier) -> None:
    data = to_json(ferry)
    articles = [article["id"] for article in data["articles"]]
    # as if the opening's place stood in every article
    first = data["brief"][0]
    first["spans"] = [{**first["spans"][0], "article": article} for article in articles]
    points = {point["id"]: point for point in data["points"]}
    for sentence, row in zip(view(data)["brief"], data["brief"], strict=True):
        told = {articles.index(article) for id in row["points"] for article in points[id]["articles"]}
        assert {witness.number for witness in sentence.witnesses} == told


def test_nobody_is_cited_for_words_that_tell_who_spoke(ferry: Dossier) -> None:
    desk = Desk(to_json(ferry))
    quoted = [claim for claim in desk.claims.values() if (desk.quotes.get(claim["quote"]) or {}).get("cue")]
    assert quoted
    for claim in quoted:
        assert desk.voice(claim) is not None
        with_cue = {**claim, "spans": [*claim["spans"], *desk.quotes[claim["quote"]]["cue"]]}
        assert desk.voice(with_cue) is None


def test_several_articles_of_one_outlet_are_counted_and_said_to_be_one_witness(ferry: Dossier) -> None:
    data = to_json(ferry)
    assert view(data)["newsrooms"] == []
    for article in data["articles"]:
        article["outlet"] = "Coastal Times" if article["id"] in ("a-times", "a-veld") else article["id"]
    data["origins"] = [origin | {"agency": None} for origin in data["origins"]]
    seen = view(data)
    assert [[witness.siglum for witness in wrote] for wrote in seen["newsrooms"]] == [
        [article["siglum"] for article in data["articles"] if article["id"] in ("a-times", "a-veld")]
    ]
    assert seen["outlets"] == len(data["articles"]) - 1
    page = render(data)
    assert "Four articles of three outlets" in page
    assert "One newsroom’s own reports: one witness." in page
