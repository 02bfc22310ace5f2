"""Origins drawn: each article as a bar as long as its text, the shared stretches set in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import Any

from rashomon.tell.checks.witnesses import Witnesses
from rashomon.tell.report.view.places import Desk, Link, Witness
from rashomon.tell.wording import one_line

Json = dict[str, Any]
# The drawing's measures, in the units of its viewBox.
WIDTH, LEFT, ROW, BAR, TOP = 960, 172, 46, 20, 12
_BANDS = 8
_CAPTION = 10  # characters that fit beside a bracket
_LABEL = 17  # as much room as a number needs


@dataclass(frozen=True, slots=True)
class Stretch:
    """A shared stretch in an article's bar; `band` chooses its pattern, `label` is empty without room."""

    x: float
    width: float
    band: int
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One article's bar."""

    witness: Witness
    y: int
    width: float
    stretches: list[Stretch]
    shared: int


@dataclass(frozen=True, slots=True)
class Bracket:
    """The mark that holds together the bars of one origin."""

    top: int
    bottom: int
    lines: list[str]


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing."""

    width: int
    height: int
    left: int
    bar: int
    bars: list[Bar]
    brackets: list[Bracket]
    words: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage in the list under the drawing."""

    label: str
    words: int
    text: str
    band: int
    witnesses: list[Witness]
    link: Link


def passages(desk: Desk) -> list[Shared]:
    """Return the shared passages, the longest first, each with its number."""
    order = sorted(desk.data["passages"], key=lambda p: (-p["words"], p["id"]))
    return [
        Shared(
            label=str(number),
            words=row["words"],
            text=one_line(max((span["exact"] for span in row["spans"]), key=len)),
            band=(number - 1) % _BANDS,
            witnesses=desk.witnesses({s["article"] for s in row["spans"]}, row["spans"]),
            link=desk.link(row["spans"]),
        )
        for number, row in enumerate(order, start=1)
    ]


def picture(desk: Desk) -> Picture:
    """Return the drawing of all articles, those of one origin together."""
    groups = _groups(desk)
    longest = max(len(row["text"]) for row in desk.articles.values()) or 1
    stretches = _stretches(desk, (WIDTH - LEFT) / longest)
    bars: list[Bar] = []
    brackets: list[Bracket] = []
    for origin, members in groups:
        top = TOP + ROW * len(bars)
        for id in members:
            text = desk.articles[id]["text"]
            width = round(len(text) * (WIDTH - LEFT) / longest, 1)
            found = stretches.get(id, [])
            covered = round(100 * _covered(found) / width) if width else 0
            bars.append(Bar(desk.witness(id), TOP + ROW * len(bars), width, found, min(100, covered)))
        brackets.append(Bracket(top, TOP + ROW * (len(bars) - 1) + BAR, _lines(origin)))
    words = "; ".join(
        f"{b.witness.siglum} {b.witness.name}: {b.shared} per cent shared wording" for b in bars
    )
    return Picture(WIDTH, TOP + ROW * len(bars), LEFT, BAR, bars, brackets, words)


def newsrooms(desk: Desk) -> list[list[Witness]]:
    """Return the articles that one newsroom wrote, where these are several texts: they are one witness."""
    witnesses = Witnesses(desk.data)
    wrote: dict[str, list[str]] = {}
    for id, newsroom in witnesses.newsrooms.items():
        wrote.setdefault(newsroom, []).append(id)
    several = (ids for name, ids in wrote.items() if name and len({witnesses.mains[id] for id in ids}) > 1)
    return [desk.witnesses(ids) for ids in several]


def _groups(desk: Desk) -> list[tuple[Json | None, list[str]]]:
    """Return the articles by main origin: the largest origins first, then in the order of the input."""
    origins = {row["id"]: row for row in desk.data["origins"]}
    members: dict[str | None, list[str]] = {}
    for id, row in desk.articles.items():
        members.setdefault(row["origin"], []).append(id)
    order = sorted(members, key=lambda o: (-len(members[o]), desk.numbers[members[o][0]]))
    return [(origins.get(origin or ""), members[origin]) for origin in order]


def _origin_words(origin: Json | None) -> str:
    if origin is None:
        return "origin not known"
    return str(origin["agency"]) if origin["agency"] else "one text" if len(origin["articles"]) > 1 else ""


def _lines(origin: Json | None) -> list[str]:
    """Return the caption of a bracket in lines that fit beside it."""
    return wrap(_origin_words(origin), _CAPTION)


def _stretches(desk: Desk, scale: float) -> dict[str, list[Stretch]]:
    found: dict[str, list[Stretch]] = {}
    order = sorted(desk.data["passages"], key=lambda p: (-p["words"], p["id"]))
    for number, row in enumerate(order, start=1):
        for span in row["spans"]:
            stretch = Stretch(
                x=round(span["start"] * scale, 1),
                width=round(max(1.5, (span["end"] - span["start"]) * scale), 1),
                band=(number - 1) % _BANDS,
                label=str(number),
            )
            found.setdefault(span["article"], []).append(stretch)
    return {id: _with_room(rows) for id, rows in found.items()}


def _with_room(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches from left to right, the labels of narrow ones gone where they'd collide."""
    middles: list[float] = []
    placed: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda s: (-s.width, s.x, s.label)):
        middle = stretch.x + stretch.width / 2
        free = all(abs(middle - other) >= _LABEL for other in middles)
        middles += [middle] * free
        placed.append(stretch if free else replace(stretch, label=""))
    return sorted(placed, key=lambda s: (s.x, s.width))


def _covered(stretches: Sequence[Stretch]) -> float:
    """Return how much of a bar the stretches cover, overlaps counted once."""
    covered, end = 0.0, 0.0
    for stretch in stretches:
        covered += max(0.0, stretch.x + stretch.width - max(end, stretch.x))
        end = max(end, stretch.x + stretch.width)
    return covered
