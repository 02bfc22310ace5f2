"""The live story: the report's sections with what people judged about its points."""

import json
from collections.abc import Sequence
from typing import Any

from rashomon.tell.report.view import view
from rashomon.web.cache import Page
from rashomon.web.layout import pack_page, text
from rashomon.web.show.marks import Mark, marked
from rashomon.web.show.numbers import series

Json = dict[str, Any]
KEYS = (
    ("r", "read side by side, whole"),
    ("u", "undo the last judgement"),
    ("g", "then s, f, n, o, j: stories, search, names, outlets, judgements"),
)


def story_page(body: str, version: int, versions: Sequence[tuple[int, str]], wrong: Sequence[Mark]) -> Page:
    """Return the page of one version of a story's dossier (`body`, its JSON).

    `versions` are all versions with when each was made; `wrong` are the marks on its points.
    """
    data: Json = json.loads(body)
    shown = {**view(data), "judged": marked(data["points"], wrong), "live_keys": KEYS}
    counts = [one for one in series(data) if one.moves]
    html = text(
        "live/story.html.j2", view=shown, version=version, versions=list(versions), counts=len(counts)
    )
    return pack_page(html)
