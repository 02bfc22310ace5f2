"""Sigla: the short sign by which each article is known on every page, as in a critical edition."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.model import Article

_DIGITS = re.compile(r"(\d{1,18})")
_ROW = re.compile(r"[#:]\d+$")
_LONGEST = 4  # letters
_SMALL_WORDS = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the"})


def sigla(articles: Sequence[Article]) -> dict[str, str]:
    """Return a unique siglum for each article id, the same in any order of the articles.

    An outlet's siglum is its initials, or more of its letters where two outlets share them; several
    articles of one outlet are numbered by date. An article of no known outlet has a number alone.
    """
    by_outlet: defaultdict[str | None, list[Article]] = defaultdict(list)
    for article in sorted(articles, key=_place):
        by_outlet[article.outlet or None].append(article)
    signs = _outlet_signs([outlet for outlet in by_outlet if outlet])
    found: dict[str, str] = {}
    for outlet, members in by_outlet.items():
        sign = signs[outlet] if outlet else ""
        for number, article in enumerate(members, start=1):
            found[article.id] = sign if sign and len(members) == 1 else f"{sign}{number}"
    return found


def _place(article: Article) -> tuple[str, list[tuple[int, str]], str]:
    """Where an article stands among those of its outlet: by date, then file; of no known outlet, by file.

    Rows of one table do not order an outlet's articles, for they may come in any order.
    """
    if article.outlet:
        return (article.published or "", _as_people_count(_ROW.sub("", article.file)), article.id)
    return ("", _as_people_count(article.file), article.id)


def _as_people_count(name: str) -> list[tuple[int, str]]:
    """A key that puts a2.txt before a10.txt."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(name)]


def _outlet_signs(outlets: Sequence[str]) -> dict[str, str]:
    """Return a sign for each outlet: the shortest of its candidates that no other outlet claims."""
    options = {outlet: _candidates(outlet) for outlet in sorted(outlets)}
    taken: dict[str, str] = {}
    shared = Counter(candidates[0] for candidates in options.values())
    for outlet, candidates in options.items():
        free = [sign for sign in candidates if shared[sign] < 2 and sign not in taken.values()]
        taken[outlet] = free[0] if free else _numbered(candidates[0], taken)
    return taken


def _candidates(outlet: str) -> list[str]:
    """Return the signs that would suit an outlet, the best first; none ends in a digit."""
    words = ["".join(filter(str.isalpha, word)) for word in outlet.split()]
    telling = [word for word in words if word and word.lower() not in _SMALL_WORDS]
    words = telling or [word for word in words if word] or ["X"]
    initials = "".join(word[0] for word in words)[:_LONGEST].upper()
    longer = [
        (words[0][:length].capitalize() + "".join(word[0] for word in words[1:]).upper())[: length + 2]
        for length in range(2, len(words[0]) + 1)
    ]
    return [initials, *longer]


def _numbered(sign: str, taken: dict[str, str]) -> str:
    """Return the sign with as many primes as it needs to be free (digits number articles)."""
    while sign in taken.values():
        sign += "′"
    return sign
