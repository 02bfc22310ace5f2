"""The count from the JSON against the count that the comparison itself makes."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.lineage import Lineage
from rashomon.compare.newsrooms import find_newsrooms
from rashomon.model import Article, OffsetMap, Origin, Passage, Span
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


def origin(id: str, articles: Sequence[str], passages: Sequence[str], agency: str | None = None) -> Origin:
    return Origin(id=id, articles=tuple(articles), agency=agency, passages=tuple(passages), reasons=("so",))


@given(
    st.lists(st.lists(SPANS, min_size=2, max_size=4), max_size=4),
    st.lists(st.sets(st.sampled_from(ARTICLES), min_size=2), max_size=3),
    st.lists(st.sampled_from(("x", "y", "z", "w")), min_size=4, max_size=4),
    st.lists(
        st.sampled_from((None, "Norland Post", "norland  post", "Harbour Times")), min_size=4, max_size=4
    ),
    st.sampled_from((None, "Meridian")),
    st.sampled_from((None, "Harbour Times")),
    st.lists(SPANS, min_size=1, max_size=5),
)
def test_both_count_the_same(
    shared: list[list[Span]],
    groups: list[set[str]],
    mains: list[str],
    outlets: list[str | None],
    agency: str | None,
    wire: str | None,
    told: list[Span],
) -> None:
    passages = tuple(
        Passage(id=f"w{number}", spans=tuple(sorted(spans)), words=3) for number, spans in enumerate(shared)
    )
    article_origins = tuple(zip(ARTICLES, mains, strict=True))
    whole = tuple(
        origin(main, [a for a, m in article_origins if m == main], (), agency if main == "x" else None)
        for main in sorted(set(mains))
    )
    parts = tuple(
        origin(f"part{number}", sorted(group), [passage.id for passage in passages[: number + 1]])
        for number, group in enumerate(groups)
    )
    origins = (*whole, *parts)
    data = {
        "articles": [
            {"id": article, "origin": origin, "outlet": outlet, "wire": wire if article == "a" else None}
            for (article, origin), outlet in zip(article_origins, outlets, strict=True)
        ],
        "passages": [{"id": p.id, "spans": [as_json(span) for span in p.spans]} for p in passages],
        "origins": [
            {"id": o.id, "agency": o.agency, "articles": list(o.articles), "passages": list(o.passages)}
            for o in origins
        ],
    }
    articles = [
        Article(
            id=id,
            file=id,
            text="",
            raw="",
            offsets=OffsetMap(),
            outlet=outlet,
            wire=wire if id == "a" else None,
        )
        for id, outlet in zip(ARTICLES, outlets, strict=True)
    ]
    lineage = Lineage(origins, article_origins, passages, find_newsrooms(articles, whole))
    again = Witnesses(data)
    assert again.count([as_json(span) for span in told]) == len(lineage.witnesses(told))
    assert again.whole() == lineage.independent
