"""Persons: names, lone surnames and titles of the story to the people they mean."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.link.features import Score
from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Span
from rashomon.resolve.entities.build import Cluster, links, reason
from rashomon.resolve.entities.company import Company
from rashomon.resolve.entities.judged import Judged
from rashomon.resolve.entities.namesakes import Namesakes
from rashomon.resolve.entities.people import bearers, by_sound, by_text, group_names, usual
from rashomon.resolve.entities.person_names import PersonName, told_apart
from rashomon.resolve.entities.uses import Use
from rashomon.resolve.roles import Role, standing_alone
from rashomon.text.credits import is_staff_credit
from rashomon.text.names import alike
from rashomon.text.vocabulary import is_word

_CALLED = 2  # bare uses that show how somebody is called
_OFTEN = 3  # uses of a name that one more word behind it, in one place, does not lengthen
_SAME_WORD = 0.95  # as in bearers: the word itself, or a transliteration of it


def clusters(
    story: Sequence[Annotations],
    uses: Sequence[Use],
    gazetteer: Gazetteer,
    judged: Judged,
    company: Company,
) -> list[Cluster]:
    """Return the people of the story."""
    texts = by_text(uses)
    names = told_apart([PersonName(usual(found), tuple(found)) for found in texts.values()])
    full = [name for name in names if len(name.words) > 1]
    groups, scored = group_names(full, judged)
    people = [_person([full[i] for i in group], list(group), scored, gazetteer) for group in groups]
    members = [[full[i] for i in group if not _worked_on_it(story, full[i])] for group in groups]
    lone = [use for name in names if len(name.words) == 1 for use in name.uses]
    known = _Known(people, members, Namesakes(story, members, lone), judged, company)
    people += _place_lone(lone, known)
    _name_by_titles(story, people, gazetteer, judged)
    return people


def _worked_on_it(story: Sequence[Annotations], name: PersonName) -> bool:
    """Whether only credits name the person: "reporting by NAME" gives no bare surname its bearer."""
    return all(is_staff_credit(story[use.order].article.text, use.span.start) for use in name.uses)


def _person(
    names: Sequence[PersonName],
    indices: Sequence[int],
    scored: dict[tuple[int, int], Score],
    gazetteer: Gazetteer,
) -> Cluster:
    best = min(names, key=lambda n: (_strays(n, names, gazetteer), *_fullness(n), -len(n.uses), n.name))
    cluster = Cluster("person", best.name, [use for name in names for use in name.uses])
    cluster.links = links([n.name for n in names], indices, scored, best.name)
    return cluster


def _fullness(name: PersonName) -> tuple[int, int]:
    """What makes one of several names the fuller one: words written out, then initials, too."""
    return -sum(len(word) > 1 for word in name.words), -len(name.words)


def _strays(name: PersonName, others: Sequence[PersonName], gazetteer: Gazetteer) -> bool:
    """Whether a word of the page stands at the name: "Photos Ada Vane" of one called Ada Vane too."""
    if len(name.words) < 3:
        return False
    first, last = name.words[0], name.words[-1]
    before = not gazetteer.is_given(first) and is_word(first)
    behind = not gazetteer.is_given(last) and is_word(last)
    without = {name.words[1:]: len(name.uses)} if before else {}
    if behind and len(name.uses) == 1:
        without[name.words[:-1]] = _OFTEN
    return any(len(other.uses) >= without.get(other.words, len(other.uses) + 1) for other in others)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a lone name is held against: people named in full, the names of each, and who else is there."""

    people: Sequence[Cluster]
    members: Sequence[Sequence[PersonName]]
    namesakes: Namesakes
    judged: Judged
    company: Company


def _place_lone(lone: Sequence[Use], known: _Known) -> list[Cluster]:
    """Give each lone name to its one possible bearer; the rest become people of their own."""
    people = known.people
    rest: defaultdict[str, list[Use]] = defaultdict(list)
    linked: set[tuple[int, str]] = set()
    sounds = by_sound(known.members)
    found = {use.span: _bearer(use, bearers(use, known.members, sounds), known) for use in lone}
    for use in lone:
        chosen = found[use.span]
        if chosen is None or _other_gender(use, chosen[0], lone, found):
            rest[use.key].append(use)
            continue
        index, score = chosen
        people[index].uses.append(use)
        if (index, use.name) not in linked:
            linked.add((index, use.name))
            people[index].links.append((people[index].name, use.name, score))
    parts = [part for key, found in rest.items() for part in known.company.parts(found, key)]
    return [Cluster("person", usual(part), part) for part in parts if not _joined(part, known)]


def _other_gender(
    use: Use, person: int, lone: Sequence[Use], found: Mapping[Span, tuple[int, Score] | None]
) -> bool:
    """Whether more bare names of this person bear the other gender: "Mrs. Holm" is not Mr. Holm."""
    own = PersonName(use.name, (use,)).gender
    if own is None:
        return False
    chosen = [
        other for other in lone if other.honorific and (bearer := found[other.span]) and bearer[0] == person
    ]
    genders = [PersonName(other.name, (other,)).gender for other in chosen]
    return genders.count(own) < len([each for each in genders if each not in (own, None)])


def _joined(part: Sequence[Use], known: _Known) -> bool:
    """Add the uses of a bare name to the one person of the story who is called by it, surname first.

    That is a name of three words, of which an article that gives it in full uses the first alone.
    """
    key, people = part[0].key, known.people
    called = [
        i
        for i, names in enumerate(known.members)
        if any(len(n.words) > 2 and n.words[0] == key for n in names)
        and sum(use.key == key for use in people[i].uses) >= _CALLED
    ]
    if len(called) != 1 or not all(_near(use, people[called[0]], known.company) for use in part):
        return False
    people[called[0]].uses += part
    return True


def _bearer(use: Use, candidates: Iterable[int], known: _Known) -> tuple[int, Score] | None:
    """Return the one of the candidates whom the lone name means, and why; None where that is not clear."""
    people, members = known.people, known.members
    possible = [
        i
        for i in candidates
        if not _other_office(use, people[i])
        and not known.namesakes.is_other(i, use)
        and _is_known_as(use, members[i])
        and not known.judged.apart(use.name, (n.name for n in members[i]))
    ]
    here = [i for i in possible if any(u.article == use.article for n in members[i] for u in n.uses)]
    if len(here) > 1:
        held = {r.country for r in use.roles if r.country}
        here = [i for i in here if held & _countries(people[i])] if held else here
        here = _so_called(use, here, members) or here
    elsewhere = len(here) == 1 and len(possible) > 1 and known.namesakes.is_aside(here[0], use)
    if elsewhere:  # "her son NAME" alone is named in full: the bare surname is another's
        return None
    if len(here) == 1:
        return here[0], reason("surname", use.name, people[here[0]].name, 0.9)
    meant = known.namesakes.meant(use, here) if here else None
    if meant is not None:
        return meant, reason("namesake", use.name, people[meant].name, 0.8)
    last = [i for i in possible if any(n.words[-1] == use.key for n in members[i])]
    if not here and len(possible) == 1 and last and _near(use, people[last[0]], known.company):
        return last[0], reason("surname", use.name, people[last[0]].name, 0.7)
    return None


def _near(use: Use, person: Cluster, company: Company) -> bool:
    """Whether an article that names the person shares other names with the one of this use."""
    articles = sorted({other.article for other in person.uses})
    return any(company.shared(use.article, article, use.key) for article in articles)


def _so_called(use: Use, possible: Sequence[int], members: Sequence[Sequence[PersonName]]) -> list[int]:
    """Of several the one whom the article gives the honorific of the lone name: the doctor, the professor."""
    titled = [
        i
        for i in possible
        if any(u.article == use.article and u.honorific == use.honorific for n in members[i] for u in n.uses)
    ]
    return titled if use.honorific and len(titled) == 1 else []


def _is_known_as(use: Use, names: Sequence[PersonName]) -> bool:
    """Whether the lone name is the person's surname, or a given name after the article named them in full."""
    if any(alike(use.key.split()[-1], name.words[-1]) >= _SAME_WORD for name in names if len(name.words) > 1):
        return True
    return any(u.article == use.article and u.span.start < use.span.start for n in names for u in n.uses)


def _countries(person: Cluster) -> set[str]:
    return {role.country for use in person.uses for role in use.roles if role.country}


def _other_office(use: Use, person: Cluster) -> bool:
    """Whether the title beside the lone name belongs to another country than this person's titles."""
    held = {role.country for role in use.roles if role.country}
    known = _countries(person)
    return bool(held and known and not held & known)


def _name_by_titles(
    story: Sequence[Annotations], people: list[Cluster], gazetteer: Gazetteer, judged: Judged
) -> None:
    """Add each person's titles, and the mentions that are titles alone where one person fits."""
    offices = [_offices(person) for person in people]
    for person in people:
        seen = Counter(
            role.text
            for use in person.uses
            for role in use.roles
            if role.title and role.title != "counterpart"
        )
        person.roles = sorted(seen, key=lambda text: (-seen[text], text))
    taken = {use.span for person in people for use in person.uses}
    for annotations in story:
        for role in standing_alone(annotations, gazetteer):
            if any(role.span.overlaps(span) for span in taken if span.article == role.span.article):
                continue
            holder = _holder(role, people, offices)
            if holder is None:
                continue
            person = people[holder]
            if judged.apart(role.text, {use.name for use in person.uses}):
                continue
            person.extra.append(role.span)
            if role.country and role.text[:1].isupper() and role.text.split()[-1][:1].isupper():
                person.names.append(role.text)
                person.links.append((person.name, role.text, reason("office", role.text, person.name)))


def _offices(person: Cluster) -> set[tuple[str, str | None]]:
    """The (title, country) pairs of a person; a title without a country takes the only known one."""
    countries = _countries(person)
    own = next(iter(countries)) if len(countries) == 1 else None
    return {(role.title, role.country or own) for use in person.uses for role in use.roles if role.title}


def _holder(
    role: Role, people: Sequence[Cluster], offices: Sequence[set[tuple[str, str | None]]]
) -> int | None:
    """The one person who can be meant by the title, or None."""
    if not role.title or role.title == "counterpart":
        return None
    article = role.span.article
    held = [
        i
        for i, own in enumerate(offices)
        if any(title == role.title and (role.country in {None, country}) for title, country in own)
    ]
    here = [i for i in held if any(use.article == article for use in people[i].uses)]
    if role.country is None:
        return here[0] if len(held) == 1 and here else None
    rivals = [i for i, own in enumerate(offices) if (role.title, None) in own]
    return held[0] if len(held) == 1 and not rivals else None
