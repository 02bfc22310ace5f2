"""The timeline as shown: each date with what is told of it and by whom."""

from dataclasses import dataclass
from typing import Any

from rashomon.tell.calendar import day
from rashomon.tell.report.view.places import Desk, Link, Witness
from rashomon.tell.wording import fold, one_line

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """Words that stand on a date, and who has them."""

    text: str
    witnesses: list[Witness]
    link: Link


@dataclass(frozen=True, slots=True)
class Date:
    """One date."""

    date: str
    words: str
    precision: str
    told: list[Told]
    witnesses: list[Witness]


def timeline(desk: Desk) -> list[Date]:
    """Return the dates in order."""
    return [_date(desk, entry) for entry in desk.data["timeline"]]


def _date(desk: Desk, entry: Json) -> Date:
    alike: dict[str, list[Json]] = {}
    for span in sorted(entry["spans"], key=lambda s: (desk.numbers[s["article"]], s["start"])):
        alike.setdefault(fold(span["exact"]), []).append(span)
    told = [
        Told(one_line(s[0]["exact"]), desk.witnesses({x["article"] for x in s}, s), desk.link(s))
        for s in alike.values()
    ]
    everyone = desk.witnesses({span["article"] for span in entry["spans"]}, entry["spans"])
    return Date(entry["date"], day(entry["date"]), entry["precision"], told, everyone)
