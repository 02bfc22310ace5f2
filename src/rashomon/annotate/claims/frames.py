"""Frames: the words around a report ("X said on Tuesday that"), which are no claim of substance."""

from collections import Counter
from collections.abc import Collection, Sequence

from rashomon.annotate.claims.occasions import beside_occasion
from rashomon.annotate.claims.tree import Tree
from rashomon.model import Quote, Sentence, Span, Tokens
from rashomon.text.reporting import REPORTING

# Content words that a frame needs beside source, cue, audience and topic to be told on its own.
LEAST_FRAME = 3
# Content words that any claim needs: with fewer there is nothing to compare.
LEAST_CLAIM = 2


def is_reporting(tree: Tree, index: int) -> bool:
    """Whether the token is a verb of saying."""
    return tree.tokens.pos[index] == "VERB" and tree.lemma(index) in REPORTING


class SentenceQuotes:
    """Which tokens of one sentence stand in which quote's content, source or cue.

    `quotes` are those that reach into the sentence.
    """

    def __init__(self, tokens: Tokens, sentence: Sentence, quotes: Sequence[Quote]) -> None:
        self._content: dict[int, str] = {}
        self._frames: list[tuple[set[int], set[int]]] = []  # what a frame goes with, and its tokens
        self._cues: set[int] = set()
        members = range(sentence.first, sentence.last)
        # The innermost quote is set last and wins: shorter content stands inside longer.
        for quote in sorted(quotes, key=lambda q: (-sum(len(s) for s in q.content), q.id)):
            cue = _tokens_in(tokens, members, quote.cue)
            self._cues |= cue
            content = _tokens_in(tokens, members, quote.content)
            self._frames.append((cue | content, _tokens_in(tokens, members, quote.source) | cue))
            self._content |= dict.fromkeys(content, quote.id)

    def of(self, members: Collection[int]) -> str | None:
        """The quote in whose content most of the members stand, if more than half do."""
        counts = Counter(self._content.get(index) for index in members)
        best = min(counts, key=lambda quote: (-counts[quote], quote or ""), default=None)
        return best if best is None or counts[best] * 2 > len(members) else None

    def inside(self, index: int) -> bool:
        """Whether the token is part of what somebody is quoted as saying."""
        return index in self._content

    def holds(self, tree: Tree, predicate: int, members: Collection[int]) -> bool:
        """Whether a cue's own clause holds what is reported: "criticised the plan", "renewed his pledge"."""
        own = self._content.get(predicate)
        reported = [i for i in members if self._content.get(i) not in (None, own)]
        return len(tree.content(reported)) >= LEAST_CLAIM

    def frame(self, members: Collection[int]) -> set[int]:
        """The tokens that are source or cue to what is among the members, and not themselves quoted.

        Where cue and content stand in another clause ("with the mayor, who backed the plan") the source
        belongs to what the members tell.
        """
        held = (frame for rest, frame in self._frames if not rest or not rest.isdisjoint(members))
        return {index for frame in held for index in frame if index not in self._content}

    def is_cue(self, index: int) -> bool:
        """Whether the token is a cue."""
        return index in self._cues

    def starts(self, members: Collection[int], head: int) -> bool:
        """Whether the members are quoted by another quote than their head is."""
        quote = self.of(members)
        return quote is not None and quote != self._content.get(head)


def drop_frame(tree: Tree, quoted: SentenceQuotes, predicate: int, members: Sequence[int]) -> list[int]:
    """The members without source and cue; empty where nothing of substance is left."""
    according = {i for p in members if _according(tree, p) for i in tree.subtree(p)}
    about = tree.tokens.dep[predicate] in ("relcl", "acl", "appos")  # told of a source: keep its name
    passing = tree.tokens.dep[predicate] == "prep"  # "aides, including the mayor" tells nothing
    reports = is_reporting(tree, predicate) and _has_report(tree, predicate)
    is_frame = quoted.is_cue(predicate) or (reports and not quoted.inside(predicate))
    # The outlet's own words keep a report inside them: "squares where crowds met to demand that".
    worded = any(quoted.is_cue(i) and tree.tokens.pos[i] in ("VERB", "NOUN") for i in members)
    own = not (passing or is_frame or quoted.inside(predicate)) and (worded or not quoted.of(members))
    frame = set() if own else quoted.frame(tree.all if passing else members)
    kept = [i for i in members if about or not (i in frame or i in according)]
    if is_frame and quoted.holds(tree, predicate, members):
        return list(members)
    if is_frame:
        subject = {i for c in tree.children[predicate] if _is_subject(tree, c) for i in tree.subtree(c)}
        extra = [i for i in kept if i != predicate and i not in subject and not quoted.inside(i)]
        return list(members) if len(beside_occasion(tree, predicate, extra)) >= LEAST_FRAME else []
    return kept if len(tree.content(kept)) >= LEAST_CLAIM else []


def _is_subject(tree: Tree, index: int) -> bool:
    return tree.tokens.dep[index] in ("nsubj", "nsubjpass")


def _according(tree: Tree, index: int) -> bool:
    return tree.tokens.dep[index] == "prep" and tree.lemma(index) in ("accord", "according")


def _has_report(tree: Tree, index: int) -> bool:
    return tree.tokens.dep[index] == "parataxis" or tree.child(index, "ccomp", "parataxis") is not None


def _tokens_in(tokens: Tokens, members: range, spans: Sequence[Span]) -> set[int]:
    return {
        i for i in members if any(span.start < tokens.end[i] and tokens.start[i] < span.end for span in spans)
    }
