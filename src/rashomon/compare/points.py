"""Points: claims that state the same thing, and how their versions relate."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from rashomon.compare.align import Alignment, align
from rashomon.compare.align.views import View, make_views
from rashomon.compare.lineage import Lineage
from rashomon.compare.reasons import shared_reasons
from rashomon.compare.salience import salience
from rashomon.compare.slots import Finding, Version, compare_claims
from rashomon.compare.slots.attribution import known_to_most
from rashomon.compare.slots.differences import differences
from rashomon.compare.slots.echoes import echoes, given_by_one, outcome_of
from rashomon.compare.slots.measured import measured
from rashomon.compare.slots.named_ages import named_ages, of_one_person
from rashomon.compare.slots.tolls import tolls
from rashomon.compare.typical import SURE, Figures, supports, typical
from rashomon.link.group import connected
from rashomon.model import Point, Resolution, Span, Utterance, Value
from rashomon.model.identity import content_id
from rashomon.model.points import Relation, Slot

# How likely claims of two groups must be one thing before it is said in what they differ: by eye, on the
# briefs of the labelled stories.
ONE_THING = 0.9
# How likely two claims must be one before what is likely of the one is as likely of the other.
TWIN = 0.99
# What is left of an agreement that some outlet may not share: it is told behind those that all surely share.
DOUBTFUL = 0.5
FIGURES = "a figure in it is not given by all of them"
MENTIONED = "one of them takes it as known"
DOUBT = "one of them says it in words that may mean something else"
NEAR = ("the statements are near to each other: one thing in other details, or two that resemble each other",)
# Slots whose keys are values: who says a thing, and that it is denied, is told of many things.
VALUED = frozenset({"quantity", "date", "duration", "place"})
Sides = tuple[Slot, frozenset[tuple[str, str]]]
ORDER: tuple[Relation, ...] = ("contradict", "differ", "update", "agree", "exclusive")


def find_points(
    resolution: Resolution, lineage: Lineage, utterances: Sequence[Utterance]
) -> tuple[Point, ...]:
    """Return the story's points: the contested first, each class by salience."""
    views = make_views(resolution, utterances)
    alignment = align(views)
    maker = _Maker(views, alignment, lineage, len(resolution.annotations))
    bodied = {view.article for view in views if view.kind != "title"}
    made = [(places, group, maker.point(group, told)) for places, group, told in maker.joined()]
    near = [point for group in alignment.near if (point := maker.near(group)) is not None]
    told = {claim for point in near for claim in point.claims}
    points = [
        point
        for places, group, point in made
        if not (alignment.echoed.issuperset(places) and told.issuperset(point.claims))
        and not _is_topic([views[index] for index in group], bodied)
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
        self._shown: set[Sides] = set()
        self._measured = dict(measured(views, alignment.likelihood))
        self._ages = list(named_ages(views))
        self._of_one = [of_one_person(told) for _, told in self._ages]
        self._left: list[tuple[Sequence[int], list[Finding]]] = []
        self._twins = _twins(alignment.likelihood)
        self._home = {index: place for place, group in enumerate(alignment.groups) for index in group}

    def joined(self) -> Iterator[tuple[Sequence[int], Sequence[int], list[Finding]]]:
        """Yield what one point is made of: the places of groups, their claims, and the first difference.

        Groups in which the same articles tell the same difference are one point: headline and lead.
        """
        groups = self._alignment.groups
        found = [self._first(group, self._findings(group)) for group in groups]
        for places in connected(range(len(groups)), self._told_twice(found)):
            group = sorted(index for place in places for index in groups[place])
            told = differences([finding for place in places for finding in found[place]])
            views = [self._views[index] for index in group]
            if len(places) > 1 and told and _apart(told[0], self._values(views, told[0])):
                yield places, group, told[0]
            else:
                yield from (((place,), groups[place], found[place]) for place in places)

    def _told_twice(self, found: Sequence[Sequence[Finding]]) -> Iterator[tuple[int, int]]:
        """Yield the places of groups that tell the same values of the same articles, of like people."""
        first: dict[tuple[Sides, str | None], int] = {}
        for place, told in enumerate(found):
            views = [self._views[index] for index in self._alignment.groups[place]]
            for finding in told:
                if finding.slot in VALUED:
                    became = outcome_of(finding.left, views)
                    for sides in _all_sides(finding, views, told):
                        yield first.setdefault((sides, became), place), place

    def point(self, group: Sequence[int], told: Sequence[Finding]) -> Point:
        """Return the point of one group of claims, and of how they differ."""
        views = [self._views[index] for index in group]
        relation, slot = _verdict(views, told)
        if told:
            return self._made(group, relation, slot, self._values(views, told), told)
        best = typical(group, self._views, self._alignment.likelihood)
        plain = self._value([span for view in views for span in view.claim.spans], views)
        plain = replace(plain, value=" ".join(self._views[best].text.split()))
        made = self._made(group, relation, slot, (plain,), told)
        doubts = tuple(self._doubts(best, group)) if relation == "agree" else ()
        weaker = round(made.salience * DOUBTFUL, 4)
        return replace(made, salience=weaker, reasons=(*made.reasons, *doubts)) if doubts else made

    def _doubts(self, best: int, group: Sequence[int]) -> Iterator[str]:
        """Yield why not all outlets of an agreement may tell what the claim says that stands for it."""
        views = [self._views[index] for index in group]
        if supports(group, self._views, self._alignment.likelihood)[best] < SURE:
            yield DOUBT
        if Figures(views).own(self._views[best]):
            yield FIGURES
        if {view.article for view in views} > {view.article for view in views if not view.known}:
            yield MENTIONED

    def near(self, group: Sequence[int]) -> Point | None:
        """Return the point of claims that are likely one thing told otherwise; None where words are equal.

        Its versions are what typed comparators find, else what each group of claims says.
        """
        views = [self._views[index] for index in group]
        found = self._findings(group, least=ONE_THING)
        fresh = (f for f in found if self._shown.isdisjoint(_all_sides(f, views, [f])))
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
            members = self._telling(group, told)
            articles = {self._views[index].article for index in members}
            if len(articles) > 1 and not any(_sides(finding) in self._shown for finding in told):
                yield self._one_more(members, told)
        for tellers, told in self._ages:
            yield self._one_more(tellers, told)
        for tellers, told in tolls(self._views):
            shown = {(slot, frozenset(key for _, key in sides)) for slot, sides in self._shown}
            if not any((f.slot, frozenset((f.left.key, f.right.key))) in shown for f in told):
                yield self._one_more(tellers, told)

    def _one_more(self, members: Sequence[int], told: Sequence[Finding]) -> Point:
        """The point of claims that other points may hold as well."""
        views = [self._views[index] for index in members]
        made = self._made(members, *_verdict(views, told), self._values(views, told), told)
        spans = sorted(str(version.span) for finding in told for version in (finding.left, finding.right))
        return replace(made, id=content_id("p", [*made.claims, made.slot or "", *spans]))

    def _telling(self, group: Sequence[int], told: Sequence[Finding]) -> list[int]:
        """The claims of the group that hold words of one of the versions."""
        spans = [version.span for finding in told for version in (finding.left, finding.right)]
        return [i for i in group if any(s.overlaps(t) for s in self._views[i].claim.spans for t in spans)]

    def _first(self, group: Sequence[int], findings: Iterable[Finding]) -> list[Finding]:
        """The findings of a group's first difference; those of the others are kept for further points."""
        views = [self._views[index] for index in group]
        findings = [
            each
            for each in findings
            if not (
                known_to_most(views, each)
                or given_by_one(each, views, self._views)
                or self._of_one_newsroom(each)
            )
        ]
        found = [told for told in differences(findings) if _apart(told, self._values(views, told))]
        self._left += [(group, told) for told in found[1:]]
        return found[0] if found else []

    def _of_one_newsroom(self, finding: Finding) -> bool:
        """Whether one newsroom names its source once and not again: that is no other account."""
        articles = finding.left.span.article, finding.right.span.article
        return finding.slot == "attribution" and self._lineage.one_newsroom(*articles)

    def _sentences(self, group: Sequence[int]) -> Iterator[Value]:
        """The sentences of each group of claims, under that of its typical claim: clauses alone mislead."""
        homes = defaultdict[int, list[int]](list)
        for index in group:
            homes[self._home[index]].append(index)
        said: defaultdict[str, set[Span]] = defaultdict(set)
        for own in homes.values():
            best = self._views[typical(own, self._views, self._alignment.likelihood)]
            said[" ".join(best.context.split())] |= {self._views[index].around for index in own}
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
        views = [self._views[index] for index in group]
        self._shown |= {sides for finding in told for sides in _all_sides(finding, views, told)}
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
            salience=salience(
                views, len(witnesses), self._articles, relation, slot, loosely=_told_loosely(told)
            ),
            reasons=NEAR if slot == "other" and not told else tuple(self._reasons(group, told, witnesses)),
        )

    def _findings(self, group: Sequence[int], *, least: float = 0.0) -> Iterator[Finding]:
        """How claims differ, two by two: those that are one thing at least so likely, or surely."""
        for place, left in enumerate(group):
            for right in group[place + 1 :]:
                known = self._measured.get((left, right))
                if known is not None:
                    yield known
                likelihood = self._likely(left, right)
                found = compare_claims(self._views[left], self._views[right], likelihood)
                fresh = (each for each in found if known is None or each.slot != known.slot)
                told = (each for each in fresh if _certain(each) or likelihood >= least)
                yield from (each for each in told if not self._by_name(each))

    def _by_name(self, finding: Finding) -> bool:
        """Whether it tells two ages of one named person, which have a point of their own."""
        ages = {finding.left.span, finding.right.span}
        return any(ages <= known for known in self._of_one)

    def _likely(self, left: int, right: int) -> float:
        """How likely two claims are one thing: as likely as another that is surely one of them, at least."""
        twins = [(left, right), *((twin, right) for twin in self._twins.get(left, ()))]
        twins += ((left, twin) for twin in self._twins.get(right, ()))
        return max(self._alignment.likelihood.get((min(pair), max(pair)), 0.0) for pair in twins)

    def _values(self, views: Sequence[View], told: Sequence[Finding]) -> tuple[Value, ...]:
        versions: defaultdict[str, set[Span]] = defaultdict(set)
        for version in (v for finding in told for v in (finding.left, finding.right)):
            versions[version.key].update(_sayers(version, views, told))
        values = [self._value(sorted(spans), views) for _, spans in sorted(versions.items())]
        values.sort(key=lambda value: (-len(value.articles), value.spans))
        if told and told[0].relation == "update":  # what was told first stands first, as it grew
            out = {view.claim.article: view.source.published or "" for view in views}
            values.sort(key=lambda value: min(out[article] for article in value.articles))
        return tuple(values)

    def _value(self, spans: Sequence[Span], views: Sequence[View]) -> Value:
        source = {view.claim.article: view.source for view in views}
        exact = source[spans[0].article].exact(spans[0])
        return Value(
            value=" ".join(exact.split()),
            spans=tuple(sorted(set(spans))),
            articles=tuple(sorted({span.article for span in spans})),
            independent=len(self._lineage.witnesses(spans)),
        )

    def _reasons(
        self, group: Sequence[int], told: Sequence[Finding], witnesses: Sequence[Sequence[str]]
    ) -> Iterator[str]:
        yield from list(dict.fromkeys(finding.reason for finding in told))[:4]
        yield from shared_reasons(self._alignment, group, witnesses, self._lineage)


def _is_topic(views: Sequence[View], bodied: Collection[int]) -> bool:
    """Whether they are a headline whose article has a body: it sums up what that tells, and adds nothing.

    Read by eye, 82 headlines of the labelled stories that were one with nothing else told nothing new.
    """
    articles = {view.article for view in views}
    return len(articles) == 1 and articles <= set(bodied) and all(view.kind == "title" for view in views)


def _twins(likelihood: Mapping[tuple[int, int], float]) -> Mapping[int, Sequence[int]]:
    """For each claim, those that surely are one with it."""
    found = defaultdict[int, list[int]](list)
    for (left, right), value in sorted(likelihood.items()):
        if value >= TWIN:
            found[left].append(right)
            found[right].append(left)
    return found


def _sides(finding: Finding) -> Sides:
    """Which article gives which version: the same of other places in them is nothing new."""
    return finding.slot, frozenset((v.span.article, v.key) for v in (finding.left, finding.right))


def _all_sides(finding: Finding, views: Sequence[View], told: Sequence[Finding]) -> Iterator[Sides]:
    """The sides of all articles that a reader is told to stand behind the finding's versions."""
    left, right = (
        {(span.article, version.key) for span in _sayers(version, views, told)}
        for version in (finding.left, finding.right)
    )
    return ((finding.slot, frozenset(pair)) for pair in product(sorted(left), sorted(right)))


def _sayers(version: Version, views: Sequence[View], told: Sequence[Finding]) -> Iterator[Span]:
    """Where a version is told; whoever gives a newer figure does not stand behind the older one."""
    others = {v.span.article for f in told for v in (f.left, f.right) if v.key != version.key}
    newer = others if told[0].relation == "update" else set()
    return (s for s in echoes(version, views) if s == version.span or s.article not in newer)


def _certain(finding: Finding) -> bool:
    """Whether a finding has asked on its own how surely both claims are one thing."""
    return finding.sure or finding.relation == "contradict"


def _told_loosely(told: Sequence[Finding]) -> bool:
    """Whether the versions only give one number or time more or less exactly."""
    return bool(told) and all(finding.one_size for finding in told)


def _apart(told: Sequence[Finding], values: Sequence[Value]) -> bool:
    """Whether a reader sees other words, and no article gives two values that can't, or may well, be one.

    An article that has "12" and "at least 12" shows itself that they don't quarrel.
    """
    sides = [article for value in values for article in value.articles]
    of_one_mind = len(sides) == len(set(sides))
    # who has both dates, or both lengths of time, has them of two things
    two = told[0].relation == "contradict" or told[0].slot == "date"
    two = two or (told[0].slot == "duration" and len(set(sides)) > 1)
    open_to_both = not two and not _told_loosely(told)
    return (of_one_mind or open_to_both) and _unlike(values)


def _unlike(values: Sequence[Value]) -> bool:
    return len({value.value for value in values}) > 1


def _verdict(views: Sequence[View], told: Sequence[Finding]) -> tuple[Relation, Slot | None]:
    """The relation and slot of claims that tell one difference, or none."""
    if told:
        return told[0].relation, told[0].slot
    return ("exclusive" if len({view.article for view in views}) == 1 else "agree"), None
