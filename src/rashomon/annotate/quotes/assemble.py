"""From what the rules found to quotes: one quote a content, ordered, nested, with ids."""

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import replace

from rashomon.annotate.quotes.found import Found, Range, apart, pieces
from rashomon.annotate.quotes.holding import Holding
from rashomon.annotate.quotes.marks import Marks
from rashomon.model import Article, Quote, Span
from rashomon.model.annotations import QuoteKind
from rashomon.model.identity import content_id

# Where two rules claim one cue or one content, the earlier in this list is the surer one.
_ORDER = (
    "headline",
    "signed",
    "turn",
    "direct",
    "direct.bare",
    "according",
    "clause.right",
    "clause.left",
    "clause.loose",
)


def assemble(article: Article, found: Sequence[Found], marks: Marks) -> tuple[Quote, ...]:
    """Return the quotes in text order, doubles left out, each with the quote that it stands within."""
    tidy = (replace(each, content=pieces(article.text, *apart(each.content, each.cue))) for each in found)
    kept = _distinct(sorted((each for each in tidy if each.content), key=_rank))
    kept.sort(key=lambda each: (_extent(each), each.content))
    ids = [_identity(article, each) for each in kept]
    holding = Holding(kept)
    whole = {(region.start, region.end) for region in marks.regions}
    starts = sorted(region.start for region in marks.regions)
    return tuple(
        Quote(
            id=identity,
            article=article.id,
            kind=_kind(each, starts, whole),
            source=_spans(article, each.source),
            cue=_spans(article, each.cue),
            content=_spans(article, each.content),
            within=_within(place, kept, ids, holding),
        )
        for place, (each, identity) in enumerate(zip(kept, ids, strict=True))
    )


def _rank(found: Found) -> tuple[int, tuple[Range, ...], tuple[Range, ...]]:
    order = _ORDER.index(found.rule) if found.rule in _ORDER else len(_ORDER)
    return order, found.content, found.cue


def _distinct(found: Sequence[Found]) -> list[Found]:
    """Leave out a second use of a cue verb, and a second attribution of the same content."""
    kept: list[Found] = []
    verbs: set[int] = set()
    contents: set[tuple[Range, ...]] = set()
    for each in found:
        if (each.verb >= 0 and each.verb in verbs) or each.content in contents:
            continue
        verbs.add(each.verb)
        contents.add(each.content)
        kept.append(each)
    return kept


def _extent(found: Found) -> Range:
    parts = (*found.source, *found.cue, *found.content) if found.cue else found.content
    return min(a for a, _ in parts), max(b for _, b in parts)


def _within(place: int, found: Sequence[Found], ids: Sequence[str], holding: Holding) -> str | None:
    """The smallest other quote with a content piece that holds all of this one."""
    inner = found[place]
    parts = (*inner.cue, *inner.content)
    best: tuple[int, int] | None = None
    for index in sorted(set(holding.around(parts[0])) - {place}):
        content = found[index].content
        length = content[-1][1] - content[0][0]
        holds = all(any(a <= s and e <= b for a, b in content) for s, e in parts)
        if holds and content != inner.content and (best is None or length < best[0]):
            best = (length, index)
    return ids[best[1]] if best else None


def _kind(found: Found, starts: Sequence[int], whole: Set[Range]) -> QuoteKind:
    """Direct where all words are in quotation marks, mixed where some are; `starts` of the marks' regions."""
    if all(each in whole for each in found.content):
        return "direct"
    some = any(bisect_left(starts, a) < bisect_left(starts, b) for a, b in found.content)
    return "mixed" if some else "indirect"


def _identity(article: Article, found: Found) -> str:
    return content_id("q", article.id, found.source, found.cue, found.content)


def _spans(article: Article, ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(Span(article.id, start, end) for start, end in sorted(ranges))
