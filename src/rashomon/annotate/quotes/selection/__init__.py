"""Which readings of an article's attributions stand: trees fitted on labels judge what each is worth."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cache

from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.holding import Holding
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.merge import bounded
from rashomon.annotate.quotes.selection.features import NAMES, Reading
from rashomon.annotate.quotes.selection.pool import Beside, Member, gather, holds, shared, size, tidy
from rashomon.annotate.quotes.sourcing import give_sources
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagged import convert
from rashomon.annotate.quotes.tagger import TaggedText
from rashomon.link.trees import Trees
from rashomon.model import Mention, Sentence

# What a reading must be worth to stand. Set on the articles kept for choices, each judged by trees that did
# not see it: there whole attributions rise up to .42; above it sources gain and contents lose.
LEAST = 0.42
# The part of the shorter one's words that two readings may share and both stand, if neither tells the other.
_BOTH = 0.3
# Merged attributions by these rules, and clauses beside a plain word of saying, stand unless a reading that
# is worth more by AHEAD excludes them; so do quoted words with a source, if no worthier reading does: plain
# speech is to be lost in no kind of text.
_PLAIN = ("direct", "according", "headline", "signed", "turn", "free")
_PLAINLY = frozenset({"say", "tell", "add"})
_AHEAD = 0.2
# Where a name stands under a quotation, or before each turn of an interview, no reading is worthier.
_LAID_OUT = ("signed", "turn")
_OPENING = ('"', "“", "''", "``")


@cache
def trees() -> Trees:
    """Return the fitted trees."""
    return Trees.shipped(__name__, "attributions.json", names=NAMES, recipe="training/quotes/selection.py")


def select(
    syntax: Syntax,
    marks: Marks,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    tagged: TaggedText,
    merged: Sequence[Found],
    ruled: Sequence[Found],
) -> list[Found]:
    """Return the attributions that stand: the worthiest readings of all, with their sources.

    `merged` is what tagger and rules say together, `ruled` what the rules said alone. What is told inside
    a statement stays as merged, with the source that the parse gives: no labels were there to fit on.
    """
    import numpy as np

    pool = readings(syntax, marks, mentions, tagged, merged, ruled)
    rows = list(Reading(syntax, marks, sentences, tagged, pool).rows())
    return stand(pool, trees().odds(np.array(rows)).tolist() if rows else [])


def readings(
    syntax: Syntax,
    marks: Marks,
    mentions: Sequence[Mention],
    tagged: TaggedText,
    merged: Sequence[Found],
    ruled: Sequence[Found],
    judge: Trees | None = None,
) -> list[Member]:
    """Return all readings with their sources, by the trees that judge those, or the ones that ship."""
    text = syntax.article.text
    pool = gathered(syntax, marks, tagged, merged, ruled)
    judged = give_sources(syntax, marks, mentions, tagged, merged, [each.found for each in pool], judge)
    holding = Holding(merged)
    found = []
    for member, sourced in zip(pool, judged, strict=True):
        around = (merged[other] for part in member.found.cue for other in holding.around(part))
        inner = any(each.cue != member.found.cue for each in around)
        laid_out = member.merged and member.given.rule.startswith(_LAID_OUT)
        told = tidy(text, member.given if laid_out else sourced.found)
        plain = member.merged and _is_plain(syntax, member.given)
        quoted = member.merged and _quotes(text, member.given)
        found.append(
            replace(
                member,
                found=told,
                odds=sourced.odds,
                lead=sourced.lead,
                measured=sourced.measured,
                inner=inner,
                plain=plain,
                laid_out=laid_out,
                quoted=quoted,
            )
        )
    return found


def gathered(
    syntax: Syntax, marks: Marks, tagged: TaggedText, merged: Sequence[Found], ruled: Sequence[Found]
) -> list[Member]:
    """Return all readings as they came."""
    read, looser = (list(convert(syntax, marks, each)) for each in (tagged.attributions, tagged.looser))
    return gather(syntax.article.text, merged, read, looser, bounded(read, ruled))


def _quotes(text: str, found: Found) -> bool:
    """Whether some of the words told stand in quotation marks, and somebody told them."""
    return bool(found.source) and any(mark in text[a:b] for a, b in found.content for mark in _OPENING)


def _is_plain(syntax: Syntax, found: Found) -> bool:
    if found.rule.startswith("clause"):
        return found.verb >= 0 and syntax.lemma(found.verb) in _PLAINLY
    return found.rule.startswith(_PLAIN)


def stand(pool: Sequence[Member], worth: Sequence[float], least: float = LEAST) -> list[Found]:
    """Return those that stand: of readings that exclude each other the worthiest, and inner ones in it."""
    beside = Beside([each.found for each in pool])
    kept: set[int] = set()
    ranks = [odds + _AHEAD * each.plain + each.laid_out for odds, each in zip(worth, pool, strict=True)]
    order = [(-ranks[k], each.found.content, each.found.cue, k) for k, each in enumerate(pool)]
    for *_, place in sorted(order):
        member = pool[place]
        able = worth[place] >= least or member.plain or member.quoted
        if able and not any(
            k in kept and _exclude(member.found, pool[k].found) for k in beside.of(member.found)
        ):
            kept.add(place)
    return list(_with_inner(pool, beside, kept))


def _with_inner(pool: Sequence[Member], beside: Beside, kept: Set[int]) -> Iterator[Found]:
    """What is kept and told by nothing kept, and inside it what the merged ones tell inside."""
    found = [each.found for each in pool]
    outer = {place for place in kept if not _told_by(place, found, beside, kept)}
    for place, member in enumerate(pool):
        if place in outer:
            yield member.found
        elif member.merged and member.inner and _told_by(place, found, beside, outer):
            near = (found[k] for k in beside.of(member.found) if k in outer)
            if not any(_exclude(member.found, each) for each in near):
                yield member.given


def _told_by(place: int, found: Sequence[Found], beside: Beside, others: Set[int]) -> bool:
    """Whether one of the others tells all of this attribution."""
    inner = found[place]
    return any(
        holds(found[k], inner) and shared(inner.content, found[k].content) == size(inner.content)
        for k in beside.of(inner)
        if k in others and k != place
    )


def _exclude(left: Found, right: Found) -> bool:
    """Whether two readings are of one attribution: one cue, or one wording, and neither tells the other."""
    if left.cue and right.cue and shared(left.cue, right.cue):
        return True
    if holds(left, right) or holds(right, left):
        return False
    both = shared(left.content, right.content)
    return both > 0 and both >= _BOTH * min(size(left.content), size(right.content))
