"""Utterances: who said what, every rendering against the fullest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.tell.report.view.places import Desk
from rashomon.tell.report.view.renderings import Shown, given, renderings

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance with its renderings, the fullest first."""

    renderings: list[Shown]

    @property
    def accounts(self) -> int:
        """How many wordings and outlets there are, an outlet counted once for each wording."""
        return sum(len(row.witnesses) for row in self.renderings)


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
        rows = [
            given(desk.quotes[row["quote"]], row["fidelity"], row.get("spans", ()))
            for row in utterance["renderings"]
        ]
        said.setdefault(utterance["speaker"], []).append(Said(renderings(desk, rows)))
    for quote in _left_over(desk):
        said.setdefault(quote["speaker"], []).append(Said(renderings(desk, [given(quote)])))
    order = sorted(said, key=lambda id: (id is None, -sum(s.accounts for s in said[id]), id or ""))
    return [_speaker(desk, id, said[id]) for id in order]


def _speaker(desk: Desk, id: str | None, said: Sequence[Said]) -> Speaker:
    entity = desk.entities[id] if id else None
    return Speaker(
        name=entity["name"] if entity else None,
        roles=entity["roles"][:3] if entity else [],
        compared=[one for one in said if one.accounts > 1],
        single=[one for one in said if one.accounts == 1],
    )


def _left_over(desk: Desk) -> Iterator[Json]:
    """Yield the quotes that no utterance holds, so that none is lost."""
    held = {r["quote"] for utterance in desk.data["utterances"] for r in utterance["renderings"]}
    yield from (quote for quote in desk.data["quotes"] if quote["id"] not in held)
