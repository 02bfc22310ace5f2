"""Utterances: one thing one speaker said, with every outlet's rendering of it.

Only what two articles or more render makes an utterance: what one alone quotes stays a quote. Quotes
are compared as wholes first; then their parts are, for a long quote may hold what others give alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.compare.fidelity import fidelity
from rashomon.compare.partners import beside
from rashomon.compare.renderings import (
    FEATURES,
    PRIOR,
    Rendered,
    longest_run,
    may_meet,
    one_speaker,
    one_voice,
    prepare,
)
from rashomon.link.features import score_pair
from rashomon.link.group import average_link, connected
from rashomon.model import Annotations, Entity, Rendering, Utterance
from rashomon.model.identity import content_id
from rashomon.model.points import Fidelity

# Log-odds, set on the labelled stories, cross-validated by story: precision .72 and recall .70 of
# the sentence pairs of one utterance, .60 and .71 where a quote of several sentences counts as a whole.
_THRESHOLD = -0.2
_APART = -4.0  # the log-odds of two quotes that share no rare word
_NEVER = float("-inf")
# One article rarely gives one utterance twice in other words, but it may give it in two pieces, each
# of which is held by another article's longer quote: no evidence against, a little for keeping apart.
_BESIDE = -1.0
_NEXT = -2.0  # two parts of one quote: its speaker went on to another thing
# The same words: without one voice on both sides only they join; many of one speaker always do.
_SURE = 1.0
_LONG_RUN = 8
_SAME_RUN = 5
_SAME_SHARE = 0.6

Group = tuple[Rendered, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """One utterance: the quotes that give it, and groups of parts where not the whole of them does."""

    wholes: Group
    parts: tuple[Group, ...]


def find_utterances(
    annotations: Sequence[Annotations], entities: Sequence[Entity] = ()
) -> tuple[Utterance, ...]:
    """Return what two articles or more render, in the order of the speakers' ids and first quotes.

    A quote of several statements may render several utterances. `entities` tell whom a source without a
    name speaks for.
    """
    if len(annotations) < 2:
        return ()
    wholes, pieces = prepare(annotations, entities)
    by_quote = {each.quote.id: each for each in wholes}
    whole = {_quotes(group): group for group in _groups(wholes, sure=True)}
    part = [group for group in _groups(pieces, sure=False) if any(map(_is_cut, group))]
    sets = {*whole, *map(_quotes, part)}
    utterances = []
    for quotes in sets:
        if any(quotes < other for other in sets):
            continue
        members = tuple(by_quote[quote] for quote in sorted(quotes))
        groups = tuple(group for group in part if _quotes(group) <= quotes)
        if quotes in whole and not _narrows(members, groups):
            groups = ()
        utterances.append(_utterance(_Said(members, groups)))
    return tuple(sorted(utterances, key=lambda each: (each.speaker or "", each.renderings[0].quote, each.id)))


def _quotes(group: Group) -> frozenset[str]:
    return frozenset(each.quote.id for each in group)


def _is_cut(rendered: Rendered) -> bool:
    """Whether this is less than its quote."""
    return rendered.spans != rendered.quote.content


def _narrows(wholes: Group, groups: Sequence[Group]) -> bool:
    """Whether all that was said is held by one longer quote, of which the groups show the place.

    Where several hold more than what was matched, the rest may be the same in other words.
    """
    told = frozenset[str]().union(*map(_quotes, groups))
    cut = [each for each in wholes if _is_cut(_given(each, groups))]
    return len(cut) == 1 and len(told) == len(wholes)


def _groups(rendered: Sequence[Rendered], *, sure: bool) -> list[Group]:
    """Group what gives one utterance, in two articles or more.

    Quotes that no chain of likely pairs joins can't come together, so each set that is joined is grouped
    for itself: an article of thousands of quotes costs nothing where no other article is like it.
    """
    pairs = may_meet(rendered)
    joined = connected(range(len(rendered)), pairs)
    home = {place: number for number, places in enumerate(joined) for place in places}
    inside: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in pairs:
        inside[home[pair[0]]].append(pair)
    found: list[Group] = []
    for number, places in enumerate(joined):
        if len({rendered[place].quote.article for place in places}) > 1:
            order = {place: at for at, place in enumerate(sorted(places))}
            near = [(order[left], order[right]) for left, right in inside[number]]
            found += _linked([rendered[place] for place in order], near, sure=sure)
    return found


def _linked(members: Sequence[Rendered], pairs: Sequence[tuple[int, int]], *, sure: bool) -> list[Group]:
    """Group members whose likely pairs are given by their places.

    Two of one article are held against each other where a third is near to both.
    """
    near = (*pairs, *beside(pairs, [each.quote.article for each in members]))
    scores = {(i, j): _score(members[i], members[j], sure=sure) for i, j in near}
    groups = average_link(len(members), scores, threshold=_THRESHOLD, default=_APART)
    told = [tuple(members[place] for place in group) for group in groups]
    return [group for group in told if len({each.quote.article for each in group}) > 1]


def _score(left: Rendered, right: Rendered, *, sure: bool) -> float:
    """The log-odds that both give one utterance; minus infinity where they can't."""
    if not one_speaker(left, right):
        return _NEVER
    if left.quote.id == right.quote.id:
        return _NEXT
    run = longest_run(left.folds, right.folds)
    if run >= _SAME_RUN and run >= _SAME_SHARE * min(len(left.folds), len(right.folds)):
        total = PRIOR + score_pair(left, right, FEATURES).total
        known = left.quote.speaker is not None and left.quote.speaker == right.quote.speaker
        return max(total, _SURE) if sure and known and run >= _LONG_RUN else total
    if left.quote.article == right.quote.article:
        return _BESIDE
    if not one_voice(left, right):
        return _NEVER
    return PRIOR + score_pair(left, right, FEATURES).total


def _utterance(said: _Said) -> Utterance:
    speakers = sorted({each.quote.speaker for each in said.wholes if each.quote.speaker is not None})
    return Utterance(
        id=content_id("utterance", [each.quote.id for each in said.wholes]),
        speaker=speakers[0] if len(speakers) == 1 else None,
        renderings=tuple(_renderings(said)),
    )


def _renderings(said: _Said) -> Iterator[Rendering]:
    """Measure each rendering against the fullest direct one, else against the fullest with marks."""
    kinds = ("direct", "mixed", "indirect")
    given = {each.quote.id: _given(each, said.parts) for each in said.wholes}
    full = min(given.values(), key=lambda g: (kinds.index(g.quote.kind), -len(g.folds), g.quote.id))
    for whole in said.wholes:
        each = given[whole.quote.id]
        near = [group for group in said.parts if whole.quote.id in _quotes(group)]
        spans = each.spans if _is_cut(each) else ()
        yield Rendering(each.quote.id, _fidelity(each, _given(full, near)), spans)


def _given(whole: Rendered, groups: Sequence[Group]) -> Rendered:
    """Join the parts of a quote that stand in the groups; the whole quote where none or all do."""
    held = {each.place: each for group in groups for each in group if each.quote.id == whole.quote.id}
    pieces = [held[place] for place in sorted(held)]
    if not pieces or sum(len(each.folds) for each in pieces) == len(whole.folds):
        return whole
    return replace(
        whole,
        spans=tuple(span for each in pieces for span in each.spans),
        text=" ".join(each.text for each in pieces),
        marked=tuple(text for each in pieces for text in each.marked),
        folds=tuple(fold for each in pieces for fold in each.folds),
    )


def _fidelity(each: Rendered, full: Rendered) -> Fidelity:
    """How one rendering gives the fullest one; where nobody prints the words, all are paraphrases."""
    if full.quote.kind == "indirect":
        return "paraphrased"
    if each.quote.kind != "mixed":
        return fidelity(each.text, full.text, quoted=each.quote.kind == "direct")
    parts = [fidelity(part, full.text, quoted=True) for part in each.marked if part.split()]
    if "altered" in parts:
        return "altered"
    whole = fidelity(each.text, full.text, quoted=False)
    most = 2 * sum(len(part) for part in each.marked) >= len(each.text)
    return "trimmed" if whole == "paraphrased" and parts and most else whole
