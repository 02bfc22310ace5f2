"""Which source goes with an attribution: candidates are measured, and trees fitted on labels judge them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import nan

from rashomon.annotate.quotes.found import Found, Range
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.sources import antecedent_phrase
from rashomon.annotate.quotes.sourcing.candidates import Candidate, Candidates, head_of
from rashomon.annotate.quotes.sourcing.features import NAMES, Case, Page, measure, measure_again
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagger import TaggedText
from rashomon.link.trees import Trees
from rashomon.model import Mention

# Both in log-odds, set on articles kept from the tagger's training: below LEAST nobody is the source, and
# the source so far stays unless another is likelier by AHEAD.
LEAST, AHEAD = -1.8, 0.0
_NOBODY = -12.0  # the log-odds of a candidate that is not there
# Where the layout names the speaker, nothing is left to weigh.
_PLAIN = ("headline", "signed", "turn")


@cache
def trees() -> Trees:
    """Return the fitted trees."""
    return Trees.shipped(__name__, "sources.json", names=NAMES, recipe="training/quotes/sourcing.py")


@dataclass(frozen=True, slots=True)
class Sourced:
    """An attribution with its source; the log-odds of the likeliest candidate, and its lead over the next.

    `measured` are the features of the source, in the order of NAMES; empty where nobody is.
    """

    found: Found
    odds: float = nan
    lead: float = nan
    measured: Sequence[float] = ()


def give_sources(
    syntax: Syntax,
    marks: Marks,
    mentions: Sequence[Mention],
    tagged: TaggedText,
    found: Sequence[Found],
    asked: Sequence[Found],
    judge: Trees | None = None,
) -> list[Sourced]:
    """Return those asked for, each that has a cue with the likeliest of its candidates as its source.

    `found` are the article's attributions, those asked for among them or instead of some of them; `judge`
    the trees, those that ship if None.
    """
    import numpy as np

    cases = list(weighed(syntax, marks, mentions, tagged, found, asked))
    known: dict[tuple[object, ...], list[float]] = {}
    rows = [row for case, candidates in cases for row in _rows(case, candidates, known)]
    odds = iter(zip((judge or trees()).odds(np.array(rows)).tolist() if rows else [], rows, strict=True))
    chosen: dict[Found, Sourced] = {}
    for case, candidates in cases:
        judged = [(*next(odds), each) for each in candidates]
        best = _best([(odd, each) for odd, _, each in judged])
        source = _shown(syntax, best, case.anchor) if best else ()
        measured = next((row for _, row, each in judged if each is best), ())
        first, second = sorted([*(odd for odd, _, _ in judged), _NOBODY, _NOBODY], reverse=True)[:2]
        chosen[case.found] = Sourced(_with(case.found, source), first, first - second, measured)
    return [chosen.get(each, Sourced(each)) for each in asked]


def _rows(
    case: Case, candidates: Sequence[Candidate], known: dict[tuple[object, ...], list[float]]
) -> Iterator[list[float]]:
    """Yield the features of the candidates; what is `known` of the same cue is not measured twice."""
    for each in candidates:
        key = case.cue, case.anchor, each
        if key in known:
            yield measure_again(case, each, known[key])
        else:
            known[key] = measure(case, each)
            yield known[key]


def _with(found: Found, source: tuple[Range, ...]) -> Found:
    """The attribution with this source, which is none of its words: "they derided + the deal"."""
    told = tuple(part for part in found.content if not any(a <= part[0] and part[1] <= b for a, b in source))
    return replace(found, source=source, content=told or found.content)


def weighed(
    syntax: Syntax,
    marks: Marks,
    mentions: Sequence[Mention],
    tagged: TaggedText,
    found: Sequence[Found],
    asked: Sequence[Found],
) -> Iterator[tuple[Case, list[Candidate]]]:
    """Yield each attribution asked for that has a cue, with the candidates for its source."""
    heads = [head_of(syntax, each.source) for each in found]
    page = Page(syntax, marks, mentions, tagged, found, heads)
    candidates = Candidates(syntax, tagged)
    for each in asked:
        anchor = each.verb if each.verb >= 0 or not each.cue else next(iter(syntax.inside(*each.cue[0])), -1)
        if each.cue and anchor >= 0 and each.rule not in _PLAIN:
            yield Case(page, each, anchor), candidates.of(each, anchor)


def _best(judged: Sequence[tuple[float, Candidate]]) -> Candidate | None:
    """The likeliest candidate, the nearer in text order of two alike; the one so far where it is close."""
    if not judged:
        return None
    odds, best = max(judged, key=lambda pair: (pair[0], -pair[1].head))
    for own, each in judged:
        if each.given and own + AHEAD >= odds:
            odds, best = own, each
    return best if odds >= LEAST else None


def _shown(syntax: Syntax, candidate: Candidate, anchor: int) -> tuple[Range, ...]:
    """The words that name the source: for "who" the noun that it stands for."""
    return antecedent_phrase(syntax, candidate.head, anchor) or candidate.span
