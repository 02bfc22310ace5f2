"""Points: claims that state the same thing, and how their versions relate."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.compare.align import Alignment, align
from rashomon.compare.align.views import View, make_views
from rashomon.compare.lineage import Lineage
from rashomon.compare.reasons import shared_reasons
from rashomon.compare.salience import salience
from rashomon.compare.slots import Finding, Version, compare_claims
from rashomon.compare.slots.amounts import same_amount
from rashomon.compare.slots.attribution import known_to_most
from rashomon.compare.slots.differences import differences
from rashomon.compare.slots.echoes import echoes
from rashomon.compare.slots.measured import measured
from rashomon.model import Point, Quantity, Resolution, Span, Utterance, Value
from rashomon.model.identity import content_id
from rashomon.model.points import Relation, Slot

# How likely claims of two groups must be one thing before it is said in what they differ: by eye, on the
# briefs of the labelled stories.
ONE_THING = 0.9
NEAR = ("the statements are near to each other: one thing in other details, or two that resemble each other",)
ORDER: tuple[Relation, ...] = ("contradict", "differ", "update", "agree", "exclusive")


def find_points(
    resolution: Resolution, lineage: Lineage, utterances: Sequence[Utterance]
) -> tuple[Point, ...]:
    """Return the story's points: the contested first, each class by salience."""
    views = make_views(resolution, utterances)
    alignment = align(views)
    maker = _Maker(views, alignment, lineage, len(resolution.annotations))
    points = [maker.point(group) for group in alignment.groups]
    near = [point for group in alignment.near if (point := maker.near(group)) is not None]
    told = {claim for point in near for claim in point.claims}
    points = [
        point
        for place, point in enumerate(points)
        if place not in alignment.echoed or not told.issuperset(point.claims)
    ]
    points += near
    points += maker.further()
    return tuple(sorted(points, key=lambda p: (p.near, ORDER.index(p.relation), -p.salience, p.id)))


class _Maker:
    """Makes points of one story's groups of claims."""

    def __init__(self, views: Sequence[View], alignment: Alignment, lineage: Lineage, articles: int) -> None:
        self._views = views
        self._alignment = alignment
        self._lineage = lineage
        self._articles = articles
        self._shown: set[frozenset[Span]] = set()
        self._measured = dict(measured(views, alignment.likelihood))
        self._left: list[tuple[Sequence[int], list[Finding]]] = []
        self._home = {index: place for place, group in enumerate(alignment.groups) for index in group}

    def point(self, group: Sequence[int]) -> Point:
        """Return the point of one group of claims."""
        views = [self._views[index] for index in group]
        told = self._first(group, self._findings(group))
        relation, slot = _verdict(views, told)
        return self._made(group, relation, slot, self._values(views, told), told)

    def near(self, group: Sequence[int]) -> Point | None:
        """Return the point of claims that are likely one thing told otherwise; None where words are equal.

        Its versions are what typed comparators find, else what each group of claims says.
        """
        views = [self._views[index] for index in group]
        fresh = (f for f in self._findings(group, least=ONE_THING) if _spans(f) not in self._shown)
        told = self._first(group, fresh)
        if told:
            relation, slot = _verdict(views, told)
            return self._made(group, relation, slot, self._values(views, told), told)
        values = tuple(self._sentences(group))
        return self._made(group, "differ", "other", values, []) if _unlike(values) else None

    def further(self) -> Iterator[Point]:
        """What else the claims of the points made so far tell otherwise, each in a point of its own."""
        apart = [(pair, [finding]) for pair, finding in sorted(self._measured.items(), key=lambda m: m[0])]
        for group, told in (*self._left, *apart):
            if any(_spans(finding) in self._shown for finding in told):
                continue
            spans = [version.span for finding in told for version in (finding.left, finding.right)]
            members = [
                i for i in group if any(s.overlaps(t) for s in self._views[i].claim.spans for t in spans)
            ]
            views = [self._views[index] for index in members]
            if len({view.article for view in views}) > 1:
                relation, slot = _verdict(views, told)
                made = self._made(members, relation, slot, self._values(views, told), told)
                yield replace(made, id=content_id("p", [*made.claims, slot or "", *sorted(map(str, spans))]))

    def _first(self, group: Sequence[int], findings: Iterable[Finding]) -> list[Finding]:
        """The findings of a group's first difference; those of the others are kept for further points."""
        views = [self._views[index] for index in group]
        findings = [finding for finding in findings if not known_to_most(views, finding)]
        found = [told for told in differences(findings) if _apart(told, self._values(views, told))]
        self._left += [(group, told) for told in found[1:]]
        return found[0] if found else []

    def _sentences(self, group: Sequence[int]) -> Iterator[Value]:
        """The sentences of each group of claims, under that of its typical claim: clauses alone mislead."""
        homes = defaultdict[int, list[View]](list)
        for index in group:
            homes[self._home[index]].append(self._views[index])
        said: defaultdict[str, set[Span]] = defaultdict(set)
        for own in homes.values():
            said[" ".join(self._typical(own).context.split())] |= {view.around for view in own}
        for text, spans in said.items():
            yield replace(self._value(sorted(spans), [self._views[i] for i in group]), value=text)

    def _made(
        self,
        group: Sequence[int],
        relation: Relation,
        slot: Slot | None,
        values: tuple[Value, ...],
        told: Sequence[Finding],
    ) -> Point:
        """Put the point together, and remember which versions it shows."""
        self._shown |= {_spans(finding) for finding in told}
        views = [self._views[index] for index in group]
        spans = [span for view in views for span in view.claim.spans]
        witnesses = self._lineage.witnesses(spans)
        return Point(
            id=content_id("p", sorted(view.claim.id for view in views)),
            claims=tuple(view.claim.id for view in views),
            articles=tuple(sorted({view.claim.article for view in views})),
            relation=relation,
            slot=slot,
            values=values,
            origins=self._lineage.origin_ids(spans),
            independent=len(witnesses),
            salience=salience(views, len(witnesses), self._articles, relation, slot),
            reasons=NEAR
            if slot == "other" and not told
            else tuple(self._reasons(group, told, len(witnesses))),
        )

    def _findings(self, group: Sequence[int], *, least: float = 0.0) -> Iterator[Finding]:
        """How claims differ, two by two: those that are one thing at least so likely, or surely."""
        for place, left in enumerate(group):
            for right in group[place + 1 :]:
                known = self._measured.get((left, right))
                if known is not None:
                    yield known
                likelihood = self._alignment.likelihood.get((left, right), 0.0)
                found = compare_claims(self._views[left], self._views[right], likelihood)
                fresh = (each for each in found if known is None or each.slot != known.slot)
                yield from (finding for finding in fresh if finding.sure or likelihood >= least)

    def _values(self, views: Sequence[View], told: Sequence[Finding]) -> tuple[Value, ...]:
        if not told:
            plain = self._value([span for view in views for span in view.claim.spans], views)
            return (replace(plain, value=" ".join(self._typical(views).text.split())),)
        versions: defaultdict[str, set[Span]] = defaultdict(set)
        for version in (v for finding in told for v in (finding.left, finding.right)):
            versions[version.key].update(_sayers(version, views, told))
        values = [self._value(sorted(spans), views) for _, spans in sorted(versions.items())]
        return tuple(sorted(values, key=lambda value: (-len(value.articles), value.spans)))

    def _typical(self, views: Sequence[View]) -> View:
        """The claim that says most of what all say: the one that shares most words with the others.

        A headline or a phrase without a verb stands for the others only where nothing else does, and so does
        a claim with a figure that not all articles give.
        """
        counts = Counter(term for view in views for term in set(view.terms))
        return min(
            views,
            key=lambda v: (
                v.kind == "title",
                not v.verbal,
                _alone_with_figures(v, views),
                -sum(counts[t] - 1 for t in set(v.terms)) / (len(v.terms) + 4),
                -len(v.terms),
                v.claim.id,
            ),
        )

    def _value(self, spans: Sequence[Span], views: Sequence[View]) -> Value:
        source = {view.claim.article: view.source for view in views}
        exact = source[spans[0].article].exact(spans[0])
        return Value(
            value=" ".join(exact.split()),
            spans=tuple(sorted(set(spans))),
            articles=tuple(sorted({span.article for span in spans})),
            independent=len(self._lineage.witnesses(spans)),
        )

    def _reasons(self, group: Sequence[int], told: Sequence[Finding], witnesses: int) -> Iterator[str]:
        yield from list(dict.fromkeys(finding.reason for finding in told))[:4]
        yield from shared_reasons(self._views, self._alignment, group, witnesses)


def _alone_with_figures(view: View, views: Sequence[View]) -> bool:
    """Whether the claim gives a figure that the claims of some other article don't give."""
    given: defaultdict[str, list[Quantity]] = defaultdict(list)
    for other in views:
        given[other.claim.article].extend(other.quantities)
    return not all(
        any(same_amount(figure, other) for other in told)
        for figure in view.quantities
        for told in given.values()
    )


def _spans(finding: Finding) -> frozenset[Span]:
    return frozenset((finding.left.span, finding.right.span))


def _sayers(version: Version, views: Sequence[View], told: Sequence[Finding]) -> Iterator[Span]:
    """Where a version is told; whoever gives a newer figure does not stand behind the older one."""
    others = {v.span.article for f in told for v in (f.left, f.right) if v.key != version.key}
    newer = others if told[0].relation == "update" else set()
    return (s for s in echoes(version, views) if s == version.span or s.article not in newer)


def _apart(told: Sequence[Finding], values: Sequence[Value]) -> bool:
    """Whether a reader sees other words, and no article gives two values that can't, or may well, be one.

    An article that has "12" and "at least 12" shows itself that they don't quarrel.
    """
    sides = [article for value in values for article in value.articles]
    of_one_mind = len(sides) == len(set(sides))
    open_to_both = told[0].relation != "contradict" and not all(finding.one_size for finding in told)
    return (of_one_mind or open_to_both) and _unlike(values)


def _holds(view: View, spans: Sequence[Span]) -> bool:
    """Whether one of the claim's spans holds part of those."""
    return any(span.overlaps(other) for span in view.claim.spans for other in spans)


def _unlike(values: Sequence[Value]) -> bool:
    return len({value.value for value in values}) > 1


def _verdict(views: Sequence[View], told: Sequence[Finding]) -> tuple[Relation, Slot | None]:
    """The relation and slot of claims that tell one difference, or none."""
    if told:
        return told[0].relation, told[0].slot
    return ("exclusive" if len({view.article for view in views}) == 1 else "agree"), None
