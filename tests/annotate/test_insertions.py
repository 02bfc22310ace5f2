"""An editor's words in a quotation are cut from neither end of a claim."""

from collections.abc import Callable

import pytest

from rashomon.annotate.claims.tree import Tree
from rashomon.model import Annotations


@pytest.mark.parametrize(
    "text",
    [
        "The guild warned that the new rule “would leave [bakers with] cold ovens, debts and no flour.”",
        "“Every shop may open on Sundays [yet] nobody has hired a clerk,” Vane told the council on Monday.",
        "“We heard the alarm and ran at once to [the cellar and its doors],” the keeper said on Monday.",
    ],
)
def test_an_insertion_stays_whole(annotated: Callable[..., Annotations], text: str) -> None:
    annotations = annotated(text)
    assert annotations.claims
    for claim in annotations.claims:
        for span in claim.spans:
            exact = annotations.article.exact(span)
            assert exact.count("[") == exact.count("]")
        ends = [span.end for span in claim.spans]
        assert all(end < span.start for end, span in zip(ends, claim.spans[1:], strict=False))


def test_what_is_cut_inside_an_insertion_holds_all_of_it(annotated: Callable[..., Annotations]) -> None:
    text = "The new rule would leave [bakers with] cold ovens."
    annotations = annotated(text)
    tree = Tree(annotations.tokens, annotations.sentences[0], text)
    cut = next(i for i in tree.all if annotations.tokens.start[i] == text.index("with"))
    held = [[text[start:end] for start, end in tree.runs(part)] for part in (tree.all[:cut], tree.all[cut:])]
    assert held == [["The new rule would leave [bakers with]"], ["[bakers with] cold ovens"]]
    apart = [i for i in tree.all if i != cut - 1]
    assert [text[start:end] for start, end in tree.runs(apart)] == [text.rstrip(".")]
