"""What the stories of `group.py` are measured against: TF-IDF, MinHash and sentence vectors, each alone.

Needs bench/requirements.txt (scipy, datasketch). Two of the three peers are oracles: they get the threshold
that is best on the very data that they are measured on.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.link.group import connected
from rashomon.link.tfidf import Tfidf

PERMUTATIONS, JACCARD = 128, 0.5  # the usual ones for near-duplicates; no oracle
Groups = Iterable[Sequence[int]]
Measure = Callable[[Groups], dict[str, Any]]
Matrix = NDArray[np.float32]


def peers(bags: Sequence[Sequence[str]], leads: Matrix | None, measure: Measure) -> dict[str, Any]:
    """Measure each peer on articles given as bags of lemmas in order, and vectors of title and lead."""
    found = {
        "tfidf_average_link_oracle": _timed(len(bags), lambda: _oracle(_tfidf(bags), measure)),
        "minhash_lsh": _timed(len(bags), lambda: measure(_minhash(bags))),
    }
    if leads is not None:
        found["sentence_vectors_oracle"] = _timed(len(bags), lambda: _oracle(leads @ leads.T, measure))
    return found


def _timed(count: int, run: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    started = time.process_time()
    found = run()
    return {**found, "articles_per_s": round(count / max(1e-3, time.process_time() - started))}


def _tfidf(bags: Sequence[Sequence[str]]) -> Matrix:
    """Cosines of TF-IDF vectors, with the weights of these very articles."""
    from scipy.sparse import csr_matrix

    tfidf = Tfidf.fit(bags)
    terms = {term: column for column, term in enumerate(tfidf.idf)}
    rows = [tfidf.vector(bag) for bag in bags]
    held = csr_matrix(
        (
            np.array([weight for row in rows for weight in row.values()], dtype=np.float32),
            np.array([terms[term] for row in rows for term in row], dtype=np.int64),
            np.cumsum([0, *map(len, rows)]),
        ),
        shape=(len(rows), max(1, len(terms))),
    )
    return np.asarray((held @ held.T).toarray())


def _oracle(cosines: Matrix, measure: Measure) -> dict[str, Any]:
    """Average link at the threshold with the best B-cubed F1."""
    tried = (measure(groups) for groups in _average_links(cosines))
    return max(tried, key=lambda found: float(found["b_cubed"]["f1"]))


def _average_links(cosines: Matrix) -> Iterator[Groups]:
    from scipy.cluster.hierarchy import fcluster, linkage

    upper = np.triu_indices(len(cosines), 1)
    tree = linkage(np.clip(1 - cosines[upper], 0, 2), "average")
    for step in range(4, 46):
        labels = fcluster(tree, 1 - step / 50, "distance")
        order = np.argsort(labels, kind="stable")
        yield [part.tolist() for part in np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)]


def _minhash(bags: Sequence[Sequence[str]]) -> Groups:
    """Articles that share a bucket of MinHash LSH over four words in a row, joined."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS)
    pairs = []
    for number, bag in enumerate(bags):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch({" ".join(bag[i : i + 4]).encode() for i in range(max(1, len(bag) - 3))})
        pairs += [(int(other), number) for other in index.query(sketch)]
        index.insert(str(number), sketch)
    return connected(range(len(bags)), pairs)
