"""The whole journey on one screen: read -> annotate -> group -> resolve -> compare -> tell."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rashomon import annotate, group, read, resolve, tell
from rashomon.compare import compare as compare_story
from rashomon.model import Annotations, Article, Dossier, Failure
from rashomon.model.errors import InputError, SeveralStories
from rashomon.provenance import provenance

LANGUAGES = frozenset({"en"})


def compare(paths: Sequence[str | Path], *, one_story: bool = False) -> Dossier:
    """Read the inputs and return the one dossier they make.

    Raises SeveralStories where they hold more than one story: `dossiers` gives each, and
    `one_story=True` says that all inputs are one. Raises InputError where none could be read.
    """
    found = list(dossiers(paths, one_story=one_story))
    if len(found) > 1:
        titles = "; ".join(dossier.story.title for dossier in found)
        raise SeveralStories(
            f"the inputs hold {len(found)} stories ({titles}): pass one_story=True to join them"
        )
    return found[0]


def dossiers(paths: Sequence[str | Path], *, one_story: bool = False) -> Iterator[Dossier]:
    """Read the inputs and yield a dossier a story, in the order of the stories' first articles."""
    failures: list[Failure] = []
    articles = _supported(read.read_paths(paths), failures)
    annotations = list(annotate.annotate(articles))
    if not annotations:
        reasons = "; ".join(f"{failure.input}: {failure.reason}" for failure in failures)
        raise InputError(f"no article could be read ({reasons or 'the inputs are empty'})")
    yield from tell_stories(annotations, failures, one_story=one_story)


def tell_stories(
    annotations: Sequence[Annotations], failures: Sequence[Failure], *, one_story: bool = False
) -> Iterator[Dossier]:
    """Group annotated articles and yield a dossier a story."""
    settings = provenance(one_story=one_story)
    for story, members in group.stories(annotations, one_story=one_story):
        resolution = resolve.resolve(members)
        yield tell.tell(story, resolution, compare_story(resolution), failures, settings)


def _supported(inputs: Iterable[Article | Failure], failures: list[Failure]) -> Iterator[Article]:
    """Pass on articles in a language that can be annotated, once each; the rest become failures."""
    seen: dict[str, str] = {}
    for item in inputs:
        if isinstance(item, Failure):
            failures.append(item)
        elif item.language not in LANGUAGES:
            reason = f"language {item.language or 'unknown'} is not supported yet, only English is"
            failures.append(Failure(item.file, "annotate", reason))
        elif item.id in seen:
            failures.append(Failure(item.file, "read", f"the same article as {seen[item.id]}"))
        else:
            seen[item.id] = item.file
            yield item
