"""Wording: one utterance given in other words, where the words are said to be the speaker's."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from rashomon.compare.align.views import View
from rashomon.compare.slots.amounts import same_amount
from rashomon.compare.slots.finding import Finding, Version
from rashomon.compare.slots.firmness import rivals
from rashomon.compare.wording import Words, words
from rashomon.model import Quantity, Span
from rashomon.text.lexicon import closed_class
from rashomon.text.opposites import ORDINALS
from rashomon.text.quotation_marks import pair_marks

# Words that may change without changing what was said.
SMALL = closed_class(
    "a an the this that these those and or but of to in on for with by at from as is are was were be been "
    "it its he she they we i you his her their our your my has have had will would very there so not which "
    "more also already rather than then where when how what who them him us me if no just only "
    "regarding relating related concerning including include includes ranging mr mrs ms dr"
)
# A changed word is told with the words before it that both have, and with those that follow it, up to this
# many, or to the next mark: alone it tells a reader nothing.
LEAD, TAIL = 2, 2
# Share of the shorter rendering that both must have in common, in order, before a change of words is told:
# less where both stand in quotation marks, for there the words are given as the speaker's own.
MARKED, UNMARKED = 0.5, 0.6
# A rewritten stretch of more words than this is another sentence, not a changed word.
LONGEST = 4
# Words of substance that must be added or left out silently, where none takes another's place.
ADDED = 2
# Words of substance that both must have for each that changed, where several did.
STAYED = 2
# Words of a version that the other outlet gives elsewhere just so: it renders them, too, of another sentence.
ELSEWHERE = 3
# Letters that two words must begin with to be forms of one word.
STEM = 4
_PLURAL = re.compile(r"(?<=[a-z]{3})s$")
_Step = tuple[str, int, int, int, int]
# A word with letters left out, for it is a rude one.
_MASKED = re.compile(r"\b[^\W\d_]{1,2}(?:[–—]|[_-]{2,})|\*")


def wordings(left: View, right: View, likelihood: float) -> Iterator[Finding]:  # noqa: ARG001
    """Yield each place where two renderings of one utterance use other words of substance.

    Where one stands outside quotation marks, a single word for a single word: more is a paraphrase.
    """
    if not _comparable(left, right):
        return
    mine, theirs = _Side(left), _Side(right)
    steps = _steps(mine.words.folds, theirs.words.folds)
    shared = sum(b - a for op, a, b, _, _ in steps if op == "equal")
    need = MARKED if left.direct and right.direct else UNMARKED
    if shared < max(4, need * min(len(mine.words), len(theirs.words))):
        return
    for place, (op, a, b, c, d) in enumerate(steps):
        if op == "equal" or max(b - a, d - c) > LONGEST or not mine.weighty(a, b, theirs, c, d):
            continue
        if mine.opened(a, b) or theirs.opened(c, d) or _another(mine, theirs, steps, place):
            continue
        inside = a > 0 and c > 0 and b < len(mine.words) and d < len(theirs.words)
        marked = mine.marked(a, b) + theirs.marked(c, d) if inside else 0
        if marked > 1 or (marked and b - a == d - c == 1):
            before = steps[place - 1]
            common = before[2] - before[1] if before[0] == "equal" else 0
            found = _finding(mine, mine.trimmed(a, b), theirs, theirs.trimmed(c, d), min(common, LEAD))
            if not (_gives(right, left, found.left) or _gives(left, right, found.right)):
                yield found


def _another(mine: "_Side", theirs: "_Side", steps: Sequence[_Step], place: int) -> bool:
    """Whether the sentence says another thing: several words changed, and few words of substance stayed.

    "We're talking to witnesses at this point", "we're processing the scene at this point".
    """
    _, a, b, c, d = steps[place]
    first, second = len(mine.heavy(a, b)), len(theirs.heavy(c, d))
    changed = max(first, second) if first and second else 0
    stayed = sum(len(mine.heavy(start, end)) for op, start, end, _, _ in steps if op == "equal")
    return changed > 1 and stayed < STAYED * changed


def _gives(view: View, other: View, version: Version) -> bool:
    """Whether the article of a claim has the other's version elsewhere, word for word."""
    said = words(other.exact(version.span)).folds
    return len(said) >= ELSEWHERE and f" {' '.join(said)} " in _all(view.source.text)


def _comparable(left: View, right: View) -> bool:
    quoted = left.claim.quote is not None and right.claim.quote is not None
    marked = left.direct or right.direct
    known = left.speaker == right.speaker and left.speaker is not None
    one = known or (left.utterance is not None and left.utterance == right.utterance)
    body = "title" not in (left.kind, right.kind)
    apart = left.claim.article != right.claim.article
    return quoted and marked and one and body and apart and not rivals(left, right)


class _Side:
    """One claim's words with their places."""

    def __init__(self, view: View) -> None:
        self.view = view
        parts = [words(view.source.text, s.start, s.end) for s in view.claim.spans]
        self.words = Words(
            tuple(fold for part in parts for fold in part.folds),
            tuple(start for part in parts for start in part.starts),
            tuple(end for part in parts for end in part.ends),
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """The beginnings of all words: a word that stands elsewhere has only moved."""
        return frozenset(map(_stem, (*self.words.folds, *self._lemmas.values())))

    @cached_property
    def _lemmas(self) -> dict[int, str]:
        """The words' base forms by where they stand: "hid" and "hiding" are one."""
        return {unit.span.start: unit.key for unit in self.view.units if unit.kind == "word"}

    def heavy(self, start: int, end: int) -> list[str]:
        """The words of substance among those from `start` to `end`, names aside."""
        return [
            _stem(self._lemmas.get(at, fold))
            for fold, at in zip(self.words.folds[start:end], self.words.starts[start:end], strict=True)
            if fold not in SMALL and not self.view.named(at)
        ]

    def weighty(self, start: int, end: int, other: "_Side", first: int, last: int) -> bool:
        """Whether a word of substance changed, and not only its form, its name or how a number is written."""
        if any(
            same_amount(one, two) for one in self.amounts(start, end) for two in other.amounts(first, last)
        ):
            return False
        place = self.ordinal(start, end)
        if place is not None and place == other.ordinal(first, last):
            return False
        mine = [stem for stem in self.heavy(start, end) if stem not in other.stems]
        theirs = [stem for stem in other.heavy(first, last) if stem not in self.stems]
        added = not (mine and theirs) and len(mine or theirs) >= ADDED
        return bool(mine and theirs) or added

    def opened(self, start: int, end: int) -> bool:
        """Whether an editor changed the words openly: in square brackets, or with letters left out."""
        if start == end:
            return False
        text, first, last = self.view.source.text, self.words.starts[start], self.words.ends[end - 1]
        bracketed = text[max(0, first - 1) : first] == "[" and text[last : last + 1] == "]"
        return bracketed or bool(_MASKED.search(text, first, last))

    def ordinal(self, start: int, end: int) -> int | None:
        """The place in a row that the words name: "first", "1st"."""
        return ORDINALS.get("".join(self.words.folds[start:end]))

    def amounts(self, start: int, end: int) -> list[Quantity]:
        """The quantities that some of the words belong to."""
        if start == end:
            return []
        first, last = self.words.starts[start], self.words.ends[end - 1]
        return [q for q in self.view.quantities if q.span.start < last and first < q.span.end]

    def marked(self, start: int, end: int) -> bool:
        """Whether the words stand in quotation marks, and so are said to be the speaker's own."""
        first, last = self.words.starts[start], self.words.ends[max(start, end - 1)]
        return self.view.direct and any(a <= first and last <= b for a, b in self._quoted)

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        """What stands between marks in the claim's paragraphs; all of it, where no mark is seen there."""
        text = self.view.source.text
        start = text.rfind("\n", 0, self.words.starts[0]) + 1
        end = text.find("\n", self.words.ends[-1])
        pairs = pair_marks(text[start : end if end >= 0 else len(text)])
        return [(start + p.inner_start, start + p.inner_end) for p in pairs] or [(start, len(text))]

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The changed words without small words before the first word of substance."""
        while end - start > 1 and self.words.folds[start] in SMALL:
            start += 1
        return start, end

    def stretch(self, start: int, end: int, lead: int) -> Span:
        """The changed words, up to `lead` before them, and what follows up to the next mark or small word.

        Brackets around them are included.
        """
        text, last = self.view.source.text, max(end, start + 1)
        while last < min(len(self.words), end + TAIL) and self._joined(last - 1, last):
            last += 1
        while last > max(end, start + 1) and self.words.folds[last - 1] in SMALL:
            last -= 1
        first = start
        while first > start - lead and self._joined(first - 1, first):
            first -= 1
        first, _ = self.trimmed(first, start + 1)
        begin, stop = self.words.starts[first], self.words.ends[last - 1]
        if text[begin - 1 : begin] in ("(", "[") and begin > 0:
            begin -= 1
        return Span(self.view.source.id, begin, stop)

    def _joined(self, left: int, right: int) -> bool:
        between = self.view.source.text[self.words.ends[left] : self.words.starts[right]]
        return between.strip("()[] ") == ""


def _stem(fold: str) -> str:
    """The beginning of a word that its forms share: "duty", "duties"; "pew", "pews"."""
    return _PLURAL.sub("", fold)[:STEM].replace("y", "i")


def _finding(left: _Side, mine: tuple[int, int], right: _Side, theirs: tuple[int, int], lead: int) -> Finding:
    first, second = left.stretch(*mine, lead), right.stretch(*theirs, lead)
    one, other = left.view.exact(first), right.view.exact(second)
    return Finding(
        "wording",
        "differ",
        Version(one.lower(), first),
        Version(other.lower(), second),
        f"one speaker's words are given as “{one}” and as “{other}”",
    )


@lru_cache(maxsize=64)
def _all(text: str) -> str:
    return f" {' '.join(words(text).folds)} "


def _steps(left: tuple[str, ...], right: tuple[str, ...]) -> list[_Step]:
    from difflib import SequenceMatcher

    return list(SequenceMatcher(None, left, right, autojunk=False).get_opcodes())
