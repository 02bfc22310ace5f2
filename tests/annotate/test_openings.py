"""Who signs a report, and where it was written, is no part of what it tells."""

from collections.abc import Callable

import pytest

from rashomon.model import Annotations

Annotate = Callable[..., Annotations]
OPENINGS = ("(CNN) ", "(CNN)", "(AP) - ", "PORT ALDER (AP) ", "(Halcyon News) ")
REPORT = "Norlan captain Mara Quill opened the harbour to all ships on Monday, promising lower dues."
REPORTED = "The ferry sank near the harbour on Monday, police said."


def told(annotations: Annotations) -> list[str]:
    article = annotations.article
    return [" … ".join(article.exact(span) for span in claim.spans) for claim in annotations.claims]


@pytest.mark.parametrize("opening", OPENINGS)
def test_it_is_in_no_claim(annotated: Annotate, opening: str) -> None:
    assert told(annotated(opening + REPORT)) == told(annotated(REPORT))
    assert told(annotated(opening + REPORTED)) == ["The ferry sank near the harbour on Monday"]


@pytest.mark.parametrize("opening", OPENINGS)
def test_it_is_in_no_quote(annotated: Annotate, opening: str) -> None:
    annotations = annotated(opening + REPORTED)
    (quote,) = annotations.quotes
    (content,), (source,) = quote.content, quote.source
    assert annotations.article.exact(content) == "The ferry sank near the harbour on Monday"
    assert annotations.article.exact(source) == "police"
