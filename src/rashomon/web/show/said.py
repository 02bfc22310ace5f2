"""All that one person said in one story: each utterance with its renderings, the altered ones among them."""

from dataclasses import dataclass
from typing import Any

from rashomon.tell.report.view.places import Desk
from rashomon.tell.report.view.renderings import Given, Shown, given, renderings

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One utterance: when it was first printed, its renderings (the fullest first), who alters it."""

    date: str | None
    renderings: list[Shown]
    altered: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """One story in which somebody speaks: what the story is about is what they speak about."""

    story: str
    title: str
    date: str | None
    roles: list[str]
    spoken: list[Spoken]


def topic(data: Json, speaker: str) -> Topic | None:
    """Return what the entity said in the story, in the order of first printing; None where it is silent."""
    desk = Desk(data)
    groups = [
        [given(desk.quotes[r["quote"]], r["fidelity"], r.get("spans", ())) for r in utterance["renderings"]]
        for utterance in desk.data["utterances"]
        if utterance["speaker"] == speaker
    ]
    held = {row.quote["id"] for rows in groups for row in rows}
    groups += [
        [given(quote)]
        for quote in desk.data["quotes"]
        if quote["speaker"] == speaker and quote["id"] not in held
    ]
    if not groups:
        return None
    entity = desk.entities.get(speaker)
    return Topic(
        story=data["story"]["id"],
        title=data["story"]["title"],
        date=data["story"]["date"],
        roles=entity["roles"][:3] if entity else [],
        spoken=sorted((_spoken(desk, rows) for rows in groups), key=lambda one: one.date or ""),
    )


def _spoken(desk: Desk, rows: list[Given]) -> Spoken:
    dates = [date for row in rows if (date := desk.articles[row.quote["article"]]["published"])]
    return Spoken(
        date=min(dates, default=None),
        renderings=renderings(desk, rows),
        altered=any(row.label == "altered" for row in rows),
    )
