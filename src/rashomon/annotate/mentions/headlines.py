"""Names in headlines: where every word has a capital, the model's names run on into other words."""

from collections.abc import Collection, Sequence

from rashomon.annotate.mentions.candidate import Candidate
from rashomon.annotate.mentions.page import Page


def within_bounds(page: Page, names: Sequence[Candidate]) -> list[Candidate]:
    """Return the names without those of headlines that hold a name of the body and more.

    "Ada Holm Signals" goes where the body knows "Ada Holm", which is then found in its place.
    """
    body = {_words(page, item) for item in names if page.sentence(item.first).kind == "body"}
    return [item for item in names if not (_is_loose(page, item) and _holds(_words(page, item), body))]


def _words(page: Page, item: Candidate) -> tuple[str, ...]:
    return tuple(page.words[item.first : item.last])


def _is_loose(page: Page, item: Candidate) -> bool:
    return item.finder == "model" and page.sentence(item.first).kind != "body"


def _holds(words: tuple[str, ...], known: Collection[tuple[str, ...]]) -> bool:
    if words in known:
        return False
    parts = ((start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return any(words[start:end] in known for start, end in parts)
