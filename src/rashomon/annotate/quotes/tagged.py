"""From the tagger's reading to attributions as the rules give them: the one place where conventions meet.

The labels that the tagger learned hold quotation marks in a content and leave out the full stop after it,
and cues hold auxiliaries, negation and a colon (which may be all of a cue); our records do the same. They
differ in this: a source's closing comma ("Ada Vane, the mayor, said") is labelled, and trimmed here
(`pieces`), as is a dateline at a content's start; and a range that cuts a quotation at its mark is widened
to the mark.
"""

from collections.abc import Iterable, Iterator

from rashomon.annotate.quotes.found import Found, Range, pieces
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagger import Attribution

RULE = "tagged"


def convert(syntax: Syntax, marks: Marks, read: Iterable[Attribution]) -> Iterator[Found]:
    """Yield the attributions that have a content left after trimming."""
    text = syntax.article.text
    for each in read:
        content = pieces(text, *(marks.keep_whole(*part) for part in each.content))
        if content:
            yield Found(RULE, pieces(text, *each.source), (each.cue,), content, _verb(syntax, each.cue))


def _verb(syntax: Syntax, cue: Range) -> int:
    """The cue's main token: its last verb, else its last word."""
    inside = syntax.inside(*cue)
    verbs = [k for k in inside if syntax.tokens.pos[k] == "VERB"]
    return (verbs or inside or [-1])[-1]
