"""Parts of speech and lemmas, worked out once for each word in each use.

The model's own components look at every token with some 180 patterns, which takes a third of the
parser's time; what they decide depends on the word, its tag and its role alone, so it can be kept.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

# The components that this one stands in for.
REPLACED = ("attribute_ruler", "lemmatizer")
_KEPT = 200_000  # entries, some 30 MB; beyond, all are worked out anew

Key = tuple[str, str, str]


class Lexemes:
    """Universal part of speech and lemma, in small letters, by word, Penn tag and role."""

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        index = lemmatizer.lookups.get_table("lemma_index")
        for key, words in list(index.items()):
            index[key] = frozenset(words)  # a list of up to 57,000, which is searched for each word
        self._known: dict[Key, tuple[str, str]] = {}

    def look_up(
        self, words: Sequence[str], tags: Sequence[str], deps: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the parts of speech and the lemmas of a text's words."""
        keys = list(zip(words, tags, deps, strict=True))
        if len(self._known) > _KEPT:
            self._known.clear()
        self._learn(sorted({key for key in keys if key not in self._known}))
        found = [self._known[key] for key in keys]
        poses = [pos for pos, _ in found]
        for index in range(1, len(keys)):
            if deps[index - 1] == "expl" and found[index] == ("AUX", "be"):
                poses[index] = "VERB"  # "there is": the one decision that looks at two words
        return tuple(poses), tuple(lemma for _, lemma in found)

    def _learn(self, keys: Sequence[Key]) -> None:
        """Let the model's components decide on words that stand apart from each other."""
        from spacy.tokens import Doc

        if not keys:
            return
        rows = [row for key in keys for row in (key, (",", ",", "punct"))]
        words, tags, deps = (list(column) for column in zip(*rows, strict=True))
        doc = Doc(self._nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(rows))))
        for name in REPLACED:
            doc = self._nlp.get_pipe(name)(doc)
        for key, token in zip(keys, list(doc)[::2], strict=True):
            self._known[key] = (sys.intern(token.pos_), sys.intern(token.lemma_.lower()))
