"""Free reported speech: "He said X. We will do Y." A speaker's words go on without marks or cue."""

from collections.abc import Iterator, Sequence

from rashomon.annotate.quotes.found import Found, pieces
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.model import Sentence

_WE = frozenset({"we", "our", "us", "ours", "ourselves"})


def find_free(
    syntax: Syntax, marks: Marks, sentences: Sequence[Sentence], found: Sequence[Found]
) -> Iterator[Found]:
    """Yield sentences in the first person plural that go on with the indirect speech right before them.

    Only where the outlet itself never says "we" outside what others say, and on the same line.
    """
    free = [number for number, each in enumerate(sentences) if _in_first_person(syntax, marks, each, found)]
    for place, number in enumerate(free):
        if number == 0 or (place and free[place - 1] == number - 1):
            return  # two in a row, or the very first: the outlet speaks of itself
    for number in free:
        sentence, before = sentences[number], sentences[number - 1]
        owner = _told_in(before, found)
        if owner is None or syntax.line[before.first] != syntax.line[sentence.first]:
            return
        content = pieces(syntax.article.text, (sentence.start, sentence.end))
        if content:
            yield Found("free", owner.source, (), content)


def _in_first_person(syntax: Syntax, marks: Marks, sentence: Sentence, found: Sequence[Found]) -> bool:
    if sentence.kind != "body":
        return False
    for index in range(sentence.first, sentence.last):
        if syntax.text[index].lower() not in _WE or marks.holder[index] >= 0:
            continue
        start = syntax.start(index)
        if not any(a <= start < b for each in found for a, b in each.content):
            return True
    return False


def _told_in(sentence: Sentence, found: Sequence[Found]) -> Found | None:
    """The indirect speech that fills the sentence to its end."""
    told = [
        each
        for each in found
        if each.rule == "clause.right"
        and each.source
        and sentence.start <= each.cue[0][0] < sentence.end
        and sentence.end - each.content[-1][1] <= 2
    ]
    return min(told, key=lambda each: each.cue[0][0], default=None)
