"""Whether a change of words in what somebody said is one that an outlet made, and not told openly."""

from collections.abc import Callable
from itertools import combinations

import pytest

from rashomon.compare import compare
from rashomon.compare.align.views import make_views
from rashomon.compare.slots.wording import wordings
from rashomon.model import Annotations
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]
QUOTED = "“The damned bridge is old and will be closed to every lorry in May,” Minister Ilse Brandt said."
TOLD = "Minister Ilse Brandt said the damned bridge is old and"


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (QUOTED.replace("closed", "shut"), True),
        (f"{TOLD} will be shut to every lorry in May.", True),
        (f"{TOLD} will be soon shut for good to every lorry in May.", False),
        (QUOTED.replace("damned", "d-----d"), False),
        (QUOTED.replace("damned", "d****d"), False),
        (QUOTED.replace("lorry", "lorries"), False),
    ],
    ids=["another word", "one word outside", "a paraphrase", "dashes", "stars", "plural"],
)
def test_a_change_counts_where_it_is_given_as_said(annotated: Annotate, other: str, told: bool) -> None:
    articles = [annotated(text, outlet=str(n)) for n, text in enumerate((QUOTED, other))]
    slots = {point.slot for point in compare(resolve(articles)).points}
    assert ("wording" in slots) is told


def test_a_short_word_and_its_plural_are_one(annotated: Annotate) -> None:
    rows = "“You need not row the {} every Sunday to love the harbour of Orlo,” Minister Ilse Brandt said."
    articles = [annotated(rows.format(form), outlet=form) for form in ("tub", "tubs")]
    assert "wording" not in {point.slot for point in compare(resolve(articles)).points}


def test_what_one_adds_at_the_end_is_no_change_of_words(annotated: Annotate) -> None:
    more = QUOTED.replace("in May,”", "in May because of grave damage,”")
    articles = [annotated(text, outlet=str(n)) for n, text in enumerate((QUOTED, more))]
    assert "wording" not in {point.slot for point in compare(resolve(articles)).points}


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (
            "“We're hiding from sailors at this point to learn more,” Ilse Brandt said.",
            "“We're mending the cable at this point to learn more,” Ilse Brandt said.",
        ),
        (
            "“Then the master took the other view of that,” Ilse Brandt said.",
            "“Then the master decided of that,” Ilse Brandt said.",
        ),
        (
            "“The crew was hiding in the old boat house until dawn,” Ilse Brandt said.",
            "“The crew hid in the old boat house until dawn,” Ilse Brandt said.",
        ),
    ],
    ids=["another sentence", "another verb and its object", "another form"],
)
def test_another_sentence_or_form_is_no_change_of_words(annotated: Annotate, first: str, other: str) -> None:
    views = make_views(resolve([annotated(text, outlet=str(n)) for n, text in enumerate((first, other))]))
    assert [f for left, right in combinations(views, 2) for f in wordings(left, right, 1.0)] == []
