"""One sentence's dependency tree: children, subtrees, and token sets back to character runs."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cached_property

from rashomon.model import Sentence, Tokens
from rashomon.text.quotation_marks import MarkPair, pair_marks, shifted

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# Verbs and fillers that carry no fact of their own.
LIGHT = frozenset({"be", "have", "do", "get", "such", "other", "own", "same", "more", "most"})
_INSERTED = re.compile(r"(?<=\s)\[[^\[\]\n]{1,40}\](?=[\s,.])")
BULLETS = frozenset("•·▪▫►▶●○■□◆◇★✓*")
EDGE = frozenset({"PUNCT", "SPACE", "CCONJ"})


class Tree:
    """The tokens of one sentence; heads outside the sentence count as roots."""

    def __init__(self, tokens: Tokens, sentence: Sentence, text: str) -> None:
        self.tokens = tokens
        self.text = text
        self.kind = sentence.kind
        self.all = range(sentence.first, sentence.last)
        self.children: defaultdict[int, list[int]] = defaultdict(list)
        for index in self.all:
            if (head := self.head(index)) != index:
                self.children[head].append(index)

    def head(self, index: int) -> int:
        """The token's head, or the token itself where the head is outside the sentence."""
        head = self.tokens.head[index]
        return head if head in self.all else index

    @cached_property
    def root(self) -> int:
        """The first root of substance."""
        roots = [i for i in self.all if self.head(i) == i]
        solid = [i for i in roots if self.tokens.pos[i] not in EDGE]
        return (solid or roots or [self.all.start])[0]

    def subtree(self, index: int) -> list[int]:
        """The token and all that hangs from it, in text order."""
        found, stack = {index}, [index]
        while stack:
            for child in self.children[stack.pop()]:
                if child not in found:
                    found.add(child)
                    stack.append(child)
        return sorted(found)

    def child(self, index: int, *deps: str) -> int | None:
        """The first child with one of the dependency labels."""
        return next((c for c in self.children[index] if self.tokens.dep[c] in deps), None)

    def lemma(self, index: int) -> str:
        """The token's lemma."""
        return self.tokens.lemma[index]

    def content(self, members: Iterable[int]) -> list[int]:
        """The members that carry content."""
        tokens = self.tokens
        return [i for i in members if tokens.pos[i] in CONTENT and tokens.lemma[i] not in LIGHT]

    def runs(self, members: Collection[int]) -> list[tuple[int, int]]:
        """Character runs of the members: joined over punctuation, edges without punctuation."""
        solid = self._trim(sorted(members))
        runs: list[list[int]] = []
        for index in solid:
            if runs and self._bridged(runs[-1][-1], index):
                runs[-1].append(index)
            else:
                runs.append([index])
        kept = [trimmed for run in runs if (trimmed := self._trim(run))]
        found: list[tuple[int, int]] = []
        for run in kept:
            start, end = self._closed(self.tokens.start[run[0]], self.tokens.end[run[-1]])
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
        return found

    def _closed(self, start: int, end: int) -> tuple[int, int]:
        """The run with the mark that closes a quotation or bracket begun in it, no more than a stop away."""
        run = self.text[start:end]
        for opening, closing in ("()", "[]"):
            if run.count(opening) > run.count(closing) and self.text.startswith(closing, end):
                end += 1
        for inserted in self._insertions:  # an editor's words stay whole: "leave [bakers with] cold ovens"
            if start < inserted.end() and inserted.start() < end:
                start, end = min(start, inserted.start()), max(end, inserted.end())
        for pair in self._quotations:
            ends = start <= pair.start < end < pair.end and not self.text[end : pair.inner_end].strip(".,!?")
            if ends and pair.closed:
                return start, pair.end
        return start, end

    def parted_by_marks(self, left: int, right: int) -> bool:
        """Whether quotation marks hold one of two tokens and not the other."""
        first, second = self.tokens.start[left], self.tokens.start[right]
        return any(
            (pair.start <= first < pair.end) != (pair.start <= second < pair.end) for pair in self._quotations
        )

    @cached_property
    def _insertions(self) -> list[re.Match[str]]:
        start, end = self.tokens.start[self.all.start], self.tokens.end[self.all.stop - 1]
        return list(_INSERTED.finditer(self.text, start, end))

    @cached_property
    def _quotations(self) -> list[MarkPair]:
        start, end = self.tokens.start[self.all.start], self.tokens.end[self.all.stop - 1]
        return [shifted(pair, start) for pair in pair_marks(self.text[start:end])]

    def _bridged(self, left: int, right: int) -> bool:
        between = range(left + 1, right)
        return (
            all(self.tokens.pos[i] in ("PUNCT", "SPACE") for i in between)
            and "\n" not in (self.text[self.tokens.end[left] : self.tokens.start[right]])
        )

    def _trim(self, run: list[int]) -> list[int]:
        first, last = 0, len(run)
        while first < last and self._edge(run[first]):
            first += 1
        while last > first and self._edge(run[last - 1]):
            last -= 1
        return run[first:last]

    def _edge(self, index: int) -> bool:
        is_that = self.tokens.dep[index] == "mark" and self.tokens.lemma[index] == "that"
        word = self.text[self.tokens.start[index] : self.tokens.end[index]]
        return self.tokens.pos[index] in EDGE or is_that or word in BULLETS
