"""Passages: stretches of wording that stand in several articles, word for word or nearly so."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.compare.extension import Stretch, cut, stretches
from rashomon.compare.seeding import shared_runs
from rashomon.compare.texts import Text, prepare
from rashomon.model import Annotations, Passage, Span
from rashomon.model.identity import content_id

# All set on the shared copy of the labelled stories (F1 .86 there; .84 at ten words, .82 at twelve).
_LONG = 9  # equal words that make a passage anywhere
_WHOLE = 8  # equal words that do where they are the whole sentence in both articles
_BESIDE = 4  # the same beside another passage: a short sentence inside a longer copy
_PLAIN = 6  # equal words without a capital: names and titles alone are no copying
_LONE = 6  # equal words in a row that are worth a look on their own
_SHARE = 0.6  # equal words of all words in the longer side
_HELD = 0.8  # how much of a passage a further article must hold to join it

Range = tuple[int, int, int]  # text, first word, behind the last word


def find_passages(
    annotations: Sequence[Annotations], *, texts: Sequence[Text] | None = None
) -> tuple[Passage, ...]:
    """Return the passages that two or more articles share, in the order of their first places.

    Passages end where a sentence ends in all articles, but never inside a quotation. Time and memory
    grow with the text, not with the pairs of articles. `texts` are the articles' prepared texts, made
    here where they are not given.
    """
    return share(prepare(annotations) if texts is None else texts)


def share(texts: Sequence[Text]) -> tuple[Passage, ...]:
    """Return the passages of prepared texts, which come in the order of their articles' ids."""
    pieces = list(_pieces(texts))
    found = {passage.id: passage for passage in _grouped(texts, pieces)}
    return tuple(sorted(found.values(), key=lambda passage: passage.spans))


def _pieces(texts: Sequence[Text]) -> Iterator[Stretch]:
    """Find what pairs of texts share, cut to sentences, without what is too little."""
    folds = [text.words.folds for text in texts]
    for stretch in stretches(folds, shared_runs(folds, lone=_LONE)):
        left, right = texts[stretch.left], texts[stretch.right]
        pieces = list(cut(stretch, left.units, right.units))
        long = [_enough(left, right, piece) for piece in pieces]
        for place, piece in enumerate(pieces):
            beside = any(long[max(0, place - 1) : place + 2])
            if long[place] or (beside and _is_whole(left, right, piece, _BESIDE)):
                yield piece


def _enough(left: Text, right: Text, piece: Stretch) -> bool:
    """Whether the equal words are enough to be no chance."""
    if piece.equal < _WHOLE or piece.share < _SHARE:
        return False
    plain = sum(sum(left.plain[a : a + length]) for a, _, length in piece.blocks)
    return plain >= _PLAIN and (piece.equal >= _LONG or _is_whole(left, right, piece, _WHOLE))


def _is_whole(left: Text, right: Text, piece: Stretch, least: int) -> bool:
    """Whether at least so many equal words are about the whole of the sentences they stand in."""
    if piece.equal < least or piece.share < _SHARE:
        return False
    sizes = (
        sum(text.sizes[unit] for unit in set(text.units[start:end]))
        for text, (start, end) in zip((left, right), piece.sides, strict=True)
    )
    return piece.equal >= 0.75 * max(sizes)


def _grouped(texts: Sequence[Text], pieces: Sequence[Stretch]) -> Iterator[Passage]:
    """Put together what more than two articles share: each piece with all who hold most of it."""
    holders: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index, piece in enumerate(pieces):
        for text, (start, end) in zip((piece.left, piece.right), piece.sides, strict=True):
            for unit in sorted(set(texts[text].units[start:end])):
                holders[text, unit].append(index)
    done: set[int] = set()
    for index in sorted(range(len(pieces)), key=lambda index: (-pieces[index].equal, index)):
        if index in done:
            continue
        members = _ranges(pieces[index])
        for text, start, end in _ranges(pieces[index]):
            units = sorted(set(texts[text].units[start:end]))
            for other in sorted({other for unit in units for other in holders[text, unit]}):
                found = _projected(pieces[other], (text, start, end))
                if found is None:
                    continue
                if not any(_overlap(found, member) for member in members):
                    members.append(found)
                if all(any(_inside(side, member) for member in members) for side in _ranges(pieces[other])):
                    done.add(other)
        yield _passage(texts, members)


def _ranges(piece: Stretch) -> list[Range]:
    (a, b), (c, d) = piece.sides
    return [(piece.left, a, b), (piece.right, c, d)]


def _projected(piece: Stretch, held: Range) -> Range | None:
    """Where the piece's other text has the words of a range, if it has most of them."""
    text, start, end = held
    own, other = (0, 1) if piece.left == text else (1, 0)
    equal, places = 0, []
    for block in piece.blocks:
        first, last = max(start, block[own]), min(end, block[own] + block[2])
        if first < last:
            equal += last - first
            places += [block[other] + first - block[own], block[other] + last - block[own]]
    if equal < _HELD * (end - start):
        return None
    return (piece.right if own == 0 else piece.left), places[0], places[-1]


def _overlap(left: Range, right: Range) -> bool:
    return left[0] == right[0] and left[1] < right[2] and right[1] < left[2]


def _inside(inner: Range, outer: Range) -> bool:
    """Whether the outer range holds the inner one, up to a word in ten."""
    if inner[0] != outer[0]:
        return False
    common = min(inner[2], outer[2]) - max(inner[1], outer[1])
    return common >= 0.9 * (inner[2] - inner[1])


def _passage(texts: Sequence[Text], members: Sequence[Range]) -> Passage:
    spans = tuple(
        sorted(
            Span(texts[text].article, texts[text].words.starts[start], texts[text].words.ends[end - 1])
            for text, start, end in members
        )
    )
    where = [(span.article, span.start, span.end) for span in spans]
    longest = max(end - start for _, start, end in members)
    return Passage(id=content_id("passage", where), spans=spans, words=longest)
