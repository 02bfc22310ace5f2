"""What the words around a name say for its being a place: prepositions, what it has, words made from it."""

from collections.abc import Iterator, Sequence

from rashomon.annotate.mentions.candidate import Candidate
from rashomon.annotate.mentions.page import POSSESSIVE, Page
from rashomon.text.demonyms import made_from
from rashomon.text.lexicon import closed_class

# Weights set by eye on GUM's news and on invented stories. People and bodies stand after "to" and "from" as
# well, so there the word above must tell of a way.
_IN = frozenset({"in", "near", "outside", "throughout"})
_ALONG = frozenset({"to", "from", "into", "towards", "toward", "at", "for", "across", "through", "around"})
_WAYS = closed_class(
    "travel go return fly move come arrive head send drive walk march sail ship trip visit way road flight "
    "journey train bus route mile kilometre kilometer km withdraw deploy flee escape evacuate rush tour "
    "reach import export border stop land voyage refugee leave migrate bring transport"
)
_BELIEVING = closed_class(
    "believe trust confide confidence faith interest interested belief hope disappointed disappointment"
)
# What countries and towns have, and people don't.
_HAD = closed_class(
    "capital government economy border parliament army constitution population territory province coast "
    "outskirts mayor streets suburb airport embassy ambassador prime people"
)
_OF_PLACE = closed_class(
    "town village city port province region district state republic county island capital kingdom hamlet "
    "suburb municipality governorate neighbourhood neighborhood mayor resident streets outskirts south north "
    "east west coast south-east residents villagers"
)
LANDSCAPE = closed_class(
    "river lake valley dam island islands peninsula mountains desert coast bay strait province region county "
    "district border delta basin estuary crossing airport harbour harbor canyon hills bridge reservoir"
)
# The last word of a place's name: nothing else ends so.
ENDS_PLACE = closed_class(
    "street avenue ave boulevard blvd road drive lane highway county township heights parkway campus"
)
VESSELS = closed_class(
    "ferry ship boat vessel frigate tanker trawler yacht submarine liner steamer destroyer freighter barge "
    "cruiser tug warship schooner spacecraft satellite"
)
_DISTANCES = [["kilometres"], ["kilometers"], ["km"], ["miles"]]
_DASHES = frozenset({"—", "–", "--", "-", "―"})


def says_place(page: Page, item: Candidate) -> int:
    """Return how much the words around one place of a name speak for a place."""
    return sum(_weights(page, item)) - 2 * _is_vessel(page, item)


def _is_vessel(page: Page, item: Candidate) -> bool:
    return page.before(item.first).lower() in VESSELS


def _weights(page: Page, item: Candidate) -> Iterator[int]:
    tokens, last = page.tokens, item.last - 1
    before, after = page.before(item.first), page.after(last)
    preposition = before.lower()
    free = after not in POSSESSIVE and tokens.dep[last] not in ("compound", "nmod", "poss", "nsubj")
    above = tokens.lemma[tokens.head[item.first - 1]].lower() if item.first else ""
    if free and preposition in _IN and above not in _BELIEVING:
        yield 2
    if free and preposition in _ALONG and above in _WAYS:
        yield 2
    if preposition == "of" and item.first > 1 and page.words[item.first - 2].lower() in _OF_PLACE:
        yield 3
    if tokens.dep[last] == "dobj" and tokens.lemma[tokens.head[last]] in ("reach", "visit"):
        yield 1
    if page.words[item.last + 1 : item.last + 2] and _far(page, item.last):
        yield 3
    if after in POSSESSIVE and item.last + 1 < len(page) and page.words[item.last + 1].lower() in _HAD:
        yield 2
    if after.lower() in LANDSCAPE:
        yield 2
    if _is_dateline(page, item):
        yield 4


def _far(page: Page, index: int) -> bool:
    """Whether a distance follows: ", 60 kilometres below the dam"."""
    unit = page.words[index + 2 : index + 3]
    return page.words[index] in (",", "is") and page.tokens.tag[index + 1] == "CD" and unit[:1] in _DISTANCES


def _is_dateline(page: Page, item: Candidate) -> bool:
    """Whether the name opens its line as a dateline does: "ORLO:", "Orlo (Agency) —"."""
    start = page.tokens.start[item.first]
    line = page.article.text.rfind("\n", 0, start) + 1
    if page.article.text[line:start].strip() or page.sentence(item.first).kind != "body":
        return False
    words = page.words[item.last : item.last + 9]
    if words[:1] == [":"] or (words[:1] and words[0] in _DASHES):
        return all(word.isupper() for word in page.words[item.first : item.last])
    if words[:1] == ["("] and ")" in words[:-1]:
        return words[words.index(")") + 1] in _DASHES
    return False


def peoples(page: Page, items: Sequence[Candidate]) -> dict[str, str]:
    """Return the words of the article made from one of its names as words for a people are: to that name.

    "Orlovian" leads to "Orlovia" where the article holds both, and the longer one stands before a noun.
    """
    names = {page.words[item.first] for item in items if item.last - item.first == 1}
    adjectives = {page.words[index] for index in range(len(page)) if _qualifies(page, index)}
    lands = {word: made_from(word, names) for word in sorted(adjectives)}
    return {word: land for word, land in lands.items() if land is not None}


def _qualifies(page: Page, index: int) -> bool:
    """Whether a name word stands right before a noun in small letters."""
    if not page.is_name_word(index) or index + 1 >= page.sentence(index).last:
        return False
    following = page.words[index + 1]
    return following.islower() and page.tokens.pos[index + 1] == "NOUN"
