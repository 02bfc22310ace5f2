"""The whole journey over many articles: the same stages as `pipeline`, as tasks of an engine."""

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rashomon.engine import annotating, arranging, catalogue, copying, indexing, nearness, pairing, telling
from rashomon.engine.catalogue import Catalogue
from rashomon.engine.job import Job, Report, Standing, Todo, unreported
from rashomon.engine.linking import Linking, link
from rashomon.engine.pairing import load_pairs
from rashomon.engine.protocol import O, Opener
from rashomon.engine.schema import TABLES, VERSION
from rashomon.engine.shards import Inventory, arrived, take_inventory
from rashomon.engine.tables import failed_rows, put_together
from rashomon.engine.windows import Window, windows
from rashomon.model import Failure, Provenance
from rashomon.model.errors import NothingRead, UsageError
from rashomon.model.identity import content_id
from rashomon.provenance import provenance

FILE = "run.json"


@dataclass(frozen=True, slots=True)
class Result:
    """What a run left: rows by table, and what failed."""

    tables: dict[str, int]
    failures: tuple[Failure, ...]


def run(
    sources: Sequence[str | Path],
    out: Path,
    *,
    opener: Opener,
    metadata: Path | None = None,
    dossiers: bool = False,
    report: Report = unreported,
) -> Result:
    """Read the sources, work everything out, and leave it as tables in the folder.

    Started again after any stop it does only what is not done. Raises NothingRead where no article
    could be read, UsageError where another run is at work in the folder or pyarrow is not installed.
    """
    if find_spec("pyarrow") is None:
        raise UsageError("tables are written with pyarrow: install rashomon[engine]")
    job = Job(out.resolve(), opener, report)
    with job.work.alone():
        try:
            return _run(job, sources, metadata=metadata, dossiers=dossiers)
        finally:
            job.close()


def _run(job: Job, sources: Sequence[str | Path], *, metadata: Path | None, dossiers: bool) -> Result:
    settings = provenance(one_story=False)
    made_by = content_id("v", VERSION, annotating.LAYOUT, asdict(settings))
    job.report(Standing("read", 0, 0))
    inventory = take_inventory(sources, metadata=metadata, made_by=made_by)
    job.failures += inventory.failures
    shards = _annotate(job, sources, inventory, metadata=metadata, made_by=made_by)
    job.failures += catalogue.failures_of(job.work, shards)
    held = catalogue.make_catalogue(job.work, shards) if shards else None
    if held is None or not len(held):
        raise NothingRead(job.failures)
    job.failures += held.failures()
    stories = group_articles(job, held, made_by=made_by)
    folder = job.out / "dossiers" if dossiers else None
    told = tell_stories(job, held, stories, made_by=made_by, settings=settings, dossiers=folder)
    tables = write_tables(job, told, find_reuse(job, held, made_by=made_by))
    _clear_dossiers(job.out, wanted=dossiers)
    if folder:
        indexing.write_index(job.out, folder, job.failures)
    body = {"schema": VERSION, "tables": tables, "provenance": asdict(settings)}
    (job.out / FILE).write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")
    return Result(tables, tuple(job.failures))


def _annotate(
    job: Job,
    sources: Sequence[str | Path],
    inventory: Inventory,
    *,
    metadata: Path | None,
    made_by: str,
) -> list[str]:
    """Annotate what is not yet; returns the shards that are there, in the order of the input."""
    if all(job.work.done(annotating.STAGE, shard) for shard in inventory.shards):
        todo: Iterable[Todo[Any]] = (
            Todo(shard, size, shard, None)
            for shard, size in zip(inventory.shards, inventory.sizes, strict=True)
        )
    else:
        todo = (
            Todo(shard.id, len(shard.items), f"{shard.items[0].name} .. {shard.items[-1].name}", shard)
            for shard in arrived(sources, [], metadata=metadata, made_by=made_by)
        )
    job.carry("annotate", annotating.STAGE, annotating.annotate_shard, todo, sum(inventory.sizes))
    return [shard for shard in inventory.shards if job.work.done(annotating.STAGE, shard)]


def group_articles(job: Job, held: Catalogue, *, made_by: str) -> Iterator[Linking]:
    """Find the neighbours of each article and how likely each pair is, and yield the stories they make."""
    cut = _windows(
        held, nearness.BLOCK, nearness.AROUND, nearness.WHOLE, made_by=made_by, prefix="n", after=True
    )
    if not all(job.work.done(nearness.STAGE, window.id) for window in cut):
        arranging.arrange(job.work, held)
    todo = (_window(each, held) for each in cut)
    job.carry("neighbours", nearness.STAGE, nearness.find_near, todo, len(held))
    orders = list(pairing.around(cut))
    pairs = (_named(each.id, each.window, held, each) for each in orders)
    job.carry("group", pairing.STAGE, pairing.pair_window, pairs, len(held))
    done = [order for order in orders if job.work.done(pairing.STAGE, order.id)]
    job.work.sweep(nearness.STAGE, [window.id for window in cut])
    job.work.sweep(pairing.STAGE, [order.id for order in done])
    job.work.sweep(arranging.STAGE, ())
    return link(job, held, load_pairs(job.work, done))


def tell_stories(
    job: Job,
    held: Catalogue,
    stories: Iterable[Linking],
    *,
    made_by: str,
    settings: Provenance,
    dossiers: Path | None = None,
) -> list[str]:
    """Resolve, compare and tell each story; returns the tasks in the order of the input."""
    made = telling.batches(held, stories, made_by=made_by, settings=settings, dossiers=dossiers)
    batches = list(made)
    # the longest first, so that no worker is left with one at the end: a story's pairs outgrow its articles
    order = sorted(batches, key=lambda batch: -sum(len(story.members) ** 1.5 for story in batch.stories))
    todo = (Todo(each.id, _articles(each.stories), _called(each.stories, held), each) for each in order)
    job.carry("compare", telling.STAGE, telling.tell_batch, todo, len(held))
    return [batch.id for batch in batches]


def find_reuse(job: Job, held: Catalogue, *, made_by: str) -> list[str]:
    """Find the wording that articles share, over all stories; returns the tasks in order."""
    cut = _windows(
        held, copying.BLOCK, copying.AROUND, copying.WHOLE, made_by=made_by, prefix="r", after=False
    )
    job.carry("copies", copying.STAGE, copying.find_reuse, (_window(each, held) for each in cut), len(held))
    return [window.id for window in cut]


def _windows(
    held: Catalogue, block: int, around: int, whole: int, *, made_by: str, prefix: str, after: bool
) -> list[Window]:
    return list(
        windows(held, made_by=made_by, prefix=prefix, after=after, block=block, around=around, whole=whole)
    )


def _window(window: Window, held: Catalogue) -> Todo[Window]:
    return _named(window.id, window, held, window)


def _named(id: str, window: Window, held: Catalogue, order: O) -> Todo[O]:
    first, last = held.rows(("article",), [window.begin, window.end - 1])
    return Todo(id, window.end - window.begin, f"{first['article']} .. {last['article']}", order)


def _articles(stories: Sequence[Linking]) -> int:
    return sum(len(story.members) for story in stories)


def _called(stories: Sequence[Linking], held: Catalogue) -> str:
    (row,) = held.rows(("file",), stories[0].members[:1])
    return f"{len(stories)} stories from that of {row['file']} on"


def write_tables(job: Job, told: Sequence[str], copied: Sequence[str]) -> dict[str, int]:
    """Put the tables together in the order of the input; what no task of this run left goes."""
    (job.out / FILE).unlink(missing_ok=True)
    parts = {
        name: [job.work.path(stage, task) for task in tasks if job.work.done(stage, task)]
        for name, stage, tasks in (("told", telling.STAGE, told), ("copied", copying.STAGE, copied))
    }
    tables: dict[str, int] = {}
    for number, name in enumerate(sorted(TABLES)):
        job.report(Standing("write", number, len(TABLES)))
        first = failed_rows(job.failures) if name == "failures" else ()
        tables[name] = put_together(
            job.out, name, parts["copied" if name == "reuse" else "told"], first=first
        )
    job.work.sweep(telling.STAGE, told)
    job.work.sweep(copying.STAGE, copied)
    return tables


def _clear_dossiers(out: Path, *, wanted: bool) -> None:
    """Throw away dossiers of stories that are no more, and the index of them all."""
    from pyarrow import parquet

    (out / "dossiers" / indexing.FILE).unlink(missing_ok=True)
    found = sorted((out / "dossiers").glob("s-*"))
    table = parquet.read_table(out / "stories.parquet", columns=["id"]) if found and wanted else None
    held = frozenset(table["id"].to_pylist()) if table else frozenset()
    for path in found:
        if path.name not in held and (path / "dossier.json").is_file():
            shutil.rmtree(path)
