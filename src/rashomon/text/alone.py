"""Alone: how well a claim's words read without the words around it."""

# A claim of about this length reads well alone; far shorter ones lack their subject.
_GOOD_LENGTH = 90
# How a claim begins that leans on words before it.
_LEANING = frozenset(
    "after as at before by during from he her his how i if in it its on our she since that their there "
    "these they this those to we what when where which while who whom whose with".split()
)


def strain(text: str, *, pieces: int = 1) -> int:
    """Return how far the words are from reading well alone; 0 is best.

    `pieces` is the number of stretches that they were put together from.
    """
    return abs(len(text) - _GOOD_LENGTH) + 60 * leans(text) + 20 * (pieces - 1)


def leans(text: str) -> bool:
    """Whether the words begin as those do that need what stands before them."""
    first = (text.split() or [""])[0].lower().strip(",;:“”\"'‘’")
    return first in _LEANING or first.endswith("ing")
