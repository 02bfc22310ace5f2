"""Whether two texts at one address are one article: a page may become a wall, a notice, another story."""

import re

_LONG = re.compile(r"[^\W\d_]{5,}")
# Of the longer words of the shorter text, the part that stands in the other one. Of unrelated articles 0.7 %
# have as much in common, of two outlets' reports of one event a quarter (gva_longtail, development part); an
# outlet that changes its own text keeps more of it than that.
LEAST = 0.5


def alike(before: str, after: str) -> bool:
    """Whether the second text can be a revision of the first."""
    one, two = (frozenset(_LONG.findall(text.casefold())) for text in (before, after))
    fewer = min(len(one), len(two))
    return not fewer or len(one & two) >= LEAST * fewer
