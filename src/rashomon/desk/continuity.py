"""Which new group is which old story: a story keeps its id while it grows, shrinks and moves."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence

from rashomon.model.identity import content_id

Members = tuple[str, ...]


def keep_ids(
    groups: Sequence[Members], before: Mapping[str, Members], *, apart: frozenset[str] = frozenset()
) -> list[str]:
    """Return an id for each group: that of the old story it has most articles of, or a new one.

    Each old id goes to one group. Articles `apart` (a person moved them) say nothing. The same groups
    again get the same ids again.
    """
    home = {article: story for story, articles in before.items() for article in articles}
    ranked = []
    for number, group in enumerate(groups):
        own = sorted(set(group) - apart)
        for story, shared in Counter(home[article] for article in own if article in home).items():
            union = len(set(own) | (set(before[story]) - apart))
            ranked.append((-shared, -shared / union, story, content_id("s", own), number))
    chosen: dict[int, str] = {}
    for _, _, story, _, number in sorted(ranked):
        if number not in chosen and story not in chosen.values():
            chosen[number] = story
    taken = set(before)
    return [chosen.get(number) or _new(group, taken) for number, group in enumerate(groups)]


def successors(before: Mapping[str, Members], now: Mapping[str, Members]) -> dict[str, str]:
    """Return for each story that ended the one that most of its articles went to."""
    home = {article: story for story, articles in now.items() for article in articles}
    found = {}
    for story in sorted(set(before) - set(now)):
        counts = Counter(home[article] for article in before[story] if article in home)
        if counts:
            found[story] = min(counts, key=lambda each: (-counts[each], each))
    return found


def standing(story: str, stories: Container[str], gone: Mapping[str, str]) -> str | None:
    """Return the story itself, or the one that stands in its place; None where none does."""
    seen: set[str] = set()
    while story not in stories and story in gone and story not in seen:
        seen.add(story)
        story = gone[story]
    return story if story in stories else None


def _new(group: Members, taken: set[str]) -> str:
    """An id made from the articles; where an old story has it that lives on elsewhere, made once more."""
    id, again = content_id("s", sorted(group)), 0
    while id in taken:
        again += 1
        id = content_id("s", sorted(group), again)
    taken.add(id)
    return id
