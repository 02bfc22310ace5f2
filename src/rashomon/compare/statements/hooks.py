"""Hooks: what each part of a statement hangs on, and how, whatever the form of the sentence."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from rashomon.model import Tokens

# Relations that hang a word on another without a place of its own.
THROUGH = frozenset({"prep", "agent", "pcomp", "dative"})
SUBJECT = frozenset({"nsubj", "csubj", "expl"})
PASSIVE = frozenset({"nsubjpass", "csubjpass"})
OBJECT = frozenset({"dobj", "attr", "oprd", "acomp"})
COMPLEMENT = frozenset({"attr", "acomp", "oprd"})
NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
# How far from its verb a copula's complement or a clause's conjunction is looked for, in tokens.
REACH = 15

Hook = tuple[str, int]


def find_hooks(
    tokens: Tokens, heads: Sequence[int], place: Mapping[int, int], members: Collection[int]
) -> list[list[Hook]]:
    """Return the hooks of each unit `(role, unit)`; `place` maps a token to the unit that it belongs to."""
    finder = _Finder(tokens, place, members)
    found = [list(finder.own(head, number)) for number, head in enumerate(heads)]
    for number, head in enumerate(heads):
        for role, lower, upper in finder.shared(head, number):
            if (role, upper) not in found[lower] and lower != upper:
                found[lower].append((role, upper))
    return found


class _Finder:
    def __init__(self, tokens: Tokens, place: Mapping[int, int], members: Collection[int]) -> None:
        self._tokens = tokens
        self._place = place
        self._members = members

    def own(self, head: int, number: int) -> Iterator[Hook]:
        """What the unit hangs on by its own relation, through prepositions and light verbs."""
        tokens = self._tokens
        role, at = self._clause(head) or _role(tokens.dep[head]), head
        for _ in range(len(self._members)):
            above = tokens.head[at]
            if above == at or above not in self._members:
                break
            joined = tokens.dep[at] == "conj" and tokens.pos[at] in NOUNS
            at = above
            if joined and role == "conj":
                role = self._clause(at) or _role(tokens.dep[at])
            elif at in self._place and self._place[at] != number:
                yield role, self._place[at]
                return
            elif tokens.dep[at] in THROUGH:
                role = "subject" if tokens.dep[at] == "agent" else tokens.lemma[at]
        complement = self._complement(at)
        if complement is not None and complement != number:
            yield role, complement

    def shared(self, head: int, number: int) -> Iterator[tuple[str, int, int]]:
        """What else hangs on a verb `(role, lower, upper)`: the subject of the verb it is joined to.

        And the noun that it describes: "a man playing" is a man who plays, "a bridge built" is an object.
        """
        tokens, dep = self._tokens, self._tokens.dep[head]
        if tokens.pos[head] not in ("VERB", "AUX", "NOUN", "ADJ"):
            return
        above = tokens.head[head]
        if dep in ("acl", "relcl") and above in self._place:
            passive = tokens.tag[head] == "VBN" and dep == "acl"
            yield "object" if passive else "subject", self._place[above], number
        if dep in ("conj", "xcomp", "advcl") and not self._subject(head) and above in self._members:
            for subject in self._subject(above):
                if subject in self._place:
                    yield _role(tokens.dep[subject]), self._place[subject], number

    def _subject(self, verb: int) -> list[int]:
        tokens = self._tokens
        near = range(max(0, verb - 2 * REACH), min(len(tokens), verb + REACH))
        return [i for i in near if tokens.head[i] == verb and tokens.dep[i] in SUBJECT | PASSIVE]

    def _clause(self, head: int) -> str | None:
        """The conjunction of an adverbial clause ("before they met"), else None."""
        tokens = self._tokens
        if tokens.dep[head] != "advcl":
            return None
        near = range(max(0, head - REACH), head)
        return next(
            (tokens.lemma[i] for i in near if tokens.head[i] == head and tokens.dep[i] == "mark"), None
        )

    def _complement(self, root: int) -> int | None:
        """The unit that a copula says of its subject: the subject hangs on that."""
        tokens = self._tokens
        for index in range(root + 1, min(root + REACH, len(tokens))):
            if tokens.head[index] == root and tokens.dep[index] in COMPLEMENT:
                return self._place.get(index)
        return None


def _role(dep: str) -> str:
    if dep in SUBJECT:
        return "subject"
    if dep in PASSIVE or dep in OBJECT:
        return "object"
    return dep
