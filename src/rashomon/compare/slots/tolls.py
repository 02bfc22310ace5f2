"""Tolls: how many were killed or hurt in all, as each article counts them, however unlike their words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.compare.align.views import View
from rashomon.compare.slots.amounts import named_loosely, weigh
from rashomon.compare.slots.differences import RELATIONS
from rashomon.compare.slots.finding import Difference, Finding
from rashomon.compare.slots.firmness import FIRM, later, rivals
from rashomon.compare.slots.outcomes import LOOSE, OUTCOMES, outcome
from rashomon.compare.slots.quantities import key, on_top, out_of, spread, versions
from rashomon.compare.slots.unmatched import superseded
from rashomon.model import Quantity
from rashomon.text.lexicon import closed_class

# What may have become of those counted.
COUNTED = frozenset({"killed", "hurt"})
# What all who suffered are counted as: beside men, brothers or officers there may be others.
ALL = closed_class("person people individual victim human life dead death fatality injury")
# Sentences in which a report tells what it is about: behind them it tells of other events as well. Set with
# the rest on 240 incidents of the development data, where all tolls so told apart are true.
FIRST = 8
# Who did it is counted among the dead by one report and not by another.
WITH_DOER = re.compile(
    r"\b(?:himself|herself|themselves|suicide|(?:his|her|their) own li[fv]e"
    r"|includ(?:ing|es?) (?:\w+ ){0,2}(?:gunm[ae]n|shooter|attacker|suspect|bomber|killer|assailant)s?)\b",
    re.I,
)
# Whence they came, and how badly they were hurt: then not all are counted.
FROM = re.compile(r"\s+from\b", re.I)
PARTLY = re.compile(r"\b(?:critical|serious|slight|minor|severe|fatal|hospital)", re.I)


@dataclass(frozen=True, slots=True)
class _Toll:
    """A count and the place of the claim that gives it."""

    view: int
    quantity: Quantity


def tolls(views: Sequence[View]) -> Iterator[tuple[Sequence[int], list[Finding]]]:
    """Yield the claims that give one toll, one an article, and how they differ; gravest first.

    An article that gives two numbers, or counts who did it among the dead, gives no toll here.
    """
    for became, told in _told(views).items():
        found = [
            _finding(views[one.view], one.quantity, views[other.view], other.quantity, became)
            for one, other in combinations(_numbers(views, told), 2)
            if _unlike(one.quantity, other.quantity)
            and not rivals(views[one.view], views[other.view])
            and not (_gives(views, one, other.quantity) or _gives(views, other, one.quantity))
        ]
        numbers = {version.key for finding in found for version in (finding.left, finding.right)}
        members = [toll.view for toll in told if key(toll.quantity) in numbers]
        if found:
            yield members, sorted(found, key=lambda finding: RELATIONS.index(finding.relation))


def _gives(views: Sequence[View], toll: _Toll, other: Quantity) -> bool:
    """Whether the toll's article tells the other number as well, be it of all who were shot."""
    article = views[toll.view].article
    counts = (
        (view, q) for view in views if view.article == article for q in view.quantities if q.unit in ALL
    )
    return any(key(q) == key(other) and outcome(view, q) in COUNTED | LOOSE for view, q in counts)


def _numbers(views: Sequence[View], told: Sequence[_Toll]) -> list[_Toll]:
    """The first to give each number."""
    found: dict[str, _Toll] = {}
    for toll in sorted(told, key=lambda toll: (views[toll.view].source.published or "", toll.view)):
        found.setdefault(key(toll.quantity), toll)
    return list(found.values())


def _told(views: Sequence[View]) -> Mapping[str, Sequence[_Toll]]:
    """The tolls of each kind, one an article."""
    found: defaultdict[str, defaultdict[int, list[_Toll]]] = defaultdict(lambda: defaultdict(list))
    for place, view in enumerate(views):
        for quantity in view.quantities:
            became = outcome(view, quantity) if (quantity.low or 0) > 1 and quantity.unit in ALL else None
            if became is not None and became in COUNTED:
                found[became][view.article].append(_Toll(place, quantity))
    return {
        became: [toll for _, counts in sorted(own.items()) if (toll := _one(views, counts)) is not None]
        for became, own in sorted(found.items())
    }


def _one(views: Sequence[View], counts: Sequence[_Toll]) -> _Toll | None:
    """The first of an article's counts, where it is told early and no other count speaks against it."""
    whole = [toll for toll in counts if _of_all(views[toll.view], toll.quantity)]
    if len({key(toll.quantity) for toll in whole}) != 1:
        return None
    first = min(whole, key=lambda toll: (views[toll.view].claim.sentence, toll.view))
    fewer = (toll for toll in counts if (toll.quantity.low or 0) < (first.quantity.low or 0))
    more = any(_further(views[toll.view], toll.quantity) for toll in fewer)
    with_doer = any(WITH_DOER.search(views[toll.view].context) for toll in counts)
    early = views[first.view].claim.sentence < FIRST
    return first if early and not (more or with_doer) else None


def _further(view: View, quantity: Quantity) -> bool:
    """Whether those come on top of others of whom the same is told: not "one dead and three others hurt"."""
    became = {OUTCOMES[term] for term in view.context_terms if term in OUTCOMES} & COUNTED
    return on_top(view, quantity) and len(became) == 1


def _of_all(view: View, quantity: Quantity) -> bool:
    """Whether the claim says plainly how many it was in all."""
    plain = view.claim.modality in FIRM and view.claim.polarity == "positive"
    some = PARTLY.search(view.text) or FROM.match(view.source.text, quantity.span.end)
    other = (on_top, out_of, spread, superseded)
    return plain and not some and not any(is_so(view, quantity) for is_so in other)


def _unlike(mine: Quantity, theirs: Quantity) -> bool:
    return weigh(mine, theirs) in ("conflict", "differ") and not named_loosely(mine, theirs)


def _finding(left: View, mine: Quantity, right: View, theirs: Quantity, became: str) -> Finding:
    words = f"“{left.exact(mine.span)}” and “{right.exact(theirs.span)}”"
    reason = f"{words} are given as the number of those {became}"
    relation: Difference = "differ"
    if later(left, right) or later(right, left):
        older, newer = (mine, theirs) if later(left, right) else (theirs, mine)
        relation = "update" if (older.low or 0) < (newer.low or 0) else "differ"
        reason += ", by reports of different days"
    return Finding("quantity", relation, *versions(mine, theirs), reason, sure=True)
