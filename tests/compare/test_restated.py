"""Restated: direct words and the indirect rendering that another article gives of them."""

from collections.abc import Callable

from rashomon.compare import compare
from rashomon.model import Annotations, Comparison, Quote
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]

DIRECT = (
    "Brandt visits Port Alder\n\n"
    "Health Minister Ilse Brandt visited Port Alder on Monday.\n\n"
    "“We are planning to continue giving medical assistance to the families of your town,” she said.\n"
)
INDIRECT = (
    "Help for families\n\n"
    "Health Minister Ilse Brandt came to Port Alder on Monday.\n\n"
    "Brandt said that the ministry will continue its medical assistance to the families of the town.\n\n"
    "Brandt said that the harbour needed a new crane.\n"
)


def told(annotated: Annotate) -> tuple[Comparison, dict[str, Quote]]:
    resolution = resolve([annotated(text, published="2031-05-06") for text in (DIRECT, INDIRECT)])
    quotes = {quote.id: quote for each in resolution.annotations for quote in each.quotes}
    return compare(resolution), quotes


def test_an_indirect_rendering_joins_the_direct_words(annotated: Annotate) -> None:
    comparison, quotes = told(annotated)
    (utterance,) = comparison.utterances
    kinds = {quotes[each.quote].kind: each.fidelity for each in utterance.renderings}
    assert kinds == {"direct": "verbatim", "indirect": "paraphrased"}


def test_another_statement_of_the_speaker_stays_out(annotated: Annotate) -> None:
    comparison, quotes = told(annotated)
    given = {each.quote for utterance in comparison.utterances for each in utterance.renderings}
    assert len(given) == 2 < len(quotes)
