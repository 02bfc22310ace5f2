"""What is measured of a cue's verb: how it is said, and what the clause above it does."""

from bisect import bisect_right
from collections.abc import Iterator
from math import nan

from rashomon.annotate.quotes import lexicon
from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagger import TaggedText

_HANGS = ("ccomp", "xcomp", "advcl", "conj", "pcomp")
_DEEP = 12
NAMES = (
    *(f"hangs as {dep}" for dep in _HANGS),
    *("conditional", "modal", "negated", "infinitive", "relates", "depth", "cue in marks"),
    *("governor as cue", "governor as content", "governor says", "governor told", "governor's source"),
)


def measure_verb(syntax: Syntax, marks: Marks, tagged: TaggedText, found: Found) -> Iterator[float]:
    """Yield the features of an attribution's verb, in the order of NAMES; nan where there is none."""
    verb = found.verb
    if verb < 0:
        yield from (nan for _ in NAMES)
        return
    tokens, children = syntax.tokens, syntax.children[verb]
    deps = {tokens.dep[child] for child in children}
    tags = {tokens.tag[child] for child in children}
    yield from (tokens.dep[verb] == dep for dep in _HANGS)
    yield "mark" in deps or "WRB" in tags
    yield from ("MD" in tags, "neg" in deps, "TO" in tags, bool(tags & {"WP", "WDT"}))
    yield _depth(syntax, verb)
    yield marks.holder[verb] >= 0
    above = tokens.head[verb]
    if above == verb:
        yield from (nan, nan, nan, nan, nan)
        return
    yield from (_share(syntax, tagged, above, role) for role in (1, 2))
    yield lexicon.known_lemma(syntax.lemma(above)) in lexicon.CUE_VERBS
    yield any(start <= syntax.start(above) < end for start, end in found.content)
    yield max((_share(syntax, tagged, child, 0) for child in syntax.children[above]), default=0.0)


def _depth(syntax: Syntax, index: int) -> int:
    """Steps up to the root of the sentence."""
    heads = syntax.tokens.head
    for steps in range(_DEEP):
        if heads[index] == index:
            return steps
        index = heads[index]
    return _DEEP


def _share(syntax: Syntax, tagged: TaggedText, token: int, role: int) -> float:
    """How likely the tagger takes the token's word for part of a role."""
    word = bisect_right(tagged.starts, syntax.start(token)) - 1
    return float(tagged.shares[max(0, word), role]) if len(tagged.shares) else 0.0
