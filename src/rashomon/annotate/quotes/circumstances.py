"""To whom and on what occasion something was said, where the words beside the cue tell it.

"told reporters", "said in an interview with NAME", "speaking to the board on Monday, she said".
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from rashomon.annotate.quotes.found import pieces
from rashomon.annotate.quotes.lexicon import TIME_NOUNS
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.model import Article, Quote, Span, Tokens
from rashomon.text.lexicon import closed_class

# Verbs whose object hears the words, and verbs that take a hearer with "to".
_TELLING = closed_class(
    "tell inform remind assure warn ask urge brief notify convince persuade order instruct advise text email "
    "message address answer caution promise question"
)
_TO = closed_class(
    "say speak talk write respond reply answer complain admit confess explain testify announce report "
    "mention describe comment suggest confirm reveal disclose boast declare add tweet issue send give"
)
_SPEAKING = closed_class("speak talk address write respond reply answer tell appear testify tweet")
# What people speak at, on or in; what is written to somebody.
OCCASIONS = closed_class(
    "address announcement appearance appeal banquet breakfast briefing broadcast call campaign ceremony "
    "comment conference congress convention conversation debate deposition dinner documentary email essay "
    "event exchange fair filing forum gala gathering hearing interview letter lunch luncheon match media "
    "meeting memo memorandum message monologue news note panel parade party podcast post press presentation "
    "presser program programme protest question rally reception release remark report reunion service "
    "session show speech stage statement stop summit symposium talk testimony text tour town trial tribute "
    "tweet video vigil visit webcast wedding workshop"
)
_WRITTEN = closed_class("letter email memo memorandum message note statement text remark interview comment")
_NOT_HEARERS = (TIME_NOUNS | OCCASIONS | closed_class("way point extent end applause")) - {"press", "media"}
_WHERE = closed_class("in at on during after before outside via through aboard inside following from")
_LONGEST = 200  # characters; longer phrases were parsed wrong more often than not


def add_circumstances(article: Article, tokens: Tokens, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return the quotes with addressee and occasion filled in where the text says them."""
    syntax = Syntax(article, tokens)
    return tuple(_told(syntax, quote) for quote in quotes)


def _told(syntax: Syntax, quote: Quote) -> Quote:
    taken = {k for s in (*quote.content, *quote.source) for k in syntax.inside(s.start, s.end)}
    verbs = [k for s in quote.cue for k in syntax.inside(s.start, s.end) if syntax.is_verb(k)]
    addressee: list[int] = []
    occasion: list[int] = []
    for verb in verbs[-1:]:
        for at in (verb, *_asides(syntax, verb)):
            addressee += _hearers(syntax, at, taken)
            occasion += _occasions(syntax, at, taken)
    for preposition in occasion:
        addressee += _partners(syntax, preposition, taken)
    return replace(
        quote,
        addressee=_spans(syntax, addressee, taken),
        occasion=_spans(syntax, occasion, taken),
    )


def _asides(syntax: Syntax, verb: int) -> Iterator[int]:
    """Participles beside the cue that tell how the words were said: "Speaking in Orlo, she said"."""
    for child in syntax.children[verb]:
        aside = syntax.tokens.dep[child] in ("advcl", "prep") and syntax.tokens.tag[child] == "VBG"
        if aside and syntax.lemma(child) in _SPEAKING:
            yield child


def _hearers(syntax: Syntax, verb: int, taken: Set[int]) -> Iterator[int]:
    """The nouns that hear: objects of telling, and what "to" brings in."""
    lemma = syntax.lemma(verb)
    for child in syntax.children[verb]:
        dep = syntax.tokens.dep[child]
        if lemma in _TELLING and dep in ("dobj", "dative", "iobj") and child > verb:
            if syntax.lemma(child) != "to":
                yield from _hearer(syntax, child, taken)
                continue
            dep = "prep"
        if dep in ("prep", "dative") and syntax.lemma(child) == "to" and lemma in _TO | _SPEAKING:
            yield from _hearer(syntax, syntax.child(child, "pobj"), taken)


def _hearer(syntax: Syntax, noun: int | None, taken: Set[int]) -> Iterator[int]:
    """The noun, if it can be somebody."""
    if noun is None or noun in taken:
        return
    named = syntax.tokens.pos[noun] in ("PROPN", "PRON") and syntax.lemma(noun).lower() != "it"
    if named or (syntax.tokens.pos[noun] == "NOUN" and syntax.lemma(noun) not in _NOT_HEARERS):
        yield noun


def _occasions(syntax: Syntax, verb: int, taken: Set[int]) -> Iterator[int]:
    """The phrases beside the verb that say when, where or at what: prepositions, and bare days."""
    for child in syntax.children[verb]:
        if child in taken or syntax.line[child] != syntax.line[verb]:
            continue
        dep, lemma = syntax.tokens.dep[child], syntax.lemma(child).lower()
        if dep == "npadvmod" and lemma in TIME_NOUNS:
            yield child
        elif dep == "prep" and lemma in _WHERE:
            noun = syntax.child(child, "pobj")
            if noun is not None and noun not in taken and _is_occasion(syntax, noun):
                yield child


def _is_occasion(syntax: Syntax, noun: int) -> bool:
    lemma = syntax.lemma(noun).lower()
    named = syntax.tokens.pos[noun] == "PROPN"
    return lemma in OCCASIONS or lemma in TIME_NOUNS or named


def _partners(syntax: Syntax, preposition: int, taken: Set[int]) -> Iterator[int]:
    """With whom an interview was, to whom a letter went."""
    noun = syntax.child(preposition, "pobj")
    if noun is None or syntax.lemma(noun) not in _WRITTEN | {"conversation", "call", "meeting"}:
        return
    for child in syntax.children[noun]:
        if syntax.tokens.dep[child] == "prep" and syntax.lemma(child) in ("with", "to"):
            yield from _hearer(syntax, syntax.child(child, "pobj"), taken)


def _spans(syntax: Syntax, heads: Sequence[int], taken: Set[int]) -> tuple[Span, ...]:
    """The phrases of these heads, up to what the quote itself holds."""
    found = []
    for head in sorted(set(heads)):
        first, last = syntax.left[head], syntax.right[head]
        inside = [k for k in range(first, last + 1) if k in taken or _ends(syntax, k, head)]
        first = max([k + 1 for k in inside if k < head], default=first)
        last = min([k - 1 for k in inside if k > head], default=last)
        for start, end in pieces(syntax.article.text, (syntax.start(first), syntax.end(last))):
            if end - start <= _LONGEST:
                found.append(Span(syntax.article.id, start, end))
    return tuple(found)


def _ends(syntax: Syntax, index: int, head: int) -> bool:
    """Whether the phrase ends here: at another line, or at a comma that no number follows ("May 7, 2015")."""
    if syntax.line[index] != syntax.line[head]:
        return True
    return syntax.text[index] == "," and not "".join(syntax.text[index + 1 : index + 2]).isdigit()
