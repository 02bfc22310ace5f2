"""Borders: mentions that hold a word too many or too few, and so would name the wrong thing."""

import re
from bisect import bisect_left
from dataclasses import replace

from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Mention
from rashomon.resolve.entities.ministries import MINISTRIES
from rashomon.text.agencies import AGENCIES
from rashomon.text.lexicon import closed_class
from rashomon.text.names import fold

_STYLES = closed_class("captain miss mister lady little team doctor agent super")  # borne by heroes and teams
_GREETING = closed_class("thanks thank dear hello hi goodbye meet")
_PICTURES = closed_class("rex alamy shutterstock")  # besides the agencies that supply copy, too
_JUNIOR = re.compile(r",? (?:Jr|Sr)\b\.?(?!\w)")
# A campaign bears the candidate's name.
_CAMPAIGN = re.compile(
    r" for (?:President|Vice President|Senate|Congress|Governor|Mayor)\b(?:,? (?:Inc|LLC)\b\.?)?"
)
_OWNER = re.compile(r"(?P<owner>(?:[A-Z][\w.-]*\s+(?:and\s+)?){0,3}[A-Z][\w.-]*)['’]s?\s+\Z")
_FARTHEST = 40  # characters before a ministry in which the country's name begins
_ACTING = 6  # letters of a word for doing ("Leaving"): shorter ones are names, as Ming


def mended(annotations: Annotations, mention: Mention, gazetteer: Gazetteer) -> Mention:
    """Return the mention with the borders and the kind that its words allow; mostly it stays as it is."""
    if mention.kind == "place":
        return _styled(annotations, mention, gazetteer)
    if fold(mention.text) in MINISTRIES:
        return _owned(annotations, mention, gazetteer)
    if mention.kind != "person" or " " not in mention.text:
        return mention
    mention = _whole(annotations, mention)
    head = mention.text.split()[0]
    if mention.kind != "person":
        return mention
    if gazetteer.demonym(head) and not gazetteer.is_given(head):
        return replace(mention, kind="other")  # "Danish Skorpion" is a thing
    return (
        _without(annotations, mention, head)
        if _is_none_of_it(annotations, mention, head, gazetteer)
        else mention
    )


def _styled(annotations: Annotations, mention: Mention, gazetteer: Gazetteer) -> Mention:
    """A country with a title before it is none: "Captain Norway", "Miss Peru"."""
    first = bisect_left(annotations.tokens.start, mention.span.start)
    if not 0 < first < len(annotations.tokens) or not gazetteer.country(mention.text):
        return mention
    article, start = annotations.article, annotations.tokens.start[first - 1]
    title = article.text[start : annotations.tokens.end[first - 1]]
    if not title[:1].isupper() or title.casefold() not in _STYLES:
        return mention
    span = article.span(start, mention.span.end)
    return replace(mention, span=span, kind="other", text=article.text[span.start : span.end])


def _owned(annotations: Annotations, mention: Mention, gazetteer: Gazetteer) -> Mention:
    """A ministry with the country whose it is: "Norway's Foreign Ministry" is no other country's."""
    article = annotations.article
    before = _OWNER.search(article.text, max(0, mention.span.start - _FARTHEST), mention.span.start)
    owner = before["owner"] if before else ""
    country = next((w for at in _starts(owner) if gazetteer.country(w := owner[at:])), None)
    if before is None or country is None:
        return mention
    span = article.span(before.end("owner") - len(country), mention.span.end)
    return replace(mention, span=span, text=" ".join(article.text[span.start : span.end].split()))


def _starts(words: str) -> list[int]:
    """Where the words begin, the first word first."""
    return [found.start() for found in re.finditer(r"\S+", words)]


def _whole(annotations: Annotations, mention: Mention) -> Mention:
    """The mention with what a comma or a small word parts from it: "Ada Vane, Jr.", "Ada Vane for Mayor"."""
    article = annotations.article
    for behind, kind in ((_JUNIOR, mention.kind), (_CAMPAIGN, "organisation")):
        found = behind.match(article.text, mention.span.end)
        if found:
            span = article.span(mention.span.start, found.end())
            text = mention.text + article.text[mention.span.end : span.end]
            return replace(mention, span=span, kind=kind, text=text)
    return mention


def _is_none_of_it(annotations: Annotations, mention: Mention, head: str, gazetteer: Gazetteer) -> bool:
    """Whether the first word is a picture's credit, a greeting, or something done: no part of the name."""
    first = bisect_left(annotations.tokens.start, mention.span.start)
    tag = annotations.tokens.tag[first] if first < len(annotations.tokens) else ""
    agency = head.casefold() in AGENCIES or head.casefold() in _PICTURES
    credit = agency and head.isupper() and not mention.text.isupper()
    acting = tag == "VBG" and head.endswith("ing") and len(head) >= _ACTING
    return credit or acting or fold(head) in _GREETING or _ends_place(annotations, mention, head, gazetteer)


def _ends_place(annotations: Annotations, mention: Mention, head: str, gazetteer: Gazetteer) -> bool:
    """Whether the first word is the state behind a town's comma: "Lund, Or. Holm said"."""
    before = annotations.article.text[: mention.span.start].rstrip()
    return head.endswith(".") and len(head) > 2 and before.endswith(",") and gazetteer.is_place(head)


def _without(annotations: Annotations, mention: Mention, head: str) -> Mention:
    """The mention without its first word."""
    article, (start, end) = annotations.article, (mention.span.start, mention.span.end)
    at = article.text.find(head, start, end)
    rest = article.text[at + len(head) : end] if at >= 0 else ""
    if not rest.strip():
        return mention
    span = article.span(end - len(rest.lstrip()), end)
    return replace(mention, span=span, text=mention.text[len(head) :].lstrip())
