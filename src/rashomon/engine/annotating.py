"""The stage of single articles: read, annotate, and what grouping and copying will ask of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rashomon import read
from rashomon.engine.arrow import write_failures, write_rows
from rashomon.engine.blobs import Blobs, Place
from rashomon.engine.looks import write_looks
from rashomon.engine.shards import Shard
from rashomon.engine.work import Work
from rashomon.group.profiles import Profile, profiles
from rashomon.link import gazetteer
from rashomon.model import Annotations, Article, Failure
from rashomon.pipeline import annotate_all, unsupported
from rashomon.read import Arrived

if TYPE_CHECKING:
    from pyarrow import Schema

STAGE = "annotated"
BLOBS, LOOKS, INDEX, FAILED = "records.bin", "looks.npz", "index.arrow", "failures.arrow"
LAYOUT = 2  # counts up when a shard leaves other things: what an earlier version left is made anew
Kind = Literal["annotations", "profile", "wording"]
KINDS: tuple[Kind, ...] = ("annotations", "profile", "wording")
_PLACE = ("at", "size")


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of an article, and where its sentences begin: all that copying is found by."""

    article: str
    text: str
    starts: tuple[int, ...]


def annotate_shard(work: Work, shard: Shard[Arrived]) -> None:
    """Read and annotate the articles of a shard; what can't be is a row of its failures."""
    failures: list[Failure] = []
    articles = _articles(shard.items, failures)
    annotated = list(annotate_all(articles, failures, threads=0))
    found = profiles(annotated, gazetteer.load())
    with work.making(STAGE, shard.id) as folder:
        with Blobs(folder / BLOBS) as blobs:
            rows = [_row(blobs, one, profile) for one, profile in zip(annotated, found, strict=True)]
        write_looks(folder / LOOKS, found)
        write_rows(folder / INDEX, rows, index_schema())
        write_failures(folder / FAILED, failures)


def _articles(items: Sequence[Arrived], failures: list[Failure]) -> list[Article]:
    articles = []
    for found in (each for arrived in items for each in read.articles_of(arrived)):
        if isinstance(found, Failure):
            failures.append(found)
        elif reason := unsupported(found):
            failures.append(Failure(found.file, "annotate", reason))
        else:
            articles.append(found)
    return articles


def _row(blobs: Blobs, annotations: Annotations, profile: Profile) -> dict[str, object]:
    """Store what is known of one article; return where it lies."""
    article = annotations.article
    starts = tuple(sorted(sentence.start for sentence in annotations.sentences))
    places: dict[Kind, Place] = {
        "annotations": blobs.add(annotations),
        "profile": blobs.add(profile),
        "wording": blobs.add(Wording(article.id, article.text, starts)),
    }
    at = {f"{kind}_{part}": place[i] for kind, place in places.items() for i, part in enumerate(_PLACE)}
    return {
        "article": article.id,
        "file": article.file,
        "title": profile.title,
        "day": profile.day or 0,
        **at,
    }


def index_schema() -> "Schema":
    """The columns of a shard's index."""
    import pyarrow as pa

    said = [pa.field(name, pa.large_string()) for name in ("article", "file", "title")]
    at = [pa.field(f"{kind}_{part}", pa.int64()) for kind in KINDS for part in _PLACE]
    return pa.schema([*said, pa.field("day", pa.int64()), *at])
