"""Wording: one utterance given in other words, where the words are said to be the speaker's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rashomon.compare.align.views import View
from rashomon.compare.slots.finding import Finding, Version
from rashomon.compare.slots.firmness import rivals
from rashomon.model import Span
from rashomon.text.lexicon import closed_class

WORD = re.compile(r"[(\[]?[^\W_]+(?:['’-][^\W_]+)*['’]?[)\]]?")
# Words that may change without changing what was said.
SMALL = closed_class(
    "a an the this that these those and or but of to in on for with by at from as is are was were be been "
    "it its he she they we i you his her their our your my has have had will would"
)
# A changed word is told with the words that follow it, up to this many, or to the next mark or clause.
TAIL = 3
# Share of the shorter rendering that both must have in common, in order, to be one utterance.
COMMON = 0.45


@dataclass(frozen=True, slots=True)
class Word:
    """One word and its place in the article."""

    form: str
    span: Span


def wordings(left: View, right: View, likelihood: float) -> Iterator[Finding]:  # noqa: ARG001
    """Yield each place where two renderings of one utterance use other words."""
    if left.claim.quote is None or right.claim.quote is None or rivals(left, right):
        return
    if not (left.direct or right.direct) or left.claim.article == right.claim.article:
        return
    mine, theirs = _words(left), _words(right)
    matcher = SequenceMatcher(None, [w.form for w in mine], [w.form for w in theirs], autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    if shared < max(4, COMMON * min(len(mine), len(theirs))):
        return
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal" or not _weighty(mine[a:b], theirs[c:d]):
            continue
        inner = a > 0 and c > 0 and b < len(mine) and d < len(theirs)
        if tag == "replace" or inner:
            finding = _finding(left, right, (mine, a, b), (theirs, c, d))
            if finding is not None:
                yield finding


def _words(view: View) -> list[Word]:
    found = []
    for span in view.claim.spans:
        for match in WORD.finditer(view.source.text, span.start, span.end):
            place = Span(span.article, match.start(), match.end())
            found.append(Word(match.group().lower().strip("()[]'’").replace("’", "'"), place))
    return found


def _weighty(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether a word of substance changed, and not only its spelling or ending."""
    mine = [w.form for w in left if w.form not in SMALL]
    theirs = [w.form for w in right if w.form not in SMALL]
    if not mine and not theirs:
        return False
    return [form[:5] for form in mine] != [form[:5] for form in theirs]


def _finding(
    left: View,
    right: View,
    mine: tuple[Sequence[Word], int, int],
    theirs: tuple[Sequence[Word], int, int],
) -> Finding | None:
    first, second = _stretch(left, *mine), _stretch(right, *theirs)
    if first is None or second is None:
        return None
    words = f"“{left.exact(first)}” and “{right.exact(second)}”"
    return Finding(
        "wording",
        "differ",
        Version(left.exact(first).lower(), first),
        Version(right.exact(second).lower(), second),
        f"{words} stand for the same words of one speaker",
    )


def _stretch(view: View, words: Sequence[Word], start: int, end: int) -> Span | None:
    """The changed words and what follows them, up to the next mark."""
    last = end
    while last < min(len(words), end + TAIL) and (last == 0 or _joined(view, words[last - 1], words[last])):
        last += 1
    if last <= start:
        return None
    return Span(words[start].span.article, words[start].span.start, words[last - 1].span.end)


def _joined(view: View, left: Word, right: Word) -> bool:
    return view.source.text[left.span.end : right.span.start].strip() == ""
