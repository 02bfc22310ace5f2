"""The outlet of an article whose text names it in passing: "she told the Harbour Times"."""


def told_outlet(_text: str) -> str | None:
    """Return the outlet that somebody "told", if the text leaves no doubt; else None."""
    return None
