"""TF-IDF: how much two bags of terms have in common, rare terms counting most."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import fsum, log, sqrt
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Tfidf:
    """Weights learnt from a collection: `idf` of each term, `unseen` for terms it never held."""

    idf: Mapping[str, float]
    unseen: float

    @classmethod
    def fit(cls, documents: Iterable[Iterable[str]]) -> "Tfidf":
        """Learn the weights: smoothed inverse document frequency, `ln((1 + n) / (1 + df)) + 1`."""
        frequency: Counter[str] = Counter()
        count = 0
        for terms in documents:
            frequency.update(set(terms))
            count += 1
        idf = {term: log((1 + count) / (1 + held)) + 1 for term, held in sorted(frequency.items())}
        return cls(idf, log(1 + count) + 1)

    def vector(self, terms: Iterable[str]) -> Vector:
        """Return the terms' weights, damped by `1 + ln(count)`, scaled to length 1; no terms, no weights."""
        counts = Counter(terms)
        weights = {term: (1 + log(counts[term])) * self.idf.get(term, self.unseen) for term in sorted(counts)}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {term: weight / length for term, weight in weights.items()}


def cosine(left: Mapping[K, float], right: Mapping[K, float]) -> float:
    """Return the cosine of two vectors of length 1 (0 where they share no term)."""
    # fsum is exact, so the order of the terms, which is that of a set, doesn't matter
    return min(1.0, fsum([left[term] * right[term] for term in left.keys() & right.keys()]))
