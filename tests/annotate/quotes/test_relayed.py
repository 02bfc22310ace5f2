"""Whom an outlet quotes is the source, with the tagger and by rules alone."""

from collections.abc import Callable

import pytest

from rashomon.model import Annotations

Annotate = Callable[..., Annotations]

CASES = [
    ("Mr. Merro was quoted by the Daily Herald as saying that it would rain.", "Mr. Merro", "rain"),
    ("Ada Lund, quoted by the Courier as saying the road was closed, has left.", "Ada Lund", "closed"),
    ("The Courier quoted Ada Lund as saying that the bridge was shut.", "Ada Lund", "shut"),
    ("The mayor cited the poll, saying that it was late.", "The mayor", "late"),
]


def sources(annotations: Annotations, word: str) -> set[str]:
    """The sources of the innermost attributions that tell the word."""
    exact = annotations.article.exact
    told = [q for q in annotations.quotes if any(word in exact(part) for part in q.content)]
    least = min(sum(map(len, quote.content)) for quote in told)
    return {exact(s) for q in told if sum(map(len, q.content)) == least for s in q.source}


@pytest.mark.parametrize(("text", "source", "word"), CASES)
def test_who_is_quoted_speaks(annotated: Annotate, text: str, source: str, word: str) -> None:
    assert sources(annotated(text), word) == {source}


@pytest.mark.parametrize(("text", "source", "word"), CASES[:2])
def test_who_is_quoted_speaks_by_rules_too(by_rules: Annotate, text: str, source: str, word: str) -> None:
    assert sources(by_rules(text), word) == {source}


def test_that_somebody_was_quoted_is_no_attribution_of_its_own(annotated: Annotate) -> None:
    [quote] = annotated("Mr. Merro was quoted by the Daily Herald as saying that it would rain.").quotes
    assert quote.content
