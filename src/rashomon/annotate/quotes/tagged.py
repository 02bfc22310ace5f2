"""From the tagger's reading to attributions as the rules give them: the one place where conventions meet.

The labels that the tagger learned hold quotation marks in a content and leave out the full stop after it,
and cues hold auxiliaries, negation and a colon (which may be all of a cue); our records do the same. They
differ in this: a source's closing comma ("Ada Vane, the mayor, said") is labelled, and trimmed here
(`pieces`), as is a dateline at a content's start; a range that cuts a quotation at its mark is widened
to the mark; and votes and other deeds are labelled, and left out here (`deeds`).
"""

from collections.abc import Iterable, Iterator

from rashomon.annotate.quotes.deeds import is_deed
from rashomon.annotate.quotes.found import Found, Range, pieces
from rashomon.annotate.quotes.lexicon import SAY, known_lemma
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagger import Attribution

RULE = "tagged"
_AT_IT = frozenset({"begin", "start", "keep", "continue", "stop"})


def convert(syntax: Syntax, marks: Marks, read: Iterable[Attribution]) -> Iterator[Found]:
    """Yield the attributions that have a content left after trimming."""
    text = syntax.article.text
    for each in read:
        told = _of_the_relayed(syntax, each, _in_one_run(text, each))
        content = pieces(text, *(_to_its_mark(text, marks, *part) for part in told))
        if not content or _is_doing(syntax, each.cue, content[0]):
            continue
        if not is_deed(syntax, marks, (each.cue,), content):
            yield Found(RULE, pieces(text, *each.source), (each.cue,), content, _verb(syntax, each.cue))


def _in_one_run(text: str, read: Attribution) -> list[Range]:
    """The pieces of a content without those that a whole paragraph parts from the ones at the cue.

    Of the 22,024 contents of PolNeAR three go on so; where the tagger reads it, the words are another's.
    """
    run: list[Range] = []
    for part in sorted((*read.content, read.cue)):
        if run and _paragraph_in(text[run[-1][1] : part[0]]):
            if read.cue in run:
                break
            run = []
        run.append(part)
    return [part for part in run if part != read.cue] or list(read.content)


def _is_doing(syntax: Syntax, cue: Range, content: Range) -> bool:
    """Whether the cue only says that somebody is at it: 'began "making sure of it"' quotes another."""
    verb = _verb(syntax, cue)
    words = [k for k in syntax.inside(*content) if syntax.text[k].isalpha()]
    return (
        verb >= 0
        and known_lemma(syntax.lemma(verb)) in _AT_IT
        and bool(words)
        and syntax.tokens.tag[words[0]] == "VBG"
    )


def _of_the_relayed(syntax: Syntax, read: Attribution, told: list[Range]) -> list[Range]:
    """The pieces without what follows '"...," X said, according to Y.': there X speaks on, not Y."""
    first = next(iter(syntax.inside(*read.cue)), 0)
    said = first - 1 - (syntax.text[first - 1] == ",")
    if syntax.text[first].lower() != "according" or said < 0 or not _says(syntax, said):
        return told
    return [part for part in told if part[0] < read.cue[0]]


def _says(syntax: Syntax, index: int) -> bool:
    return syntax.tokens.tag[index] in ("VBD", "VBZ") and known_lemma(syntax.lemma(index)) in SAY


def _paragraph_in(between: str) -> bool:
    lines = between.split("\n")[1:-1]
    return any(character.isalnum() for line in lines for character in line)


def _to_its_mark(text: str, marks: Marks, start: int, end: int) -> Range:
    """The part of a content, widened to marks; whole sentences in marks end with them.

    What the page sets behind, in the outlet's own words, is not told: '“It is over.” Read more'.
    """
    start, end = marks.keep_whole(start, end)
    first = marks.around(start + 1)
    if first is None or first.start != start or not any(map(str.isalnum, text[first.end : end])):
        return start, end
    whole = text[: first.pair.inner_end].rstrip()[-1:] in (".", "?", "!")
    again = marks.begin_in(first.end, end)
    return (start, first.end) if whole and not again else (start, end)


def _verb(syntax: Syntax, cue: Range) -> int:
    """The cue's main token: its last verb, else its last word."""
    inside = syntax.inside(*cue)
    verbs = [k for k in inside if syntax.tokens.pos[k] == "VERB"]
    return (verbs or inside or [-1])[-1]
