"""The stage of single stories: resolve, compare and tell each; its records become rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon import group, tell
from rashomon.engine.catalogue import Catalogue
from rashomon.engine.linking import Linking
from rashomon.engine.shards import cut
from rashomon.engine.tables import Rows, failed_rows, names, rows_of, write_part
from rashomon.engine.work import Work
from rashomon.group.profiles import Profile
from rashomon.model import Annotations, Comparison, Dossier, Failure, Provenance, Resolution, Story
from rashomon.model.identity import content_id
from rashomon.pipeline import tell_story

STAGE = "told"
_WEIGHT = 250_000  # bytes that an article counts as when stories are cut into tasks: 32 make one


@dataclass(frozen=True, slots=True)
class Batch:
    """Some stories to tell, and where their dossiers go, if they are wanted as files."""

    id: str
    stories: tuple[Linking, ...]
    catalogue: Catalogue
    settings: Provenance
    dossiers: Path | None = None


def batches(
    catalogue: Catalogue,
    stories: Iterable[Linking],
    *,
    made_by: str,
    settings: Provenance,
    dossiers: Path | None = None,
) -> Iterator[Batch]:
    """Cut the stories into tasks."""
    ids = catalogue.column("article")

    def items() -> Iterator[tuple[str, int, Linking]]:
        for story in stories:
            # the order of the input is part of what a dossier says
            order = sorted(story.members, key=lambda i: catalogue.order[i])
            said = [ids[i] for i in order], story.odds, story.continues
            yield content_id("", said, length=16), _WEIGHT * len(order), story

    made = content_id("", made_by, dossiers is not None)
    for shard in cut(items(), prefix="t", made_by=made):
        yield Batch(shard.id, shard.items, catalogue, settings, dossiers)


def tell_batch(work: Work, batch: Batch) -> None:
    """Tell each story; one that breaks a stage is a failure, and its articles are kept all the same."""
    rows: Rows = {name: [] for name in names() if name != "reuse"}
    for story in batch.stories:
        for name, found in _rows(story, batch).items():
            rows[name] += found
    with work.making(STAGE, batch.id) as folder:
        write_part(folder, rows)


def _rows(linking: Linking, batch: Batch) -> Rows:
    articles = batch.catalogue.records("annotations", linking.members)
    order = sorted(range(len(articles)), key=lambda i: batch.catalogue.order[linking.members[i]])
    members = [articles[i] for i in order]
    try:
        story = _story(linking, batch.catalogue, members)
        dossier = tell_story(story, members, (), settings=batch.settings)
        if batch.dossiers:
            tell.write(dossier, batch.dossiers / story.id)
        return rows_of(dossier)
    except Exception as error:
        reason = f"a fault of rashomon, please report it: {type(error).__name__}: {error}"
        untold = _untold(members, batch.settings)
        return {
            **rows_of(untold),
            "failures": failed_rows([Failure(untold.story.id, "compare", reason)]),
        }


def _story(linking: Linking, catalogue: Catalogue, members: list[Annotations]) -> Story:
    found: list[Profile] = catalogue.records("profile", linking.members)
    odds = {(i, j): value for i, j, value in linking.odds}
    return group.story_of(members, found, odds, continues=linking.continues)


def _untold(members: list[Annotations], settings: Provenance) -> Dossier:
    """What is left of a story that can't be told: its articles, with what was found in each."""
    ids = tuple(annotations.article.id for annotations in members)
    title = next((a.article.title for a in members if a.article.title), "")
    claims = tuple(claim for annotations in members for claim in annotations.claims)
    return Dossier(
        story=Story(id=content_id("s", sorted(ids)), title=title, date=None, place=None, articles=ids),
        resolution=Resolution(annotations=tuple(members), entities=(), merges=()),
        comparison=Comparison(
            claims=claims,
            passages=(),
            origins=(),
            article_origins=(),
            independent=0,
            utterances=(),
            points=(),
        ),
        timeline=(),
        brief=(),
        failures=(),
        provenance=settings,
    )
