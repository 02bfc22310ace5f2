"""Whose words: the outlets' stand between “ and ”, all else is ours; and how the two are told apart again."""

import re
from collections.abc import Iterable, Sequence

from rashomon.text.lexicon import closed_class

_OPENING = "“„«‟"
_CLOSING = "”»"
_QUOTED = re.compile(r"“([^“”]*)”")
_ANY_MARK = re.compile("[“”„«»‟\"‘’‚‹›'`]")
# Words for a source that tell a reader nothing about who it is.
_POINTING = closed_class("he her him i it one she that them these they this those us we who you")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def cite(exact: str) -> str:
    """Return an outlet's words between “ and ”; quotation marks inside become single ones."""
    inner = re.sub(f"[{_OPENING}]", "‘", re.sub(f"[{_CLOSING}]", "’", exact)).replace('"', "'")
    return f"“{one_line(inner).strip()}”"


def cited(text: str) -> list[str]:
    """Return the outlets' words in a text of ours: each stretch between “ and ”."""
    return _QUOTED.findall(text)


def stands_in(fragment: str, exact: str) -> bool:
    """Whether the fragment is found in the words, whatever the kind of quotation marks and spaces."""
    return fold(fragment) in fold(exact)


def fold(text: str) -> str:
    """Return one form for comparison: one kind of quotation mark, single spaces."""
    return one_line(_ANY_MARK.sub("'", text)).strip()


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space."""
    return re.sub(r"\s+", " ", text)


def number(count: int) -> str:
    """Return a count in words up to ten, in digits from there on."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def how_many(count: int, noun: str) -> str:
    """Return a count with its noun: one origin, three origins, 12 origins."""
    return f"{number(count)} {noun}{'' if count == 1 else 's'}"


def told_by(speaker: str, teller: str | None) -> str:
    """Name a speaker, and who else is quoted as telling what they said."""
    return f"{speaker} as told by {teller}" if teller and teller != speaker else speaker


def names_nobody(source: Iterable[str]) -> bool:
    """Whether an outlet's words for a source only point at somebody told of elsewhere: "he", "who"."""
    return {words.casefold() for words in source} <= _POINTING


def listing(names: Sequence[str], *, most: int = 3) -> str:
    """Return names as a list in words; where there are more than `most`, the rest is counted."""
    if len(names) > most:
        return f"{', '.join(names[: most - 1])} and {how_many(len(names) - most + 1, 'other')}"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""


def shorten(exact: str, *, longest: int = 240) -> str:
    """Return the words up to a break before `longest` characters; what is returned stands in them."""
    if len(exact) <= longest:
        return exact
    head = exact[:longest]
    for mark in (r"[.;:!?]", r",", r"\s"):
        ends = [found.start() for found in re.finditer(mark + r"(?=\s|$)" if mark != r"\s" else mark, head)]
        if ends and ends[-1] > longest // 2:
            return head[: ends[-1]]
    return head


def excerpt(exact: str, start: int, end: int, *, longest: int) -> str:
    """Return whole words around `start..end`, no more than `longest` characters where these fit in them."""
    if len(exact) <= longest:
        return exact
    spare = max(0, longest - (end - start))
    left = max(0, min(start - spare // 2, len(exact) - longest))
    right = min(len(exact), max(end, left + longest))
    words = [found.span() for found in re.finditer(r"\S+", exact)]
    first = min((at for at, _ in words if at >= left), default=start)
    last = max((to for _, to in words if to <= right), default=end)
    return exact[min(first, start) : max(last, end)]
