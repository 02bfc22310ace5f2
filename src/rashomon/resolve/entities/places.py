"""Places: countries under all their names, and capitals that stand for a government."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.link.gazetteer import Country, Gazetteer
from rashomon.model import Annotations
from rashomon.model.annotations import MentionKind
from rashomon.resolve.entities.uses import Use
from rashomon.resolve.roles import word
from rashomon.text.demonyms import made_from
from rashomon.text.lexicon import closed_class
from rashomon.text.names import fold

# What governments do and cities don't; subjects of these verbs are governments.
GOVERNING = closed_class(
    "say want warn accuse criticise criticize blame see continue believe agree seek support oppose deny "
    "call urge insist plan hope fear consider demand reject refuse threaten announce impose sign denounce "
    "condemn back recognise recognize propose negotiate think favour favor suspect claim argue vow pledge "
    "promise respond retaliate withdraw deploy supply arm maintain view regard worry signal offer ask "
    "push press cut sever expel recall pressure help provide boost expect decide act intervene"
)
ATTITUDES = closed_class(
    "concerned worried alarmed ready willing eager keen committed opposed skeptical sceptical confident "
    "wary determined prepared reluctant furious unhappy responsible interested"
)
# What governments have: Lima's policy, but not Lima's streets.
GOVERNMENTAL = closed_class(
    "strategy policy stance position government ambassador envoy decision interest concern tie relation "
    "role support effort plan troop force ally allegation claim foe adversary diplomacy demand sanction "
    "response intention ambition commitment willingness refusal approach involvement intervention "
    "influence campaign proposal offer request warning accusation denial pressure aid assistance backing "
    "military army missile interference aggression agenda view aim goal readiness"
)
RELATING = closed_class(
    "relation tie talk cooperation tension agreement deal pressure pact dialogue alliance dispute"
)


@dataclass(frozen=True, slots=True)
class PlaceUse:
    """What one use of a place's name means: a key, and the country where it means one.

    Words for all of a people ("Danes", not "Danish") mean a `group`.
    """

    use: Use
    key: str
    country: Country | None
    named: bool
    why: str
    kind: MentionKind = "place"
    usual: str | None = None


def place_uses(story: Sequence[Annotations], uses: Sequence[Use], gazetteer: Gazetteer) -> list[PlaceUse]:
    """Say of each use what place it means; demonyms lead to their country but aren't its names."""
    found = []
    lands = {use.name for use in uses if not gazetteer.demonym(use.name)}
    for use in uses:
        land = made_from(use.name, lands)
        if land is not None and not gazetteer.country(use.name) and not gazetteer.demonym(use.name):
            found.append(PlaceUse(use, fold(land), None, False, "demonym"))
            continue
        country = gazetteer.country(use.name)
        if country is not None:
            found.append(PlaceUse(use, country.code, country, True, "country"))
            continue
        people = gazetteer.demonym(use.name)
        if people is not None and _is_language(story[use.order], use):
            continue
        if people is not None and _is_people(use, gazetteer):
            found.append(PlaceUse(use, f"people {people.code}", None, True, "place", "group"))
            continue
        if people is not None:
            found.append(PlaceUse(use, people.code, people, False, "demonym"))
            continue
        seat = gazetteer.seat(use.name)
        dateline = use.name.isupper() and len(use.name) > _SHORT  # "LIMA, Peru (AP)" is where it was written
        if seat is not None and not dateline and stands_for_government(story[use.order], use, gazetteer):
            found.append(PlaceUse(use, seat.code, seat, True, "seat"))
        else:
            found.append(_other(use, gazetteer))
    return found


def _other(use: Use, gazetteer: Gazetteer) -> PlaceUse:
    """A place that is no country: by the table's name for it, else by its own without "City of"."""
    known = gazetteer.place(use.name)
    if known is not None:
        return PlaceUse(use, fold(known.names[0]), None, True, "table", usual=known.names[0])
    words = [_WRITTEN_OUT.get(word, word) for word in use.key.split()]
    if words[0] in _CALLED and words[1:2] == ["of"] and len(words) > 2:
        return PlaceUse(use, " ".join(words[2:]), None, True, "wording")
    return PlaceUse(use, " ".join(words), None, True, "place" if words == use.key.split() else "wording")


def _is_people(use: Use, gazetteer: Gazetteer) -> bool:
    """Whether the word is the plural of one for a people."""
    return use.key.endswith("s") and use.key not in gazetteer.by_demonym


def _is_language(annotations: Annotations, use: Use) -> bool:
    """Whether the word means a language: "in Danish", "speaks Danish", "a Danish word"."""
    tokens, at = annotations.tokens, use.first
    before = tokens.lemma[at - 1].casefold() if at else ""
    after = at + 1 if at + 1 < len(tokens) else at
    if tokens.lemma[after].casefold() in _LINGUISTIC:
        return True
    if before in _GLOSSED and word(annotations, after) == ":":
        return True
    if tokens.tag[after].startswith(("NN", "JJ", "VB", "HYPH")):
        return False
    bare = tokens.dep[at] in {"pobj", "dobj", "conj"}
    free = before in _KINDS or (at > 0 and tokens.pos[at - 1] not in {"DET", "ADJ"})
    return before in _SPOKEN or (bare and free)


# What is said of languages, and of nothing else that bears a people's name.
_LINGUISTIC = closed_class(
    "language dialect word translation alphabet speaker grammar subtitle idiom accent pronunciation spelling"
)
_SPOKEN = closed_class("in into speak learn teach study read write fluent")
_KINDS = frozenset({"some", "ancient", "old", "middle", "modern", "classical"})
_GLOSSED = frozenset({"(", ";"})  # "Lund (Danish: Lunden; Latin: ...)"
_SHORT = 3  # letters of an abbreviation in capitals ("UAE"), which is no dateline
# What stands before a place's name without changing what it means.
_CALLED = closed_class("state city town village province commonwealth borough region")
_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def stands_for_government(annotations: Annotations, use: Use, gazetteer: Gazetteer) -> bool:
    """Whether a capital's name means the government: by what it does, has, or is set against."""
    tokens = annotations.tokens
    last = use.first
    while last + 1 < len(tokens) and tokens.start[last + 1] < use.span.end:
        last += 1
    dep, head = tokens.dep[last], tokens.head[last]
    if dep == "conj":
        return _coordinated(annotations, last, gazetteer) and _role_of(annotations, head)
    if dep in {"pobj", "dobj"} and _with_another(annotations, last, gazetteer):
        return _role_of(annotations, last)
    return _role_of(annotations, last)


def _role_of(annotations: Annotations, index: int) -> bool:
    tokens = annotations.tokens
    dep, head = tokens.dep[index], tokens.head[index]
    if dep == "nsubj":
        return _governs(annotations, head)
    if dep == "poss":
        return tokens.lemma[head] in GOVERNMENTAL
    if dep == "pobj":
        before = tokens.lemma[head]
        above = tokens.lemma[tokens.head[head]]
        paired = any(tokens.head[i] == index and tokens.dep[i] == "conj" for i in range(index, len(tokens)))
        return (before == "between" and paired) or (
            before in {"with", "against", "by"}
            and (above in RELATING or tokens.dep[head] == "agent" or before == "by")
        )
    return False


def _governs(annotations: Annotations, verb: int) -> bool:
    tokens = annotations.tokens
    if tokens.lemma[verb] in GOVERNING:
        return True
    return tokens.lemma[verb] == "be" and any(
        tokens.head[i] == verb
        and tokens.dep[i] in {"acomp", "attr"}
        and word(annotations, i).casefold() in ATTITUDES
        for i in range(verb + 1, min(verb + 8, len(tokens)))
    )


def _coordinated(annotations: Annotations, index: int, gazetteer: Gazetteer) -> bool:
    """Whether the other member of the pair is a country or a capital too."""
    other = word(annotations, annotations.tokens.head[index])
    return gazetteer.country(other) is not None or gazetteer.seat(other) is not None


def _with_another(annotations: Annotations, index: int, gazetteer: Gazetteer) -> bool:
    tokens = annotations.tokens
    return any(
        tokens.head[i] == index
        and tokens.dep[i] == "conj"
        and (gazetteer.seat(word(annotations, i)) or gazetteer.country(word(annotations, i)))
        for i in range(index + 1, min(index + 6, len(tokens)))
    )


def canonical(uses: Sequence[PlaceUse]) -> str:
    """The country's usual name if the story uses it, else the name used most."""
    names = Counter(p.use.name for p in uses if p.named) or Counter(p.use.name for p in uses)
    country = uses[0].country
    if country is not None and country.name in names:
        return country.name
    proper = {n: c for n, c in names.items() if country is None or n not in country.seats} or names
    best = min(proper, key=lambda name: (name.isupper(), -proper[name], -len(name), name))
    return best.title() if best.isupper() and len(best) > 4 else best
