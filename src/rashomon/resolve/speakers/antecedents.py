"""Whom "he" or "she" means: the people before it, scored with named features.

Each feature looks at one person who could be meant; its docstring is the reason that a reader sees. The
scores of all of them, and of nobody here, make probabilities (a softmax), so that a second person who
fits takes from the first.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from rashomon.model import Entity
from rashomon.resolve.speakers.references import Reference


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun and what was read before it.

    `counts` is how often the article names each person, `most` the highest of them.
    """

    token: int
    step: int
    paragraph: int
    speaks: bool
    main: bool
    last_lead: Reference | None
    last_speaker: Reference | None
    last_main: Reference | None
    counts: Mapping[str, int]
    most: int = 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who could be meant, with the references to them within reach, in text order.

    `entity` is None for somebody without a name; `gendered` says that the pronoun's gender is known to fit.
    """

    entity: Entity | None
    references: tuple[Reference, ...]
    gendered: bool

    @property
    def nearest(self) -> Reference:
        """The reference right before the pronoun."""
        return self.references[-1]


def _back(pronoun: Pronoun, reference: Reference | None) -> int | None:
    return None if reference is None else pronoun.step - reference.step


def _lead(candidate: Candidate) -> Reference | None:
    return next((r for r in reversed(candidate.references) if r.leads), None)


def leads_here(candidate: Candidate, pronoun: Pronoun) -> float:
    """leads the same sentence"""
    return float(_back(pronoun, _lead(candidate)) == 0)


def leads_before(candidate: Candidate, pronoun: Pronoun) -> float:
    """leads the sentence before"""
    return float(_back(pronoun, _lead(candidate)) == 1)


def leads_second(candidate: Candidate, pronoun: Pronoun) -> float:
    """leads the sentence but one before"""
    return float(_back(pronoun, _lead(candidate)) == 2)


def stands_here(candidate: Candidate, pronoun: Pronoun) -> float:
    """stands in the same sentence"""
    return float(_back(pronoun, candidate.nearest) == 0)


def stands_before(candidate: Candidate, pronoun: Pronoun) -> float:
    """stands in the sentence before"""
    return float(_back(pronoun, candidate.nearest) == 1)


def stands_farther(candidate: Candidate, pronoun: Pronoun) -> float:
    """stands more than two sentences back"""
    return float((_back(pronoun, candidate.nearest) or 0) > 2)


def led_last(candidate: Candidate, pronoun: Pronoun) -> float:
    """was the last to lead a sentence"""
    return float(pronoun.last_lead in candidate.references)


def main_before(candidate: Candidate, pronoun: Pronoun) -> float:
    """is the subject of the main verb of the sentence before"""
    return float(any(r.main and r.step == pronoun.step - 1 for r in candidate.references))


def main_speaker(candidate: Candidate, pronoun: Pronoun) -> float:
    """was the last subject of a main verb, and spoke, and the pronoun speaks too"""
    last = pronoun.last_main
    return float(pronoun.speaks and last is not None and last.speaks and last in candidate.references)


def subject_here(candidate: Candidate, pronoun: Pronoun) -> float:
    """is the subject of a clause that the pronoun's clause goes on from"""
    return float(pronoun.main and any(r.leads and r.step == pronoun.step for r in candidate.references))


def speaks_on(candidate: Candidate, pronoun: Pronoun) -> float:
    """was the last to speak, in the same paragraph, and the pronoun speaks too"""
    last = pronoun.last_speaker
    here = last is not None and last.paragraph == pronoun.paragraph
    return float(pronoun.speaks and here and last in candidate.references)


def spoke(candidate: Candidate, _pronoun: Pronoun) -> float:
    """spoke when last named"""
    return float(candidate.nearest.speaks)


def said_he(candidate: Candidate, _pronoun: Pronoun) -> float:
    """was a pronoun when last meant"""
    return float(candidate.nearest.pronoun)


def of_gender(candidate: Candidate, _pronoun: Pronoun) -> float:
    """is known to be of that gender"""
    return float(candidate.gendered)


def frequent(candidate: Candidate, pronoun: Pronoun) -> float:
    """is named often in the article"""
    if candidate.entity is None:
        return 0.0
    return pronoun.counts.get(candidate.entity.id, 0) / pronoun.most


def in_paragraph(candidate: Candidate, pronoun: Pronoun) -> float:
    """stands in the same paragraph"""
    return float(candidate.nearest.paragraph == pronoun.paragraph)


def nameless(candidate: Candidate, _pronoun: Pronoun) -> float:
    """has no name"""
    return float(candidate.entity is None)


Compare = Callable[[Candidate, Pronoun], float]
FEATURES: Mapping[str, Compare] = {
    each.__name__: each
    for each in (
        leads_here,
        leads_before,
        leads_second,
        stands_here,
        stands_before,
        stands_farther,
        led_last,
        main_before,
        main_speaker,
        subject_here,
        speaks_on,
        spoke,
        said_he,
        of_gender,
        frequent,
        in_paragraph,
        nameless,
    )
}
# Fitted by training/antecedents.py on 134 speaking pronouns of PolNeAR and 434 of GUM (its news counted more
# than its other genres), with a ridge.
WEIGHTS: Mapping[str, float] = {
    "leads_here": 0.91,
    "leads_before": 0.47,
    "leads_second": 0.26,
    "stands_here": 0.76,
    "stands_before": 0.65,
    "stands_farther": -0.41,
    "led_last": 0.79,
    "main_before": 0.89,
    "main_speaker": 0.64,
    "subject_here": 0.34,
    "speaks_on": 0.92,
    "spoke": 0.07,
    "said_he": -0.05,
    "of_gender": 0.64,
    "frequent": 1.46,
    "in_paragraph": 0.63,
    "nameless": -3.28,
}
NOBODY = 1.1  # the score of "nobody who stands here"


# Below this a pronoun stays open. On 134 pronouns of PolNeAR that speak and 434 of GUM, each judged by
# weights that did not see it, .8 answers 72 % and 61 %, of which 96 % are right.
LEAST = 0.8
DESCRIBES = 0.9  # the same for "the Orlo governor" of one whose office is not told: 5 of 5 on PolNeAR
CARRIES = 0.75  # the same for speech that names nobody; of 7 such above .7 on three sets all were right


def spoke_since(other: Candidate, best: Candidate) -> bool:
    """Whether another who fits spoke in the same sentence after the likeliest one: then either is meant."""
    last = other.nearest
    return last.speaks and last.step == best.nearest.step and last.token > best.nearest.token


def rank(candidates: Sequence[Candidate], pronoun: Pronoun) -> list[tuple[float, Candidate]]:
    """The candidates with the probability of each, the likeliest first."""
    scores = [sum(WEIGHTS[n] * f(each, pronoun) for n, f in FEATURES.items()) for each in candidates]
    whole = exp(NOBODY) + sum(map(exp, scores))
    ranked = [(exp(score) / whole, each) for score, each in zip(scores, candidates, strict=True)]
    return sorted(ranked, key=lambda pair: (-pair[0], -pair[1].nearest.token))
