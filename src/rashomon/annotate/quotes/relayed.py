"""Relayed words: whom the Herald quotes "as saying" something is its source, not the Herald."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.sources import noun_phrase
from rashomon.annotate.quotes.syntax import Syntax

_QUOTING = frozenset({"quote", "cite"})
_UP = frozenset({"prep", "pcomp", "advcl", "xcomp", "conj"})  # from "saying" to "quoted"
_STEPS = 4


def name_the_quoted(syntax: Syntax, found: Sequence[Found]) -> list[Found]:
    """Return the attributions, those under a "quoted" with whom it quotes as their source.

    One whose cue is a passive "was quoted" itself, and whose content its subject or what another one tells,
    is left out.
    """
    anchors = [_anchor(syntax, each) for each in found]
    kept = []
    for each, anchor in zip(found, anchors, strict=True):
        verb = _quoting(syntax, anchor)
        subject = _subject(syntax, verb) if verb is not None else None
        if verb is None or subject is None:
            kept.append(each)
        elif anchor != verb or not _empty(syntax, each, subject, anchors):
            kept.append(replace(each, source=noun_phrase(syntax, subject, verb)))
    return kept


def _anchor(syntax: Syntax, found: Found) -> int | None:
    """The cue's main token."""
    if found.verb >= 0 or not found.cue:
        return found.verb if found.verb >= 0 else None
    return next(iter(syntax.inside(*found.cue[0])), None)


def _quoting(syntax: Syntax, index: int | None) -> int | None:
    """The passive "quoted" that the cue is or stands under, or the active one of its "as"."""
    below = None
    for _ in range(_STEPS):
        if index is None:
            return None
        relayed = below is not None and syntax.text[below].lower() == "as"
        if syntax.lemma(index) in _QUOTING and (relayed or _passive(syntax, index)):
            return index
        below, index = index, syntax.tokens.head[index] if syntax.tokens.dep[index] in _UP else None
    return None


def _passive(syntax: Syntax, verb: int) -> bool:
    aside = syntax.tokens.tag[verb] == "VBN" and syntax.tokens.dep[verb] == "acl"
    return aside or syntax.child(verb, "auxpass") is not None


def _subject(syntax: Syntax, verb: int) -> int | None:
    """Whom the verb says to be quoted: its subject or object, or the noun that it stands beside."""
    if not _passive(syntax, verb):
        return syntax.child(verb, "dobj")
    subject = syntax.child(verb, "nsubjpass")
    return syntax.tokens.head[verb] if subject is None and syntax.tokens.dep[verb] == "acl" else subject


def _empty(syntax: Syntax, found: Found, subject: int, anchors: Sequence[int | None]) -> bool:
    """Whether the attribution says no more than that somebody was quoted, which another one tells whole."""
    first, last = syntax.start(syntax.left[subject]), syntax.end(syntax.right[subject])
    whole = all(first <= start and end <= last for start, end in found.content)
    cues = [syntax.start(anchor) for anchor in anchors if anchor is not None]
    return whole or any(start <= cue < end for start, end in found.content for cue in cues)
