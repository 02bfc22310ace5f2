"""Voices: who may be the one behind a quote whose speaker has no name, and whom a speaker speaks for.

"A spokesman for the ministry", "the ministry" and "the ministry's statement" may give one utterance, and so
may "a harbour official" in two articles; two people who are known to be two never do.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.compare.wording import words
from rashomon.model import Annotations, Entity, Quote

_SPEAKING = re.compile(
    r"\b(?:spokes\w+|advis[eo]rs?|aides?|offices?|campaigns?|lawyers?|attorneys?|representatives?|statements?|"
    r"address|speech|letters?|tweets?|posts?|filings?|messages?|remarks|excerpts?|interview|note|memo)\b",
    re.I,
)
_JOINT = re.compile(r"\band\b", re.I)
_DETERMINERS = frozenset("a an the his her their our its some several many another other one two".split())
_LONGEST = 4  # words of a source that says who speaks without a name; a longer one tells more

Named = tuple[int, int, str, str]


def voices(annotations: Sequence[Annotations], entities: Sequence[Entity]) -> dict[str, frozenset[str]]:
    """Return by the quote's id whose voices it may be: keys that two quotes of one voice have in common."""
    named: defaultdict[str, list[Named]] = defaultdict(list)
    for entity in entities:
        for span in entity.mentions:
            named[span.article].append((span.start, span.end, entity.id, entity.kind))
    persons = {entity.id for entity in entities if entity.kind == "person"}
    found = {}
    for each in annotations:
        rows = sorted(named[each.article.id])
        for quote in each.quotes:
            inside = [row for row in _inside(quote, rows) if row[3] in ("person", "organisation", "group")]
            found[quote.id] = frozenset(_voices(each, quote, inside, persons))
    return found


def _inside(quote: Quote, rows: Sequence[Named]) -> Iterator[Named]:
    for span in quote.source:
        for row in rows[bisect_left(rows, (span.start,)) :]:
            if row[0] >= span.end:
                break
            if row[1] <= span.end:
                yield row


def _unnamed(annotations: Annotations, quote: Quote, inside: Sequence[Named]) -> str:
    """The source's words that are no part of a name: "Harbour Office" is no office of somebody's."""
    text, pieces = annotations.article.text, []
    for span in quote.source:
        at = span.start
        for start, end, *_ in inside:
            if at <= start < span.end:
                pieces.append(text[at:start])
                at = end
        pieces.append(text[at : span.end])
    return " ".join(pieces)


def _voices(
    annotations: Annotations, quote: Quote, inside: Sequence[Named], persons: set[str]
) -> Iterator[str]:
    """A known speaker's own voice, that of the body it is or speaks for; else those whom the source names."""
    source = " ".join(annotations.article.exact(span) for span in quote.source)
    speaks_for = _SPEAKING.search(_unnamed(annotations, quote, inside)) is not None
    if quote.speaker is not None:
        yield f"own {quote.speaker}"
        if quote.speaker not in persons:
            yield f"for {quote.speaker}"
    elif speaks_for or (len(inside) > 1 and _JOINT.search(source)):
        yield from (f"own {row[2]}" for row in inside)
    if speaks_for:
        yield from (f"for {row[2]}" for row in inside if row[2] != quote.speaker)
    described = [fold for fold in words(source).folds if fold not in _DETERMINERS]
    if quote.speaker is None and 0 < len(described) <= _LONGEST:
        yield f"called {' '.join(described)}"
