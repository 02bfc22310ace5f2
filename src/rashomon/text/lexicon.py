"""Closed classes of words, written down as one string each."""


def closed_class(text: str) -> frozenset[str]:
    """Return the words of the text as a set."""
    return frozenset(text.split())
