"""Labels: numbers that tell things of one kind apart ("bridge 5", "Flight 370", "Article 12")."""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.model import Span, Tokens

Labels = frozenset[tuple[str, str]]

_LABELLED = frozenset({"NOUN", "PROPN"})
_LONGEST = 5  # digits: longer numbers are counts or codes


def labels(text: str, tokens: Tokens, members: Sequence[int], taken: Iterable[Span]) -> Labels:
    """Return the nouns that a bare number follows, with the number; not where `taken` (dates, counts) is."""
    dated = [(span.start, span.end) for span in taken]
    return frozenset(
        (tokens.lemma[index].lower(), number)
        for index, number in _numbered(text, tokens, members)
        if not any(start <= tokens.start[index + 1] < end for start, end in dated)
    )


def _numbered(text: str, tokens: Tokens, members: Sequence[int]) -> Iterator[tuple[int, str]]:
    inside = set(members)
    for index in members:
        if index + 1 not in inside or tokens.pos[index] not in _LABELLED:
            continue
        number = text[tokens.start[index + 1] : tokens.end[index + 1]]
        follows = index + 2 < len(tokens) and tokens.head[index + 1] == index + 2
        if number.isdecimal() and len(number) <= _LONGEST and not follows:
            yield index, number


def unlike(left: Labels, right: Labels) -> bool:
    """Whether both number things of one kind, and none the same."""
    kinds = {kind for kind, _ in left} & {kind for kind, _ in right}
    return any(not _of(kind, left) & _of(kind, right) for kind in kinds)


def _of(kind: str, found: Labels) -> set[str]:
    return {number for noun, number in found if noun == kind}
