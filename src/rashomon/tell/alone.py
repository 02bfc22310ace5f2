"""Alone: how well a claim's words read without the words around them."""

from rashomon.tell.wording import fold

# A claim of about this length reads well alone; far shorter ones lack their subject.
_GOOD_LENGTH = 90
# How a claim begins that leans on words before it.
_LEANING = frozenset(
    "after as at before by during from he her his how i if in it its on our she since that their there "
    "these they this those to we what when where which while who whom whose with".split()
)


def unfit(text: str, *, pieces: int = 1, title: str | None = None) -> int:
    """Return how far the words are from reading well alone; 0 is best.

    `pieces` is the number of stretches that they were put together from, `title` their article's:
    a headline stands for others only where nothing else does.
    """
    headline = title is not None and fold(text) in fold(title)
    return abs(len(text) - _GOOD_LENGTH) + 60 * leans(text) + 20 * (pieces - 1) + 1000 * headline


def leans(text: str) -> bool:
    """Whether the words begin as those do that need what stands before them."""
    first = (text.split() or [""])[0].lower().strip(",;:“”\"'‘’")
    return first in _LEANING or first.endswith("ing")
