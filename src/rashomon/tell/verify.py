"""Verify: check a dossier again from its JSON alone, as anyone may."""

from itertools import chain
from typing import Any

from rashomon.tell.checks.brief import check_brief, check_timeline
from rashomon.tell.checks.ids import check_ids
from rashomon.tell.checks.points import check_points
from rashomon.tell.checks.problem import Problem
from rashomon.tell.checks.shape import check_shape
from rashomon.tell.checks.spans import check_articles, check_spans

__all__ = ["Problem", "verify"]


def verify(data: dict[str, Any]) -> list[Problem]:
    """Return every broken promise of the dossier; an empty list says that all of it holds.

    Shape comes first, then ids and spans: where one of these is broken, the checks that build on it
    are not made, for their answers would mean nothing.
    """
    shape = list(check_shape(data))
    if shape:
        return shape
    ground = [*check_ids(data), *check_spans(data), *check_articles(data)]
    if ground:
        return ground
    return list(chain(check_points(data), check_brief(data), check_timeline(data)))
