"""Shown: what of two articles a feature compared, in words for a reader."""

from collections.abc import Callable, Mapping
from datetime import date

from rashomon.group.profiles import Profile

Shown = tuple[str, str]
Show = Callable[[Profile, Profile], Shown]


def terms(get: Callable[[Profile], Mapping[str, float]]) -> Show:
    """Show the heaviest terms that two articles share, else the heaviest of each."""

    def show(left: Profile, right: Profile) -> Shown:
        own, other = get(left), get(right)
        shared = {term: own[term] * other[term] for term in own if term in other}
        return (_top(shared, 4), _top(shared, 4)) if shared else (_top(own), _top(other))

    return show


def days(get: Callable[[Profile], frozenset[int]]) -> Show:
    """Show the latest days that two articles share, else the latest of each."""

    def show(left: Profile, right: Profile) -> Shown:
        own, other = get(left), get(right)
        shared = own & other
        return _days(shared or own), _days(shared or other)

    return show


def titles(left: Profile, right: Profile) -> Shown:
    """Show both titles."""
    return left.title, right.title


def ages(left: Profile, right: Profile) -> Shown:
    """Show the ages that each gives."""
    return ", ".join(sorted(left.ages)), ", ".join(sorted(right.ages))


def copies(left: Profile, right: Profile) -> Shown:
    """Show the share of the shorter article's wording that stands in the other."""
    least = min(len(left.shingles), len(right.shingles))
    share = f"{len(left.shingles & right.shingles) / least:.0%}" if least else ""
    return share, share


def figures(left: Profile, right: Profile) -> Shown:
    """Show the figures that each gives of the same things."""
    units = sorted(left.figures.keys() & right.figures.keys())[:3]

    def say(profile: Profile) -> str:
        values = [sorted(f"{low:g}" for low, _ in profile.figures[unit]) for unit in units]
        told = zip(values, units, strict=True)
        return ", ".join(f"{'/'.join(numbers)} {name}" for numbers, (_, name) in told)

    return say(left), say(right)


def sizes(left: Profile, right: Profile) -> Shown:
    """Show how long each article is."""
    return f"{left.size} words", f"{right.size} words"


def _top(weights: Mapping[str, float], most: int = 3) -> str:
    return ", ".join(sorted(weights, key=lambda term: (-weights[term], term))[:most])


def _days(found: frozenset[int]) -> str:
    return ", ".join(date.fromordinal(day).isoformat() for day in sorted(found)[-3:])
