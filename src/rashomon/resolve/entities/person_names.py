"""A person's name as one article or more write it: its own words, and what stands beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from rashomon.resolve.entities.uses import Use
from rashomon.text.names import HONORIFICS, PARTICLES, SON_OF, SUFFIXES, tokens

MALE = frozenset({"mr", "sir", "lord", "prince", "king"})
FEMALE = frozenset({"mrs", "ms", "miss", "lady", "dame", "princess", "queen", "madam", "mme"})
# Digits that stand in a name for the letter that looks like them: misread print, or a disguise.
_MISREAD = str.maketrans("0134589", "oieasbg")
_LINKS = PARTICLES | SON_OF
# Initials without a blank between them: "A.D. Holm", "AD Holm".
_CLOSE_INITIALS = re.compile(r"(?<=\b[A-Z]\.)(?=[A-Z])|(?<=^[A-Z])(?=[A-Z] [A-Z][a-z])")


@dataclass(frozen=True)
class PersonName:
    """One name of a person, as written, with what the story says beside it.

    `called` says that its first word is a given name, though it is also written as a particle: "Ben Holm".
    """

    name: str
    uses: tuple[Use, ...] = ()
    called: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words without honorifics, suffixes, particles and, behind a full name, an estate."""
        own = [_read_right(w) for w in self._written if w not in HONORIFICS]
        own = own[: own.index("of")] if "of" in own[2:] else own
        own = [w for w in own if w not in SUFFIXES] or own
        first = own[: int(self.called)]
        return (*first, *(w for w in own[len(first) :] if w not in _LINKS)) or tuple(own)

    @cached_property
    def _written(self) -> tuple[str, ...]:
        """The folded words, initials each by itself."""
        return tokens(_CLOSE_INITIALS.sub(" ", self.name))

    @cached_property
    def linked(self) -> str | None:
        """The surname of a fuller name that a particle leads to: Thani of "Tamim al-Thani"."""
        words = self._written
        return words[-1] if len(words) > 2 and words[-2] in _LINKS else None

    @cached_property
    def may_be_called(self) -> bool:
        """Whether a surname stands behind a word that is a given name or a particle: "Ben Holm"."""
        words = self._written
        first, *rest = self.name.split()
        return len(rest) == 1 and len(words) == 2 and words[0] in _LINKS and first[0].isupper()

    @cached_property
    def suffixes(self) -> frozenset[str]:
        """Jr, Sr, II ... as written."""
        return frozenset(tokens(self.name)[1:]) & (SUFFIXES - {"phd", "md", "esq", "mp", "qc", "kc"})

    @cached_property
    def sons_of(self) -> frozenset[str]:
        """The words that follow bin, ibn, ben: the father's name."""
        if self.called:
            return frozenset()
        words = [w for w in tokens(self.name) if w not in PARTICLES]
        return frozenset(b for a, b in pairwise(words) if a in SON_OF)

    @cached_property
    def gender(self) -> str | None:
        """What the honorifics beside the name say."""
        seen = {use.honorific for use in self.uses} | set(tokens(self.name)[:1])
        found = {"m"} & {"m" for h in seen if h in MALE} | {"f" for h in seen if h in FEMALE}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def ages(self) -> frozenset[int]:
        """How old the bearer is said to be."""
        return frozenset(use.age for use in self.uses if use.age is not None)

    @cached_property
    def offices(self) -> frozenset[tuple[str, str]]:
        """The (title, country) pairs that stand beside the name."""
        return frozenset((r.title, r.country) for use in self.uses for r in use.roles if r.country)


def told_apart(names: Sequence[PersonName]) -> list[PersonName]:
    """Return the names, those marked that begin with a given name which elsewhere is a particle.

    "Al Holm" and "Ben Holm" are two people in full; "Al Thani" is one more name of "Tamim al-Thani".
    """
    led = {name.linked for name in names}
    return [replace(n, called=True) if n.may_be_called and n.words[-1] not in led else n for n in names]


def _read_right(word: str) -> str:
    mixed = word[:1].isalpha() and not word.isalpha()
    return word.translate(_MISREAD) if mixed else word
