"""Renderings: the words in which outlets give one utterance, equal ones in one row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rashomon.tell.report.view.places import Desk, Link, Voice, Witness
from rashomon.tell.wording import fold, one_line
from rashomon.text.diff import Stretch, word_diff

Json = dict[str, Any]
_WORD = re.compile(r"\w")
# Marks that end a sentence inside or outside the quotation by house style alone; not those in "3.5".
_STOP = re.compile(r"[.,;:](?!\w)")


@dataclass(frozen=True, slots=True)
class Given:
    """How one quote gives the utterance: by the `spans` of its content, in full or in part."""

    quote: Json
    label: str
    spans: list[Json]

    @property
    def text(self) -> str:
        """The words that give the utterance."""
        text = one_line(self.spans[0]["exact"])
        for left, right in pairwise(self.spans):
            text += f"{' ' if self._follows(left, right) else ' … '}{one_line(right['exact'])}"
        return text

    @property
    def cut(self) -> tuple[bool, bool]:
        """Whether words of the quote are left out before and after."""
        first, last = self.spans[0]["start"], self.spans[-1]["end"]
        content = self.quote["content"]
        before = "".join(s["exact"][: max(0, first - s["start"])] for s in content)
        after = "".join(s["exact"][max(0, last - s["start"]) :] for s in content)
        return bool(_WORD.search(before)), bool(_WORD.search(after))

    def _follows(self, left: Json, right: Json) -> bool:
        """Whether no word stands between two places of one stretch of the quote."""
        for span in self.quote["content"]:
            if span["start"] <= left["start"] and right["end"] <= span["end"]:
                between = span["exact"][left["end"] - span["start"] : right["start"] - span["start"]]
                return not _WORD.search(between)
        return False

    @property
    def linked(self) -> list[Json]:
        """Where the words stand: with who says it and how, but for a part at the part alone."""
        return self.spans if any(self.cut) else [*self.quote["source"], *self.quote["cue"], *self.spans]


@dataclass(frozen=True, slots=True)
class Shown:
    """One rendering: its words, who prints them, and how they differ from the fullest one's.

    `before` and `after` tell whether the quote goes on there with words that are not shown.
    """

    text: str
    before: bool
    after: bool
    kind: str
    fidelity: str
    voice: Voice
    witnesses: list[Witness]
    link: Link
    changes: tuple[Stretch, ...]


def given(quote: Json, label: str = "", spans: Sequence[Json] = ()) -> Given:
    """Return how the quote gives the utterance; without spans its whole content does."""
    return Given(quote, label, list(spans or quote["content"]))


def renderings(desk: Desk, rows: Sequence[Given]) -> list[Shown]:
    """Return the rows, the fullest first; what is printed in equal words is one row."""
    base = min(rows, key=_fullness)
    others = [row for row in rows if row is not base]
    others.sort(key=lambda row: desk.numbers[row.quote["article"]])
    joined: dict[object, list[Given]] = {}
    for row in (base, *others):
        key = (_words(row.text), row.cut, row.quote["kind"], row.label, desk.voice_of(row.quote))
        joined.setdefault(key, []).append(row)
    first, *more = joined.values()
    return [_shown(desk, first, None), *(_shown(desk, equal, base.text) for equal in more)]


def _words(text: str) -> str:
    """Return one form of a wording; which words stand in quotation marks still tells two apart."""
    return one_line(_STOP.sub("", fold(text).lower())).strip("' ")


def _fullness(row: Given) -> tuple[bool, bool, int, str]:
    """Return the order in which renderings can stand for the utterance.

    The one that others were measured against is verbatim itself, so it goes before longer ones.
    """
    return (row.quote["kind"] == "indirect", row.label != "verbatim", -len(row.text), row.quote["id"])


def _shown(desk: Desk, equal: Sequence[Given], base: str | None) -> Shown:
    one = equal[0]
    before, after = one.cut
    compared = base is not None and one.label != "paraphrased"
    return Shown(
        text=one.text,
        before=before,
        after=after,
        kind=one.quote["kind"],
        fidelity=one.label,
        voice=desk.voice_of(one.quote),
        witnesses=desk.witnesses([r.quote["article"] for r in equal], [s for r in equal for s in r.spans]),
        link=desk.link([span for row in equal for span in row.linked]),
        changes=word_diff(base or "", one.text) if compared else (),
    )
