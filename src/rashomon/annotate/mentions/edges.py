"""What stands at the edges of a person's name and is none of it: captions, labels, days, events, shouts."""

from rashomon.annotate.mentions.page import Page
from rashomon.text.calendar import WEEKDAYS
from rashomon.text.lexicon import closed_class

_CAPTIONS = closed_class(
    "image images photo photos photograph photographs file video footage via caption provided courtesy "
    "contributed ap afp reuters getty"
)
_AGENCIES = [["Getty"], ["Reuters"], ["AP"], ["AFP"]]
# What headlines in capitals put behind a name.
_HAPPENED = closed_class(
    "killed shot dead shooting arrested charged injured wounded dies died murdered stabbed sentenced accused "
    "jailed missing update says said"
)
_ANYBODY = closed_class(
    "boy girl man woman teen teenager student suspect officer victim baby child couple daughter uncle aunt "
    "mother father husband wife brother sister"
)
# What pages print before a name: "Watch Ada Vane", "Contact Ada Vane", "Story Highlights Ada Vane".
_LABELS = closed_class(
    "watch contact call reach follow enlarge highlights advertisement related email copyright twitter "
    "pinterest facebook image images photo photos video file via caption"
)
SUFFIXES = closed_class("jr sr ii iii iv")
_VOWELS = frozenset("AEIOUY")


def behind_labels(page: Page, first: int, last: int) -> int:
    """Move behind what a page prints before a name: a label, a day, a time, a word in capitals.

    "Friday Vane said" names Vane; "NBC Ada Vane" is Ada Vane, and "NBC Day" nobody.
    """
    while first < last and _is_label(page, first, last):
        first += 1
    letters = first < last and is_letters(page.words[first])
    return last if letters and last - first == 2 and page.words[last - 1].istitle() else first


def _is_label(page: Page, first: int, last: int) -> bool:
    word, more = page.words[first], last - first - 1
    if word in WEEKDAYS or (word[:1].isdigit() and not any(map(str.isalpha, word))):
        return more > 0
    alone = not any(other.isupper() for other in page.words[first + 1 : last])
    shouted = alone and (is_letters(word) or (word.isupper() and word.isalpha() and len(word) > 3))
    return more > 1 and (shouted or word.lower() in _LABELS)


def is_letters(word: str) -> bool:
    """Whether the word can only be spelled: "NBC", not "KIM"."""
    return word.isupper() and word.isalpha() and len(word) > 2 and _VOWELS.isdisjoint(word)


def before_suffix(page: Page, first: int, last: int) -> int:
    """Move before what follows "Jr." in a name: "Ada Vane Jr. Family"; a name that begins so is none."""
    for index in range(first, last):
        if page.words[index].lower().rstrip(".") in SUFFIXES:
            return index + 1 if index > first else first
    return last


def without_caption(page: Page, first: int, last: int) -> int:
    """Move before the label of a picture that stands behind a name: "Ada Vane Image", "Ada Vane AP".

    What is an agency alone is nobody.
    """
    while last - first > 1 and page.words[last - 1].lower() in _CAPTIONS:
        last -= 1
    return first if page.words[first:last] in _AGENCIES else last


def without_event(page: Page, first: int, last: int) -> int:
    """Move before what happened, in a headline: "Ada Vane Killed"; nothing stays of "Teen Killed"."""
    end = last
    while end > first and page.words[end - 1].lower() in _HAPPENED:
        end -= 1
    named = end == last and end - first > 1
    nobody = not named and end > first and page.words[end - 1].lower() in _ANYBODY
    return first if nobody else end


def without_shout(page: Page, first: int, last: int) -> int:
    """Move before a word in capitals behind a name that is not: "Ada Vane LUND" where a dateline follows."""
    loud = [word.isupper() and len(word) > 3 for word in page.words[first:last]]
    while last - first > 1 and loud[last - first - 1] and not loud[0]:
        last -= 1
    return last
