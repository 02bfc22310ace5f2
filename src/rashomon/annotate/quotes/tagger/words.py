"""Text as the tagger sees it: words cut at blanks and punctuation, each with its word pieces."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon import weights
from rashomon.model.errors import WeightsError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

TOKENIZER = "minilm.tokenizer.json"  # the sentence vectors' own: both models have one vocabulary


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text as parallel columns: characters, word pieces, and number of the paragraph."""

    start: tuple[int, ...]
    end: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]
    paragraph: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.start)


@cache
def tokenizer() -> "Tokenizer":
    """Return the process's tokenizer; it is read-only."""
    from tokenizers import Tokenizer

    found: Tokenizer = Tokenizer.from_str(weights.read(TOKENIZER).decode("utf-8"))
    return found


@cache
def special(name: str) -> int:
    """Return the number of one of the vocabulary's own pieces, such as [SEP]."""
    number: int | None = tokenizer().token_to_id(name)
    if number is None:
        raise WeightsError(f"the vocabulary has no {name}: install rashomon again")
    return number


def split_words(text: str) -> Words:
    """Return the words of the text; blanks belong to none."""
    # half a surrogate pair, as damaged input can hold it, is no text to the tokenizer
    readable = text.encode("utf-8", "replace").decode("utf-8")
    encoded = tokenizer().encode(readable, add_special_tokens=False)
    starts: list[int] = []
    ends: list[int] = []
    pieces: list[list[int]] = []
    paragraphs: list[int] = []
    last, at, paragraph = -1, 0, 0
    for piece, word, (start, end) in zip(encoded.ids, encoded.word_ids, encoded.offsets, strict=True):
        if word is None or start == end:
            continue
        if word == last:
            ends[-1] = max(ends[-1], end)
            pieces[-1].append(piece)
            continue
        last = word
        paragraph += "\n" in text[at:start]
        at = end
        starts.append(start)
        ends.append(end)
        pieces.append([piece])
        paragraphs.append(paragraph)
    return Words(tuple(starts), tuple(ends), tuple(map(tuple, pieces)), tuple(paragraphs))
