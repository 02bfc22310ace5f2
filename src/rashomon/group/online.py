"""Online: articles come one by one, each is placed at once, and what later evidence changes is recorded."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rashomon.group.candidates import Index
from rashomon.group.crowds import crowded, joined
from rashomon.group.linking import FLOOR, evidence, group_by_odds, link, pair_odds
from rashomon.group.pairs import wording_of
from rashomon.group.profiles import Profile
from rashomon.model import Evidence

NEAREST = 12  # candidates of an article that is placed at once; `settle` looks at more
# Log-odds that groups must reach at once: less than when all settles, for of what else resembles both of a
# pair not all has come. Set on the development parts of giveme5w1h_newscluster, wikinews_events,
# allsides_neus and gva_longtail.
AT_ONCE = -0.2
ALONE = AT_ONCE  # log-odds of the best pair, up to which an article is a story of its own without more ado
LOCAL = 80  # articles grouped anew around one that comes: larger stories are joined, not taken apart

ChangeKind = Literal["new", "joined", "moved", "merged", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of the grouping: articles that came to be in the story `to`, and from where.

    Stories go by the id of the article that began them, also when that was let go. `evidence` is that
    of the pair that weighs most for it, between `article` and `partner`; a split, or an article alone,
    has none.
    """

    kind: ChangeKind
    articles: tuple[str, ...]
    before: str | None
    to: str
    article: str | None = None
    partner: str | None = None
    odds: float | None = None
    evidence: tuple[Evidence, ...] = ()


class Grouper:
    """Groups a stream of articles. Memory grows with the articles held; `forget` drops the oldest.

    Placing costs the same however many are held. `settle` groups all anew as a batch would be: after
    it, the order in which articles came makes no difference.
    """

    def __init__(self, *, explain: bool = True) -> None:
        self._explain = explain
        self._index = Index()
        self._profiles: dict[int, Profile] = {}
        self._odds: defaultdict[int, dict[int, float]] = defaultdict(dict)
        self._story: dict[int, int] = {}
        self._members: dict[int, set[int]] = {}
        self._names: dict[int, str] = {}  # of stories whose first article is forgotten
        self._next = 0

    def __len__(self) -> int:
        return len(self._profiles)

    def stories(self) -> dict[str, tuple[str, ...]]:
        """Return the articles of each story, by the article that began it, in the order they came."""
        return {
            self._name(story): tuple(self._profiles[i].article for i in sorted(self._members[story]))
            for story in sorted(self._members)
        }

    def place(self, profile: Profile) -> tuple[Change, ...]:
        """Put an article into a story of its own or one that stands; return what changed."""
        near = self._index.nearest(self._next, profile, most=NEAREST)
        number = self._enter(profile)
        pairs = [(other, number) for other in sorted(near)]
        self._profiles[number] = crowded(profile, (self._profiles[other] for other in near))
        self._bring_near(number, near)
        for (other, _), odds in pair_odds(self._profiles, pairs).items():
            self._odds[number][other] = self._odds[other][number] = odds
        if max(self._odds[number].values(), default=ALONE) <= ALONE:
            return self._keep([frozenset({number})])
        return self._regroup({number} | self._around(number))

    def hold(self, profile: Profile) -> None:
        """Hold an article as a story of its own, with nothing compared until others come or all settles.

        For a window that is loaded anew, where placing each article again would be wasted.
        """
        number = self._enter(profile)
        self._story[number] = number
        self._members[number] = {number}

    def settle(self) -> tuple[Change, ...]:
        """Group all that is held as one batch; return what changed."""
        numbers = sorted(self._profiles)
        linked = link([self._profiles[number] for number in numbers])
        for (i, j), odds in linked.odds.items():
            left, right = numbers[i], numbers[j]
            self._odds[left][right] = self._odds[right][left] = odds
        return self._keep([frozenset(numbers[i] for i in group) for group in linked.groups])

    def forget(self, count: int) -> None:
        """Drop the `count` articles that came first; stories that lose all their articles are gone."""
        gone = sorted(self._profiles)[:count]
        for number in gone:
            for other in self._odds.pop(number, {}):
                self._odds[other].pop(number, None)
            # the oldest of all that is held is the first of its story
            members = self._members.pop(self._story.pop(number)) - {number}
            name = self._name(number)
            self._names.pop(number, None)
            del self._profiles[number]
            if members:
                heir = min(members)
                self._members[heir] = members
                self._names[heir] = name
                self._story.update(dict.fromkeys(members, heir))
        if gone:
            self._index.forget(gone[-1] + 1)

    def _enter(self, profile: Profile) -> int:
        number = self._next
        self._next += 1
        self._index.add(number, profile)
        self._profiles[number] = profile
        return number

    def _bring_near(self, number: int, near: Iterable[int]) -> None:
        """Make an article that came one of those near to each of these."""
        came = self._profiles[number]
        for other in near:
            profile = self._profiles[other]
            self._profiles[other] = joined(profile, came.article, wording_of(came, profile))

    def _around(self, number: int) -> set[int]:
        """The articles of the stories that it could join or be held against, likeliest first, to LOCAL."""
        found: set[int] = set()
        for other in sorted(self._odds[number], key=lambda o: (-self._odds[number][o], o)):
            members = self._members[self._story[other]]
            if self._odds[number][other] > FLOOR and len(found | members) <= LOCAL:
                found |= members
        return found

    def _regroup(self, numbers: Iterable[int]) -> tuple[Change, ...]:
        """Group these articles anew by the odds that are known."""
        order = sorted(numbers)
        place = {number: at for at, number in enumerate(order)}
        odds = {
            (place[left], place[right]): value
            for left in order
            for right, value in self._odds[left].items()
            if right in place and left < right
        }
        groups = group_by_odds(len(order), odds, least=AT_ONCE)
        return self._keep([frozenset(order[at] for at in group) for group in groups])

    def _keep(self, groups: Iterable[frozenset[int]]) -> tuple[Change, ...]:
        """Make these the stories of their articles; return what that changes."""
        found = sorted(groups, key=min)
        before = {number: self._story.get(number) for group in found for number in group}
        for story in sorted({story for story in before.values() if story is not None}):
            del self._members[story]
        for group in found:
            self._members[min(group)] = set(group)
            self._story.update(dict.fromkeys(group, min(group)))
        return tuple(change for group in found for change in self._changes(group, before))

    def _changes(self, group: frozenset[int], before: dict[int, int | None]) -> Iterable[Change]:
        """What came to a story from elsewhere, by where it came from."""
        to = min(group)
        origins: defaultdict[int | None, list[int]] = defaultdict(list)
        for number in sorted(group):
            origins[before[number]].append(number)
        sizes = Counter(before.values())
        for story, numbers in sorted(origins.items(), key=lambda item: item[1]):
            if story == to:
                continue
            rest = sorted(group.difference(numbers))
            whole = story is not None and sizes[story] == len(numbers)
            yield self._change(_kind(story, rest, whole=whole), numbers, rest, story, to)

    def _change(
        self, kind: ChangeKind, numbers: list[int], rest: list[int], story: int | None, to: int
    ) -> Change:
        articles = tuple(self._profiles[number].article for number in numbers)
        came = None if story is None else self._name(story)
        known = [(self._odds[n][o], -n, -o) for n in numbers for o in rest if o in self._odds[n]]
        if not known:
            return Change(kind=kind, articles=articles, before=came, to=self._name(to))
        odds, left, right = max(known)
        article, partner = self._profiles[-left], self._profiles[-right]
        return Change(
            kind=kind,
            articles=articles,
            before=came,
            to=self._name(to),
            article=article.article,
            partner=partner.article,
            odds=odds,
            evidence=evidence(article, partner) if self._explain else (),
        )

    def _name(self, story: int) -> str:
        return self._names.get(story) or self._profiles[story].article


def _kind(story: int | None, rest: list[int], *, whole: bool) -> ChangeKind:
    """What happened to articles that were in `story` and are now with `rest`."""
    if story is None:
        return "joined" if rest else "new"
    if not rest:
        return "split"
    return "merged" if whole else "moved"
