"""Anchoring: dates of articles that carry no date of their own, by the story's other articles."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from statistics import median_low

from rashomon.model import Annotations, Span, Time
from rashomon.text.calendar import Anchor, Tense, read_anchor
from rashomon.text.moments import resolve_moments
from rashomon.text.tenses import tense_at

# Reports of one event come within days; where half of the dates lie further off, none is the story's.
_SPREAD_DAYS = 7


def anchor_times(annotations: Sequence[Annotations]) -> tuple[Annotations, ...]:
    """Return the articles with relative times of undated articles resolved by the story's date."""
    anchor = story_anchor(annotations)
    if anchor is None:
        return tuple(annotations)
    return tuple(each if _dated(each) else _anchored(each, anchor) for each in annotations)


def story_anchor(annotations: Sequence[Annotations]) -> Anchor | None:
    """The middle day of publication, where most of the dated articles lie around it."""
    days = [anchor.day for each in annotations if (anchor := _dated(each))]
    if not days:
        return None
    middle = date.fromordinal(median_low(day.toordinal() for day in days))
    near = sum(abs((day - middle).days) <= _SPREAD_DAYS for day in days)
    return Anchor(middle) if 2 * near > len(days) else None


def _dated(annotations: Annotations) -> Anchor | None:
    anchor = read_anchor(annotations.article.published)
    return anchor if anchor and anchor.precision == "day" else None


def _anchored(annotations: Annotations, anchor: Anchor) -> Annotations:
    """Resolve what stood without a value; what the words alone settle stays as it is."""
    by_sentence: defaultdict[int, list[Time]] = defaultdict(list)
    starts = [sentence.start for sentence in annotations.sentences]
    for time in annotations.times:
        by_sentence[bisect_right(starts, time.span.start) - 1].append(time)
    changed: dict[Span, Time] = {}
    for index, times in sorted(by_sentence.items()):
        if any(_open(time) for time in times):
            changed.update(_resolved(annotations, index, times, anchor))
    if not changed:
        return annotations
    return replace(
        annotations,
        times=tuple(changed.get(time.span, time) for time in annotations.times),
        claims=tuple(
            replace(claim, dates=tuple(changed.get(time.span, time) for time in claim.dates))
            for claim in annotations.claims
        ),
    )


def _open(time: Time) -> bool:
    return time.value is None or (time.kind == "time" and time.value.startswith("T"))


def _resolved(
    annotations: Annotations, index: int, times: Sequence[Time], anchor: Anchor
) -> dict[Span, Time]:
    base = annotations.sentences[index].start
    text = annotations.article.text[base : annotations.sentences[index].end]
    tokens = annotations.tokens
    places = [(time.span.start - base, time.span.end - base) for time in times]

    def tense_of(offset: int) -> Tense:
        return tense_at(tokens, min(bisect_left(tokens.start, base + offset), len(tokens) - 1))

    found: dict[Span, Time] = {}
    for time, resolved in zip(times, resolve_moments(text, places, anchor, tense_of), strict=True):
        if _open(time) and resolved and resolved.value and resolved.value != time.value:
            basis = "story" if resolved.basis == "relative" else time.basis
            found[time.span] = replace(
                time, value=resolved.value, precision=resolved.precision, end=resolved.end, basis=basis
            )
    return found
