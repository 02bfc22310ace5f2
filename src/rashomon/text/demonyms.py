"""Words for a people, told from the name of their land: "Kenyan" from "Kenya"; no table is asked."""

from collections.abc import Collection

_ENDINGS = ("n", "ns", "an", "ans", "ian", "ians", "ean", "eans", "ese", "ish", "i", "is")
_SHORTEST = 5  # letters of a name; shorter ones meet other words by chance


def made_from(word: str, lands: Collection[str]) -> str | None:
    """Return the one of these names that the word for a people is made from, the longest if several."""
    found = [
        word.removesuffix(ending) + lost
        for ending in _ENDINGS
        if word.endswith(ending)
        for lost in ("", "a", "ia")
        if len(word) - len(ending) > 3
    ]
    fitting = [name for name in found if name in lands and name != word and len(name) >= _SHORTEST]
    return min(fitting, key=lambda name: (-len(name), name), default=None)
