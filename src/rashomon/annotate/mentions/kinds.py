"""One kind for each name of an article, by the votes of all its places."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rashomon.annotate.mentions.candidate import Candidate
from rashomon.annotate.mentions.page import DETERMINERS, Page
from rashomon.annotate.mentions.placing import ENDS_PLACE, LANDSCAPE, VESSELS, peoples, says_place
from rashomon.annotate.mentions.stock import BODY_WORDS, ends_as_body
from rashomon.link.gazetteer import Gazetteer
from rashomon.model.annotations import MentionKind
from rashomon.text.lexicon import closed_class
from rashomon.text.persons import KIN

_SPEAKING = closed_class(
    "say tell add ask reply explain note insist argue claim write tweet warn stress believe think admit deny "
    "recall declare announce urge acknowledge suggest"
)
_TITLES = closed_class(
    "mr mrs ms dr prof president minister premier chancellor governor gov senator sen rep secretary "
    "ambassador envoy general gen colonel col major captain lt sgt officer detective chief sheriff mayor "
    "judge justice king queen prince princess pope imam professor coach spokesman spokeswoman analyst leader "
    "mp mk"
)
# What stands behind the name of an armed group, a party, an alliance: "Brook militants".
_GROUP_HEADS = closed_class(
    "militant fighter group gunman insurgent rebel cell camp terrorist extremist jihadist affiliate faction "
    "militia guerrilla party alliance coalition movement front infrastructure ideology commander supporter "
    "sympathiser sympathizer member bloc member-state"
)
_SPREADING = closed_class("proliferation spread rise expansion presence influence threat defeat resurgence")
_FIGHTING = closed_class("eliminate defeat fight combat curb destroy join counter crush")
_GROUP_WORDS = closed_class(
    "party movement front alliance coalition brigade brigades militia league union team group rebels taliban"
)
_EVENT_HEADS = closed_class(
    "exercise exercises drill drills operation prize award festival cup accord treaty summit"
)
# Words for people by faith or politics, which no table of countries lists.
_CREEDS = closed_class(
    "republican republicans democrat democrats democratic conservative conservatives labour liberal "
    "liberals socialist socialists communist communists islamist islamists muslim muslims christian "
    "christians jew jews catholic catholics sunni sunnis shia shias shiite shiites hindu hindus "
    "buddhist buddhists sikh sikhs nazi nazis taliban houthi houthis tories tory greens protestant "
    "protestants evangelical evangelicals "
)

_FAITHS = closed_class("islam christianity judaism hinduism buddhism catholicism scientology sikhism")
_FIRMS = frozenset({"partner", "twin", "parent"})  # words for relatives that bodies bear, too
_SERVICES = closed_class(
    "twitter facebook instagram youtube whatsapp telegram tiktok snapchat reddit linkedin google yahoo "
    "bing netflix wikipedia skype periscope tumblr pinterest weibo wechat vkontakte breitbart politico"
)
# The stock model's votes for a name count together no more than a few surroundings that tell its kind.
_MODEL_MOST = 4.0
_CALLED = 3  # a name made as people's are; set on kinds of names in GUM's news


def settle(page: Page, items: Sequence[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Give every place of a name the kind that most speaks for in this article."""
    votes: defaultdict[str, Counter[MentionKind]] = defaultdict(Counter)
    model: defaultdict[str, Counter[MentionKind]] = defaultdict(Counter)
    people = _people(page, items, gazetteer)
    given = _given_names(page, items)
    nations = peoples(page, items)
    own = {_key(page, item): item.kind for item in items if item.finder == "own"}
    for item in items:
        key = _key(page, item)
        model[key][item.kind] += 1 if item.finder == "model" else 2 if item.finder == "introduced" else 0
        if item.kind != "person" and (
            _is_called(page, item, gazetteer)
            or _is_of_family(page, item, people, gazetteer)
            or (item.kind == "organisation" and page.name(item.first, item.last) in given)
        ):
            votes[key]["person"] += _CALLED
        for spoken_for, weight in _evidence(page, item, people):
            votes[key][spoken_for] += weight
        if key not in people and not _is_body(page, item):
            votes[key]["place"] += says_place(page, item)
    for nation in nations.values():
        votes[nation]["place"] += 3
    kinds: dict[str, MentionKind] = {}
    for key, counts in model.items():
        share = min(1.0, _MODEL_MOST / max(1, counts.total()))
        voted: dict[MentionKind, float] = {
            kind: votes[key][kind] + share * counts[kind] for kind in {*votes[key], *counts}
        }
        best = min(voted, key=lambda kind: (-voted[kind], kind))
        kinds[key] = _listed(key, Counter(counts) + votes[key], gazetteer) or best
        if key in nations and kinds[key] != "person":
            kinds[key] = "other"
    kinds.update(own)
    return [replace(item, kind=kinds[_key(page, item)]) for item in items]


def _key(page: Page, item: Candidate) -> str:
    """The name, a name in capitals and in small letters being one."""
    name = page.name(item.first, item.last)
    titled = name.isupper() and (len(name) > 5 or name.title() in page.words)
    return name.title() if titled else name


def _is_body(page: Page, item: Candidate) -> bool:
    """Whether the name says itself that it is a body: "Harbour Office", "HBO"."""
    final = page.words[item.last - 1]
    return final.lower().rstrip(".") in BODY_WORDS | _GROUP_WORDS or _is_sign(_key(page, item))


def _is_called(page: Page, item: Candidate, gazetteer: Gazetteer) -> bool:
    """Whether the name is made as people's are: a common given name, and a surname, without "the"."""
    words = page.words[item.first : item.last]
    final = words[-1].lower()
    return _is_shaped(page, item) and gazetteer.is_given(words[0]) and final not in page.small


def _is_of_family(page: Page, item: Candidate, people: frozenset[str], gazetteer: Gazetteer) -> bool:
    """Whether a name taken for a body ends in a surname of the article, and begins with no town."""
    town = gazetteer.is_place(page.words[item.first])
    shaped = item.kind == "organisation" and _is_shaped(page, item) and not town
    return shaped and page.words[item.last - 1] in people


def _is_shaped(page: Page, item: Candidate) -> bool:
    """Whether two or three words with capitals, and none for a body or a place, make up the name."""
    words = page.name(item.first, item.last).split()
    if not 1 < len(words) < 4 or page.before(item.first).lower() in DETERMINERS:
        return False
    named = all(word[:1].isupper() and word.replace("-", "").isalpha() for word in words)
    other = BODY_WORDS | _GROUP_WORDS | ENDS_PLACE | LANDSCAPE | _EVENT_HEADS
    return named and words[-1].lower() not in other


def _people(page: Page, items: Sequence[Candidate], gazetteer: Gazetteer) -> frozenset[str]:
    """The surnames of people whom the article names in full."""
    full = [item for item in items if item.last - item.first > 1]
    return frozenset(
        page.words[item.last - 1]
        for item in full
        if (item.kind == "person" or _is_called(page, item, gazetteer))
        and not ends_as_body(page.words[item.first : item.last], gazetteer)
    )


def _given_names(page: Page, items: Sequence[Candidate]) -> frozenset[str]:
    """The given names of people whom the article names in full: whom it calls so later is no body."""
    full = (item for item in items if item.kind == "person" and item.last - item.first > 1)
    return frozenset(page.words[item.first] for item in full)


def _listed(key: str, counts: Counter[MentionKind], gazetteer: Gazetteer) -> MentionKind | None:
    """The kind that is known beforehand: a country, its people, a well-known body, a creed."""
    if gazetteer.country(key):
        return "place"
    if key.lower() in _CREEDS:
        return "group" if key.lower() != "democratic" else "other"
    if gazetteer.demonym(key) or key.lower() in _FAITHS:
        return "other"
    if key.lower() in _SERVICES or (" " not in key and counts["person"] and _is_sign(key)):
        return "organisation"
    listed = gazetteer.body_kind(key)
    called = " " not in key and not _is_sign(key)
    if listed is not None and not (called and counts["person"] > counts["organisation"] + counts["group"]):
        return listed
    if counts["person"] and _is_city(key, gazetteer):
        return "place"
    if gazetteer.seat(key) and counts["person"] <= 2 * counts["place"]:
        return "place"
    return None


def _is_city(key: str, gazetteer: Gazetteer) -> bool:
    """Whether a name of several words is a city's, and does not begin as people's do: "Baton Rouge"."""
    first, _, rest = key.partition(" ")
    return bool(rest) and gazetteer.city(key) is not None and not gazetteer.is_given(first)


def _is_sign(word: str) -> bool:
    """Whether a single word is written as bodies are, not people: "XYZ", "Channel5"."""
    return (word.isupper() and 2 < len(word) <= 6) or any(character.isdigit() for character in word)


def _evidence(page: Page, item: Candidate, people: frozenset[str]) -> list[tuple[MentionKind, int]]:
    """What the words around one place of a name say about its kind."""
    tokens, last = page.tokens, item.last - 1
    found: list[tuple[MentionKind, int]] = []
    single = item.last - item.first == 1
    head = tokens.head[last]
    if single and page.words[last] in people:
        found.append(("person", 6))
    if _is_aged(page, item) and _is_shaped(page, item):
        found.append(("person", 6))
    if _is_kin(page, item):
        found.append(("person", 6))
    if page.before(item.first).lower() in VESSELS:
        found.append(("other", 6))
    if page.before(item.first).lower().rstrip(".") in _TITLES:
        found.append(("person", 3))
    if item.kind == "person" and tokens.dep[last] == "nsubj" and tokens.lemma[head] in _SPEAKING:
        found.append(("person", 2))
    if tokens.dep[last] in ("compound", "nmod", "amod") and head == last + 1 and item.label != "NORP":
        if tokens.lemma[head] in _GROUP_HEADS:
            found.append(("group", 3))
        elif tokens.lemma[head] in _EVENT_HEADS:
            found.append(("other", 3))
    if (
        tokens.dep[last] == "pobj"
        and tokens.lemma[tokens.head[head]] in _SPREADING
        and page.words[head] == "of"
    ):
        found.append(("group", 2))
    if tokens.dep[last] == "dobj" and tokens.lemma[head] in _FIGHTING and item.kind != "person":
        found.append(("group", 2))
    return [*found, *_by_last_word(page, item)]


def _is_aged(page: Page, item: Candidate) -> bool:
    """Whether an age stands at the name: "25-year-old Ada Vane", "Ada Vane, 25, said"."""
    before = page.words[max(0, item.first - 3) : item.first]
    behind = page.words[item.last : item.last + 3]
    old = before[-2:] == ["-", "old"] and before[0].lower() in ("year", "month")
    return old or (behind[::2] == [",", ","] and behind[1].isdigit() and len(behind[1]) == 2)


def _is_kin(page: Page, item: Candidate) -> bool:
    """Whether the words behind the name make it somebody's relative: "Vane, the aunt of"."""
    behind = page.words[item.last : item.last + 4]
    return len(behind) == 4 and behind[0] == "," and behind[2].lower() in KIN - _FIRMS and behind[3] == "of"


def _by_last_word(page: Page, item: Candidate) -> list[tuple[MentionKind, int]]:
    """What the name's own last word says: a street, a league, an office."""
    single = item.last - item.first == 1
    final = page.words[item.last - 1].lower().rstrip(".")
    if not single and final in ENDS_PLACE:
        return [("place", 6)]
    if not single and final in _GROUP_WORDS:
        return [("group", 2)]
    if final in BODY_WORDS:
        return [("organisation", 5 if single or item.kind == "person" else 3)]
    return []
