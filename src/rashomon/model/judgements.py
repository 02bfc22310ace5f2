"""Judgements: what a person says about two names, which outranks every score and lasts over runs."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.identity import content_id

Verdict = Literal["same", "apart"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Judgement:
    """Two names mean one entity (`same`), or never one (`apart`), as a person decided.

    Names are as written in the articles; their order says nothing. `articles` limits the word to these
    articles' stories (ids); empty, it holds everywhere. `by` and `note` are for people to read.
    A later judgement on the same names and articles replaces the earlier one: `id` is theirs alone.
    """

    left: str
    right: str
    verdict: Verdict
    articles: tuple[str, ...] = ()
    by: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not self.left.strip() or not self.right.strip() or self.left == self.right:
            raise ValueError(f"a judgement needs two names, not {self.left!r} and {self.right!r}")
        if self.verdict not in ("same", "apart"):
            raise ValueError(f'a verdict is "same" or "apart", not {self.verdict!r}')

    @property
    def id(self) -> str:
        """The id: of the two names in either order, and the articles."""
        return content_id("j", *sorted((self.left, self.right)), sorted(self.articles))
