"""Sentences of parsed articles: their tokens and their kinds."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model import Annotations

Annotate = Callable[..., Annotations]

STORY = (
    "Ferry talks end in Vessa\n\nFERRY talks ended on Tuesday. “We agree,” said Mara Quill.\n\n"
    "'We will not pay for others' boats': Quill\n\nGov. Dan Orlo was not there."
)


def test_kinds_tell_title_heading_and_body(annotated: Annotate) -> None:
    found = annotated(STORY, title="Ferry talks end in Vessa").sentences
    assert [sentence.kind for sentence in found] == ["title", "body", "body", "heading", "body"]
    assert [sentence.paragraph for sentence in found] == [0, 1, 1, 2, 3]


def test_a_line_broken_off_is_no_heading(annotated: Annotate) -> None:
    found = annotated(
        "The talks in Vess\na ended on Tuesday with a long list of words and no stop at all for it"
    ).sentences
    assert found[1].kind == "body"


@settings(suppress_health_check=list(HealthCheck), max_examples=25)
@given(text=st.text(alphabet="aB s.\n\"”“'’ 1(…—\t", max_size=120) | st.text(max_size=60))
def test_every_token_is_in_exactly_one_sentence(annotated: Annotate, text: str) -> None:
    found = annotated(text)
    tokens = found.tokens
    owners = [
        index for index, sentence in enumerate(found.sentences) for _ in range(sentence.first, sentence.last)
    ]
    assert tuple(owners) == tokens.sentence
    for index, sentence in enumerate(found.sentences):
        assert sentence.first < sentence.last
        assert (tokens.start[sentence.first], tokens.end[sentence.last - 1]) == (sentence.start, sentence.end)
        assert all(tokens.sentence[head] == index for head in tokens.head[sentence.first : sentence.last])
        assert sum(tokens.head[at] == at for at in range(sentence.first, sentence.last)) == 1
    assert not any(
        text[at].isspace()
        for start, end in zip(tokens.start, tokens.end, strict=True)
        for at in (start, end - 1)
    )
