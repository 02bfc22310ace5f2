"""The whole journey on one screen: read -> annotate -> group -> resolve -> compare -> tell."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rashomon import annotate, group, read, resolve, tell
from rashomon.compare import compare as compare_story
from rashomon.link import gazetteer as tables
from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Article, Dossier, Failure, Judgement, Provenance, Story
from rashomon.model.errors import NothingRead, SeveralStories
from rashomon.provenance import provenance
from rashomon.read.aliases import read_aliases
from rashomon.read.judgements import read_judgements
from rashomon.text.language import language_name

LANGUAGES = frozenset({"en"})
_NAMED = 5  # stories named in a message
_BATCH = 32  # articles annotated together, after which progress is told

Paths = str | Path | Sequence[str | Path]
"""One input, or several."""

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done, and how much there is."""


def silent(_stage: str, _done: int, _total: int) -> None:
    """Report no progress."""


def compare(
    paths: Paths,
    *,
    one_story: bool = False,
    metadata: str | Path | None = None,
    aliases: str | Path | None = None,
    judgements: str | Path | None = None,
) -> Dossier:
    """Read the inputs and return the one dossier they make.

    Paths are files, folders and `-` for standard input, one or several; `metadata` is a CSV or JSON
    file with outlet, URL and date of each; `aliases` is a file of names that mean one thing,
    `judgements` what people said about names before (a missing file: nothing). Raises SeveralStories
    where they hold more than one story (`dossiers` gives each; `one_story=True` says that all inputs
    are one), NothingRead where none could be read, InputError where the aliases or judgements can't be.
    """
    found = list(
        dossiers(paths, one_story=one_story, metadata=metadata, aliases=aliases, judgements=judgements)
    )
    if len(found) > 1:
        titles = [dossier.story.title for dossier in found[:_NAMED]]
        more = [f"and {len(found) - _NAMED} more"] if len(found) > _NAMED else []
        raise SeveralStories(
            f"the inputs hold {len(found)} stories ({'; '.join(titles + more)}): take each from"
            " rashomon.dossiers(...), or pass one_story=True to join them"
        )
    return found[0]


def dossiers(
    paths: Paths,
    *,
    one_story: bool = False,
    metadata: str | Path | None = None,
    aliases: str | Path | None = None,
    judgements: str | Path | None = None,
    progress: Progress = silent,
) -> Iterator[Dossier]:
    """Read the inputs and yield a dossier a story, in the order of the stories' first articles."""
    if isinstance(paths, str | Path):  # else each letter of it would be a path
        paths = [paths]
    failures: list[Failure] = []
    own = read_aliases(aliases) if aliases else ()
    said = read_judgements(judgements) if judgements else ()
    gazetteer = tables.load().with_aliases(own)
    abroad: list[Article] = []
    articles = list(_supported(read.read_paths(paths, metadata=metadata), failures, abroad))
    annotations = list(annotate_all(articles, failures, gazetteer=gazetteer, progress=progress))
    if not annotations:
        raise NothingRead(failures)
    yield from tell_stories(
        annotations,
        failures,
        one_story=one_story,
        judgements=said,
        gazetteer=gazetteer,
        abroad=abroad,
        progress=progress,
    )


def annotate_all(
    articles: Sequence[Article],
    failures: list[Failure],
    *,
    gazetteer: Gazetteer | None = None,
    progress: Progress = silent,
    threads: int = annotate.THREADS,
) -> Iterator[Annotations]:
    """Annotate in batches; an article that breaks the annotator becomes a failure, the rest goes on.

    `threads` are those of the tagger in this process.
    """
    done = 0
    for batch in _batches(articles):
        progress("annotate", done, len(articles))
        try:
            yield from list(annotate.annotate(batch, gazetteer=gazetteer, threads=threads))
        except Exception:
            yield from _one_by_one(batch, failures, gazetteer)
        done += len(batch)


def tell_stories(
    annotations: Sequence[Annotations],
    failures: Sequence[Failure],
    *,
    one_story: bool = False,
    judgements: Sequence[Judgement] = (),
    gazetteer: Gazetteer | None = None,
    abroad: Sequence[Article] = (),
    progress: Progress = silent,
) -> Iterator[Dossier]:
    """Group annotated articles and yield a dossier a story; people's judgements on names are kept.

    `abroad` are articles in another language, among the failures: it is said which story they tell.
    """
    given = {"judgements": len(judgements), "aliases": len(gazetteer.aliases) if gazetteer else 0}
    settings = provenance(one_story=one_story, **{name: count for name, count in given.items() if count})
    progress("group", 0, len(annotations))
    found = group.stories(annotations, one_story=one_story)
    failures = _met(failures, group.meet(abroad, found, gazetteer or tables.load()))
    for number, (story, members) in enumerate(found):
        progress("compare", number, len(found))
        yield tell_story(
            story, members, failures, settings=settings, judgements=judgements, gazetteer=gazetteer
        )


def tell_story(
    story: Story,
    members: Sequence[Annotations],
    failures: Sequence[Failure],
    *,
    settings: Provenance,
    judgements: Sequence[Judgement] = (),
    gazetteer: Gazetteer | None = None,
) -> Dossier:
    """Resolve, compare and tell one story; raises whatever breaks a stage."""
    resolution = resolve.resolve(members, judgements=judgements, gazetteer=gazetteer)
    return tell.tell(story, resolution, compare_story(resolution), failures, settings)


def _met(failures: Sequence[Failure], met: Sequence[group.Met]) -> Sequence[Failure]:
    """The failures, with the story that an article in another language tells."""
    said = {each.article.file: each for each in met}
    return [
        replace(failure, reason=f"{failure.reason}; {_tells(said[failure.input])}")
        if failure.stage == "annotate" and failure.input in said
        else failure
        for failure in failures
    ]


def _tells(met: group.Met) -> str:
    names = ", ".join(met.names[:5])
    alike = f"alike by {met.likeness:.2f}; both name {names}"
    return f"it tells the story {met.story.id}, {met.story.title} ({alike})"


def _supported(
    inputs: Iterable[Article | Failure], failures: list[Failure], abroad: list[Article]
) -> Iterator[Article]:
    """Pass on articles in a language that can be annotated, once each; the rest become failures."""
    seen: dict[str, str] = {}
    for item in inputs:
        if isinstance(item, Failure):
            failures.append(item)
        elif reason := unsupported(item):
            failures.append(Failure(item.file, "annotate", reason))
            abroad.append(item)
        elif item.id in seen:
            failures.append(Failure(item.file, "read", f"the same article as {seen[item.id]}"))
        else:
            seen[item.id] = item.file
            yield item


def unsupported(article: Article) -> str | None:
    """Return why the article can't be annotated, None where it can: its language has to be known."""
    language = article.language
    if language in LANGUAGES:
        return None
    if language is None:
        return "its language can't be told, the text is too short or mixed: say which in its metadata"
    return f"it is in {language_name(language)}, and only English is read so far: give it in English"


def _batches(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    return (articles[start : start + _BATCH] for start in range(0, len(articles), _BATCH))


def _one_by_one(
    articles: Iterable[Article], failures: list[Failure], gazetteer: Gazetteer | None
) -> Iterator[Annotations]:
    for article in articles:
        try:
            yield from list(annotate.annotate([article], gazetteer=gazetteer))
        except Exception as error:
            reason = f"a fault of rashomon, please report it: {type(error).__name__}: {error}"
            failures.append(Failure(article.file, "annotate", reason))
