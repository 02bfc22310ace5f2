"""Borrowing: the words that a clause without a subject of its own has from the clauses around it."""

from rashomon.annotate.claims.agreement import agrees, number_fits
from rashomon.annotate.claims.auxiliaries import AUXILIARY
from rashomon.annotate.claims.tree import SUBJECTS, Tree
from rashomon.text.lexicon import closed_class

# What a whole event does, not whom it happened to: "Seven men were shot, leaving two in danger".
_RESULTS = closed_class(
    "allow bring cause end force give leave make mark mean prompt push put raise set spark trigger"
)
_RELATIVE = frozenset({"WDT", "WP", "WP$"})


def borrowed_subject(tree: Tree, head: int) -> list[int]:
    """The words that a clause without its own subject is about, kept short."""
    tokens = tree.tokens
    own = tree.child(head, *SUBJECTS)
    dep, parent = tokens.dep[head], tree.head(head)
    if dep == "relcl" and own is not None:
        parent = _antecedent(tree, head, parent)
    if dep == "prep" and tokens.pos[parent] == "VERB":
        parent = tree.child(parent, "dobj", "nsubjpass") or head
    if dep in ("relcl", "acl", "appos", "prep"):
        relative = own is None or tokens.tag[own] in _RELATIVE
        return noun_phrase(tree, parent) if relative and parent != head else []
    if own is not None or dep not in ("conj", "advcl"):
        return []
    subject = _subject_above(tree, head)
    if subject is None:
        return []
    if tokens.tag[subject] in _RELATIVE:
        return _antecedent_phrase(tree, subject)
    event = dep == "advcl" and tokens.dep[subject] == "nsubjpass" and tree.lemma(head) in _RESULTS
    return sorted([*noun_phrase(tree, subject), *(_verb_group(tree, tree.head(subject)) if event else [])])


def _verb_group(tree: Tree, verb: int) -> list[int]:
    """A verb with the auxiliaries and adverbs before it: "were briefly halted"."""
    before = [
        i for i in tree.children[verb] if i < verb and tree.tokens.dep[i] in (*AUXILIARY, "advmod", "neg")
    ]
    return [*before, verb]


def _antecedent_phrase(tree: Tree, pronoun: int) -> list[int]:
    """What a relative pronoun stands for: "the lock" for the "that" of "the lock that was built and lost"."""
    verb = tree.head(pronoun)
    if tree.tokens.dep[verb] != "relcl":
        return noun_phrase(tree, pronoun)
    return noun_phrase(tree, _antecedent(tree, verb, tree.head(verb)))


def _antecedent(tree: Tree, verb: int, noun: int) -> int:
    """The noun that a relative clause tells of: a farther one where only that agrees in number.

    "The sum named by the towns, which was too high": the parser hangs "which" on the towns.
    """
    index = noun
    unfit = number_fits(tree, noun, verb) is False
    while unfit and tree.head(index) != index:
        index = tree.head(index)
        if tree.tokens.pos[index] in ("NOUN", "PROPN") and number_fits(tree, index, verb):
            return index
    return noun


def _subject_above(tree: Tree, verb: int) -> int | None:
    """The nearest subject of the verbs above, or a farther one where only that agrees in number.

    "The agency says hundreds were hurt and has urged calm": the parser hangs "urged" on "hurt".
    """
    nearest, index = None, verb
    while (parent := tree.head(index)) != index:
        index = parent
        subject = tree.child(index, *SUBJECTS)
        if subject is None or (nearest is not None and tree.parted_by_marks(subject, verb)):
            continue
        fits = agrees(tree, subject, verb)
        if fits is not False:
            return subject if nearest is None or fits else nearest
        nearest = nearest if nearest is not None else subject
    return nearest


def noun_phrase(tree: Tree, index: int) -> list[int]:
    """A noun with what stands close to it: modifiers, compounds, coordinated nouns, an of-phrase.

    The words of how many come along: "almost half", "all the", "not every".
    """
    close = {"compound", "amod", "nummod", "poss", "case", "nmod", "det", "conj", "cc", "quantmod", "predet"}
    found, stack = {index}, [index]
    while stack:
        head = stack.pop()
        for child in tree.children[head]:
            of = tree.tokens.dep[child] == "prep" and tree.lemma(child) == "of"
            under_of = tree.lemma(head) == "of" and tree.tokens.dep[child] == "pobj"
            measured = tree.tokens.dep[child] in ("advmod", "neg") and child < head
            kept = tree.tokens.dep[child] in close or measured
            if kept or of or under_of or _hyphenated(tree, child, head):
                found.add(child)
                stack.append(child)
    return sorted(found)


def _hyphenated(tree: Tree, first: int, last: int) -> bool:
    """Whether two words are parts of one: "year" and "old" of "five-year-old"."""
    return tree.text[tree.tokens.end[first] : tree.tokens.start[last]] in ("-", "‑")
