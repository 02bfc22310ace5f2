"""From the tagger's reading to attributions as the rules give them: the one place where conventions meet.

The labels that the tagger learned count quotation marks as content, and leave out a clause's last full
stop; cues hold auxiliaries, negation and, for infinitives, the "to". Our records do the same, so spans
are taken over but for this: blanks and stray punctuation at an edge are trimmed (`pieces`), and a range
that cuts a quotation within two words of its mark is widened to the mark.
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
        cue = pieces(text, each.cue)
        if content and cue:
            yield Found(RULE, pieces(text, *each.source), cue, content, _verb(syntax, cue[0]))


def _verb(syntax: Syntax, cue: Range) -> int:
    """The cue's main token: its last verb, else its last word."""
    inside = syntax.inside(*cue)
    verbs = [k for k in inside if syntax.tokens.pos[k] == "VERB"]
    return (verbs or inside or [-1])[-1]
