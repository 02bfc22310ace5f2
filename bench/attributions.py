"""Attributions against gold: matching of contents, sources by their heads, and the figures of both.

No bench of its own: `quotes.py` measures with it.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.model import Quote, Span, Tokens

Ranges = Sequence[tuple[int, int]]
ROLES = ("source", "cue", "content")
KINDS = ("direct", "indirect", "mixed")
MATCHES = (("j30", 0.3), ("j80", 0.8), ("exact", 1.0))


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as character ranges."""

    source: Ranges
    cue: Ranges
    content: Ranges


def of_gold(attributions: Iterable[Mapping[str, Any]]) -> list[Attribution]:
    """The gold attributions that have a content."""
    return [
        Attribution(*(sorted((a, b) for a, b in row[role]) for role in ROLES))
        for row in attributions
        if row["content"]
    ]


def of_quotes(quotes: Iterable[Quote], text: str, tokens: Tokens) -> list[Attribution]:
    """Our quotes in the gold's convention, which differs in three things.

    It has no attributions inside others, so those are left out. The comma that closes an apposition ("Ada
    Vane, the mayor, said") belongs to the source, which in our records it does not. And the source of "the
    mayor, who said" is "who", where our records name the mayor.
    """

    def ranges(spans: Iterable[Span]) -> Ranges:
        return [(span.start, span.end) for span in spans]

    def closed(span: Span) -> tuple[int, int]:
        rest = text[span.end : span.end + 2]
        comma = "," in text[span.start : span.end] and rest.lstrip().startswith(",")
        return (span.start, span.end + rest.index(",") + 1) if comma else (span.start, span.end)

    return [
        Attribution(
            _relative(tokens, q) or [closed(span) for span in q.source], ranges(q.cue), ranges(q.content)
        )
        for q in quotes
        if q.within is None
    ]


def _relative(tokens: Tokens, quote: Quote) -> Ranges:
    """The relative pronoun that stands for the source, where the cue is in its clause."""
    if not quote.source or not quote.cue:
        return []
    clause = next((c for k in _words(tokens, quote.cue[0]) if (c := _clause(tokens, k)) is not None), None)
    if clause is None:
        return []
    noun = tokens.head[clause]
    while tokens.dep[noun] == "appos" and tokens.head[noun] < noun:
        noun = tokens.head[noun]
    if not any(span.start <= tokens.start[noun] < span.end for span in quote.source):
        return []
    between = range(noun + 1, bisect_left(tokens.start, quote.cue[0].start))
    pronouns = (k for k in between if tokens.tag[k] in ("WP", "WDT") and _clause(tokens, k) == clause)
    return [(tokens.start[k], tokens.end[k]) for k in pronouns][:1]


def _words(tokens: Tokens, span: Span) -> range:
    return range(bisect_left(tokens.start, span.start), bisect_left(tokens.start, span.end))


def _clause(tokens: Tokens, index: int) -> int | None:
    """The head of the relative clause that a word stands in."""
    for _ in range(8):
        if tokens.dep[index] == "relcl":
            return index
        index = tokens.head[index]
    return None


def characters(ranges: Ranges) -> set[int]:
    """The characters that the ranges hold."""
    return {k for start, end in ranges for k in range(start, end)}


def matches(gold: Sequence[Ranges], ours: Sequence[Ranges], least: float) -> dict[int, int]:
    """Match contents one to one, the closest first: index of ours to index of gold."""
    pairs = []
    for i, left in enumerate(gold):
        for j, right in enumerate(ours):
            if left[0][0] < right[-1][1] and right[0][0] < left[-1][1]:
                a, b = characters(left), characters(right)
                jaccard = len(a & b) / len(a | b)
                if jaccard >= least:
                    pairs.append((-jaccard, i, j))
    taken: dict[int, int] = {}
    seen: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in seen and j not in taken:
            seen.add(i)
            taken[j] = i
    return taken


def f1(hits: int, gold: int, ours: int) -> float:
    """F1 of counts."""
    return round(2 * hits / (gold + ours), 4) if gold + ours else 0.0


def kind_of(text: str, content: Ranges) -> str:
    """Direct where each piece opens with a quotation mark, mixed where one is inside, else indirect."""
    pieces = [text[start:end] for start, end in content]
    if all(piece.startswith(('"', "“", "”", "''", "``")) for piece in pieces):
        return "direct"
    return "mixed" if any(mark in piece for piece in pieces for mark in ('"', "“", "''")) else "indirect"


def head_of(tokens: Tokens, ranges: Ranges) -> int | None:
    """The first character of the head noun of some words, by the parser, which may take them for a clause."""
    places = (range(bisect_left(tokens.start, a), bisect_left(tokens.start, b)) for a, b in ranges)
    inside = sorted({k for place in places for k in place})
    held = set(inside)
    tops = [k for k in inside if tokens.head[k] not in held or tokens.head[k] == k]
    for among in (tops, [k for k in inside if tokens.head[k] in tops]):
        nominal = [k for k in among if tokens.pos[k] in ("NOUN", "PROPN", "PRON")]
        if nominal:
            return tokens.start[nominal[0]]
    return tokens.start[tops[0]] if tops else None


def count(
    text: str, tokens: Tokens, gold: Sequence[Attribution], ours: Sequence[Attribution], counts: Counter[str]
) -> None:
    """Add one article to the counts."""
    counts.update({"gold": len(gold), "ours": len(ours)})
    counts.update(f"gold {kind_of(text, each.content)}" for each in gold)
    for name, least in MATCHES:
        found = matches([each.content for each in gold], [each.content for each in ours], least)
        if name == "j30":  # what is matched counts as of the gold's kind, whatever marks ours holds
            kinds = [gold[found[j]] if j in found else each for j, each in enumerate(ours)]
            counts.update(f"ours {kind_of(text, each.content)}" for each in kinds)
        counts[name] += len(found)
        for j, i in found.items():
            counts[f"{name} {kind_of(text, gold[i].content)}"] += 1
            if name in ("j30", "j80") and gold[i].source:
                counts[name + " sourced"] += 1
                counts[name + " source right"] += same_source(tokens, gold[i], ours[j])
            if name == "j80":
                cued = bool(characters(gold[i].cue) & characters(ours[j].cue))
                counts["complete"] += cued and same_source(tokens, gold[i], ours[j])


def same_source(tokens: Tokens, gold: Attribution, ours: Attribution) -> bool:
    """Whether each source holds the other's head; two attributions without one agree."""
    if not gold.source or not ours.source:
        return not gold.source and not ours.source
    head, mine = head_of(tokens, gold.source), head_of(tokens, ours.source)
    return head in characters(ours.source) and mine in characters(gold.source)


def figures(counts: Counter[str]) -> dict[str, Any]:
    """The figures of whole articles, as fractions of 1."""
    gold, ours = counts["gold"], counts["ours"]
    found: dict[str, Any] = {
        name: f1(counts[name], gold, ours) for name in ("j30", "j80", "exact", "complete")
    }
    for name, key in (("j30", "source_right"), ("j80", "source_right_j80")):
        found[key] = round(counts[name + " source right"] / max(1, counts[name + " sourced"]), 4)
    found["precision_j80"] = round(counts["j80"] / max(1, ours), 4)
    found["recall_j80"] = round(counts["j80"] / max(1, gold), 4)
    for kind in KINDS:
        total = counts["gold " + kind], counts["ours " + kind]
        found[kind] = {name: f1(counts[f"{name} {kind}"], *total) for name, _ in MATCHES}
    return found


def labelled(labels: Sequence[str]) -> set[tuple[str, int, int]]:
    """The spans of BIO labels: role, first token, last token + 1."""
    spans = set()
    for start, label in enumerate(labels):
        if label.startswith("B-"):
            end = start + 1
            while end < len(labels) and labels[end] == "I-" + label[2:]:
                end += 1
            spans.add((label[2:], start, end))
    return spans


def tokenised(tokens: Sequence[str], found: Iterable[Attribution]) -> set[tuple[str, int, int]]:
    """Attributions in the tokens of a text that is these tokens joined by blanks."""
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token) + 1
    spans = set()
    for each in found:
        for role, ranges in zip(ROLES, (each.source, each.cue, each.content), strict=True):
            for a, b in ranges:
                inside = [k for k, start in enumerate(starts) if a <= start < b]
                if inside:
                    spans.add((role, inside[0], inside[-1] + 1))
    return spans
