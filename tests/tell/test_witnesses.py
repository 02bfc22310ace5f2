"""The count from the JSON against the count that the comparison itself makes."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.lineage import Lineage
from rashomon.model import Origin, Passage, Span
from rashomon.tell.checks.witnesses import Witnesses

ARTICLES = ("a", "b", "c", "d")
SPANS = st.builds(
    lambda article, start, size: Span(article, start, start + size),
    st.sampled_from(ARTICLES),
    st.integers(0, 30),
    st.integers(1, 15),
)


def as_json(span: Span) -> dict[str, Any]:
    return {"article": span.article, "start": span.start, "end": span.end}


@given(
    st.lists(st.lists(SPANS, min_size=2, max_size=4), max_size=4),
    st.lists(st.sets(st.sampled_from(ARTICLES), min_size=2), max_size=3),
    st.lists(st.sampled_from(("x", "y", "z", "w")), min_size=4, max_size=4),
    st.lists(SPANS, min_size=1, max_size=5),
)
def test_both_count_the_same(
    shared: list[list[Span]], groups: list[set[str]], mains: list[str], told: list[Span]
) -> None:
    passages = tuple(
        Passage(id=f"w{number}", spans=tuple(sorted(spans)), words=3) for number, spans in enumerate(shared)
    )
    origins = tuple(
        Origin(
            id=f"part{number}",
            articles=tuple(sorted(group)),
            agency=None,
            passages=tuple(passage.id for passage in passages[: number + 1]),
            reasons=(),
        )
        for number, group in enumerate(groups)
    )
    article_origins = tuple(zip(ARTICLES, mains, strict=True))
    data = {
        "articles": [{"id": article, "origin": origin} for article, origin in article_origins],
        "passages": [{"id": p.id, "spans": [as_json(span) for span in p.spans]} for p in passages],
        "origins": [
            {"id": o.id, "articles": list(o.articles), "passages": list(o.passages)} for o in origins
        ],
    }
    counted = Witnesses(data).count([as_json(span) for span in told])
    assert counted == len(Lineage(origins, article_origins, passages).witnesses(told))
