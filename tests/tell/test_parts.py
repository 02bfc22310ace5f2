from dataclasses import replace

import pytest

from rashomon.model import Dossier, Rendering, Span
from rashomon.model.parts import with_whole_quotes
from rashomon.tell import to_json
from rashomon.tell.report.view.places import Desk
from rashomon.tell.report.view.utterances import speakers


@pytest.fixture
def cut(ferry: Dossier) -> Dossier:
    """The ferry's dossier, its first utterance given by the first ten characters of a quote."""
    utterance, *others = ferry.comparison.utterances
    first, *rest = utterance.renderings
    content = next(
        quote.content
        for found in ferry.resolution.annotations
        for quote in found.quotes
        if quote.id == first.quote
    )
    part = Span(content[0].article, content[0].start, content[0].start + 10)
    told = replace(utterance, renderings=(Rendering(first.quote, "trimmed", (part,)), *rest))
    return replace(ferry, comparison=replace(ferry.comparison, utterances=(told, *others)))


def test_a_part_that_gives_an_utterance_is_a_quote_within_its_quote(cut: Dossier) -> None:
    data = to_json(cut)
    quotes = {row["id"]: row for row in data["quotes"]}
    part, other = data["utterances"][0]["renderings"]
    assert quotes[part["quote"]]["within"] == "q-1"
    assert quotes[part["quote"]]["content"] == part["spans"]
    assert quotes[part["quote"]]["speaker"] == quotes["q-1"]["speaker"]
    assert (other["quote"], other["spans"]) == ("q-3", [])


def test_without_parts_the_renderings_name_whole_quotes(ferry: Dossier, cut: Dossier) -> None:
    data = with_whole_quotes(to_json(cut))
    assert data["quotes"] == to_json(ferry)["quotes"]
    first, second = data["utterances"][0]["renderings"]
    assert (first["quote"], second["quote"]) == ("q-1", "q-3")
    assert first["spans"] == to_json(cut)["utterances"][0]["renderings"][0]["spans"]


def test_a_dossier_that_names_whole_quotes_stays_as_it_is(ferry: Dossier, cut: Dossier) -> None:
    assert with_whole_quotes(to_json(ferry)) == to_json(ferry)
    once = with_whole_quotes(to_json(cut))
    assert with_whole_quotes(once) == once


def test_the_page_shows_a_part_as_cut_from_its_quote_and_once(cut: Dossier) -> None:
    said = [one for speaker in speakers(Desk(to_json(cut))) for one in (*speaker.compared, *speaker.single)]
    shown = [rendering for one in said for rendering in one.renderings if rendering.after]
    assert len(shown) == 1
    assert len(shown[0].text) <= 10
