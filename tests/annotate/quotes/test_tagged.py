"""The tagger's reading, bounded as our records are."""

from collections.abc import Callable

from rashomon.annotate.quotes.marks import mark_tokens
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagged import convert
from rashomon.annotate.quotes.tagger import Attribution
from rashomon.model import Annotations

Annotate = Callable[..., Annotations]


def bounded(annotated: Annotate, text: str, *content: str) -> list[str]:
    """The pieces that are left of those of one content read."""
    annotations = annotated(text)
    syntax = Syntax(annotations.article, annotations.tokens)
    cue, parts = text.index("said"), [(text.index(part), len(part)) for part in content]
    told = tuple((start, start + length) for start, length in parts)
    read = Attribution(source=((0, 4),), cue=(cue, cue + 4), content=told)
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


def test_a_mark_set_the_wrong_way_round_ends_nothing(annotated: Annotate) -> None:
    text = "Vane said: “It is over. The dam held.“\n\nThe lamp was lit."
    assert bounded(annotated, text, "“It is over. The dam held.“") == ["“It is over. The dam held.“"]


def test_what_a_paragraph_parts_from_the_cue_is_not_told_with_it(annotated: Annotate) -> None:
    text = "Vane said this:\n\n“The dam held.”\n\nThe lamp was lit.\n\n“The gate is gone.”\n"
    both = ["“The dam held.”", "“The gate is gone.”"]
    assert bounded(annotated, text, *both) == both[:1]
    assert bounded(annotated, text.replace("The lamp was lit.\n\n", ""), *both) == both


def told(annotated: Annotate, text: str, cue: str, *content: str) -> list[str]:
    """The pieces that are left of those of one content read at this cue."""
    annotations = annotated(text)
    syntax = Syntax(annotations.article, annotations.tokens)
    places = [(text.index(part), text.index(part) + len(part)) for part in (cue, *content)]
    read = Attribution(cue=places[0], source=(), content=tuple(places[1:]))
    found = convert(syntax, mark_tokens(syntax), [read])
    return [text[a:b] for each in found for a, b in each.content]


def test_who_relays_does_not_speak_on(annotated: Annotate) -> None:
    text = "“It is over,” Vane said, according to Keller. “The dam held.”"
    first, second = "“It is over,” Vane said", "“The dam held.”"
    assert told(annotated, text, "according to", first, second) == [first]
    assert told(annotated, text, "according to", second) == []


def test_what_somebody_began_doing_is_nobodys_word(annotated: Annotate) -> None:
    text = "Vane stood at the gate as Keller began “making sure nobody was left.”"
    assert told(annotated, text, "began", "“making sure nobody was left.”") == []
