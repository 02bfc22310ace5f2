"""Who can be the source of an attribution: sources that the tagger read, what rules and the parse offer."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import nan

from rashomon.annotate.quotes.found import Found, Range
from rashomon.annotate.quotes.sources import noun_phrase, source_of
from rashomon.annotate.quotes.syntax import SUBJECT, Syntax
from rashomon.annotate.quotes.tagger import TaggedText

FAR = 9  # of a number of steps or a rank: none
_CLIMB = 8  # steps up the tree from the cue to clauses whose subject may speak
_STEPS = frozenset("conj advcl xcomp ccomp relcl acl pcomp prep pobj dobj".split())
_OWNERS = frozenset({"by", "from", "of", "in"})
_BESIDE = frozenset({"dobj", "attr", "npadvmod", "dep", "oprd"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible source: its head token, its words, how the parse and the tagger see it.

    `relation` is the dependency that leads to it, `steps` how far up the tree from the cue. `score` is the
    tagger's link to the cue above that of no source, `lead` that above its best rival, both nan where the
    tagger did not read it or not the cue.
    """

    head: int
    span: tuple[Range, ...] = ()
    relation: str = ""
    steps: int = FAR
    score: float = nan
    lead: float = nan
    rank: int = FAR
    read: bool = False  # the tagger read it as somebody's source
    ruled: bool = False  # the rules name it for this verb
    given: bool = False  # it is the attribution's source so far


@dataclass(slots=True)
class Candidates:
    """The candidates of one article's attributions."""

    syntax: Syntax
    tagged: TaggedText
    _heads: list[int | None] = field(init=False)
    _cues: list[int] = field(init=False)
    _known: dict[tuple[object, ...], list[Candidate]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._heads = [head_of(self.syntax, (source,)) for source in self.tagged.sources]
        self._cues = [start for start, _ in self.tagged.cues]

    def of(self, found: Found, anchor: int) -> list[Candidate]:
        """Return the candidates of an attribution whose cue's main token is `anchor`, by their heads."""
        key = found.cue, found.source, anchor
        if key not in self._known:
            self._known[key] = self._all(found, anchor)
        return self._known[key]

    def _all(self, found: Found, anchor: int) -> list[Candidate]:
        pool: dict[int, Candidate] = {}
        for candidate in self._read(found):
            pool.setdefault(candidate.head, candidate)
        for near, relation, steps in _around(self.syntax, anchor):
            known = pool.get(near, Candidate(near))
            if self.syntax.text[near][:1].isalnum() and steps < known.steps:
                pool[near] = replace(known, relation=relation, steps=steps)
        ruled = source_of(self.syntax, anchor) if self.syntax.is_verb(anchor) else ()
        head = head_of(self.syntax, ruled)
        if head is not None:
            known = pool.get(head, Candidate(head))
            pool[head] = replace(known, span=known.span or ruled, ruled=True)
        head = head_of(self.syntax, found.source)
        if head is not None:
            pool[head] = replace(pool.get(head, Candidate(head)), span=found.source, given=True)
        named = (self._named(pool[head], anchor) for head in sorted(pool))
        return [each for each in named if each.span]

    def _named(self, candidate: Candidate, anchor: int) -> Candidate:
        if candidate.span:
            return candidate
        return replace(candidate, span=noun_phrase(self.syntax, candidate.head, anchor))

    def _read(self, found: Found) -> Iterator[Candidate]:
        """The sources that the tagger read near the cue, the best linked first."""
        number = self._number(found.cue)
        links: Mapping[int, float] = self.tagged.links[number] if number is not None else {}
        order = sorted(links, key=lambda source: (-links[source], source))
        for rank, source in enumerate(order):
            head = self._heads[source]
            if head is not None:
                rival = max(0.0, links[order[1 if rank == 0 else 0]] if len(order) > 1 else 0.0)
                score = links[source]
                span = (self.tagged.sources[source],)
                yield Candidate(head, span, score=score, lead=score - rival, rank=rank, read=True)
        if number is None:
            yield from self._beside(found.cue[0][0])

    def _beside(self, at: int, reach: int = 400) -> Iterator[Candidate]:
        """The sources read within some characters of a cue that was not read."""
        sources = self.tagged.sources
        for source in range(bisect_left(sources, (at - reach,)), bisect_right(sources, (at + reach,))):
            head = self._heads[source]
            if head is not None:
                yield Candidate(head, (sources[source],), read=True)

    def _number(self, cue: Sequence[Range]) -> int | None:
        """The number of the cue that the tagger read where this one stands."""
        for start, end in cue:
            first = max(0, bisect_right(self._cues, start) - 1)
            for number in range(first, min(first + 2, len(self._cues))):
                low, high = self.tagged.cues[number]
                if low < end and start < high:
                    return number
        return None


def head_of(syntax: Syntax, span: Sequence[Range]) -> int | None:
    """The head noun of some words; their head of another kind where they hold none."""
    inside = [k for start, end in span for k in syntax.inside(start, end)]
    held, heads = set(inside), syntax.tokens.head
    tops = [k for k in inside if heads[k] not in held or heads[k] == k]
    below = [k for k in inside if heads[k] in tops]
    nouns = (k for k in (*tops, *below) if syntax.tokens.pos[k] in ("NOUN", "PROPN", "PRON"))
    return next(nouns, tops[0] if tops else None)


def _around(syntax: Syntax, anchor: int) -> Iterator[tuple[int, str, int]]:
    """Nouns around a cue by the parse: head, relation, steps up the tree."""
    tokens, index, path = syntax.tokens, anchor, ""
    for steps in range(_CLIMB):
        for child in syntax.children[index]:
            relation, noun = _relation(syntax, index, child, path)
            if relation:
                yield noun, relation, steps
        dep, head = tokens.dep[index], tokens.head[index]
        if head == index:
            return
        path = dep if dep in _STEPS else "other"
        if dep in ("relcl", "acl"):
            yield head, dep, steps
        index = head


def _relation(syntax: Syntax, index: int, child: int, path: str) -> tuple[str, int]:
    """What a child of the cue, or of a word above it, is to the cue; "" where it can't speak."""
    dep = syntax.tokens.dep[child]
    if dep in SUBJECT:
        return ("passive" if dep == "nsubjpass" else f"subject {path}".rstrip()), child
    if dep == "agent" or (dep == "prep" and syntax.tokens.pos[index] == "NOUN"):
        noun = syntax.child(child, "pobj")
        owner = dep == "agent" or syntax.text[child].lower() in _OWNERS
        return ("agent" if dep == "agent" else "of", noun) if noun is not None and owner else ("", child)
    if dep == "poss":
        return "owner", child
    if path:
        return ("object", child) if dep in ("dobj", "dative") else ("", child)
    if dep in ("compound", "pobj"):
        return dep, child
    return ("beside", child) if dep in _BESIDE and child > index else ("", child)
