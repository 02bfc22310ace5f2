"""Sources in phrases: "according to X, ...", "..., in the words of X"."""

from collections.abc import Iterator

from rashomon.annotate.quotes.found import Found, pieces
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.sources import noun_phrase
from rashomon.annotate.quotes.syntax import Syntax


def find_according(syntax: Syntax, marks: Marks) -> Iterator[Found]:
    """Yield attributions made by "according to"."""
    for index in range(len(syntax) - 2):
        if syntax.text[index].lower() == "according" and syntax.text[index + 1].lower() == "to":
            found = _according(syntax, marks, index)
            if found is not None:
                yield found


def _according(syntax: Syntax, marks: Marks, index: int) -> Found | None:
    noun = syntax.child(index + 1, "pobj")
    if noun is None:
        return None
    source = noun_phrase(syntax, noun, index)
    if syntax.text[syntax.left[noun]].lower() in ("my", "our", "your"):
        return None
    head = _clause(syntax, index)
    first, last = _bounds(syntax, head, index)
    phrase_end = syntax.end(_phrase_end(syntax, noun))
    ranges = [(syntax.start(first), syntax.start(index)), (phrase_end, syntax.end(last))]
    kept = pieces(syntax.article.text, *(marks.keep_whole(*each) for each in ranges if each[0] < each[1]))
    if not kept or not source:
        return None
    cue = (syntax.start(index), syntax.end(index + 1))
    return Found("according", source, (cue,), kept, index)


def _phrase_end(syntax: Syntax, noun: int) -> int:
    """The last token of the phrase, what is said about the source included."""
    last = syntax.right[noun]
    while last > noun and syntax.line[last] != syntax.line[noun]:
        last -= 1
    return last


def _clause(syntax: Syntax, index: int) -> int:
    """The verb of the smallest clause around the phrase."""
    head = syntax.tokens.head[index]
    for _ in range(8):
        if head == syntax.tokens.head[head] or (syntax.is_verb(head) and syntax.finite(head)):
            return head
        head = syntax.tokens.head[head]
    return head


def _bounds(syntax: Syntax, head: int, index: int) -> tuple[int, int]:
    first, last = syntax.left[head], syntax.right[head]
    line = syntax.line[index]
    while first < index and (syntax.line[first] != line or syntax.tokens.dep[first] == "cc"):
        first += 1
    while last > index and syntax.line[last] != line:
        last -= 1
    return min(first, index), last
