"""Whatever the text, quotes point into it, in order, and no content holds its own cue."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model import Annotations

PARTS = st.sampled_from(
    [
        "Ada Vane said",
        " that the dam would hold",
        ", he said",
        ", adding: ",
        "“We know",
        "the river”",
        '"It rains,"',
        "'old gate'",
        " according to the office",
        ".",
        ",",
        "\n",
        "\n\n",
        " told reporters ",
        " : ",
        "NAME: ",
        " and she warned of floods",
        "…",
    ]
)


@settings(
    max_examples=40,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(parts=st.lists(PARTS, min_size=1, max_size=24))
def test_spans_are_well_formed(annotated: Callable[..., Annotations], parts: list[str]) -> None:
    text = " ".join(parts)
    annotations = annotated(text)
    ids = {quote.id for quote in annotations.quotes}
    for quote in annotations.quotes:
        assert quote.content
        for spans in (quote.source, quote.cue, quote.content):
            assert all(0 <= s.start < s.end <= len(text) for s in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
        assert not any(c.overlaps(k) for c in quote.content for k in quote.cue)
        assert quote.within is None or (quote.within in ids and quote.within != quote.id)
