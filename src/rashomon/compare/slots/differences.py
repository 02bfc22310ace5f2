"""Differences: findings of one group of claims, sorted into the things that are told otherwise."""

from collections.abc import Iterator, Sequence

from rashomon.compare.slots.finding import Finding, Version
from rashomon.link.group import connected

RELATIONS = ("contradict", "update", "differ")


def differences(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Return the findings of each difference, the gravest first: those of one slot that share a version.

    How many died and how many were hurt are two differences, even where one sentence tells both. Beside a
    contradiction stands only what contradicts. Where one article gives two of the values that contradict
    each other, it tells of two things: that is no difference.
    """
    found = [told for told in _connected(findings) if not _of_two_minds(told)]
    for place, told in enumerate(found):
        gravest = min((finding.relation for finding in told), key=RELATIONS.index)
        if gravest == "contradict":
            found[place] = [finding for finding in told if finding.relation == gravest]
        else:
            found[place] = sorted(told, key=lambda finding: RELATIONS.index(finding.relation))
    order = {id(finding): place for place, finding in enumerate(findings)}
    return sorted(found, key=lambda told: (RELATIONS.index(told[0].relation), order[id(told[0])]))


def _of_two_minds(told: Sequence[Finding]) -> bool:
    """Whether one article gives two versions of what contradicts."""
    versions = {v for f in told if f.relation == "contradict" for v in _versions(f)}
    given = {(version.span.article, version.key) for version in versions}
    return len(given) > len({article for article, _ in given})


def _connected(findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Findings of one slot that share words, or what one article says twice, in the order of the findings."""
    told = [(f.slot, v.span, v.key, place) for place, f in enumerate(findings) for v in _versions(f)]
    pairs: list[tuple[int, int]] = []
    said: dict[tuple[str, str, str], int] = {}
    reach: dict[tuple[str, str], tuple[int, int]] = {}  # the end of the words seen, and whose it is
    for slot, span, key, place in sorted(told):
        pairs.append((said.setdefault((slot, span.article, key), place), place))
        end, other = reach.get((slot, span.article), (0, place))
        if span.start < end:
            pairs.append((other, place))
        reach[slot, span.article] = max((end, other), (span.end, place))
    for group in connected(range(len(findings)), pairs):
        yield [findings[place] for place in sorted(group)]


def _versions(finding: Finding) -> tuple[Version, Version]:
    return finding.left, finding.right
