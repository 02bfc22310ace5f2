"""An article's annotations are its own: neither neighbours nor threads have a part in them."""

from conftest import make_article
from rashomon.annotate import annotate
from rashomon.model import Annotations

TEXTS = (
    "VESSA — The mayor, Mara Quill, said on Monday that the harbour would stay shut until Friday.\n\n"
    "“Nobody sails,” she told the Lowland Daily.",
    "It rained.",
    "According to the Vessa Harbour Board, 40 ferries were kept back. Dan Orlo, who runs two, denied it. "
    * 9,
    "Tolvar's parliament voted 61 to 40 for the bridge, its speaker Ilsa van der Quill announced.",
)


def by_article(order: list[int], *, threads: int) -> dict[str, Annotations]:
    found = annotate([make_article(TEXTS[at], id=str(at)) for at in order], threads=threads)
    return {annotations.article.id: annotations for annotations in found}


def test_neighbours_and_threads_change_nothing() -> None:
    alone = {}
    for at in range(len(TEXTS)):
        alone |= by_article([at], threads=0)
    assert by_article([2, 0, 3, 1], threads=0) == alone
    assert by_article([3, 1, 2, 0], threads=2) == alone
