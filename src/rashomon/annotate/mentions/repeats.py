"""Names seen once, found wherever else they stand in the article; and names that the gazetteer knows."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from rashomon.annotate.mentions.candidate import Candidate
from rashomon.annotate.mentions.edges import SUFFIXES, is_letters
from rashomon.annotate.mentions.page import DETERMINERS, Page
from rashomon.annotate.mentions.stock import BODY_WORDS, ends_as_body
from rashomon.link.gazetteer import Gazetteer
from rashomon.model.annotations import MentionKind
from rashomon.text.calendar import WEEKDAYS
from rashomon.text.persons import PERSON_NOUNS
from rashomon.text.vocabulary import is_word

_LABELS: dict[MentionKind, str] = {
    "person": "PERSON",
    "place": "GPE",
    "organisation": "ORG",
    "group": "ORG",
    "other": "NORP",
}
_AFTER_DATELINE = [[":"], ["-"], ["–"], ["—"], ["--"], [","], ["("]]
_LONGEST = 3  # words of a place's name


def own_names(page: Page, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield each place of the names that the user's own alias file lists, as of the kind it says."""
    kinds = {name: cast(MentionKind, row.kind) for row in gazetteer.aliases for name in row.names}
    if not kinds:
        return
    forms = (re.escape(name).replace(r"\ ", r"\s+") for name in sorted(kinds, key=len, reverse=True))
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", page.article.text):
        first, last = page.at(match.start()), page.at(match.end())
        kind = kinds[" ".join(match.group().split())]
        if first < last and page.tokens.start[first] == match.start():
            yield Candidate(first, last, kind, _LABELS[kind], "own")


class _Known:
    """The names found so far: the tokens of people, and of those in full; words side by side."""

    def __init__(self, page: Page, names: Sequence[Candidate], gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        people = [c for c in names if c.kind == "person"]
        self.people = {at for c in people for at in range(c.first, c.last)}
        self.whole = {at for c in people if c.last - c.first > 1 for at in range(c.first, c.last)}
        self.pairs = Counter(pairwise(page.words))


def known_names(page: Page, names: Sequence[Candidate], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the other places of names already found, and of the surnames of people named in full."""
    known = _Known(page, names, gazetteer)
    wanted: defaultdict[str, list[tuple[tuple[str, ...], MentionKind]]] = defaultdict(list)
    for item in sorted(names, key=lambda c: (c.first, c.last)):
        words = tuple(page.words[item.first : item.last])
        named = item.kind == "person" and not ends_as_body(words, gazetteer)
        surname = _surname(words) if named else ""
        forms = [words, (surname,)] if len(surname) > 2 else [words]
        for form in forms:
            entry = (form, item.kind)
            if form[0][:1].isupper() and entry not in wanted[form[0]]:
                wanted[form[0]].append(entry)
    inside = Counter(word for index, word in enumerate(page.words) if not page.opens(index))
    for index, word in enumerate(page.words):
        for form, kind in wanted.get(word, ()):
            last = index + len(form)
            if tuple(page.words[index:last]) != form or page.is_loud(index):
                continue
            if len(form) == 1 and page.opens(index) and not _is_name_here(page, index, inside):
                continue
            first = _given_names(page, index, known) if kind == "person" else index
            yield Candidate(first, last, kind, _LABELS[kind], "known")


def _surname(words: Sequence[str]) -> str:
    """The last word of a name but for "Jr." and the comma before it."""
    own = [word for word in words if word.lower().rstrip(".") not in SUFFIXES and word != ","]
    return own[-1] if own else ""


def _is_name_here(page: Page, index: int, inside: Counter[str]) -> bool:
    """Whether a word at a sentence's start is the name: by its tag, or as the article means it elsewhere."""
    word = page.words[index]
    return page.tokens.pos[index] == "PROPN" or (word.lower() not in page.small and inside[word] > 1)


def _given_names(page: Page, index: int, known: _Known) -> int:
    """Move before a surname to the given names that stand at it: capitals that are no title.

    A word for what somebody is, or one that the article uses in small letters, is no part of the name.
    """
    first = index
    while first > page.sentence(index).first and index - first < 3:
        word = page.words[first - 1]
        name_like = (
            word[:1].isupper() and page.tokens.pos[first - 1] == "PROPN" and word.replace(".", "").isalpha()
        )
        if (
            not name_like
            or word == page.words[index]
            or page.tokens.dep[first - 1] != "compound"
            or page.tokens.head[first - 1] != index
        ):
            break
        if word.lower() in PERSON_NOUNS or word.lower() in page.small:
            break
        if _is_plain(page, first - 1, known):
            break
        first -= 1
    return index if page.opens(first) and first != index and page.words[first].isupper() else first


def _is_plain(page: Page, first: int, known: _Known) -> bool:
    """Whether a word before a name is none of it: "Peace" where the name is whole without it.

    In a headline, where all words have capitals, the two must stand together elsewhere, too.
    """
    word = page.words[first]
    if known.gazetteer.is_given(word) or len(word.rstrip(".")) == 1 or first in known.people:
        return False
    if word in WEEKDAYS or is_letters(word):
        return True
    if page.sentence(first).kind == "body":
        return first + 1 in known.whole and (is_word(word) or word.isupper())
    together = known.pairs[word, page.words[first + 1]] > 1
    return not together and (is_word(word) or word.endswith("s"))


def listed_places(page: Page, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield countries and the words for their people that the model passed over."""
    for index in range(len(page)):
        if not page.is_name_word(index) or page.words[index].lower() in DETERMINERS:
            continue
        for size in range(min(_LONGEST, page.sentence(index).last - index), 0, -1):
            name = page.name(index, index + size)
            if size == 1 and (len(name) < 4 or page.tokens.pos[index] not in ("PROPN", "ADJ", "NOUN")):
                continue
            if _in_longer_name(page, index):
                break
            if gazetteer.country(name):
                yield Candidate(index, index + size, "place", "GPE", "gazetteer")
            elif size == 1 and gazetteer.demonym(name):
                yield Candidate(index, index + size, "other", "NORP", "gazetteer")


def _in_longer_name(page: Page, index: int) -> bool:
    """Whether a capital before the word makes it part of another name: "North Orlovia"."""
    before = index - 1
    if index == page.sentence(index).first:
        return False
    named = page.is_name_word(before) and page.tokens.pos[before] == "PROPN"
    return named and page.tokens.dep[before] == "compound" and page.tokens.head[before] == index


def datelines(page: Page, names: Sequence[Candidate], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield places in capitals that open a paragraph, as in "SOUTHPORT: The ferry ...".

    A place that no table lists must stand elsewhere in the article in small letters, and not as a person.
    """
    people = {page.name(item.first, item.last) for item in names if item.kind == "person"}
    pairs = set(pairwise(page.words))
    for sentence in page.sentences:
        last = sentence.first
        while last < sentence.last and page.words[last].isupper() and page.words[last].isalpha():
            last += 1
        if (
            sentence.first < last <= sentence.first + _LONGEST
            and page.words[last : last + 1] in _AFTER_DATELINE
        ):
            name = page.name(sentence.first, last).title()
            words = name.split()
            again = set(pairwise(words)) <= pairs if len(words) > 1 else name in page.words
            again = again and not (len(words) > 1 and name in people)
            if again or gazetteer.seat(name) or gazetteer.city(name) or gazetteer.country(name):
                yield Candidate(sentence.first, last, "place", "GPE", "gazetteer")


def named_bodies(page: Page, taken: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield runs of capitals that end with a word for a body: "Harbour Office", "Ministry of Fish"."""
    covered = {at for item in taken for at in range(item.first, item.last)}
    for index in range(len(page)):
        if page.words[index].lower() not in BODY_WORDS or not page.is_name_word(index) or index in covered:
            continue
        if page.sentence(index).kind != "body" or page.is_loud(index):
            continue
        first, last = index, index + 1
        low, high = page.sentence(index).first, page.sentence(index).last
        while (
            first > low
            and page.words[first - 1][:1].isupper()
            and page.words[first - 1].lower() not in DETERMINERS
        ):
            first -= 1
        while last + 1 < high and page.words[last] == "of" and page.words[last + 1][:1].isupper():
            last += 2
            while last < high and page.words[last][:1].isupper():
                last += 1
        if last - first > 1 and covered.isdisjoint(range(index, last)):
            yield Candidate(first, last, "organisation", "ORG", "body")
