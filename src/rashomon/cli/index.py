"""The index of several stories: one row a dossier, as `index.json`."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rashomon.model import Dossier, Failure


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One story: what it is, how large, what is contested, and where its dossier lies."""

    id: str
    title: str
    date: str | None
    place: str | None
    articles: int
    origins: int
    points: dict[str, int]
    dossier: str


def index_row(dossier: Dossier) -> IndexRow:
    """Return the story's row."""
    story = dossier.story
    relations = Counter(point.relation for point in dossier.comparison.points if not point.near)
    return IndexRow(
        id=story.id,
        title=story.title,
        date=story.date,
        place=story.place,
        articles=len(story.articles),
        origins=dossier.comparison.independent,
        points={relation: relations[relation] for relation in sorted(relations)},
        dossier=f"{story.id}/dossier.json",
    )


def write_index(rows: Sequence[IndexRow], failures: Sequence[Failure], folder: Path) -> Path:
    """Write `index.json` into the folder and return its path."""
    body = {
        "schema": "rashomon/index/1",
        "stories": [asdict(row) for row in rows],
        "failures": [asdict(failure) for failure in failures],
    }
    path = folder / "index.json"
    path.write_bytes((json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))
    return path
