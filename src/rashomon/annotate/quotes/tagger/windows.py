"""Windows: stretches of words that the model reads at once, cut where paragraphs or sentences end."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.annotate.quotes.tagger.words import Words, special

_STOPS = ".!?"


@dataclass(frozen=True, slots=True)
class Window:
    """Words `[first, last)` to tag, read with `[begin, end)` around them."""

    begin: int
    first: int
    last: int
    end: int


def cut(text: str, words: Words, limit: int) -> list[tuple[int, int]]:
    """Cut the words into stretches of at most `limit` pieces, at paragraph ends where that is possible."""
    stretches: list[tuple[int, int]] = []
    first, held = 0, 0
    for begin, end in _units(text, words, limit):
        size = 1 + sum(len(pieces) for pieces in words.pieces[begin:end])
        if held and held + size > limit:
            stretches.append((first, begin))
            first, held = begin, 0
        held += size
    if first < len(words):
        stretches.append((first, len(words)))
    return stretches


def _units(text: str, words: Words, limit: int) -> list[tuple[int, int]]:
    """Paragraphs; one that is longer than the limit comes in parts that end with a sentence, or anywhere."""
    units: list[tuple[int, int]] = []
    begin, held, stop = 0, 0, 0
    for index, pieces in enumerate(words.pieces):
        fresh = index > begin and words.paragraph[index] != words.paragraph[index - 1]
        if fresh or held + len(pieces) + 1 > limit:
            at = index if fresh or stop <= begin else stop
            units.append((begin, at))
            begin, held = at, sum(len(each) for each in words.pieces[at:index])
        held += len(pieces)
        if text[words.start[index]] in _STOPS:
            stop = index + 1
    if begin < len(words):
        units.append((begin, len(words)))
    return [unit for unit in units if unit[0] < unit[1]]


def windows(text: str, words: Words, *, core: int, context: int) -> list[Window]:
    """Return windows of at most `core` pieces to tag, with up to `context` pieces read on either side."""
    found = []
    for first, last in cut(text, words, core):
        begin, room = first, context
        while begin > 0 and (room := room - len(words.pieces[begin - 1]) - 1) >= 0:
            begin -= 1
        end, room = last, context
        while end < len(words) and (room := room - len(words.pieces[end]) - 1) >= 0:
            end += 1
        found.append(Window(begin, first, last, end))
    return found


def assemble(
    words: Words, begin: int, end: int, *, pieces: Sequence[Sequence[int]] = ()
) -> tuple[list[int], list[int]]:
    """Return the piece ids of some words with marks between paragraphs, and where each word begins.

    `pieces` stands in for the words' own (all of the text's), as the training does it.
    """
    source = pieces or words.pieces
    ids, places = [special("[CLS]")], []
    for index in range(begin, end):
        if index > begin and words.paragraph[index] != words.paragraph[index - 1]:
            ids.append(special("[SEP]"))
        places.append(len(ids))
        ids.extend(source[index])
    return [*ids, special("[SEP]")], places
