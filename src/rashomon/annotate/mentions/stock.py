"""Names that the stock model found, cut to the name itself."""

from collections.abc import Iterator, Sequence

from rashomon.annotate.mentions.candidate import Candidate
from rashomon.annotate.mentions.edges import (
    before_suffix,
    behind_labels,
    without_caption,
    without_event,
    without_shout,
)
from rashomon.annotate.mentions.page import DETERMINERS, MARKS, POSSESSIVE, Page
from rashomon.annotate.mentions.placing import ENDS_PLACE
from rashomon.link.gazetteer import Gazetteer
from rashomon.model.annotations import MentionKind
from rashomon.text.lexicon import closed_class
from rashomon.text.persons import PERSON_NOUNS
from rashomon.text.vocabulary import is_word

_KINDS: dict[str, MentionKind] = {
    "PERSON": "person",
    "NORP": "other",
    "FAC": "place",
    "GPE": "place",
    "LOC": "place",
    "ORG": "organisation",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "PRODUCT": "other",
}
# Words in small letters that are part of a name when they begin it.
_PARTICLES = closed_class("al el bin ibn ben de da di du del della la le van von der den dos ul abu ash")
# What is joined to names by a hyphen and is none of them: "Orlo-era".
_JOINED = closed_class("led era style like run free only wide owned born themed friendly")
# What links the halves of a name, between hyphens: "Mazar-i-Sharif", "Stratford-upon-Avon".
_LINKS = closed_class("i e ul ur us al el il y de du la le les sur upon on under der an am")
_ROLES = closed_class(
    "mr mrs ms miss dr prof sir dame president minister ministers premier chancellor governor gov "
    "senator sen rep congressman congresswoman secretary ambassador envoy general gen colonel col major "
    "maj captain capt lieutenant lt sergeant sgt officer detective det chief sheriff deputy mayor judge "
    "justice king queen prince princess pope bishop archbishop imam professor coach director chairman "
    "chairwoman spokesman spokeswoman spokesperson analyst mk foreign prime vice defence defense interior "
    "finance fm pm mp senators representatives congressmen ministers presidents governors justices judges "
    "generals reps sens messrs coroner trooper commissioner superintendent councilman councilwoman alderman "
    "pastor reverend rev photographer reporter correspondent inspector constable principal deputies "
    "investigator engineer astronaut cosmonaut whip"
)
# Titles that are written short before a name; their full stop may be set apart from them.
_SHORT = closed_class("supt insp cmdr comdr cpl sgt lt capt det col maj gen adm")
_ROLES |= _SHORT
_RANKS = _SHORT | closed_class(
    "detective officer captain sergeant lieutenant trooper sheriff coroner inspector constable spokesman "
    "spokeswoman spokesperson superintendent class mp mk"
)
# What a minister or a spokesman is for: before a title in capitals such a word belongs to it.
_PORTFOLIOS = closed_class(
    "water trade foreign defence defense health energy finance interior justice education transport culture "
    "agriculture environment labour labor tourism information housing fisheries sport sports industry "
    "planning economy economic home prime vice deputy chief press state security police fire army navy "
    "cabinet mines immigration commerce communications development media opposition party affairs"
)
# Words in small letters that stand in no person's name.
_RELATING = frozenset({"at", "in", "on", "for", "with", "after", "before", "from", "by", "as", "over"})
_SAYING = frozenset({"say", "add", "tell"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_DASHES = frozenset({"—", "–", "―", "--"})


def stock_names(
    page: Page, entities: Sequence[tuple[int, int, str]], gazetteer: Gazetteer
) -> Iterator[Candidate]:
    """Yield the model's names without articles, titles, possessives, stray marks and torn brackets."""
    for start, end, label in entities:
        kind = _KINDS.get(label)
        if kind is None:
            continue
        first, last = page.at(start), page.at(end)
        for left, right in _split(page, first, last, label):
            whole = left
            left, right = trim(page, left, right)
            if left > whole and _titled_country(page, left, right, gazetteer):
                continue
            right = _without_office(page, left, right, label)
            if label in ("ORG", "PERSON") and (named := _behind_rank(page, left, right)) > left:
                left, label, kind = named, "PERSON", _KINDS["PERSON"]
            if label == "PERSON":
                body = left < right and page.words[right - 1].lower() in BODY_WORDS
                right = right if body else before_suffix(page, left, right)
                left = behind_labels(page, left, right)
                left = _behind_office(page, left, right, gazetteer)
                right = _whole(page, left, without_shout(page, left, right))
            if label in ("PERSON", "GPE"):
                right = without_event(page, left, without_caption(page, left, right))
            if label not in _PLACES and _torn_title(page, left, right):
                right, label = _without_portfolio(page, left, right), "ORG" if label == "ORG" else "NORP"
                kind = _KINDS[label]
            left, right = _linked(page, left, right)
            if label == "PERSON" and (
                _is_headline(page, left, right, gazetteer) or _is_local(page, left, right, gazetteer)
            ):
                continue
            if left < right and not _doubtful(page, left, right, label):
                yield Candidate(left, right, kind, label, "model")


def _split(page: Page, first: int, last: int, label: str) -> Iterator[tuple[int, int]]:
    """Cut at brackets and line noise, and people from what owns them: "the Lake (Friendship"."""
    start = first
    for index in range(first, last):
        if label == "PERSON" and page.words[index] in _RELATING:
            last = index  # what follows is the place or time of what the person did
            break
        owner = label == "PERSON" and page.words[index] in POSSESSIVE
        joined = page.words[index] in _DASHES and not _glued(page, index)
        if (
            owner
            or joined
            or _ends_clause(page, index, last)
            or page.words[index] in ("(", ")", "[", "]", "|", "/", "*", ":", ";")
        ):
            yield start, index
            start = index + 1
        elif index > start and page.words[index] == page.words[index - 1]:
            start = index  # print repeats a name, people don't bear it twice
    yield start, last


def _ends_clause(page: Page, index: int, last: int) -> bool:
    """Whether a comma parts a name from who says so: "the aunt of Holm, Vane said" names no "Holm, Vane"."""
    said = last < len(page) and page.tokens.tag[last] == "VBD" and page.tokens.lemma[last] in _SAYING
    return page.words[index] == "," and index == last - 2 and said


def _glued(page: Page, index: int) -> bool:
    """Whether a dash stands between two words without a blank: "Orlo–Verash"."""
    text = page.article.text
    sides = text[page.tokens.start[index] - 1 : page.tokens.start[index]] + text[page.tokens.end[index] :][:1]
    return not any(side.isspace() for side in sides)


def _without_office(page: Page, first: int, last: int, label: str) -> int:
    """Move before a title behind a body or a county; people bear "King" and "Judge" as surnames."""
    last -= last - first > 1 and _is_cut_off(page, last - 1)
    while last - first > 1 and page.words[last - 1].lower() in _ROLES:
        if label != "ORG" and page.words[last - 2].lower() not in ENDS_PLACE:
            break
        last -= 1
    return last


def _torn_title(page: Page, first: int, last: int) -> bool:
    """Whether the words are the beginning of a title: "Orlovian Water" of "Orlovian Water Minister"."""
    if first >= last or page.words[last - 1].lower() not in _PORTFOLIOS:
        return False
    following = page.after(last - 1)
    return following[:1].isupper() and following.lower() in _ROLES


def _without_portfolio(page: Page, first: int, last: int) -> int:
    while first < last and page.words[last - 1].lower() in _PORTFOLIOS:
        last -= 1
    return last


def _titled_country(page: Page, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether a country is left behind a title: no country has one, "Captain Norway" is somebody's name."""
    titled = first < last and page.words[first - 1].lower() in _ROLES
    return titled and gazetteer.country(page.name(first, last)) is not None


def _behind_office(page: Page, first: int, last: int, gazetteer: Gazetteer) -> int:
    """Move behind the end of an office: "Fisheries Ada Vane" of "Director of National Fisheries Ada Vane"."""
    words = page.words[first:last]
    if len(words) < 3 or gazetteer.is_given(words[0]) or not gazetteer.is_given(words[1]):
        return first
    before = page.before(first)
    torn = (before[:1].isupper() and before.lower() not in _ROLES) or before in ("of", "for")
    plain = words[0].lower() in page.small or words[0].lower() in PERSON_NOUNS
    return first + 1 if plain or (torn and not page.opens(first)) else first


def _behind_rank(page: Page, first: int, last: int) -> int:
    """Move behind the rank of one in a body: "Orlo Police Detective Ada Vane", taken for a body."""
    ranks = [k for k in range(first, last) if page.words[k].lower().rstrip(".") in _RANKS]
    own = page.words[ranks[-1] + 1 : last] if ranks else []
    named = len(own) in (2, 3) and all(word[:1].isupper() and word.isalpha() for word in own)
    other = BODY_WORDS | _ROLES | _PORTFOLIOS | ENDS_PLACE
    return ranks[-1] + 1 if named and not any(word.lower() in other for word in own) else first


def _whole(page: Page, first: int, last: int) -> int:
    """Move behind a given name's second half: "Lee Chung" of "Lee Chung-tai" is cut off."""
    if last - first < 2 or last + 1 >= page.sentence(first).last or page.words[last] != "-":
        return last
    return last + 2 if _is_half(page, last + 1) else last


def _is_half(page: Page, index: int) -> bool:
    """Whether the word hangs by a hyphen on the one before as half of a given name: "tai" of "Chung-tai"."""
    tokens, half = page.tokens, page.words[index]
    glued = tokens.end[index - 2] == tokens.start[index - 1] and tokens.end[index - 1] == tokens.start[index]
    named = tokens.pos[index] == "PROPN" or len(half) < 4 or not is_word(half)
    return glued and half.islower() and half not in _JOINED and named


def _linked(page: Page, first: int, last: int) -> tuple[int, int]:
    """The whole of a name that is torn at a small word between hyphens: "Mazar" of "Mazar-i-Sharif"."""
    if first >= last:
        return first, last
    for size in (5, 4):  # the second hyphen may be a blank
        if _is_linked(page, last - 1, last - 1 + size):
            return first, last - 1 + size
        if _is_linked(page, first + 1 - size, first + 1):
            return first + 1 - size, last
    return first, last


def _is_linked(page: Page, first: int, last: int) -> bool:
    """Whether the tokens are a name's two halves and what links them."""
    if first < 0 or last > len(page) or page.sentence(first) != page.sentence(last - 1):
        return False
    tokens, words = page.tokens, page.words[first:last]
    shape = words[1] == "-" and words[2] in _LINKS and (len(words) == 4 or words[3] == "-")
    ends = words[0][:1].isupper() and words[-1][:1].isupper()
    glued = tokens.end[first] == tokens.start[first + 1] and tokens.end[first + 1] == tokens.start[first + 2]
    return shape and ends and glued


def trim(page: Page, first: int, last: int) -> tuple[int, int]:
    """Take off what is not the name: determiners and titles before it, possessives and marks after it."""
    while first < last and _leads(page, first, last):
        first += 1
    while first < last and _trails(page, first, last):
        last -= 1
    return first, last


def _trails(page: Page, first: int, last: int) -> bool:
    word = page.words[last - 1]
    if last - first > 3 and page.words[last - 2] == "-" and _is_half(page, last - 1):
        return False
    return word in MARKS or word in POSSESSIVE or word.islower()


def _leads(page: Page, first: int, last: int) -> bool:
    word = page.words[first]
    small = word.lower().rstrip(".")
    if word in MARKS or word in POSSESSIVE or small in DETERMINERS:
        return True
    if word.islower() and small not in _PARTICLES and "-" not in word:
        return True
    rest = page.words[first + 1 : last]
    return small in _ROLES and bool(rest) and _titled(rest)


def _titled(rest: Sequence[str]) -> bool:
    """Whether what follows a title can be the name: no "of", and no body such as "Office"."""
    return rest[0][:1].isupper() and rest[-1].lower() not in BODY_WORDS and "of" not in rest


def _doubtful(page: Page, first: int, last: int, label: str) -> bool:
    """Whether the name is only a word with a capital, as at a sentence's start or in a headline."""
    words = page.words[first:last]
    if not any(word[:1].isupper() for word in words):
        return True
    if label in ("WORK_OF_ART", "LAW", "PRODUCT", "EVENT") and len(words) > 8:
        return True
    if len(words) == 1 and (_is_cut_off(page, first) or (label == "PERSON" and _are_people(words[0]))):
        return True
    if page.sentence(first).kind != "body" and label not in ("PERSON", "GPE", "NORP", "LOC"):
        # In a headline of capitals the model takes plain words for names.
        return any(word.lower() in page.small for word in words)
    if len(words) > 1 or not page.opens(first):
        return False
    word = words[0]
    if word.lower() in page.small and label != "PERSON":
        return True
    elsewhere = any(other == word and not page.opens(at) for at, other in enumerate(page.words))
    plain = word.lower() in page.small or (label in ("PERSON", "ORG", "WORK_OF_ART") and is_word(word))
    return plain and not elsewhere and not word.isupper()


def _is_headline(page: Page, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether a person is words of the title alone: "Strikes Down", of whom the text below knows nothing."""
    words = page.words[first:last]
    if not words or page.sentence(first).kind != "title" or words[-1].casefold() in page.capitals:
        return False
    owner = len(words) == 1 and page.after(first) in POSSESSIVE
    return not owner and not gazetteer.is_given(words[0]) and all(is_word(word) for word in words)


def _is_local(page: Page, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether a town and its officer were taken for a name: "Orlo Sheriff" of "Orlo Sheriff's Office"."""
    words = page.words[first:last]
    if len(words) < 2 or words[-1].lower() not in _RANKS or gazetteer.is_given(words[0]):
        return False
    return gazetteer.is_place(page.name(first, last - 1))


def _is_cut_off(page: Page, index: int) -> bool:
    """Whether the word is a short title alone: "Sgt" of "Sgt. Ada Vane"."""
    return page.words[index].lower() in _SHORT and page.after(index) == "."


def _are_people(word: str) -> bool:
    """Whether the word is the plural of a noun for people: "Witnesses", "Neighbours"."""
    small = word.lower()
    return small.endswith("s") and bool({small[:-1], small.removesuffix("es")} & PERSON_NOUNS)


BODY_WORDS = closed_class(
    "ministry office department agency authority bureau commission committee council court police army "
    "navy force forces guard parliament senate congress assembly cabinet university college school "
    "hospital bank company corporation corp inc ltd group union league association federation "
    "organization organisation party movement front alliance coalition institute centre center "
    "foundation fund society service times post news journal herald tribune gazette press television "
    "radio channel network airlines airways church club team board brigade battalion institution "
    "observatory administration tribunal secretariat jail prison dept patrol unit "
)


_BORNE = closed_class("bank board church force front guard post press")  # such words are surnames, too


def ends_as_body(words: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether a name ends as a body's does: "Orlo Police", and "Orlo Church", but not "Ada Church"."""
    last = words[-1].lower()
    return last in BODY_WORDS and not (last in _BORNE and gazetteer.is_given(words[0]))
