"""Alone: which of a point's claims is shown for all of them."""

from collections.abc import Sequence

from rashomon.tell.wording import fold, one_line
from rashomon.text.alone import strain


def unfit(text: str, *, pieces: int = 1, title: str | None = None) -> int:
    """Return how far the words are from reading well alone, as `strain` does; 0 is best.

    A headline, which `title` is to its article, stands for others only where nothing else does.
    """
    headline = title is not None and fold(text) in fold(title)
    return strain(text, pieces=pieces) + 1000 * headline


def stands_for_all(words: str, relation: str, values: Sequence[str]) -> bool:
    """Whether a claim's words, " … " between its pieces, are those chosen to stand for an agreement.

    They say what every outlet surely tells; what reads best may say more.
    """
    return relation == "agree" and one_line(words).strip() in values
