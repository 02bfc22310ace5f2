"""Origins: which articles go back to one text, as a whole and span by span."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Annotations, Origin, Passage, Span


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where the story's words come from."""

    origins: tuple[Origin, ...]
    article_origins: tuple[tuple[str, str], ...]

    def witnesses(self, spans: Sequence[Span]) -> tuple[tuple[str, ...], ...]:
        """Group the spans' articles by the text that those very spans go back to.

        The number of groups is the number of independent witnesses.
        """
        return tuple((article,) for article in sorted({span.article for span in spans}))

    def origin_ids(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Return the ids of the origins that stand behind the spans, sorted."""
        mapping = dict(self.article_origins)
        return tuple(sorted({mapping[span.article] for span in spans}))


def find_origins(annotations: Sequence[Annotations], passages: Sequence[Passage]) -> Lineage:
    """Return the origins of the story's articles."""
    origins = tuple(
        Origin(id=f"o-{a.article.id}", articles=(a.article.id,), agency=None, passages=(), reasons=())
        for a in annotations
    )
    return Lineage(origins, tuple((o.articles[0], o.id) for o in origins))
