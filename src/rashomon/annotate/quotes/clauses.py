"""Indirect speech in clauses: "said that ...", "..., he said", "..., he said, ..."."""

from collections.abc import Iterator

from rashomon.annotate.quotes import lexicon
from rashomon.annotate.quotes.found import Found, Range, pieces
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.sources import cue_range, source_of, source_token
from rashomon.annotate.quotes.syntax import SUBJECT, Syntax

# Prepositions that, after a cue in the middle, say where or when it was said.
_OCCASION = frozenset({"in", "at", "on", "during", "after", "before", "following", "by", "to", "via"})


def find_clauses(syntax: Syntax, marks: Marks, taken: frozenset[int]) -> Iterator[Found]:
    """Yield indirect speech and thought with a clause as content; `taken` verbs are spoken for."""
    for verb in range(len(syntax)):
        lemma = lexicon.known_lemma(syntax.lemma(verb))
        if verb in taken or lemma not in lexicon.CLAUSE_VERBS or not syntax.is_verb(verb):
            continue
        found = find_clause(syntax, marks, verb, lemma)
        if found is not None:
            yield found


def find_clause(syntax: Syntax, marks: Marks, verb: int, lemma: str) -> Found | None:
    """The attribution that this verb makes with a clause, if it makes one."""
    if is_first_person(syntax, verb):
        return None
    if lemma not in lexicon.SAY and syntax.child(verb, "auxpass") is not None:
        return None
    source = source_of(syntax, verb)
    if marks.holder[verb] >= 0 and not _reports_inside(syntax, verb, source):
        return None
    rule, content = "clause.right", right_content(syntax, verb)
    if not content and lemma in lexicon.SAY and source:
        rule, content = "clause.loose", _loose_content(syntax, verb)
    if not content and (lemma in lexicon.SAY or lemma in ("think", "believe")) and source:
        rule, content = "clause.left", left_content(syntax, verb)
    kept = pieces(syntax.article.text, *(marks.keep_whole(*each) for each in content))
    kept = tuple(each for each in kept if not any(_cross(each, part) for part in source))
    return Found(rule, source, (cue_range(syntax, verb),), kept, verb) if kept else None


def _reports_inside(syntax: Syntax, verb: int, source: tuple[Range, ...]) -> bool:
    """Whether a verb inside somebody's direct speech reports another: a plain statement of a third party."""
    speaker = syntax.child(verb, *SUBJECT)
    if not source or speaker is None or not syntax.finite(verb):
        return False
    return syntax.text[speaker].lower() not in lexicon.ANYBODY and syntax.text[speaker].isalnum()


def _cross(left: Range, right: Range) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def is_first_person(syntax: Syntax, verb: int) -> bool:
    """Whether the writer or reader is the subject: "I think" reports nobody else's words."""
    subject = source_token(syntax, verb)
    return subject is not None and syntax.text[subject].lower() in lexicon.FIRST_OR_SECOND


def right_content(syntax: Syntax, verb: int) -> tuple[Range, ...]:
    """The clause after the verb, up to where the verb's own clause goes on with something else."""
    dep = syntax.tokens.dep
    clause = next((c for c in syntax.children[verb] if c > verb and dep[c] == "ccomp"), None)
    if clause is None or syntax.line[clause] != syntax.line[verb]:
        return ()
    first = max(syntax.left[clause], verb + 1)
    last = clause_end(syntax, verb, clause)
    return ((syntax.start(first), syntax.end(last)),) if last >= first else ()


def clause_end(syntax: Syntax, verb: int, clause: int) -> int:
    """The last token of the content that begins in `clause`."""
    last = syntax.right[verb]
    for child in syntax.children[verb]:
        if child > clause and _goes_on(syntax, child):
            last = min(last, _begin_of_telling(syntax, child) - 1)
    last = _before_participle(syntax, clause, last)
    while last > verb and (syntax.tokens.dep[last] == "cc" or syntax.line[last] != syntax.line[verb]):
        last -= 1
    return last


def _goes_on(syntax: Syntax, child: int) -> bool:
    """Whether this child of the cue belongs to the telling and not to what is told."""
    dep = syntax.tokens.dep[child]
    if dep == "conj":
        own = any(syntax.tokens.dep[c] in SUBJECT for c in syntax.children[child])
        return not own or lexicon.known_lemma(syntax.lemma(child)) in lexicon.SAY
    if dep == "advcl":
        return syntax.tokens.tag[child] == "VBG" and syntax.text[max(syntax.left[child] - 1, 0)] == ","
    return dep in ("parataxis", "prep") and syntax.lemma(child) in ("accord", "according", "say")


def _begin_of_telling(syntax: Syntax, child: int) -> int:
    """Where a coordinate verb's part begins: in "..., and it will, X reported" at X, not at "and"."""
    told_before = any(c < child and syntax.tokens.dep[c] == "ccomp" for c in syntax.children[child])
    speaker = syntax.child(child, *SUBJECT)
    return syntax.left[speaker] if told_before and speaker is not None else syntax.left[child]


def _before_participle(syntax: Syntax, clause: int, last: int) -> int:
    """End before ", adding that ...", whatever the parser hangs the participle on."""
    for index in range(clause + 1, last):
        if (
            syntax.tokens.tag[index] == "VBG"
            and syntax.text[index - 1] == ","
            and lexicon.known_lemma(syntax.lemma(index)) in lexicon.SAY
            and any(syntax.tokens.dep[c] in ("ccomp", "punct") for c in syntax.children[index])
        ):
            return index - 1
    return last


def _loose_content(syntax: Syntax, verb: int) -> tuple[Range, ...]:
    """For a misparsed clause after a verb of saying: all that follows, where it holds a finite verb."""
    right = [c for c in syntax.children[verb] if c > verb]
    clause = next((c for c in right if syntax.tokens.dep[c] in ("advcl", "dep", "dobj", "conj")), None)
    if clause is None or syntax.left[clause] != verb + 1:
        return ()
    last = clause_end(syntax, verb, verb)
    unmarked = [
        c
        for c in right
        if c <= last
        and syntax.finite(c)
        and not any(syntax.tokens.dep[k] in ("mark", "advmod") and k < c for k in syntax.children[c])
    ]
    return ((syntax.start(verb + 1), syntax.end(last)),) if unmarked else ()


def left_content(syntax: Syntax, verb: int) -> tuple[Range, ...]:
    """The clause before "..., he said", and what goes on after it."""
    dep = syntax.tokens.dep
    speaker = source_token(syntax, verb)
    if speaker is None:
        return ()
    begin = min(verb, syntax.left[speaker])
    if dep[verb] == "parataxis":
        return _around(syntax, verb)
    clause = next((c for c in syntax.children[verb] if c < begin and dep[c] == "ccomp"), None)
    if clause is None or syntax.line[clause] != syntax.line[verb]:
        return ()
    first = min(syntax.left[clause], syntax.left[verb])
    if dep[verb] == "conj":
        first = _sentence_start(syntax, verb)
    while syntax.line[first] != syntax.line[verb]:
        first += 1
    found = [(syntax.start(first), syntax.end(begin - 1))]
    rest = _after(syntax, verb, speaker)
    return (*found, rest) if rest else tuple(found)


def _sentence_start(syntax: Syntax, verb: int) -> int:
    """The left edge of the whole sentence that ", X reported" closes."""
    index = verb
    while syntax.tokens.dep[index] == "conj" and syntax.tokens.head[index] != index:
        index = syntax.tokens.head[index]
    return syntax.left[index]


def _around(syntax: Syntax, verb: int) -> tuple[Range, ...]:
    """The clause that "he said" interrupts: what stands before it and after it."""
    head = syntax.tokens.head[verb]
    first, last = syntax.left[head], syntax.right[head]
    while first < verb and syntax.line[first] != syntax.line[verb]:
        first += 1
    while last > verb and syntax.line[last] != syntax.line[verb]:
        last -= 1
    found = []
    if first < syntax.left[verb]:
        found.append((syntax.start(first), syntax.end(syntax.left[verb] - 1)))
    if last > syntax.right[verb]:
        found.append((syntax.start(syntax.right[verb] + 1), syntax.end(last)))
    return tuple(found)


def _after(syntax: Syntax, verb: int, speaker: int) -> Range | None:
    """What follows ", he said, " when it goes on with the clause before."""
    next_token = max(verb, syntax.right[speaker] if speaker > verb else verb) + 1
    if next_token >= len(syntax) or syntax.text[next_token] != ",":
        return None
    later = [c for c in syntax.children[verb] if c > next_token and syntax.tokens.dep[c] != "punct"]
    child = later[0] if later else None
    if child is None or syntax.tokens.tag[child] == "VBG" or syntax.lemma(child) in _OCCASION:
        return None
    if syntax.tokens.dep[child] in ("npadvmod", "advmod", "conj", "cc", "parataxis"):
        return None
    last = clause_end(syntax, verb, child)
    return (syntax.start(next_token + 1), syntax.end(last)) if last > next_token else None
