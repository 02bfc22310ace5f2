"""Company: which articles speak of the same world, so that a bare name can pass from one to another."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.link.gazetteer import Gazetteer
from rashomon.resolve.entities.uses import Use

# What two articles must share beside the name in question; any name will do where one holds few. Set by
# reading GUM, whose documents have nothing to do with each other, and the stories of NewsWCL50 and MEANTIME.
SHARED = 3
USUAL, OWN = 1, 2  # what a name of the tables counts, which all kinds of news hold, and any other
FEW = 8


class Company:
    """The names that each article holds, but for countries and their peoples."""

    def __init__(self, uses: Iterable[Use], gazetteer: Gazetteer) -> None:
        self._held: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for use in uses:
            if not gazetteer.country(use.name) and not gazetteer.demonym(use.name):
                usual = gazetteer.is_place(use.name) or gazetteer.body_kind(use.name)
                self._held[use.article][use.key] = USUAL if usual else OWN

    def shared(self, left: str, right: str, name: str) -> bool:
        """Whether two articles share names enough beside those that hold the word `name`."""
        if left == right:
            return True
        own, other = self._beside(left, name), self._beside(right, name)
        both = sum(weight for key, weight in own.items() if key in other)
        return both >= SHARED or (both > 0 and min(len(own), len(other)) <= FEW)

    def _beside(self, article: str, name: str) -> dict[str, int]:
        return {key: weight for key, weight in self._held[article].items() if name not in key.split()}

    def parts(self, uses: Sequence[Use], name: str) -> list[list[Use]]:
        """Part the uses of one bare name by articles that share other names, directly or through a third."""
        parts: list[list[Use]] = []
        for use in uses:
            near = [p for p in parts if any(self.shared(use.article, u.article, name) for u in _firsts(p))]
            joined = [*(u for part in near for u in part), use]
            parts = [*(part for part in parts if part not in near), joined]
        return sorted(parts, key=lambda part: min((u.article, u.span.start) for u in part))


def _firsts(uses: Iterable[Use]) -> list[Use]:
    """One use an article."""
    return list({use.article: use for use in uses}.values())
