"""To whom and when something was said, in invented news."""

from collections.abc import Callable

import pytest

from rashomon.model import Annotations

Annotate = Callable[..., Annotations]


def told(annotated: Annotate, text: str) -> tuple[list[str], list[str]]:
    """The last quote's addressees and occasions."""
    found = annotated(text)
    quote = found.quotes[-1]
    exact = found.article.exact
    return [exact(span) for span in quote.addressee], [exact(span) for span in quote.occasion]


@pytest.mark.parametrize(
    ("text", "addressee", "occasion"),
    [
        ("“The bridge is safe,” Maria Keller told reporters on Friday.", ["reporters"], ["on Friday"]),
        ("Maria Keller said in an interview that the bridge was safe.", [], ["in an interview"]),
        ("Maria Keller told the city council that the bridge was safe.", ["the city council"], []),
        ("Speaking to the crews, Maria Keller said that the bridge was safe.", ["the crews"], []),
        ("Maria Keller said that the bridge had closed on Monday.", [], []),
    ],
)
def test_words_beside_the_cue(
    annotated: Annotate, text: str, addressee: list[str], occasion: list[str]
) -> None:
    assert told(annotated, text) == (addressee, occasion)


def test_who_asks_in_an_interview_hears_it(annotated: Annotate) -> None:
    text = "“The bridge is safe,” Maria Keller said in an interview with Harbour News."
    addressee, occasion = told(annotated, text)
    assert addressee == ["Harbour News"]
    assert occasion == ["in an interview with Harbour News"]


def test_spans_lie_outside_the_quote(annotated: Annotate) -> None:
    text = "“We will meet in Orlo on Friday,” Maria Keller told the board, “and sign it in a letter to you.”"
    found = annotated(text)
    for quote in found.quotes:
        for span in (*quote.addressee, *quote.occasion):
            assert all(span.end <= part.start or part.end <= span.start for part in quote.content)
