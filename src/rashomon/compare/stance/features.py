"""Features of a claim against a report: how much of it the report holds, and how it speaks of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log1p
from re import Pattern
from typing import TYPE_CHECKING

from rashomon.compare.stance import probes
from rashomon.compare.statements import Statement, judge, read_statement
from rashomon.link.frequencies import background
from rashomon.link.tfidf import cosine
from rashomon.model import Annotations
from rashomon.text.doubt import DENIAL, HEDGE, NEGATION, PROOF

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
MOST = 40  # sentences of a report that are read: what it holds of a claim stands early
NEAREST, NEAR, LEAD = 5, 3, 4  # sentences like the claim that are judged, that are read, that open a report
CUES: tuple[tuple[str, Pattern[str]], ...] = (
    ("denies", DENIAL),
    ("hedges", HEDGE),
    ("proves", PROOF),
    ("negates", NEGATION),
)


@dataclass(frozen=True)
class Report:
    """A report made ready, once, for many claims; `meaning` has a row a sentence, if there is a model."""

    annotations: Annotations
    meaning: "NDArray[np.float32] | None" = None

    @cached_property
    def texts(self) -> list[str]:
        """Its first sentences."""
        text = self.annotations.article.text
        return [text[s.start : s.end] for s in self.annotations.sentences[:MOST]]

    @cached_property
    def terms(self) -> list[list[str]]:
        """The content words of each sentence."""
        return [terms(self.annotations, s.first, s.last) for s in self.annotations.sentences[:MOST]]

    @cached_property
    def vectors(self) -> list[dict[str, float]]:
        """The weighted words of each sentence."""
        return [background().vector(each) for each in self.terms]

    def statement(self, place: int) -> Statement:
        """One sentence as units."""
        if place not in self._read:
            sentence = self.annotations.sentences[place]
            self._read[place] = read_statement(self.annotations, range(sentence.first, sentence.last))
        return self._read[place]

    @cached_property
    def _read(self) -> dict[int, Statement]:
        return {}


def terms(annotations: Annotations, first: int, last: int) -> list[str]:
    """The lemmas of the content words among the tokens."""
    tokens = annotations.tokens
    return [tokens.lemma[i] for i in range(first, last) if tokens.pos[i] in CONTENT]


def says_anything(annotations: Annotations) -> bool:
    """Whether a text says anything: one that is empty, blank or a mark has no content word."""
    return bool(terms(annotations, 0, len(annotations.tokens)))


def measure(
    claim: Annotations, report: Report, meaning: "NDArray[np.float32] | None" = None
) -> dict[str, float]:
    """Return the named features of a claim against a report."""
    own = terms(claim, 0, len(claim.tokens))
    vector = background().vector(own)
    likeness = [cosine(vector, other) for other in report.vectors]
    order = sorted(range(len(likeness)), key=lambda place: (-likeness[place], place))
    found = {f"claim_{name}": float(len(cue.findall(claim.article.text))) for name, cue in CUES}
    found |= _form(claim.article.text, own) | _likeness(own, likeness, order, report)
    found |= dict(_cues(likeness, order, report.texts))
    found |= _against(found)
    found |= _verdicts(claim, report, order[:NEAREST])
    return found | _meanings(report, meaning)


def _form(text: str, own: Sequence[str]) -> dict[str, float]:
    return {
        "claim_asks": float("?" in text),
        "claim_quotes": float(any(mark in text for mark in "“‘\"'")),
        "claim_tells_source": float(":" in text or " says" in text or " said" in text),
        "claim_words": float(len(own)),
    }


def _likeness(
    own: Sequence[str], likeness: Sequence[float], order: Sequence[int], report: Report
) -> dict[str, float]:
    held = {term for sentence in report.terms for term in sentence}
    near = [likeness[place] for place in order[:NEAR]]
    return {
        "held": sum(term in held for term in own) / max(1, len(own)),
        "best": near[0] if near else 0.0,
        "near": sum(near) / max(1, len(near)),
        "lead": max(likeness[:LEAD], default=0.0),
        "best_at": order[0] / len(order) if order else 1.0,
        "sentences": log1p(len(report.texts)),
        "asks": sum("?" in text for text in report.texts) / max(1, len(report.texts)),
        "quotes": sum("“" in text or '"' in text for text in report.texts) / max(1, len(report.texts)),
    }


def _cues(
    likeness: Sequence[float], order: Sequence[int], texts: Sequence[str]
) -> Iterator[tuple[str, float]]:
    """How often each kind of word stands near what is like the claim, at both ends, and anywhere."""
    around = {place + step for place in order[:2] for step in (-1, 0, 1)}
    parts = {
        "near": [texts[place] for place in order[:NEAR]],
        "around": [texts[place] for place in sorted(around) if 0 <= place < len(texts)],
        "lead": texts[:LEAD],
        "end": texts[-LEAD:],
    }
    words = max(50, sum(text.count(" ") + 1 for text in texts))
    for name, cue in CUES:
        for part, chosen in parts.items():
            yield f"{part}_{name}", log1p(sum(len(cue.findall(text)) for text in chosen))
        yield f"whole_{name}", 100 * sum(len(cue.findall(text)) for text in texts) / words
        with_cue = [score for score, text in zip(likeness, texts, strict=True) if cue.search(text)]
        yield f"like_{name}", max(with_cue, default=0.0)


def _against(found: dict[str, float]) -> dict[str, float]:
    """Whether only one of the two denies: a report that denies a denied claim agrees with it."""
    denied = found["claim_denies"] > 0
    return {
        "one_denies_lead": float(denied != (found["lead_denies"] > 0)),
        "one_denies_near": float(denied != (found["near_denies"] > 0)),
        "both_deny": float(denied and found["lead_denies"] > 0),
    }


def _verdicts(claim: Annotations, report: Report, nearest: Sequence[int]) -> dict[str, float]:
    own = read_statement(claim)
    verdicts = [judge(own, report.statement(place)) for place in nearest]
    return {
        "judged_held": max((v.held for v in verdicts), default=0.0),
        "judged_built": max((v.built for v in verdicts), default=0.0),
        "judged_findings": float(max((len(v.findings) for v in verdicts), default=0)),
        "judged_polarity": float(sum(f.slot == "polarity" for v in verdicts for f in v.findings)),
        "judged_contradict": float(any(v.relation == "contradict" for v in verdicts)),
    }


def _meanings(report: Report, meaning: "NDArray[np.float32] | None") -> dict[str, float]:
    """How near the sentences are in meaning; nothing known where there is no model."""
    names = ("mean_best", "mean_near", "mean_lead", "mean_all", "mean_first", "mean_denies")
    if meaning is None or report.meaning is None or not len(report.meaning):
        return dict.fromkeys((*names, *probes.names()), float("nan"))
    cosines = [float(value) for value in report.meaning @ meaning]
    order = sorted(cosines, reverse=True)
    denying = [c for c, text in zip(cosines, report.texts, strict=True) if DENIAL.search(text)]
    near = order[:NEAR]
    values = (
        order[0],
        sum(near) / len(near),
        max(cosines[:LEAD]),
        sum(cosines) / len(cosines),
        cosines[0],
        max(denying, default=0.0),
    )
    found = {name: round(value, 4) for name, value in zip(names, values, strict=True)}
    return found | probes.probed(meaning, report.meaning, near=NEAR, lead=LEAD)
