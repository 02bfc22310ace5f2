"""Short names of bodies: what stays of the full name without its place, or the first words of a firm's."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from rashomon.link.features import Score
from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Evidence
from rashomon.resolve.entities.organisations import OrganisationName
from rashomon.text.names import is_acronym, tokens

_SCORE = 0.9  # above the threshold of bodies, below names that are equal: a name that fits one body alone
_PRESS = frozenset({"times", "news", "forces", "services", "courts", "schools", "commons"})


def shortened(
    names: Sequence[OrganisationName], places: Collection[str], gazetteer: Gazetteer
) -> dict[tuple[int, int], Score]:
    """Link "Herons" to "Lund Herons", "Harbour Office" to "Danish Harbour Office".

    An article must hold both, the story no other body of that short name, and what is left out must be
    a place: one of the story's (`places`, folded) or one that the tables know.
    """
    fuller: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        words = tokens(name.name)
        for size in range(1, min(4, len(words))):
            if _is_place(" ".join(words[:size]), places, gazetteer):
                fuller[words[size:]].append(index)
    found = {}
    for index, name in enumerate(names):
        candidates = fuller.get(tokens(name.name), [])
        if len(candidates) == 1 and _tells(name.name) and _together(name, names[candidates[0]]):
            pair = (index, candidates[0]) if index < candidates[0] else (candidates[0], index)
            shown = (names[pair[0]].name, names[pair[1]].name)
            found[pair] = Score(_SCORE, (Evidence("short", 1.0, *shown),))
    return found


def firms(names: Sequence[OrganisationName], gazetteer: Gazetteer) -> dict[tuple[int, int], Score]:
    """Link "Vannering" to "Vannering Holm Group Inc.", and to "Vannering Holm" with it.

    The full name must have a firm's legal form, an article must hold it beside the short one, the story no
    other body that begins so; a place, a people or another body known by it is no short name.
    """
    fuller: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        for size in range(1, len(name.words)):
            fuller[name.words[:size]].append(index)
    found = {}
    for index, name in enumerate(names):
        others = fuller.get(name.words, [])
        formal = [names[at] for at in others if names[at].legal]
        one = len({names[at].words for at in others}) == 1
        if not one or not any(_together(name, other) for other in formal) or _is_known(name.name, gazetteer):
            continue
        for at in others:
            pair = (min(index, at), max(index, at))
            shown = (names[pair[0]].name, names[pair[1]].name)
            found[pair] = Score(_SCORE, (Evidence("short", 1.0, *shown),))
    return found


def _is_known(name: str, gazetteer: Gazetteer) -> bool:
    known = gazetteer.is_place(name) or gazetteer.demonym(name) or gazetteer.organisation(name)
    return bool(known) or is_acronym(name)


def _tells(name: str) -> bool:
    """Whether a short name can be one body's own: of several words, or a team's plural."""
    return " " in name or (name.endswith("s") and not is_acronym(name) and name.casefold() not in _PRESS)


def _is_place(name: str, places: Collection[str], gazetteer: Gazetteer) -> bool:
    return name in places or gazetteer.is_place(name)


def _together(left: OrganisationName, right: OrganisationName) -> bool:
    return bool({use.article for use in left.uses} & {use.article for use in right.uses})
