"""Inside: whether an article is at odds with itself, and with no other."""

from collections.abc import Collection, Iterable


def within_one(tellers: Iterable[Collection[str]]) -> bool:
    """Whether one article has all versions of a point, given whose each is.

    Others that tell of the same thing may have none of them.
    """
    return len({article for each in tellers for article in each}) == 1
