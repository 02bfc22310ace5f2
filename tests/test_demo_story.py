"""What a careful reader finds in the demo story, the dossier finds too."""

from collections.abc import Callable

import pytest

import rashomon
from rashomon import demo
from rashomon.tell import to_json

Points = Callable[..., list[dict]]


@pytest.fixture(scope="module")
def told() -> dict:
    return to_json(rashomon.compare([path for path in demo.files() if path.stem != "metadata"]))


@pytest.fixture(scope="module")
def article(told) -> Callable[[str], dict]:
    """The article whose file name holds the word."""
    return lambda name: next(article for article in told["articles"] if name in article["file"])


@pytest.fixture(scope="module")
def contested(told) -> Points:
    """The contested points whose different versions hold these words, each in another version."""

    def find(*wordings: str) -> list[dict]:
        found = []
        for point in told["points"]:
            versions = [
                " ".join([str(value["value"]), *(_around(told, span) for span in value["spans"])])
                for value in point["values"]
            ]
            if point["relation"] in ("differ", "contradict", "update") and all(
                any(wording in version for version in versions) for wording in wordings
            ):
                found.append(point)
        return found

    return find


def _around(told: dict, span: dict) -> str:
    """The words of a span with its sentence's: a value may be no more than a number."""
    text = next(article["text"] for article in told["articles"] if article["id"] == span["article"])
    return text[max(0, span["start"] - 25) : span["end"] + 25]


def test_wire_copy_is_one_witness_credited_or_not(told, article):
    wire = {article("lowland")["id"], article("harbour")["id"]}
    assert article("lowland")["origin"] == article("harbour")["origin"]
    assert len({each["origin"] for each in told["articles"] if each["id"] not in wire}) == 4
    assert article("lowland")["credits"] == ["Halcyon News Agency"]


def test_the_length_of_the_visit_is_contradicted(contested):
    (point,) = contested("three-day", "four-day")
    assert (point["relation"], point["slot"]) == ("contradict", "duration")


def test_the_count_of_injured_was_corrected(contested):
    points = contested("12 people were injured", "risen to 15")
    assert points
    assert {point["relation"] for point in points} <= {"update", "differ"}


def test_the_versions_of_a_corrected_count_stand_in_the_order_they_were_told(told):
    published = {article["id"]: article["published"] or "" for article in told["articles"]}
    (point,) = (point for point in told["points"] if point["relation"] == "update")
    told_first = [min(published[id] for id in value["articles"]) for value in point["values"]]
    assert len(set(told_first)) > 1
    assert told_first == sorted(told_first)


def test_the_sum_asked_for_differs(contested):
    assert contested("40 million", "30 million")


@pytest.mark.parametrize(
    ("one", "other"),
    [("should have", "could have"), ("hurt", "harm"), ("right to act", "power to act")],
)
def test_an_altered_quotation_is_seen(contested, one, other):
    assert any(point["slot"] == "wording" for point in contested(one, other))


def test_an_outlet_that_contradicts_itself(contested, article):
    (point,) = (point for point in contested("20 minutes", "45 minutes") if point["slot"] != "other")
    assert [value["articles"] for value in point["values"]] == [[article("gazette")["id"]]] * 2


def test_one_utterance_direct_and_indirect(told):
    quotes = {quote["id"]: quote for quote in told["quotes"]}
    kinds = [
        {quotes[rendering["quote"]]["kind"] for rendering in utterance["renderings"]}
        for utterance in told["utterances"]
        if any("customs post" in _words(quotes[rendering["quote"]]) for rendering in utterance["renderings"])
    ]
    assert {"direct", "indirect"} in kinds


def test_two_spellings_are_one_minister(told):
    (minister,) = [entity for entity in told["entities"] if "Dorvan" in entity["name"]]
    assert {"Alexei Dorvan", "Aleksei Dorvan"} <= set(minister["names"])


def test_an_acronym_is_its_name(told):
    (authority,) = [entity for entity in told["entities"] if "VRA" in entity["names"]]
    assert "Verash River Authority" in authority["names"]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("should have telephoned", "Dorvan"),
        ("could have telephoned", "Dorvan"),
        ("first notice we had", "Selmani"),
        ("flowers do not tell you", "Brenn"),
        ("A siren carries", "Moravec"),
        ("I have not seen that page", "Dorvan"),
        ("He did what any of us", "Asker"),
        ("The Santa Livia was built here", "Vance"),
        ("Nobody here is asking", "Lis"),
        ("red telephone", "Hollin"),
    ],
)
def test_who_says_it(told, words, speaker):
    names = {entity["id"]: entity["name"] for entity in told["entities"]}
    said = {
        quote["speaker"] for quote in told["quotes"] if words in _words(quote) and quote["kind"] != "indirect"
    }
    assert said
    assert all(speaker in names.get(each, "") for each in said)


def test_furniture_is_gone_and_words_are_whole(told, article):
    everything = " ".join(each["text"] for each in told["articles"])
    for gone in ("Empty benches", "tram line", "Subscribe", "never runs", "window.counter"):
        assert gone not in everything
    for whole in (
        "killed four people",
        "carrying more than",
        "from Mirzak",
        "this winter",
        "Selmani has promised",
    ):
        assert whole in article("harbour")["text"]


@pytest.mark.parametrize("words", ["duty log", "two tugs", "600 hectares", "70,000 crowns"])
def test_what_one_outlet_alone_knows(told, words):
    exclusive = [point for point in told["points"] if point["relation"] == "exclusive"]
    assert any(words in span["exact"] for point in exclusive for span in _spans(told, point))


def test_what_all_agree_on(told):
    widest = max(
        (point for point in told["points"] if point["relation"] == "agree"), key=lambda p: p["independent"]
    )
    assert widest["independent"] == 5


def _spans(told: dict, point: dict) -> list[dict]:
    claims = {claim["id"]: claim for claim in told["claims"]}
    return [span for id in point["claims"] for span in claims[id]["spans"]]


def _words(quote: dict) -> str:
    return " ".join(span["exact"] for span in quote["content"])
