"""The parse of one article, with the look-ups that rules on it need."""

from bisect import bisect_left
from dataclasses import dataclass, field

from rashomon.model import Article, Tokens

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
AUXILIARY = frozenset({"aux", "auxpass", "neg"})


@dataclass(slots=True)
class Syntax:
    """Tokens with their texts, children, lines, and the first and last token of each subtree."""

    article: Article
    tokens: Tokens
    text: list[str] = field(init=False)
    children: list[list[int]] = field(init=False)
    left: list[int] = field(init=False)
    right: list[int] = field(init=False)
    line: list[int] = field(init=False)

    def __post_init__(self) -> None:
        tokens, text = self.tokens, self.article.text
        self.text = [text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True)]
        self.children = [[] for _ in self.text]
        for index, head in enumerate(tokens.head):
            if head != index:
                self.children[head].append(index)
        self.line = _lines(text, tokens)
        self.left, self.right = self._edges()

    def __len__(self) -> int:
        return len(self.text)

    def _edges(self) -> tuple[list[int], list[int]]:
        """Fill in subtree edges from the leaves up; linear, and safe from deep trees."""
        left, right = list(range(len(self.text))), list(range(len(self.text)))
        waiting = [len(children) for children in self.children]
        ready = [index for index, count in enumerate(waiting) if count == 0]
        while ready:
            index = ready.pop()
            head = self.tokens.head[index]
            if head == index:
                continue
            left[head] = min(left[head], left[index])
            right[head] = max(right[head], right[index])
            waiting[head] -= 1
            if waiting[head] == 0:
                ready.append(head)
        return left, right

    def inside(self, start: int, end: int) -> range:
        """The tokens that begin in these characters."""
        starts = self.tokens.start
        return range(bisect_left(starts, start), bisect_left(starts, end))

    def lemma(self, index: int) -> str:
        """The lemma; contracted and upper-case forms come lower-case."""
        return self.tokens.lemma[index]

    def child(self, index: int, *deps: str) -> int | None:
        """The first child with one of these dependency labels."""
        return next((c for c in self.children[index] if self.tokens.dep[c] in deps), None)

    def is_verb(self, index: int) -> bool:
        """Whether the token is a verb or an auxiliary used as one."""
        return self.tokens.pos[index] in ("VERB", "AUX")

    def finite(self, index: int) -> bool:
        """Whether the token heads a finite clause: tensed itself, or by an auxiliary or modal."""
        if self.tokens.tag[index] in ("VBD", "VBZ", "VBP", "MD"):
            return True
        return any(
            self.tokens.dep[c] in ("aux", "auxpass") and self.tokens.tag[c] in ("VBD", "VBZ", "VBP", "MD")
            for c in self.children[index]
        )

    def start(self, index: int) -> int:
        """The first character of the token."""
        return self.tokens.start[index]

    def end(self, index: int) -> int:
        """One past the token's last character."""
        return self.tokens.end[index]


def _lines(text: str, tokens: Tokens) -> list[int]:
    """Number each token's line; a blank token that holds a line end stands on the line that it ends."""
    found, line, at = [], 0, 0
    for start in tokens.start:
        line += text.count("\n", at, start)
        found.append(line)
        at = start
    return found
