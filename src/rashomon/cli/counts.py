"""Counts: a number in digits with what it counts, one or many."""


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: 1 article, 2 articles, 1,200 stories."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
