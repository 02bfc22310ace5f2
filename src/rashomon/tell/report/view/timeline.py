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
    alike: dict[str, tuple[str, list[Json]]] = {}
    for spans in sorted(
        _statements(desk, entry), key=lambda s: (desk.numbers[s[0]["article"]], s[0]["start"])
    ):
        text = " … ".join(one_line(span["exact"]) for span in spans)
        alike.setdefault(fold(text), (text, []))[1].extend(spans)
    told = [
        Told(text, desk.witnesses({span["article"] for span in spans}, spans), desk.link(spans))
        for text, spans in alike.values()
    ]
    everyone = desk.witnesses({span["article"] for span in entry["spans"]}, entry["spans"])
    return Date(entry["date"], day(entry["date"]), entry["precision"], told, everyone)


def _statements(desk: Desk, entry: Json) -> list[list[Json]]:
    """Return the entry's spans, those of one claim together; of claims with the same words one."""
    left = {_key(span): span for span in entry["spans"]}
    held = set(left)
    found = {}
    for id in entry["points"]:
        for claim in (desk.claims[claim] for claim in desk.points[id]["claims"]):
            keys = tuple(map(_key, claim["spans"]))
            if held.issuperset(keys):
                found[keys] = claim["spans"]
                for key in keys:
                    left.pop(key, None)
    return [*found.values(), *([span] for span in left.values())]


def _key(span: Json) -> tuple[str, int, int]:
    return (span["article"], span["start"], span["end"])
