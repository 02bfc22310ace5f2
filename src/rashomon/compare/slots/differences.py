"""Differences: findings of one group of claims, sorted into the things that are told otherwise."""

from collections.abc import Iterator, Sequence

from rashomon.compare.slots.finding import Finding, Version
from rashomon.link.group import connected

RELATIONS = ("contradict", "update", "differ")


def differences(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Return the findings of each difference, the gravest first: those of one slot that share a version.

    How many died and how many were hurt are two differences, even where one sentence tells both. Beside a
    contradiction stands only what contradicts, beside a correction only what it replaces.
    """
    found = [list(each) for each in _connected(findings)]
    for place, told in enumerate(found):
        gravest = min((finding.relation for finding in told), key=RELATIONS.index)
        if gravest == "contradict":
            found[place] = [finding for finding in told if finding.relation == gravest]
        else:
            found[place] = sorted(told, key=lambda finding: RELATIONS.index(finding.relation))
    order = {id(finding): place for place, finding in enumerate(findings)}
    return sorted(found, key=lambda told: (RELATIONS.index(told[0].relation), order[id(told[0])]))


def _connected(findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Findings of one slot that share words, as groups in the order of the findings."""
    pairs = [
        (i, j)
        for j, one in enumerate(findings)
        for i, other in enumerate(findings[:j])
        if one.slot == other.slot and any(_one(a, b) for a in _versions(one) for b in _versions(other))
    ]
    for group in connected(range(len(findings)), pairs):
        yield [findings[place] for place in sorted(group)]


def _versions(finding: Finding) -> tuple[Version, Version]:
    return finding.left, finding.right


def _one(left: Version, right: Version) -> bool:
    """Whether two versions are of one place, or of one article that says the same twice."""
    again = left.key == right.key and left.span.article == right.span.article
    return again or left.span.overlaps(right.span)
