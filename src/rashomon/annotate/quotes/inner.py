"""Statements told inside statements: where they end, and which of them were never made."""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.annotate.quotes.found import Found, Range
from rashomon.annotate.quotes.holding import Holding
from rashomon.annotate.quotes.lexicon import SAY, known_lemma
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.syntax import SUBJECT, Syntax
from rashomon.text.lexicon import closed_class

ADVERSATIVE = closed_class("but yet while whereas although though however")


def end_at_adversatives(syntax: Syntax, marks: Marks, found: Iterable[Found]) -> list[Found]:
    """Cut the contents of inner statements where the outer speaker takes over.

    In 'X said Y asserts that ..., but “...”' the words in quotation marks are X's; so is a clause that X sets
    against what Y asserts.
    """
    every = list(found)
    holding = Holding(every)
    return [
        _cut(syntax, marks, each) if _may_turn(each) and _is_inner(place, each, holding) else each
        for place, each in enumerate(every)
    ]


def leave_out_unsaid(syntax: Syntax, found: Iterable[Found]) -> list[Found]:
    """Leave out inner statements that the outer one only speaks of.

    Nobody has said yet what he "plans to demand", "would say" or "refused to endorse", and "claiming the
    nomination" tells no words. Read by eye, a third of 36 inner statements were foolish, most of them so.
    """
    every = list(found)
    holding = Holding(every)
    inner = (
        any(other != place for part in each.cue for other in holding.around(part))
        for place, each in enumerate(every)
    )
    return [each for each, told in zip(every, inner, strict=True) if not told or _said(syntax, each)]


def _said(syntax: Syntax, found: Found) -> bool:
    if found.verb < 0 or not found.rule.startswith(("clause", "phrase")):
        return True
    tags = {syntax.tokens.tag[child] for child in syntax.children[found.verb]}
    if tags & {"TO", "MD"}:
        return False
    saying = found.rule.startswith("clause") and known_lemma(syntax.lemma(found.verb)) in SAY
    tag = syntax.tokens.tag[found.verb]
    return syntax.finite(found.verb) or (tag in ("VBG", "VBN") and saying)


def _may_turn(found: Found) -> bool:
    return found.verb >= 0 and found.rule.startswith("clause") and len(found.content) == 1


def _cut(syntax: Syntax, marks: Marks, found: Found) -> Found:
    start, end = found.content[0]
    index = next(
        (k for k in range(found.verb + 1, len(syntax)) if _turns(syntax, marks, k, found.verb, end)), None
    )
    if index is None or syntax.start(index) >= end:
        return found
    kept: Range = (start, syntax.end(index - 2))
    return replace(found, content=(kept,)) if kept[0] < kept[1] else found


def _turns(syntax: Syntax, marks: Marks, index: int, verb: int, end: int) -> bool:
    """Whether an adversative after a comma begins a clause, or a quotation, of its own; stops at the end."""
    if syntax.start(index) >= end:
        return True
    if syntax.text[index].lower() not in ADVERSATIVE or syntax.text[index - 1] != "," or index < verb + 3:
        return False
    if index + 1 < len(syntax) and marks.holder[index + 1] not in (-1, marks.holder[index]):
        return True
    head = syntax.tokens.head[index]
    clauses = [c for c in (*syntax.children[head], head) if c > index]
    return any(syntax.tokens.dep[k] in SUBJECT for c in clauses for k in syntax.children[c])


def _is_inner(place: int, found: Found, holding: Holding) -> bool:
    return any(other != place for other in holding.around((found.cue[0][0], found.content[-1][1])))
