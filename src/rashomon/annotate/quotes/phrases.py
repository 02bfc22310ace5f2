"""Reported stands without a clause: "reiterated its commitment", "spoke about", "vowed to"."""

from collections.abc import Iterator

from rashomon.annotate.quotes import lexicon
from rashomon.annotate.quotes.clauses import is_first_person
from rashomon.annotate.quotes.found import Found, Range, pieces
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.sources import cue_range, source_of
from rashomon.annotate.quotes.syntax import Syntax

# Prepositions that go on with what was said about the object: "blamed X for Y".
_GOES_ON = frozenset(
    {"as", "of", "for", "about", "against", "over", "to", "with", "at", "from", "on", "in", "into", "despite"}
)

_NAMING = frozenset({"dobj", "oprd", "ccomp", "acomp"})
_TALK = frozenset({"speak", "talk", "ask", "write"})


def find_phrases(syntax: Syntax, marks: Marks, taken: frozenset[int]) -> Iterator[Found]:
    """Yield attributions whose content is an infinitive or a noun phrase."""
    for verb in range(len(syntax)):
        lemma = lexicon.known_lemma(syntax.lemma(verb))
        if verb in taken or lemma not in lexicon.CUE_VERBS or not syntax.is_verb(verb):
            continue
        if syntax.child(verb, "auxpass") is not None or is_first_person(syntax, verb):
            continue
        if marks.holder[verb] >= 0:
            continue
        rule, content = _content(syntax, verb, lemma)
        kept = pieces(syntax.article.text, marks.keep_whole(*content)) if content else ()
        source = source_of(syntax, verb)
        if kept and source and not any(a < kept[-1][1] and kept[0][0] < b for a, b in source):
            yield Found(rule, source, (cue_range(syntax, verb),), kept, verb)


def _content(syntax: Syntax, verb: int, lemma: str) -> tuple[str, Range | None]:
    aside = syntax.tokens.tag[verb] == "VBG" and syntax.tokens.dep[verb] == "advcl" and lemma in _TALK
    if aside:  # "Speaking about the harvest, he said ...": what follows is the statement
        return "", None
    if lemma in lexicon.TOPIC and (topic := _topic(syntax, verb, lexicon.TOPIC[lemma])):
        return "phrase.topic", topic
    if lemma in lexicon.TO and (infinitive := _infinitive(syntax, verb)):
        return "phrase.to", infinitive
    if lemma in lexicon.OBJECT:
        return "phrase.object", _object(syntax, verb, lemma)
    return "", None


def _topic(syntax: Syntax, verb: int, prepositions: frozenset[str]) -> Range | None:
    for child in syntax.children[verb]:
        if syntax.tokens.dep[child] != "prep" or child < verb or syntax.lemma(child) not in prepositions:
            continue
        topic = syntax.child(child, "pobj", "pcomp")
        if topic is None or topic < child or is_time(syntax, topic):
            continue
        before = syntax.child(verb, "dobj")
        first = syntax.left[before] if before and verb < before < child else syntax.left[topic]
        return _reach(syntax, verb, first, child)
    return None


def _infinitive(syntax: Syntax, verb: int) -> Range | None:
    clause = next(
        (c for c in syntax.children[verb] if c > verb and syntax.tokens.dep[c] in ("xcomp", "ccomp")), None
    )
    if clause is None or not any(syntax.tokens.tag[c] == "TO" for c in syntax.children[clause]):
        return None
    before = syntax.child(verb, "dobj")
    first = syntax.left[before] if before and verb < before < clause else syntax.left[clause]
    return _reach(syntax, verb, first, clause)


def _object(syntax: Syntax, verb: int, lemma: str) -> Range | None:
    thing = next(
        (c for c in syntax.children[verb] if c > verb and syntax.tokens.dep[c] in ("dobj", "oprd")), None
    )
    if thing is None or syntax.tokens.tag[thing] in ("WP", "WDT") or is_time(syntax, thing):
        return None
    if lemma == "call" and not _calls_names(syntax, verb):
        return None
    return _reach(syntax, verb, syntax.left[thing], thing)


def _calls_names(syntax: Syntax, verb: int) -> bool:
    """Whether "call" has an object and a name for it; with one object alone it telephones."""
    named = [c for c in syntax.children[verb] if c > verb and syntax.tokens.dep[c] in _NAMING]
    return len(named) > 1 or any(syntax.tokens.dep[c] in ("oprd", "ccomp", "acomp") for c in named)


def _reach(syntax: Syntax, verb: int, first: int, child: int) -> Range | None:
    """From `first` to the last part of the verb's phrase that still tells what was said."""
    last = syntax.right[child]
    for later in syntax.children[verb]:
        if later <= child or syntax.tokens.dep[later] == "punct":
            continue
        dep = syntax.tokens.dep[later]
        goes_on = dep in ("xcomp", "oprd", "ccomp", "acomp", "dobj") or (
            dep == "prep" and syntax.lemma(later) in _GOES_ON and not _tells_time(syntax, later)
        )
        if not goes_on or syntax.left[later] != last + 1:
            break
        last = syntax.right[later]
    while last > child and syntax.line[last] != syntax.line[verb]:
        last -= 1
    return (syntax.start(first), syntax.end(last)) if first <= last and first > verb else None


def _tells_time(syntax: Syntax, preposition: int) -> bool:
    thing = syntax.child(preposition, "pobj")
    return thing is not None and is_time(syntax, thing)


def is_time(syntax: Syntax, index: int) -> bool:
    """Whether the noun is a day, a month or another unit of the calendar."""
    return syntax.lemma(index) in lexicon.TIME_NOUNS
