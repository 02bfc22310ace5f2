"""Claims: the propositions of one article, each in its exact words."""

from collections.abc import Iterator, Sequence

from rashomon.annotate.claims.clauses import split_clauses
from rashomon.annotate.claims.frames import SentenceQuotes, drop_frame
from rashomon.annotate.claims.furniture import is_furniture, without_dateline
from rashomon.annotate.claims.joints import without_joint
from rashomon.annotate.claims.modes import modality, polarity
from rashomon.annotate.claims.nearby import by_sentence
from rashomon.annotate.claims.occasions import is_occasion
from rashomon.annotate.claims.tree import Tree
from rashomon.model import Article, Claim, Quantity, Quote, Sentence, Span, Time, Tokens
from rashomon.model.identity import content_id

__all__ = ["find_claims"]

# A sentence with fewer content words than this says nothing that could be compared.
LEAST_WORDS = 2
_NAMING = frozenset({"PROPN", "CCONJ", "DET", "ADP", "PUNCT", "PART", "SPACE"})


def find_claims(
    article: Article,
    tokens: Tokens,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    quantities: Sequence[Quantity],
    times: Sequence[Time],
) -> tuple[Claim, ...]:
    """Return the article's propositions in text order."""
    found: dict[str, Claim] = {}
    near_quotes = by_sentence(sentences, quotes, lambda quote: quote.source + quote.cue + quote.content)
    near_numbers = by_sentence(sentences, quantities, lambda quantity: (quantity.span,))
    near_times = by_sentence(sentences, times, lambda time: (time.span,))
    for index, sentence in enumerate(sentences):
        tree = Tree(tokens, sentence, article.text)
        quoted = SentenceQuotes(tokens, sentence, near_quotes[index])
        for predicate, members in _propositions(tree, quoted):
            spans = tuple(article.span(start, end) for start, end in tree.runs(members))
            claim_id = content_id("c", article.id, [(span.start, span.end) for span in spans])
            found.setdefault(
                claim_id,
                Claim(
                    id=claim_id,
                    article=article.id,
                    spans=spans,
                    sentence=index,
                    predicate=predicate,
                    quote=quoted.of(members),
                    polarity=polarity(tree, predicate, members),
                    modality=modality(tree, predicate, members),
                    quantities=tuple(q for q in near_numbers[index] if _inside(q.span, spans)),
                    dates=tuple(t for t in near_times[index] if _inside(t.span, spans)),
                ),
            )
    return tuple(sorted(found.values(), key=lambda claim: (claim.spans, claim.id)))


def _propositions(tree: Tree, quoted: SentenceQuotes) -> Iterator[tuple[int, list[int]]]:
    """Yield each proposition's predicate and tokens; a sentence of substance always gives one."""
    if is_furniture(tree):
        return
    empty = True
    for predicate, members in split_clauses(tree, quoted):
        told = without_joint(tree, predicate, without_dateline(tree, members))
        kept = drop_frame(tree, quoted, predicate, told)
        if _tells(tree, kept) and not is_occasion(tree, predicate, kept) and tree.runs(kept):
            empty = False
            yield predicate, kept
    everything = without_dateline(tree, tree.all)
    if empty and len(tree.content(everything)) >= LEAST_WORDS and tree.runs(everything):
        yield tree.root, everything


def _tells(tree: Tree, members: Sequence[int]) -> bool:
    """Whether there is more than names: "Lund and Malmö" tells nothing of either."""
    return any(tree.tokens.pos[index] not in _NAMING for index in members)


def _inside(span: Span, spans: Sequence[Span]) -> bool:
    return any(outer.covers(span) for outer in spans)
