"""Sources that say who they are: names, names in apposition, bodies by their kind."""

import re
from collections.abc import Mapping
from itertools import pairwise

from rashomon.model import Entity, Span
from rashomon.resolve.roles import is_head
from rashomon.resolve.speakers.answer import Answer, found, unknown
from rashomon.resolve.speakers.mentions import Mentioned, Reading
from rashomon.resolve.speakers.people import BODIES, COMPANIES, MEMBERS
from rashomon.text.persons import PERSON_NOUNS

_DASHES = frozenset({"—", "–", "―", "--"})
# No determiner after "and", no preposition behind it: those bring in somebody else.
_TWO_TITLES = re.compile(
    r"[^,]*\S and (?!(?:his|her|their|its|the|a|an|two|other)\b)"
    r"(?:(?!(?:for|to|of|with|from|by|at|in|on|under)\b)[^\s,]+\s+)+"
)
_NOBODY = frozenset({"no", "nobody", "none", "neither"})
_SAME_THING = frozenset({"appos", "flat"})


def by_name(
    reading: Reading, head: int, span: Span, by_last: Mapping[str, tuple[Entity, ...]]
) -> Answer | None:
    """The entity that the source names, in itself, in apposition or by surname."""
    mention = reading.at(head)
    if reading.word(reading.tokens_in(span).start).casefold() in _NOBODY:
        return unknown(f"nobody is said to speak: “{reading.text[span.start : span.end]}”")
    if mention is None or mention.entity.kind != "person":
        mention = _beside(reading, head, span) or mention
    words = reading.text[span.start : span.end]
    if mention is None:
        return _by_surname(reading, head, words, by_last)
    direct = reading.tokens.start[head] < mention.span.end
    if mention.entity.kind == "person":
        if _of_several(mention, words, by_last):
            return unknown(f"more than one person bears the name: “{words}”")
        if direct and stands_for_role(reading, mention):
            return None
        return found("name" if direct else "apposition", mention.entity, words)
    if reading.text[mention.span.start - 1 : mention.span.start] == "-":
        return unknown(f"the name is part of a longer one: “{words}”")
    if mention.entity.kind == "place":
        if not _is_all(reading, mention, span):
            return unknown(f"the place is part of a longer name: “{words}”")
        return found("place", mention.entity, words)
    if _is_member(reading, mention):
        return None
    return found("organisation", mention.entity, words)


def _is_all(reading: Reading, mention: Mentioned, span: Span) -> bool:
    """Whether the source is the name alone, but for an article and what a comma sets off."""
    after = reading.text[mention.span.end : span.end].lstrip()
    return _opens(reading, mention, span) and after[:1] in ("", ",", "'", "’")


def _is_member(reading: Reading, mention: Mentioned) -> bool:
    """Whether the name means one of a group: "the Orlo Democrat" is somebody, not the Democrats."""
    word = reading.text[mention.span.start : mention.span.end].casefold()
    return word in MEMBERS or (
        mention.entity.kind == "group" and mention.entity.name.casefold() == f"{word}s"
    )


def stands_for_role(reading: Reading, mention: Mentioned) -> bool:
    """Whether the mention is a title in place of the name: it holds no word of the name."""
    words = reading.text[mention.span.start : mention.span.end].casefold().split()
    names = {word for name in mention.entity.names for word in name.casefold().split()}
    return names.isdisjoint(words) and is_head(words[-1])


def two_titles(reading: Reading, span: Span) -> bool:
    """Whether "and" joins two titles of the person whose name closes the source: "mayor and poet NAME"."""
    people = [m for m in reading.within(span) if m.entity.kind == "person"]
    if len({m.entity.id for m in people}) != 1 or stands_for_role(reading, people[0]):
        return False
    before = reading.text[span.start : people[0].span.start].casefold()
    after = reading.text[people[-1].span.end : span.end]
    return _TWO_TITLES.fullmatch(before) is not None and after.strip()[:1] in ("", ",", "(")


def listed(reading: Reading, span: Span) -> bool:
    """Whether names of one kind stand side by side, or joined by "and", the source being all or the last.

    "Marenia, Belgara agree": where the source was taken for "Belgara" alone, the name before it begins the
    sentence.
    """
    named, before = reading.within(span), reading.before(span.start)
    first = named[0].span.start if named else span.start
    if (
        before is not None
        and _begins(reading, before)
        and reading.text[before.span.end : first].strip() == ","
    ):
        named = [before, *named]
    if len({m.entity.id for m in named}) < 2 or len({m.entity.kind for m in named}) > 1:
        return False
    gaps = [reading.text[left.span.end : right.span.start] for left, right in pairwise(named)]
    if named[-1].span.end != span.end:
        return False
    joined = _opens(reading, named[0], span) and all(gap.split()[:1] == ["and"] for gap in gaps)
    return joined or all(gap.strip() == "," for gap in gaps)


def _opens(reading: Reading, mention: Mentioned, span: Span) -> bool:
    """Whether nothing but an article stands in the source before the name."""
    return reading.text[span.start : mention.span.start].strip().casefold() in ("", "the")


def _begins(reading: Reading, mention: Mentioned) -> bool:
    """Whether the mention begins its sentence."""
    first = reading.tokens_in(mention.span).start
    return first == 0 or reading.sentence_of[first - 1] != reading.sentence_of[first]


def _of_several(mention: Mentioned, words: str, by_last: Mapping[str, tuple[Entity, ...]]) -> bool:
    """Whether a bare surname was left to nobody because two people of the story bear it."""
    name = mention.entity.name
    if " " in name or words != name or mention.entity.roles:
        return False
    return sum(e.kind == "person" and " " in e.name for e in by_last.get(name.casefold(), ())) > 1


def _beside(reading: Reading, head: int, span: Span) -> Mentioned | None:
    """The person whose name stands beside the head."""
    if two_titles(reading, span):
        return next(m for m in reading.within(span) if m.entity.kind == "person")
    return _titled(reading, head, span) or _apposed(reading, head, span) or _described(reading, head, span)


def _titled(reading: Reading, head: int, span: Span) -> Mentioned | None:
    """The person behind a short title that the parser takes for the end of a sentence: "Cmdr. NAME"."""
    people = [m for m in reading.within(span) if m.entity.kind == "person"]
    if len(people) != 1 or not is_head(reading.word(head)):
        return None
    between = reading.text[reading.tokens.end[head] : people[0].span.start]
    return people[0] if between.strip() == "." else None


def _apposed(reading: Reading, head: int, span: Span) -> Mentioned | None:
    """A person whose name stands in apposition to the head: "the minister, NAME"."""
    for mention in reading.within(span):
        if mention.entity.kind != "person":
            continue
        index = reading.head(mention.span)
        for _ in range(4):
            if index is None or reading.tokens.dep[index] not in _SAME_THING:
                break
            index = reading.tokens.head[index]
            if index == head:
                return mention
    return _apposed_last(reading, head, span)


def _apposed_last(reading: Reading, head: int, span: Span) -> Mentioned | None:
    """The name that closes the source after a comma: "The mayor of Orlo, NAME"."""
    people = [m for m in reading.within(span) if m.entity.kind == "person"]
    if len(people) != 1 or reading.tokens.lemma[head] not in PERSON_NOUNS:
        return None
    last = people[0]
    start, end = last.span.start, last.span.end
    closes = reading.text[end : span.end].strip() == ""
    comma = reading.text[span.start : start].rstrip().endswith(",")
    return last if closes and comma and reading.tokens.tag[head] == "NN" else None


def _described(reading: Reading, head: int, span: Span) -> Mentioned | None:
    """The person whom the source only describes, behind a dash: "NAME — a former aide who says ..."."""
    if reading.tokens.lemma[head] not in PERSON_NOUNS or reading.tokens.tag[head] != "NN":
        return None
    before = reading.before(span.start)
    if before is None or before.entity.kind != "person":
        return None
    between = reading.text[before.span.end : span.start].strip()
    return before if between in _DASHES else None


def _by_surname(
    reading: Reading, head: int, words: str, by_last: Mapping[str, tuple[Entity, ...]]
) -> Answer | None:
    """A name that no mention covers, where one entity bears it; "Police" is no surname of "Lund Police"."""
    word = reading.word(head)
    if reading.tokens.pos[head] != "PROPN" or not word[:1].isupper() or is_head(word):
        return None
    bearers = by_last.get(word.casefold(), ())
    if word.casefold() in BODIES:
        bearers = tuple(e for e in bearers if words in e.names)
    bearers = tuple(e for e in bearers if e.kind == "person") or bearers
    if len(bearers) != 1 or bearers[0].kind == "place":
        return None
    return found("surname", bearers[0], word)


def by_body(reading: Reading, head: int, span: Span, last: Entity | None) -> Answer | None:
    """ "The ministry", "the company": the one body before whose name ends so, or else the last to speak."""
    words = reading.text[span.start : span.end]
    lemma = reading.tokens.lemma[head]
    if len(words.split()) != 2 or not words.casefold().startswith("the ") or lemma not in BODIES:
        return None
    named = {
        m.entity.id: m.entity
        for m in reading.mentioned
        if m.entity.kind in ("organisation", "group") and m.span.start < span.start
    }
    ends = [e for e in named.values() if any(_last_word(name) == lemma for name in e.names)]
    if not ends and last is not None and lemma in COMPANIES:
        return found("it", last, words)
    return found("body", ends[0], words) if len(ends) == 1 else None


def _last_word(name: str) -> str:
    return name.split()[-1].casefold() if name.split() else ""
