"""Side by side: articles whole, with what they share and where they part marked in the same way in each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from rashomon.tell.report.view.places import Desk, Witness
from rashomon.tell.wording import one_line
from rashomon.web.show.chains import chain

Json = dict[str, Any]
_CONTESTED = ("contradict", "differ", "update")
# A claim told in common counts for as much as a shared passage of so many words when articles are aligned.
_CLAIM = 6


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text under one set of marks; `points` are the ids of the points that it states."""

    start: int
    text: str
    shared: bool
    relation: str
    core: bool
    points: str


@dataclass(frozen=True, slots=True)
class Column:
    """One article as a column."""

    witness: Witness
    row: Json
    paragraphs: list[list[Run]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A point on which the shown articles part, with each one's words for it."""

    id: str
    relation: str
    slot: str | None
    words: list[tuple[Witness, str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page: columns, the differences in the order of reading, and the pairs of places that stay level."""

    columns: list[Column]
    differences: list[Difference]
    chains: dict[str, list[tuple[int, int]]]
    choices: list[tuple[Witness, str, bool]]


def sheet(data: Json, wanted: Sequence[str] = ()) -> Sheet:
    """Return the articles wanted (their sigla) side by side; by default the two that part most often."""
    desk = Desk(data)
    by_siglum = {row["siglum"]: id for id, row in desk.articles.items()}
    shown = [by_siglum[siglum] for siglum in dict.fromkeys(wanted) if siglum in by_siglum]
    shown = shown or _most_apart(data)
    points = [point for point in data["points"] if len(_told(point, shown)) > 1 or _inside(point, shown)]
    return Sheet(
        columns=[_column(desk, id, points, shown) for id in shown],
        differences=_differences(desk, points, shown),
        chains={
            f"{left}-{right}": chain(_anchors(desk, shown[left], shown[right], points))
            for left, right in combinations(range(len(shown)), 2)
        },
        choices=[(desk.witness(id), row["siglum"], id in shown) for id, row in desk.articles.items()],
    )


def _told(point: Json, shown: Sequence[str]) -> list[str]:
    return [id for id in shown if id in point["articles"]]


def _inside(point: Json, shown: Sequence[str]) -> bool:
    """Whether an article that is shown parts with itself."""
    return _contested(point) and set(point["articles"]) <= set(shown)


def _most_apart(data: Json) -> list[str]:
    """Return the two articles with most points told differently, then most points in common."""
    ids = [row["id"] for row in data["articles"]]
    if len(ids) < 3:
        return ids

    def apart(pair: Iterable[str]) -> tuple[int, int]:
        both = tuple(pair)
        common = sum(set(both) <= set(point["articles"]) for point in data["points"])
        return sum(_parts(point, both) for point in data["points"]), common

    return list(max(combinations(ids, 2), key=apart))


def _parts(point: Json, shown: Sequence[str]) -> bool:
    """Whether the shown articles print two or more of the point's versions."""
    printed = [value for value in point["values"] if set(value["articles"]) & set(shown)]
    return _contested(point) and len(printed) > 1


def _contested(point: Json) -> bool:
    """Whether its versions differ in something named: what is merely near is told as in common."""
    near = point["relation"] == "differ" and point["slot"] == "other"
    return point["relation"] in _CONTESTED and not near


def _spans(desk: Desk, point: Json, article: str) -> list[Json]:
    """Return where the article states the point."""
    return [
        span
        for id in point["claims"]
        if desk.claims[id]["article"] == article
        for span in desk.claims[id]["spans"]
    ]


def _core(point: Json, article: str) -> list[Json]:
    """Return the article's words in which the point's versions differ."""
    return [span for value in point["values"] for span in value["spans"] if span["article"] == article]


def _anchors(desk: Desk, left: str, right: str, points: Sequence[Json]) -> Iterator[tuple[int, int, int]]:
    for passage in desk.data["passages"]:
        yield from _pairs(passage["spans"], left, right, passage["words"])
    for point in points:
        spans = [*_spans(desk, point, left), *_spans(desk, point, right)]
        yield from _pairs(spans, left, right, _CLAIM)


def _pairs(spans: Sequence[Json], left: str, right: str, weight: int) -> Iterator[tuple[int, int, int]]:
    for one in spans:
        for other in spans:
            if one["article"] == left and other["article"] == right:
                yield one["start"], other["start"], weight


def _column(desk: Desk, id: str, points: Sequence[Json], shown: Sequence[str]) -> Column:
    row = desk.articles[id]
    shared = [
        (span["start"], span["end"])
        for passage in desk.data["passages"]
        if len({s["article"] for s in passage["spans"]} & set(shown)) > 1
        for span in passage["spans"]
        if span["article"] == id
    ]
    marks = [
        (span["start"], span["end"], point, core)
        for point in points
        for spans, core in ((_spans(desk, point, id), False), (_core(point, id), True))
        if _parts(point, shown) or not core
        for span in spans
    ]
    cuts = {place for start, end in shared for place in (start, end)}
    cuts |= {place for start, end, _, _ in marks for place in (start, end)}
    relations = {point["id"]: point["relation"] if _parts(point, shown) else "agree" for point in points}
    marked = [(start, end, point["id"], relations[point["id"]], core) for start, end, point, core in marks]
    return Column(desk.witness(id), row, list(_paragraphs(row["text"], sorted(cuts), shared, marked)))


Mark = tuple[int, int, str, str, bool]
"""Start, end, the point's id, how the shown articles relate on it, whether these words are what differs."""


def _paragraphs(
    text: str, cuts: Sequence[int], shared: Sequence[tuple[int, int]], marks: Sequence[Mark]
) -> Iterator[list[Run]]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            inner = [start, *(cut for cut in cuts if start < cut < end), end]
            yield [_run(text, first, last, shared, marks) for first, last in pairwise(inner)]
        start = end + 1


def _run(text: str, start: int, end: int, shared: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> Run:
    held = [mark[2:] for mark in marks if mark[0] <= start and end <= mark[1]]
    relations = [relation for _, relation, _ in held]
    relation = next((name for name in (*_CONTESTED, "agree") if name in relations), "")
    return Run(
        start=start,
        text=text[start:end],
        shared=any(first <= start and end <= last for first, last in shared),
        relation=relation,
        core=any(core for _, _, core in held),
        points=" ".join(dict.fromkeys(point for point, _, _ in held)),
    )


def _differences(desk: Desk, points: Sequence[Json], shown: Sequence[str]) -> list[Difference]:
    """Return the contested points in the order in which a reader of the first column comes to them."""

    def place(point: Json) -> tuple[int, int]:
        return min((shown.index(id), _first(desk, point, id)) for id in _told(point, shown))

    contested = sorted((point for point in points if _parts(point, shown)), key=place)
    return [
        Difference(point["id"], point["relation"], point["slot"], _words(desk, point, shown))
        for point in contested
    ]


def _first(desk: Desk, point: Json, article: str) -> int:
    starts: list[int] = [span["start"] for span in [*_core(point, article), *_spans(desk, point, article)]]
    return min(starts)


def _words(desk: Desk, point: Json, shown: Sequence[str]) -> list[tuple[Witness, str]]:
    rows = []
    for id in _told(point, shown):
        spans = _core(point, id)
        if not spans:
            continue
        words = dict.fromkeys(one_line(span["exact"]) for span in spans)
        rows.append((desk.witness(id), " / ".join(words)))
    return rows
