"""Cleaning: what arrived to what is stored, with the map back and a list of all that was changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rashomon.model import Dropped, OffsetMap, Repair
from rashomon.text.cleaning.brackets import brackets
from rashomon.text.cleaning.characters import characters
from rashomon.text.cleaning.emphasis import emphasis
from rashomon.text.cleaning.furniture import furniture
from rashomon.text.cleaning.mending import mending
from rashomon.text.cleaning.publication import Found, find_publication, publication
from rashomon.text.cleaning.repeats import repeats
from rashomon.text.cleaning.spacing import spacing
from rashomon.text.cleaning.teasers import teasers
from rashomon.text.cleaning.wrapping import wrapping
from rashomon.text.offsets import Draft, Edit

__all__ = ["Cleaned", "clean"]

Step = Callable[[str], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A stored text, the map back to the raw one, what was changed, and what its own lines told.

    `with_page` is the text that still has the page's lines, where credits and copyrights stand.
    """

    text: str
    offsets: OffsetMap
    dropped: tuple[Dropped, ...]
    repairs: tuple[Repair, ...]
    found: Found
    with_page: str


# Mending twice, because a word can be broken in two places and edits of one step don't overlap.
_PAGE: tuple[Step, ...] = (characters, spacing, emphasis, teasers)
_LINES: tuple[Step, ...] = (brackets, furniture, spacing)
_BODY: tuple[Step, ...] = (publication, spacing, wrapping, mending, mending, repeats, spacing)


def clean(raw: str, *, titled: bool = False) -> Cleaned:
    """Clean a text as it arrived; `titled` says that its first line is a given title, to be kept.

    Never raises for any string of Unicode characters; what is not text is not its business.
    """
    page = _apply(Draft.of(raw), _PAGE, titled=titled)
    lined = _apply(page, _LINES, titled=titled)
    found = find_publication(lined.text)
    draft = _apply(lined, _BODY, titled=titled)
    if titled:
        draft = draft.apply(_gap_after_title(draft.text))
    return Cleaned(draft.text, draft.offsets(), draft.dropped(), draft.repairs(), found, page.text)


def _apply(draft: Draft, steps: Iterable[Step], *, titled: bool) -> Draft:
    for step in steps:
        edits = step(draft.text)
        if titled and step not in {characters, spacing}:
            edits = _after_first_line(edits, draft.text)
        draft = draft.apply(edits)
    return draft


def _gap_after_title(text: str) -> Iterator[Edit]:
    first = text.find("\n")
    if first > 0 and not text.startswith("\n\n", first):
        yield Edit(first, first + 1, "\n\n")


def _after_first_line(edits: Iterable[Edit], text: str) -> Iterator[Edit]:
    """Leave the title line, and the empty line after it, as they are."""
    first = text.find("\n")
    limit = len(text) if first < 0 else first + len(text[first:]) - len(text[first:].lstrip())
    return (edit for edit in edits if edit.start >= limit)
