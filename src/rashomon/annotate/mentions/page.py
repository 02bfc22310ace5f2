"""One article's tokens with the look-ups that finding names needs."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rashomon.model import Article, Sentence, Tokens

MARKS = frozenset("\"'“”‘’„‚«»`*[](){}<>…—–―-,.:;!?/|") | {"''", "``", "--"}
POSSESSIVE = frozenset({"'s", "’s", "'", "’", "‘s", "`s"})
DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our"}
)


class Page:
    """Words, case and place of each token of one article."""

    def __init__(self, article: Article, tokens: Tokens, sentences: Sequence[Sentence]) -> None:
        self.article = article
        self.tokens = tokens
        self.sentences = sentences
        text = article.text
        self.words = [text[start:end] for start, end in zip(tokens.start, tokens.end, strict=True)]
        self.small = frozenset(word for word in self.words if word.islower() and len(word) > 2)
        self.capitals = frozenset(self._capitals())
        self.loud = [self._loud(sentence) for sentence in sentences]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after the offset."""
        return bisect_left(self.tokens.start, offset)

    def name(self, first: int, last: int) -> str:
        """Return the text of the tokens `[first, last)` as written, on one line."""
        text = self.article.text[self.tokens.start[first] : self.tokens.end[last - 1]]
        return " ".join(text.split())

    def sentence(self, index: int) -> Sentence:
        """Return the sentence of a token."""
        return self.sentences[self.tokens.sentence[index]]

    def opens(self, index: int) -> bool:
        """Whether nothing but marks stands before the token in its sentence."""
        first = self.sentence(index).first
        return all(word in MARKS for word in self.words[first:index])

    def is_loud(self, index: int) -> bool:
        """Whether the token stands in a sentence of capitals, where case says nothing."""
        return self.loud[self.tokens.sentence[index]]

    def is_name_word(self, index: int) -> bool:
        """Whether the token begins with a capital and is no mark or number."""
        return self.words[index][:1].isupper()

    def before(self, index: int) -> str:
        """Return the word before the token in its sentence, or nothing."""
        return self.words[index - 1] if index > self.sentence(index).first else ""

    def after(self, index: int) -> str:
        """Return the word after the token in its sentence, or nothing."""
        return self.words[index + 1] if index + 1 < self.sentence(index).last else ""

    def _capitals(self) -> Iterator[str]:
        """The folded words that stand with a capital in the body, a sentence's first among them."""
        for sentence in self.sentences:
            if sentence.kind == "body":
                inside = range(sentence.first, sentence.last)
                yield from (self.words[k].casefold() for k in inside if self.words[k][:1].isupper())

    def _loud(self, sentence: Sentence) -> bool:
        words = [
            word for word in self.words[sentence.first : sentence.last] if len(word) > 1 and word.isalpha()
        ]
        return len(words) > 2 and sum(word.isupper() for word in words) > 0.7 * len(words)
