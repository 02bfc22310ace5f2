"""Alerts: what a new version of a story's dossier brings that a desk wants to be told at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rashomon.model.identity import content_id
from rashomon.tell.report.view.places import Desk
from rashomon.tell.wording import cite, fold, listing, one_line, shorten

Json = dict[str, Any]
Kind = Literal["contradiction", "count", "quote"]
TITLES = {"contradiction": "Contradicted", "count": "A count changed", "quote": "A quote was altered"}


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to tell: its id stays the same for as long as its words do; `when` is ISO 8601."""

    id: str
    kind: Kind
    story: str
    story_title: str
    title: str
    text: str
    point: str | None
    version: int
    when: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a story's dossier."""

    number: int
    made: str
    data: Json


def alerts(versions: Sequence[Version]) -> list[Alert]:
    """Return what each version brought (the first: all it holds), the newest first; each told once."""
    seen: dict[str, Alert] = {}
    for version in sorted(versions, key=lambda v: v.number):
        for alert in _found(version):
            seen.setdefault(alert.id, alert)
    return sorted(seen.values(), key=lambda a: (-a.version, list(TITLES).index(a.kind), a.id))


def _found(version: Version) -> Iterator[Alert]:
    desk = Desk(version.data)
    for point in version.data["points"]:
        if point["relation"] == "contradict":
            yield _point_alert(desk, version, point, "contradiction")
        elif point["relation"] == "update" and point["slot"] == "quantity":
            yield _point_alert(desk, version, point, "count")
    for utterance in desk.data["utterances"]:
        yield from _quote_alerts(desk, version, utterance)


def _point_alert(desk: Desk, version: Version, point: Json, kind: Kind) -> Alert:
    wordings = [(value, _longest(value)) for value in point["values"]]
    signature = sorted(fold(words).lower() for _, words in wordings)
    told = "; ".join(f"{cite(shorten(words))} ({_outlets(desk, value)})" for value, words in wordings)
    title = f"{TITLES[kind]}: {' / '.join(one_line(shorten(words, longest=60)) for _, words in wordings)}"
    return _alert(version, kind, signature, title, told, point["id"])


def _longest(value: Json) -> str:
    words: list[str] = [span["exact"] for span in value["spans"]]
    return max(words, key=len)


def _outlets(desk: Desk, value: Json) -> str:
    return listing(list(dict.fromkeys(w.name for w in desk.witnesses(value["articles"]))))


def _quote_alerts(desk: Desk, version: Version, utterance: Json) -> Iterator[Alert]:
    """Yield an alert for each wording that alters words inside quotation marks, whoever prints it."""
    rows = [(desk.quotes[row["quote"]], row) for row in utterance["renderings"]]
    fullest = next((pair for pair in rows if pair[1]["fidelity"] == "verbatim"), None)
    altered: dict[str, list[tuple[Json, Json]]] = {}
    for quote, row in rows:
        if row["fidelity"] == "altered":
            altered.setdefault(fold(_content(quote, row)).lower(), []).append((quote, row))
    for words, pairs in altered.items():
        voice = desk.voice_of(pairs[0][0])
        who = voice.name or voice.written or "an unknown speaker"
        text = f"{who}: {_cited(desk, pairs)}"
        text += f"; verbatim {_cited(desk, [fullest])}" if fullest else ""
        yield _alert(version, "quote", [words], f"{TITLES['quote']}: {who}", text, None)


def _cited(desk: Desk, pairs: Sequence[tuple[Json, Json]]) -> str:
    names = dict.fromkeys(desk.witness(quote["article"]).name for quote, _ in pairs)
    return f"{cite(_content(*pairs[0]))} ({listing(list(names))})"


def _content(quote: Json, row: Json) -> str:
    return shorten(" … ".join(one_line(span["exact"]) for span in row.get("spans") or quote["content"]))


def _alert(
    version: Version, kind: Kind, signature: Sequence[str], title: str, text: str, point: str | None
) -> Alert:
    story = version.data["story"]
    return Alert(
        id=content_id("alert", story["id"], kind, list(signature)),
        kind=kind,
        story=story["id"],
        story_title=story["title"],
        title=title,
        text=text,
        point=point,
        version=version.number,
        when=version.made,
    )
