"""Salience: how much a point matters to a reader of the story."""

from collections.abc import Sequence

from rashomon.compare.align.views import View
from rashomon.model.points import Relation, Slot
from rashomon.text.lexicon import closed_class
from rashomon.text.reporting import REPORTING

# Shares of the whole, which is 1. Set by reading the lists of the development stories.
OUTLETS, WITNESSES, PLACE, TITLE, NUMBERS, CONTESTED, NAMES = 0.3, 0.15, 0.2, 0.1, 0.1, 0.1, 0.05
# What is left of a point of which half the claims only say who spoke where: others tell what was said.
FRAME = 0.4
# What is left of what nobody tells in a sentence of its own: a mere phrase, or what only says which thing is
# meant. Set by reading the demo story and four development stories.
ASIDE = 0.6
SPEAKING = REPORTING | closed_class("address speak talk")
CONTEST = {"contradict": 1.0, "differ": 0.6, "update": 0.6}
# What is left of a difference in who said it, where what is said is one: what is told otherwise comes first.
# Set by reading the demo story and the five real articles.
WHO = 0.5
# The same of a difference only in how exactly one number or time is told: "more than 500", "500".
LOOSELY = 0.5


def salience(
    views: Sequence[View],
    independent: int,
    articles: int,
    relation: Relation,
    slot: Slot | None,
    *,
    loosely: bool = False,
) -> float:
    """Return 0..1 from outlets and witnesses, place in the articles, numbers, names and contest.

    `loosely` where the versions differ only in how exactly they are told.
    """
    outlets = len({view.article for view in views})
    share = (outlets - 1) / (articles - 1) if articles > 1 else 0.0
    witnesses = (independent - 1) / (articles - 1) if articles > 1 else 0.0
    early = 1 - min(view.position for view in views)
    total = (
        OUTLETS * share
        + WITNESSES * witnesses
        + PLACE * early
        + TITLE * any(view.kind == "title" for view in views)
        + NUMBERS * any(view.quantities for view in views)
        + CONTESTED * CONTEST.get(relation, 0.0)
        + NAMES * min(1.0, max(len(view.entities) for view in views) / 3)
    )
    frames = sum(map(_is_frame, views))
    left = (FRAME if 2 * frames >= len(views) else 1.0) * (WHO if slot == "attribution" else 1.0)
    left *= LOOSELY if loosely else 1.0
    left *= ASIDE if all(view.known or not view.verbal for view in views) else 1.0
    return round(min(1.0, total) * left, 4)


def _is_frame(view: View) -> bool:
    """Whether the claim tells only that somebody spoke."""
    return view.predicate in SPEAKING and view.claim.quote is None
