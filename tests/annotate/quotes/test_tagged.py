"""The tagger's reading, bounded as our records are."""

from collections.abc import Callable

from rashomon.annotate.quotes.marks import mark_tokens
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagged import convert
from rashomon.annotate.quotes.tagger import Attribution
from rashomon.model import Annotations

Annotate = Callable[..., Annotations]


def bounded(annotated: Annotate, text: str, content: str) -> list[str]:
    """The contents that are left of one content read."""
    annotations = annotated(text)
    syntax = Syntax(annotations.article, annotations.tokens)
    start, cue = text.index(content), text.index("said")
    read = Attribution(source=((0, 4),), cue=(cue, cue + 4), content=((start, start + len(content)),))
    found = convert(syntax, mark_tokens(syntax), [read])
    return [text[a:b] for each in found for a, b in each.content]


def test_sentences_in_marks_end_with_them(annotated: Annotate) -> None:
    text = "Vane said: “It is over. The dam held.” Please turn on the lamp. It needs a lamp."
    content = "“It is over. The dam held.” Please turn on the lamp"
    assert bounded(annotated, text, content) == ["“It is over. The dam held.”"]


def test_a_sentence_that_goes_on_behind_marks_is_whole(annotated: Annotate) -> None:
    text = "Vane said “the dam” would hold and the “old gate” as well."
    content = "“the dam” would hold and the “old gate” as well"
    assert bounded(annotated, text, content) == [content]
