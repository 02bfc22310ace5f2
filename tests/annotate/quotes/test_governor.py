"""What is measured of a cue's verb, in invented news that is parsed for it."""

from collections.abc import Callable

from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.marks import mark_tokens
from rashomon.annotate.quotes.selection.governor import NAMES, measure_verb
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagger import unread
from rashomon.model import Annotations

Annotate = Callable[..., Annotations]


def measured(spoken: Annotations, verb: str | None) -> dict[str, float]:
    """The features of the attribution whose cue is this word; of one without a cue at None."""
    syntax = Syntax(spoken.article, spoken.tokens)
    at = syntax.text.index(verb) if verb else -1
    cue = ((syntax.start(at), syntax.end(at)),) if verb else ()
    found = Found("tagged", (), cue, ((0, 3),), at)
    read = unread(spoken.tokens.start)
    return dict(zip(NAMES, measure_verb(syntax, mark_tokens(syntax), read, found), strict=True))


def test_a_statement_in_another_hangs_on_its_cue(by_rules: Annotate) -> None:
    spoken = by_rules("The study concluded that voters do not say what they want.")
    inner, outer = measured(spoken, "say"), measured(spoken, "concluded")
    assert (inner["hangs as ccomp"], inner["depth"], inner["governor says"]) == (1, 1, 1)
    assert inner["negated"]
    assert (outer["hangs as ccomp"], outer["depth"]) == (0, 0)
    assert outer["governor says"] != outer["governor says"]


def test_what_may_or_is_to_be_said_is_told_apart(by_rules: Annotate) -> None:
    spoken = by_rules("The mayor might warn the council and wants to demand a vote.")
    assert measured(spoken, "warn")["modal"]
    assert measured(spoken, "demand")["infinitive"]


def test_without_a_cue_there_is_nothing_to_measure(by_rules: Annotate) -> None:
    assert all(value != value for value in measured(by_rules("“We are glad.”"), None).values())
