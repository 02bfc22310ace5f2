"""Clauses: where one proposition ends and the next begins, from the dependency tree."""

from collections import defaultdict

from rashomon.annotate.claims.auxiliaries import shared_auxiliaries
from rashomon.annotate.claims.borrowing import borrowed_subject
from rashomon.annotate.claims.frames import SentenceQuotes, is_reporting
from rashomon.annotate.claims.tree import SUBJECTS, Tree

# Content words that a clause needs to stand alone as a claim, by how it hangs in the sentence. Set by
# reading the clauses of news stories: less shatters sentences, more hides facts told in passing.
LEAST = {"relcl": 2, "acl": 3, "advcl": 3, "conj": 3, "appos": 3, "prep": 3, "parataxis": 2, "ccomp": 1}
# Participles that tell which figure a new one takes the place of.
CORRECTING = frozenset({"correct", "revise", "amend", "supersede"})
# Subordinators that a claim can't be cut from without changing what is claimed.
BINDING = frozenset({"if", "unless", "whether", "than", "lest"})


def split_clauses(tree: Tree, quoted: SentenceQuotes) -> list[tuple[int, list[int]]]:
    """Return each clause's head and tokens; one without subject or auxiliary borrows them."""
    owner = _owners(tree, quoted)
    clauses: defaultdict[int, list[int]] = defaultdict(list)
    for index in tree.all:
        clauses[owner[index]].append(index)
    return [
        (head, sorted({*members, *borrowed_subject(tree, head), *shared_auxiliaries(tree, head)}))
        for head, members in sorted(clauses.items())
    ]


def _owners(tree: Tree, quoted: SentenceQuotes) -> dict[int, int]:
    """Map each token to the head of its clause; roots first, so that heads are known."""
    owner: dict[int, int] = {}
    roots = [i for i in tree.all if tree.head(i) == i]
    stack = list(reversed(roots))
    for index in roots:
        owner[index] = index if tree.content(tree.subtree(index)) else tree.root
    while stack:
        index = stack.pop()
        for child in tree.children[index]:
            starts = _starts_clause(tree, child, owner[index], quoted)
            owner[child] = child if starts else owner[index]
            stack.append(child)
    for index in tree.all:
        if tree.tokens.dep[index] == "prep" and owner.get(index) == index:
            _absorb(tree, index, owner)
    for index in [i for i in tree.all if _mark(tree, i) == "["]:
        _join(tree, index, owner)
    for index in [i for i in tree.all if tree.lemma(i) in CORRECTING and owner[i] == i]:
        _amend(tree, index, owner)
    return owner


def _amend(tree: Tree, index: int, owner: dict[int, int]) -> None:
    """Give "correcting an earlier figure" to what is reported: the figure told before belongs to it."""
    said = tree.head(index)
    reported = tree.child(said, "ccomp")
    target = owner[reported] if reported is not None else owner[said]
    if tree.tokens.dep[index] == "advcl" and tree.child(index, *SUBJECTS) is None:
        for member in tree.all:
            owner[member] = target if owner[member] == index else owner[member]


def _join(tree: Tree, bracket: int, owner: dict[int, int]) -> None:
    """Give a clause that an editor's "[which include]" begins to the clause that it was joined to."""
    solid = [i for i in range(tree.all.start, bracket) if tree.tokens.pos[i] not in ("PUNCT", "SPACE")]
    inside = range(bracket, min(bracket + 4, tree.all.stop))
    joined = next((owner[i] for i in inside if owner[i] in inside), None)
    if not solid or joined is None:
        return
    for index in tree.all:
        if owner[index] == joined:
            owner[index] = owner[solid[-1]]


def _absorb(tree: Tree, instance: int, owner: dict[int, int]) -> None:
    """Give "including one on a hotel | in Rome | on May 2" the phrases that the parser hung higher."""
    end = tree.subtree(instance)[-1]
    while (after := end + 1) in tree.all and tree.tokens.dep[after] == "prep" and after not in (instance,):
        phrase = tree.subtree(after)
        for index in phrase:
            owner[index] = instance
        end = max(phrase[-1], after)


def _starts_clause(tree: Tree, index: int, clause: int, quoted: SentenceQuotes) -> bool:
    dep = tree.tokens.dep[index]
    if dep == "parataxis" and is_reporting(tree, index):
        return True
    if dep not in LEAST or len(tree.content(tree.subtree(index))) < LEAST[dep]:
        return False
    rest = set(tree.subtree(clause)) - set(tree.subtree(index))
    if dep in ("relcl", "acl", "advcl", "appos", "prep") and len(tree.content(rest)) < 2:
        return False
    return _RULES[dep](tree, index, quoted)


def _conj(tree: Tree, index: int, quoted: SentenceQuotes) -> bool:  # noqa: ARG001
    """A coordinated finite clause or verb phrase, not a second infinitive of one purpose."""
    head = tree.head(index)
    verbal = tree.tokens.pos[index] in ("VERB", "AUX") and tree.tokens.pos[head] in ("VERB", "AUX")
    clausal = tree.tokens.dep[head] not in ("xcomp", "pcomp", "acl", "amod", "csubj")
    return verbal and (clausal or tree.child(index, *SUBJECTS) is not None)


def _ccomp(tree: Tree, index: int, quoted: SentenceQuotes) -> bool:
    """What a reporting verb reports; under other verbs (thinks, hopes) the whole is one claim."""
    head = tree.head(index)
    reported = quoted.is_cue(head) and quoted.inside(index)  # a source can be taken for a clause, too
    if is_reporting(tree, head) or reported or quoted.starts(tree.subtree(index), head):
        return True
    return _comma_splice(tree, index, head)


def _comma_splice(tree: Tree, index: int, head: int) -> bool:
    """Two main clauses joined by a comma, which the parser takes for one inside the other."""
    end = tree.subtree(index)[-1] + 1
    marked = tree.child(index, "mark") is not None
    comma = end in tree.all and _mark(tree, end) in (",", ";")
    return end <= head and comma and not marked and tree.child(head, *SUBJECTS) is not None


def _advcl(tree: Tree, index: int, quoted: SentenceQuotes) -> bool:  # noqa: ARG001
    """An adverbial clause with a fact of its own: no condition, no purpose, no "20 minutes before"."""
    marks = {tree.lemma(c) for c in tree.children[index] if tree.tokens.dep[c] in ("mark", "advmod")}
    purpose = any(tree.tokens.tag[c] == "TO" for c in tree.children[index])
    return not purpose and not marks & BINDING and not _measures(tree, index)


def _measures(tree: Tree, index: int) -> bool:
    """Whether the clause only says how long before or after another: "20 minutes before it rang"."""
    measure = tree.child(index, "npadvmod")
    if measure is None or not any(tree.tokens.pos[i] == "NUM" for i in tree.subtree(measure)):
        return False
    return len(tree.content(set(tree.subtree(index)) - set(tree.subtree(measure)))) < LEAST["advcl"]


def _acl(tree: Tree, index: int, quoted: SentenceQuotes) -> bool:  # noqa: ARG001
    """A participle clause set off from its noun; without a comma it only says which one is meant."""
    purpose = any(tree.tokens.tag[c] == "TO" for c in tree.children[index])
    return not purpose and tree.tokens.pos[index] in ("VERB", "AUX") and _set_off(tree, index)


def _relcl(tree: Tree, index: int, quoted: SentenceQuotes) -> bool:  # noqa: ARG001
    """A relative clause set off, or one that ends its sentence with a fact of its own."""
    subtree = tree.subtree(index)
    if _set_off(tree, index):
        return True
    counted = any(tree.tokens.pos[i] == "NUM" for i in subtree)
    relative = any(tree.tokens.tag[i] in ("WDT", "WP") for i in subtree[:2])
    last = all(tree.tokens.pos[i] in ("PUNCT", "SPACE") for i in tree.all if i > subtree[-1])
    return relative and (last or counted) and len(tree.content(subtree)) > LEAST["relcl"]


def _set_off(tree: Tree, index: int) -> bool:
    """Whether a comma, dash or bracket stands right before the subtree."""
    before = tree.subtree(index)[0] - 1
    return before in tree.all and tree.tokens.pos[before] == "PUNCT" and _mark(tree, before) in ",-–—(;"


def _mark(tree: Tree, index: int) -> str:
    return tree.text[tree.tokens.start[index] : tree.tokens.end[index]][:1]


def _appos(tree: Tree, index: int, quoted: SentenceQuotes) -> bool:  # noqa: ARG001
    """An apposition that gives a number."""
    return any(tree.tokens.pos[i] == "NUM" for i in tree.subtree(index))


def _prep(tree: Tree, index: int, quoted: SentenceQuotes) -> bool:  # noqa: ARG001
    """Only "including ...": an instance told in passing."""
    return tree.lemma(index) in ("include", "including")


def _always(tree: Tree, index: int, quoted: SentenceQuotes) -> bool:  # noqa: ARG001
    return True


_RULES = {
    "conj": _conj,
    "ccomp": _ccomp,
    "advcl": _advcl,
    "acl": _acl,
    "appos": _appos,
    "prep": _prep,
    "relcl": _relcl,
    "parataxis": _always,
}
