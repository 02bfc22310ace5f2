"""Sources: the words that name who speaks, from the syntax around a cue."""

from rashomon.annotate.quotes.found import Range, pieces
from rashomon.annotate.quotes.syntax import AUXILIARY, SUBJECT, Syntax

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_INHERITS = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "parataxis", "dep"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})
_MAX_CLIMB = 6


def source_token(syntax: Syntax, verb: int) -> int | None:
    """The head token of the noun phrase that names the speaker of `verb`, or None."""
    index = verb
    for _ in range(_MAX_CLIMB):
        found = None if _joined_amiss(syntax, verb, index) else _own_subject(syntax, index)
        if found is None and index == verb and _passive(syntax, index):
            return None
        if found is not None:
            return _antecedent(syntax, index, found)
        head, dep = syntax.tokens.head[index], syntax.tokens.dep[index]
        if head == index or syntax.line[head] != syntax.line[verb]:
            return None
        if dep in ("relcl", "acl"):
            return head if syntax.tokens.pos[head] in ("NOUN", "PROPN", "PRON") else None
        if dep not in _INHERITS or (dep in ("ccomp", "advcl") and index == verb and syntax.finite(verb)):
            return None
        index = head
    return None


def _joined_amiss(syntax: Syntax, verb: int, index: int) -> bool:
    """Whether a finite verb is joined to one that is none.

    In "she saw NAME carrying it and thought", she thinks.
    """
    joined = syntax.tokens.dep[verb] == "conj" and syntax.tokens.head[verb] == index
    return joined and syntax.tokens.tag[verb] in ("VBD", "VBZ") and _participle(syntax, index)


def _participle(syntax: Syntax, index: int) -> bool:
    return syntax.tokens.tag[index] == "VBG" and not syntax.finite(index)


def _own_subject(syntax: Syntax, verb: int) -> int | None:
    if _passive(syntax, verb):
        agent = syntax.child(verb, "agent")
        return syntax.child(agent, "pobj") if agent is not None else None
    subjects = [c for c in syntax.children[verb] if syntax.tokens.dep[c] in SUBJECT]
    subjects = [c for c in subjects if syntax.tokens.pos[c] in _NOMINAL and syntax.text[c].isalnum()]
    return subjects[-1] if subjects else None


def _passive(syntax: Syntax, verb: int) -> bool:
    """Whether the verb's subject is spoken to or about: "was told", "Asked whether ..."."""
    participle = syntax.tokens.tag[verb] == "VBN" and syntax.tokens.dep[verb] in ("advcl", "acl")
    perfect = any(syntax.tokens.dep[c] == "aux" for c in syntax.children[verb])
    return syntax.child(verb, "auxpass") is not None or (participle and not perfect)


def _antecedent(syntax: Syntax, verb: int, subject: int) -> int | None:
    """For a relative pronoun the noun that it stands for; a dummy "it" or "there" is nobody."""
    if syntax.text[subject].lower() in RELATIVE and syntax.tokens.pos[subject] in ("PRON", "DET"):
        index = verb
        for _ in range(_MAX_CLIMB):
            if syntax.tokens.dep[index] == "relcl":
                return _explained(syntax, syntax.tokens.head[index])
            if syntax.tokens.head[index] == index:
                return None
            index = syntax.tokens.head[index]
        return None
    return subject


def _explained(syntax: Syntax, noun: int) -> int:
    """The noun that one in apposition explains: in "Ada Vane, the mayor, who" it is Vane who speaks."""
    while syntax.tokens.dep[noun] == "appos" and syntax.tokens.head[noun] < noun:
        noun = syntax.tokens.head[noun]
    return noun


def noun_phrase(syntax: Syntax, noun: int, verb: int) -> tuple[Range, ...]:
    """The characters of the noun phrase around `noun`, without the clause of `verb` and what follows.

    It stays on the verb's line; adverbial clauses that the parser hangs on the noun are left out.
    """
    first, last = syntax.left[noun], syntax.right[noun]
    while first < noun and syntax.line[first] != syntax.line[noun]:
        first += 1
    while last > noun and syntax.line[last] != syntax.line[noun]:
        last -= 1
    for child in syntax.children[noun]:
        inside = syntax.left[child] <= verb <= syntax.right[child]
        stray = syntax.tokens.dep[child] in ("advcl", "parataxis", "ccomp", "dep") and child > noun
        aside = syntax.tokens.dep[child] in ("relcl", "acl") and syntax.text[syntax.left[child] - 1] == ","
        relative = child > noun and (inside or aside)
        if stray or relative:
            last = min(last, syntax.left[child] - 1)
        elif child < noun and inside:
            first = max(first, syntax.right[child] + 1)
    if first <= verb <= last:
        first, last = (first, verb - 1) if noun < verb else (verb + 1, last)
    return pieces(syntax.article.text, (syntax.start(first), syntax.end(last))) if first <= last else ()


def antecedent_phrase(syntax: Syntax, pronoun: int, verb: int) -> tuple[Range, ...]:
    """The noun phrase that a relative pronoun of the verb's clause stands for; empty for other words."""
    if syntax.text[pronoun].lower() not in RELATIVE or not syntax.tokens.tag[pronoun].startswith("W"):
        return ()
    noun = _antecedent(syntax, pronoun, pronoun)
    return noun_phrase(syntax, noun, verb) if noun is not None and noun < pronoun else ()


def source_of(syntax: Syntax, verb: int) -> tuple[Range, ...]:
    """The source of a cue as character ranges; empty where the syntax names none."""
    noun = source_token(syntax, verb)
    return noun_phrase(syntax, noun, verb) if noun is not None else ()


def cue_range(syntax: Syntax, verb: int) -> Range:
    """The cue: the verb with its auxiliaries, negation, adverbs between them, and its particle."""
    first = last = verb
    for child in syntax.children[verb]:
        dep = syntax.tokens.dep[child]
        if child < verb and dep in AUXILIARY and syntax.text[child].lower() != "to":
            first = min(first, child)
        elif child == verb + 1 and dep == "prt":
            last = child
    nouns = ("NOUN", "PROPN", "PRON", "PUNCT")
    if any(syntax.tokens.pos[k] in nouns for k in range(first, verb)):
        first = verb
    while first > 0 and syntax.tokens.pos[first - 1] == "ADV" and syntax.tokens.head[first - 1] == verb:
        first -= 1
    return (syntax.start(first), syntax.end(last))
