"""Quotes: attribution relations of one article, their source, cue and content spans.

A trained tagger reads them, rules on the parse find them as well, and of all readings the worthiest stand;
where the tagger's weights are not installed, the rules find quotes alone.
"""

from collections.abc import Sequence

from rashomon.annotate.quotes.according import find_according
from rashomon.annotate.quotes.assemble import assemble
from rashomon.annotate.quotes.carry import carry_on
from rashomon.annotate.quotes.clauses import find_clauses
from rashomon.annotate.quotes.deeds import is_deed
from rashomon.annotate.quotes.direct import find_direct
from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.free import find_free
from rashomon.annotate.quotes.headlines import find_headlines
from rashomon.annotate.quotes.inner import end_at_adversatives, leave_out_unsaid
from rashomon.annotate.quotes.layout import find_signed, find_turns
from rashomon.annotate.quotes.marks import Marks, mark_tokens
from rashomon.annotate.quotes.merge import merge
from rashomon.annotate.quotes.phrases import find_phrases
from rashomon.annotate.quotes.relayed import name_the_quoted
from rashomon.annotate.quotes.selection import select
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagged import convert
from rashomon.annotate.quotes.tagger import TaggedText
from rashomon.model import Article, Mention, Quote, Sentence, Tokens

__all__ = ["find_by_rules", "find_quotes", "merge_readings"]


def find_quotes(
    article: Article,
    tokens: Tokens,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    *,
    read: TaggedText | None = None,
) -> tuple[Quote, ...]:
    """Return the article's quotes in text order, without speakers.

    `read` is what the tagger read in the text; by rules alone if None.
    """
    syntax = Syntax(article, tokens)
    marks = mark_tokens(syntax)
    ruled = find_by_rules(syntax, marks, sentences, mentions)
    if read is None:
        return assemble(article, name_the_quoted(syntax, leave_out_unsaid(syntax, ruled)), marks)
    merged = merge_readings(syntax, marks, ruled, read)
    told = select(syntax, marks, sentences, mentions, read, merged, ruled)
    return assemble(article, name_the_quoted(syntax, told), marks)


def merge_readings(syntax: Syntax, marks: Marks, ruled: Sequence[Found], read: TaggedText) -> list[Found]:
    """Return what tagger and rules say together; sources are those that each of them named first."""
    told = merge(syntax.article.text, list(convert(syntax, marks, read.attributions)), ruled)
    return leave_out_unsaid(syntax, told)


def find_by_rules(
    syntax: Syntax, marks: Marks, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> list[Found]:
    """Return what the rules on the parse find."""
    speech = find_direct(syntax, marks)
    found = [each.found() for each in speech if each.cue]
    taken = frozenset(verb for each in speech for verb in each.verbs)
    found += find_according(syntax, marks)
    clauses = list(find_clauses(syntax, marks, taken))
    taken |= {each.verb for each in clauses}
    found += clauses
    found += find_phrases(syntax, marks, taken)
    found += find_free(syntax, marks, sentences, found)
    sources = [source for each in found for source in each.source]
    found += find_headlines(syntax, mentions, sources)
    found += find_signed(syntax, marks)
    found += find_turns(syntax)
    told = end_at_adversatives(syntax, marks, carry_on(syntax, marks, speech, found))
    return [each for each in told if not is_deed(syntax, marks, each.cue, each.content)]
