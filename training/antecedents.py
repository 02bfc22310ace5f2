"""Fit the weights by which a pronoun finds the person it means.

    python training/antecedents.py GUM POLNEAR [--folds 5]

GUM and POLNEAR hold `articles.jsonl.gz`; GUM's `gold.jsonl.gz` has coreference chains, and what 134
speaking pronouns of POLNEAR mean was read by eye (`antecedents.tsv`). Prints WEIGHTS and NOBODY for
`rashomon/resolve/speakers/antecedents.py`, and for some thresholds the share of pronouns answered and
the share of those right, each judged by weights that did not see its article. The features look at
pronouns answered before, so fitting takes a few rounds. Needs scipy; 25 processor seconds beside annotating
230 articles.
"""

import argparse
import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from rashomon.annotate import annotate
from rashomon.link import gazetteer as tables
from rashomon.model import Annotations, Article, Entity, OffsetMap
from rashomon.resolve.entities import find_entities
from rashomon.resolve.speakers import antecedents
from rashomon.resolve.speakers.answer import Answer
from rashomon.resolve.speakers.antecedents import FEATURES, Candidate, Pronoun
from rashomon.resolve.speakers.genders import Gender, gender_of
from rashomon.resolve.speakers.mentions import by_last_word
from rashomon.resolve.speakers.resolver import Resolver

LABELS = Path(__file__).with_name("antecedents.tsv")
NAMES = tuple(FEATURES)
ROUNDS = 3
RIDGE = 3.0
# Somebody without a name is seldom the label, for the sets seldom label one: held near a guess.
CENTRE = np.array([-1.5 if name == "nameless" else 0.0 for name in NAMES])
HELD = np.array([8.0 if name == "nameless" else RIDGE for name in NAMES])
NEWS, OTHER, SPEAKING = 1.0, 0.4, 3.0  # what a pronoun of GUM's news, its other genres, of POLNEAR counts
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """One pronoun: its candidates' features, which of them are right, and how much it counts."""

    article: str
    features: Vector
    right: Vector
    named: tuple[bool, ...]
    weight: float


class Watcher(Resolver):
    """A resolver that keeps what it weighed for each pronoun, by the pronoun's first character."""

    def __init__(self, *given: Any) -> None:
        self.seen: dict[int, tuple[list[Candidate], Pronoun]] = {}
        super().__init__(*given)

    def _pronoun(self, head: int, gender: Gender) -> Answer:
        start = self.reading.tokens.start[head]
        self.seen[start] = (self.candidates(head, gender), self.pronoun(head))
        return super()._pronoun(head, gender)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def key(article: str) -> str:
    """The name that the label file has for an article."""
    return hashlib.sha256(article.encode()).hexdigest()[:16]


def chain_labels(folder: Path) -> dict[str, dict[int, str]]:
    """What each he and she of the chains means: the words of the chain's names."""
    labels: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for chain in rows(folder / "gold.jsonl.gz"):
        words = {w.strip(".,()\"'") for m in chain["mentions"] for w in m["text"].split() if w[:1].isupper()}
        words |= set((chain["identity"] or "").split("_"))
        names = "|".join(
            sorted(word for word in words if len(word) > 2 and word not in ("She", "His", "Her"))
        )
        for mention in chain["mentions"]:
            if mention["text"].lower() in ("he", "she"):
                labels[mention["article"]][mention["start"]] = names
    return labels


def read_labels() -> dict[str, dict[int, str]]:
    """What was read by eye, by hashed article."""
    labels: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            article, start, name = line.split("\t")
            labels[article][int(start)] = name
    return labels


def fits(label: str, entity: Entity) -> bool:
    """Whether an entity bears the name: all words of an alternative, or the last where it has no other."""
    words = {w.strip(".,").casefold() for name in entity.names for w in name.replace("-", " ").split()}
    for alternative in filter(None, label.casefold().split("|")):
        wanted = alternative.split("+")
        bare = max(len(name.split()) for name in entity.names) == 1
        last = wanted[-1].rsplit("-", 1)[-1]
        if set(wanted) <= words or (last in words and (bare or len(wanted) == 1)):
            return True
    return False


def cases(annotations: Sequence[Annotations], labels: dict[str, dict[int, str]]) -> Iterator[Case]:
    """Yield each labelled pronoun that the resolver meets."""
    gazetteer = tables.load()
    for each in annotations:
        wanted = labels.get(each.article.id) or labels.get(key(each.article.id)) or {}
        entities = find_entities([each]).entities if wanted else ()
        genders = {e.id: gender_of(e, {each.article.id: each}) for e in entities if e.kind == "person"}
        seen = Watcher(each, entities, genders, by_last_word(entities), gazetteer).seen if wanted else {}
        for start in sorted(wanted.keys() & seen.keys()):
            candidates, pronoun = seen[start]
            features = [[compare(c, pronoun) for compare in FEATURES.values()] for c in candidates]
            right = [c.entity is not None and fits(wanted[start], c.entity) for c in candidates]
            yield Case(
                each.article.id,
                np.array(features, float).reshape(len(candidates), len(NAMES)),
                np.array([*right, not any(right)], float),
                tuple(c.entity is not None for c in candidates),
                _weight(each.article.id),
            )


def _weight(article: str) -> float:
    if not article.startswith("GUM_"):
        return SPEAKING
    return NEWS if article.startswith("GUM_news") else OTHER


def shares(case: Case, weights: Vector) -> Vector:
    """The probability of each candidate, and of nobody here at the end."""
    scores = np.append(case.features @ weights[:-1], weights[-1])
    odds = np.exp(scores - scores.max())
    return np.asarray(odds / odds.sum())


def fit(found: Sequence[Case]) -> Vector:
    """The weights, NOBODY last, by maximum likelihood with a ridge."""

    def loss(weights: Vector) -> tuple[float, Vector]:
        total, slope = 0.0, np.zeros_like(weights)
        for case in found:
            each = shares(case, weights)
            held = float(each @ case.right) + 1e-12
            total -= case.weight * np.log(held)
            gap = case.weight * (each - each * case.right / held)
            slope[:-1] += case.features.T @ gap[:-1]
            slope[-1] += gap[-1]
        away = weights[:-1] - CENTRE
        return total + (HELD * away) @ away / 2, slope + np.append(HELD * away, 0.0)

    return np.asarray(minimize(loss, np.zeros(len(NAMES) + 1), jac=True, method="L-BFGS-B").x)


def curve(found: Sequence[Case], folds: int) -> Iterator[str]:
    """Yield a line a threshold: how many are answered, how many of those right."""
    judged = []
    for fold in range(folds):
        weights = fit([c for c in found if int(key(c.article), 16) % folds != fold])
        for case in (c for c in found if int(key(c.article), 16) % folds == fold):
            each = shares(case, weights)
            best = int(each.argmax())
            if best < len(case.named) and case.named[best]:
                judged.append((case.weight == SPEAKING, float(each[best]), bool(case.right[best])))
    for speaking, name in ((True, "polnear"), (False, "gum")):
        size = sum((c.weight == SPEAKING) == speaking for c in found)
        for least in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
            given = [right for which, share, right in judged if which == speaking and share >= least]
            answered, right = len(given) / max(1, size), sum(given) / max(1, len(given))
            yield f"{name} {size} from {least}: answered {answered:.3f}, right {right:.3f}"


def articles(folder: Path, labels: dict[str, dict[int, str]]) -> list[Annotations]:
    """The labelled articles of a folder, annotated."""
    wanted = [r for r in rows(folder / "articles.jsonl.gz") if r["id"] in labels or key(r["id"]) in labels]
    made = (
        Article(
            id=r["id"],
            file=r["id"],
            text=r["text"],
            raw=r["text"],
            offsets=OffsetMap(((0, 0, len(r["text"])),)),
            language="en",
        )
        for r in wanted
    )
    return list(annotate(made))


def main() -> None:
    """Fit in rounds, print the weights and the curve."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gum", type=Path)
    options.add_argument("polnear", type=Path)
    options.add_argument("--folds", type=int, default=5)
    given = options.parse_args()
    labels = {**chain_labels(given.gum), **read_labels()}
    read = [*articles(given.gum, labels), *articles(given.polnear, labels)]
    for _ in range(ROUNDS):
        found = list(cases(read, labels))
        weights = fit(found)
        antecedents.WEIGHTS = dict(zip(NAMES, map(float, weights[:-1]), strict=True))
        antecedents.NOBODY = float(weights[-1])
    print("\n".join(curve(found, given.folds)))
    print("WEIGHTS =", {name: round(float(w), 2) for name, w in zip(NAMES, weights, strict=False)})
    print("NOBODY =", round(float(weights[-1]), 2))


if __name__ == "__main__":
    main()
