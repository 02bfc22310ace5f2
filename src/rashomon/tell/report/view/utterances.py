"""Utterances: who said what, every rendering against the fullest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.tell.report.view.places import Desk, Link, Voice, Witness
from rashomon.tell.wording import one_line
from rashomon.text.diff import Stretch, word_diff

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """One rendering: its words, and how they differ from the fullest one's."""

    text: str
    kind: str
    fidelity: str
    voice: Voice
    witness: Witness
    link: Link
    changes: tuple[Stretch, ...]
    reasons: list[str]
    confidence: float


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance with its renderings, the fullest first."""

    renderings: list[Shown]
    link: Link


@dataclass(frozen=True, slots=True)
class Speaker:
    """All that one speaker said; `name` is None where the speaker is not known."""

    name: str | None
    roles: list[str]
    compared: list[Said]
    single: list[Said]


def speakers(desk: Desk) -> list[Speaker]:
    """Return the speakers, those with most renderings first, the unknown one last."""
    said: dict[str | None, list[Said]] = {}
    for utterance in desk.data["utterances"]:
        quotes = [desk.quotes[rendering["quote"]] for rendering in utterance["renderings"]]
        labels = [rendering["fidelity"] for rendering in utterance["renderings"]]
        shown = Said(_renderings(desk, quotes, labels), desk.link([s for q in quotes for s in q["content"]]))
        said.setdefault(utterance["speaker"], []).append(shown)
    for quote in _left_over(desk):
        alone = Said(_renderings(desk, [quote], [""]), desk.link(quote["content"]))
        said.setdefault(quote["speaker"], []).append(alone)
    order = sorted(said, key=lambda id: (id is None, -sum(len(s.renderings) for s in said[id]), id or ""))
    return [_speaker(desk, id, said[id]) for id in order]


def _speaker(desk: Desk, id: str | None, said: Sequence[Said]) -> Speaker:
    entity = desk.entities[id] if id else None
    return Speaker(
        name=entity["name"] if entity else None,
        roles=entity["roles"][:3] if entity else [],
        compared=[one for one in said if len(one.renderings) > 1],
        single=[one for one in said if len(one.renderings) == 1],
    )


def _left_over(desk: Desk) -> Iterator[Json]:
    """Yield the quotes that no utterance holds, so that none is lost."""
    held = {r["quote"] for utterance in desk.data["utterances"] for r in utterance["renderings"]}
    yield from (quote for quote in desk.data["quotes"] if quote["id"] not in held)


def _renderings(desk: Desk, quotes: Sequence[Json], labels: Sequence[str]) -> list[Shown]:
    pairs = list(zip(quotes, labels, strict=True))
    base = min(pairs, key=lambda pair: _fullness(*pair))
    rest = sorted((p for p in pairs if p[0] is not base[0]), key=lambda p: desk.numbers[p[0]["article"]])
    text = _text(base[0])
    return [_shown(desk, *base, None), *(_shown(desk, quote, label, text) for quote, label in rest)]


def _fullness(quote: Json, label: str) -> tuple[bool, int, bool, str]:
    """Return the order in which renderings can stand for the utterance: direct and long ones first."""
    return (quote["kind"] == "indirect", -len(_text(quote)), label != "verbatim", quote["id"])


def _shown(desk: Desk, quote: Json, label: str, base: str | None) -> Shown:
    text = _text(quote)
    compared = base is not None and label != "paraphrased"
    return Shown(
        text=text,
        kind=quote["kind"],
        fidelity=label,
        voice=desk.voice_of(quote),
        witness=desk.witness(quote["article"], quote["content"]),
        link=desk.link([*quote["source"], *quote["cue"], *quote["content"]]),
        changes=word_diff(base or "", text) if compared else (),
        reasons=quote["reasons"],
        confidence=quote["confidence"],
    )


def _text(quote: Json) -> str:
    return " … ".join(one_line(span["exact"]) for span in quote["content"])
