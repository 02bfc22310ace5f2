from collections.abc import Callable
from dataclasses import replace

from rashomon.compare.parts import parts
from rashomon.model import Annotations, Quote

Annotate = Callable[..., Annotations]


def cut(annotated: Annotate, *stretches: str, kind: str = "direct") -> list[str]:
    """The parts of a quote: every second stretch is content, the others stand around it."""
    found = annotated("".join(stretches))
    article = found.article
    content, at = [], 0
    for number, stretch in enumerate(stretches):
        if number % 2:
            content.append(article.span(at, at + len(stretch)))
        at += len(stretch)
    quote = Quote(id="q", article=article.id, kind=kind, source=(), cue=(), content=tuple(content))  # type: ignore[arg-type]
    claims = tuple(
        replace(claim, quote="q")
        for claim in found.claims
        if any(span.covers(claim.spans[0]) for span in content)
    )
    told = replace(found, quotes=(quote,), claims=claims)
    return [" / ".join(article.exact(span) for span in spans) for _, spans in parts(told)]


def test_a_quote_is_cut_at_its_sentences(annotated: Annotate) -> None:
    said = "We will build every house again. The harbour comes first, before the winter."
    assert cut(annotated, "Maran promised: “", said, "”") == said.replace("again. ", "again.|").split("|")


def test_a_sentence_is_cut_where_a_second_claim_begins(annotated: Annotate) -> None:
    first, second = "the harbour would open again in May", "the ferry line would buy two new ships"
    assert cut(annotated, "Maran said ", f"{first} and {second}", ".", kind="indirect") == [first, second]


def test_what_is_too_short_for_a_clause_is_not_cut_off(annotated: Annotate) -> None:
    said = "the harbour would open again in May and ships would come"
    assert cut(annotated, "Maran said ", said, ".", kind="indirect") == [said]


def test_words_of_one_sentence_around_the_speaker_are_one_part(annotated: Annotate) -> None:
    found = cut(annotated, "“", "The harbour,", "” Maran said, “", "will open again before the winter.", "”")
    assert found == ["The harbour, / will open again before the winter."]


def test_content_without_words_has_no_parts(annotated: Annotate) -> None:
    assert cut(annotated, "Maran said “", "…", "” and left.") == []
