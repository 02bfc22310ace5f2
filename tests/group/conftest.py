"""Reports of one event, and of another: a dam that bursts, its aftermath, and a concert."""

from collections.abc import Callable

import pytest

from rashomon.group.profiles import Profile, profiles
from rashomon.link import gazetteer
from rashomon.model import Annotations

REPORTS = (
    (
        "Dam at Velmora bursts, 14 dead",
        "The Velmora dam burst before dawn on Tuesday and killed 14 people in the village of Ostrel. "
        "Engineer Pavla Rienz said the spillway had been cracked since May. Soldiers took 300 villagers.",
        "2031-05-06",
    ),
    (
        "Fourteen drown in Ostrel after dam gives way",
        "Fourteen people drowned in Ostrel when the dam at Velmora gave way on Tuesday. Pavla Rienz, who "
        "inspected the spillway, had warned of cracks. Soldiers brought 300 villagers to safety.",
        "2031-05-07",
    ),
    (
        "Choir of Tasmerin sings in the rain",
        "The choir of Tasmerin sang its summer concert in the rain on Sunday. Conductor Ilo Brandt thanked "
        "900 listeners who stayed to the end with umbrellas.",
        "2031-06-02",
    ),
    (
        "Spillway cracks were known before Velmora dam burst",
        "Cracks in the spillway of the Velmora dam were known weeks before it burst on Tuesday and killed 14 "
        "people in Ostrel, Pavla Rienz said. Soldiers are still in the village.",
        "2031-05-08",
    ),
)


@pytest.fixture(scope="session")
def dam(annotated: Callable[..., Annotations]) -> list[Profile]:
    told = [
        annotated(f"{title}\n\n{text}", title=title, published=day, precision="day")
        for title, text, day in REPORTS
    ]
    return profiles(told, gazetteer.load())
