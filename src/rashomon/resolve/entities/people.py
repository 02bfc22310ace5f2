"""People: which names mean one person. A given name that differs keeps two people apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from rashomon.link.block import candidate_pairs
from rashomon.link.features import Feature, Score, score_pair
from rashomon.link.group import average_link
from rashomon.resolve.entities.judged import Judged
from rashomon.resolve.entities.person_names import PersonName
from rashomon.resolve.entities.uses import Use
from rashomon.text.names import abbreviates, alike, sound

# Pairs of names of people of the development part come out alike from .2 to .6; above, right ones part.
THRESHOLD = 0.5
_BEHIND = 400  # characters: a relative is brought in beside the one who has them
_GENERATION = 10  # years: no father is so near in age to his son
_JOINED = 5  # letters of a name that two words make: shorter ones meet by chance


@dataclass(frozen=True, slots=True)
class Alignment:
    """Words of two names matched one to one: the similarities, and the words left over."""

    matched: tuple[tuple[int, int, float], ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]


def alike_forms(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the two names with words joined that only one of them splits, and without Baltic endings.

    "Jong un" meets "Jongun", "Patr ushev" meets "Patrushev", "Sergejs Lavrovs" meets "Sergej Lavrov".
    """
    left, right = _joined(left, right), _joined(right, left)
    if _baltic(left) and not any(word.endswith("s") for word in right):
        return tuple(word[:-1] for word in left), right
    if _baltic(right) and not any(word.endswith("s") for word in left):
        return left, tuple(word[:-1] for word in right)
    return left, right


def _joined(words: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    for at, (a, b) in enumerate(pairwise(words)):
        if len(a + b) >= _JOINED and a + b in other:
            return _joined((*words[:at], a + b, *words[at + 2 :]), other)
    return words


def _baltic(words: tuple[str, ...]) -> bool:
    """Whether every word has the ending of Latvian men's names."""
    return len(words) > 1 and all(len(word) > 4 and word.endswith("s") for word in words)


def align(left: Sequence[str], right: Sequence[str]) -> Alignment:
    """Match the words of two names greedily, the most alike first."""
    pairs = sorted(
        (-_likeness(a, b, given=i < len(left) - 1 and j < len(right) - 1), abs(i - j), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    matched = []
    for score, _, i, j in pairs:
        if score < 0 and i not in used_left and j not in used_right:
            matched.append((i, j, -score))
            used_left.add(i)
            used_right.add(j)
    return Alignment(
        tuple(sorted(matched)),
        tuple(i for i in range(len(left)) if i not in used_left),
        tuple(j for j in range(len(right)) if j not in used_right),
    )


def _likeness(left: str, right: str, *, given: bool) -> float:
    """As `alike`; given names can also be cut short: "Kh" for "Khaled"."""
    short, long = sorted((left, right), key=lambda word: (len(word), word))
    return alike(left, right) or (0.75 if given and abbreviates(short, long) else 0.0)


def spelling(left: PersonName, right: PersonName) -> tuple[float, str, str] | None:
    """The names are spellings of one name, in full or without some of its parts."""
    return (_spelling(*alike_forms(left.words, right.words)), left.name, right.name)


def _spelling(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    if "".join(left) == "".join(right):
        return 1.0
    found = align(left, right)
    if not found.matched or (found.left_over and found.right_over) or _other_initial(left, right, found):
        return -1.0
    mean = sum(score for *_, score in found.matched) / len(found.matched)
    sure = sum(score >= 0.85 for *_, score in found.matched)
    shorter, longer = sorted((len(left), len(right)))
    if shorter < 2:
        surname = found.matched[0][:2] == (len(left) - 1, len(right) - 1)
        return 0.6 * mean if mean >= 0.95 and surname else -0.5
    ends = {(0, 0), (len(left) - 1, len(right) - 1)}
    kept = {(i, j) for i, j, _ in found.matched}
    if sure == 0 or not (kept & ends or len(kept) == shorter) or len(kept) * 2 < longer:
        return -0.5
    return mean - 0.05 * (len(found.left_over) + len(found.right_over))


def _other_initial(left: tuple[str, ...], right: tuple[str, ...], found: Alignment) -> bool:
    """Whether only an initial behind the first meets the other's given name: J.R. is no Rachel."""
    if not (0 in found.left_over or 0 in found.right_over):
        return False
    moved = [(left[i], right[j]) for i, j, _ in found.matched if i != j and min(i, j) == 0]
    return any(1 in (len(a), len(b)) and a != b for a, b in moved)


def father(left: PersonName, right: PersonName) -> tuple[float, str, str] | None:
    """One name says whose son it is where the other has the same word as its own name."""
    if not left.sons_of or not right.sons_of:
        return None
    shown = (" ".join(sorted(left.sons_of)), " ".join(sorted(right.sons_of)))
    if any(alike(a, b) for a in left.sons_of for b in right.sons_of):
        return (0.0, *shown)
    crossed = any(alike(a, b) for a in left.sons_of for b in set(right.words) - right.sons_of)
    return (-1.0, *shown) if crossed else None


def generation(left: PersonName, right: PersonName) -> tuple[float, str, str] | None:
    """Junior and senior are two people, and so are a junior and one without; numbers must agree.

    Who is said to be as old as the junior is the junior.
    """
    if left.suffixes == right.suffixes:
        return None
    both = bool(left.suffixes and right.suffixes)
    if not both and not {"jr", "sr"} & (left.suffixes | right.suffixes):
        return None
    if not both and any(abs(a - b) < _GENERATION for a in left.ages for b in right.ages):
        return None
    return (-1.0, " ".join(sorted(left.suffixes)), " ".join(sorted(right.suffixes)))


def gender(left: PersonName, right: PersonName) -> tuple[float, str, str] | None:
    """Mr and Mrs are two people."""
    if left.gender is None or right.gender is None or left.gender == right.gender:
        return None
    return (-1.0, left.gender, right.gender)


def kin(left: PersonName, right: PersonName) -> tuple[float, str, str] | None:
    """One is brought in as a relative, in other words, just behind the other."""
    near = _brought_in_behind(left, right) or _brought_in_behind(right, left)
    return (-1.0, left.name, right.name) if near else None


def _brought_in_behind(relative: PersonName, other: PersonName) -> bool:
    return any(
        brought.article == use.article and 0 < brought.span.start - use.span.end < _BEHIND
        for brought in relative.uses
        if brought.relative
        for use in other.uses
    )


def office(left: PersonName, right: PersonName) -> tuple[float, str, str] | None:
    """The names hold the same office of the same country, or of different countries."""
    same = sorted(left.offices & right.offices)
    if same:
        return (0.5, " ".join(same[0]), " ".join(same[0]))
    countries = {c for _, c in left.offices}, {c for _, c in right.offices}
    if all(countries) and not countries[0] & countries[1]:
        return (-1.0, " ".join(sorted(countries[0])), " ".join(sorted(countries[1])))
    return None


SPELLING = Feature("spelling", 1.0, spelling, forbids=True)
FEATURES = (
    SPELLING,
    Feature("father", 2.0, father, forbids=True),
    Feature("generation", 2.0, generation, forbids=True),
    Feature("gender", 2.0, gender, forbids=True),
    Feature("kin", 2.0, kin, forbids=True),
    Feature("office", 0.4, office),
)


def compare_people(left: PersonName, right: PersonName) -> Score:
    """Score two names of people."""
    return score_pair(left, right, FEATURES)


def block_keys(name: PersonName) -> set[str]:
    """Sounds and beginnings of the words: names that share none aren't compared."""
    keys = {key for word in name.words if len(word) > 1 for key in (sound(word), word[:3])}
    return keys | {"".join(name.words)}


def group_names(
    names: Sequence[PersonName], judged: Judged
) -> tuple[list[tuple[int, ...]], dict[tuple[int, int], Score]]:
    """Group full names by person; returns the groups and the scored pairs behind them."""
    scored = {
        (i, j): compare_people(names[i], names[j]) for i, j in candidate_pairs([block_keys(n) for n in names])
    }
    judged.forbid([name.name for name in names], scored)
    totals = {pair: score.total for pair, score in scored.items()}
    return average_link(len(names), totals, threshold=THRESHOLD, default=-0.25), scored


def by_sound(people: Sequence[Iterable[PersonName]]) -> dict[str, list[int]]:
    """Index people by the sounds of the words of their names."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, names in enumerate(people):
        for key in sorted({sound(word) for name in names for word in name.words}):
            found[key].append(index)
    return dict(found)


def bearers(
    use: Use, people: Sequence[Sequence[PersonName]], sounds: Mapping[str, Sequence[int]]
) -> list[int]:
    """Return the people of whom the lone name of this use is a part: the surname, else the given name.

    In a name of three words the first may be the surname, as in East Asia: then all come into question.
    """
    own = PersonName(use.name, (use,))
    word = own.words[-1]
    by_last, by_any, by_first = [], [], []
    for index in sounds.get(sound(word), ()):
        full = [n for n in people[index] if len(n.words) > 1]
        if any(n.gender and own.gender and n.gender != own.gender for n in full):
            continue
        if any(alike(word, n.words[-1]) >= 0.95 for n in full):
            by_last.append(index)
        elif any(word == n.words[0] for n in full):
            by_any.append(index)
            by_first += [index] if any(word == n.words[0] and len(n.words) > 2 for n in full) else []
    if not own.suffixes:
        behind = _juniors_behind(use.article, by_last, people)
        by_last = [i for i in by_last if i not in behind] or by_last
    return by_last + by_first if by_last else by_any


def _juniors_behind(
    article: str, possible: Sequence[int], people: Sequence[Sequence[PersonName]]
) -> set[int]:
    """The sons whom the article doesn't bring in before it names a namesake: a bare surname is not theirs."""
    juniors = {i for i in possible if any(n.suffixes & {"jr"} for n in people[i])}
    others = [_first_in(article, people[i]) for i in possible if i not in juniors]
    opens = min(others, default=0)
    return {i for i in juniors if not _first_in(article, people[i]) < opens < inf} if others else set()


def _first_in(article: str, names: Sequence[PersonName]) -> float:
    """Where the article names the person first; infinity where it doesn't."""
    places = (use.span.start for name in names for use in name.uses if use.article == article)
    return min(places, default=inf)


def by_text(uses: Iterable[Use]) -> dict[str, list[Use]]:
    """Gather uses by folded name, in order of first use."""
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses:
        found[use.key].append(use)
    return dict(found)


def usual(uses: Sequence[Use]) -> str:
    """The form used most, the longest then first in the alphabet where two are used alike."""
    counts = Counter(use.name for use in uses)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))
