"""Two statements judged by themselves, and a report against a claim, without a story around them."""

from collections.abc import Iterable, Iterator

from rashomon import annotate, resolve
from rashomon.compare.stance import Report, Stance, take_stance
from rashomon.compare.statements import Verdict, read_statements
from rashomon.compare.statements import judge as judge_statements
from rashomon.link import vectors
from rashomon.model import Annotations, Article, OffsetMap
from rashomon.model.errors import UsageError
from rashomon.text.published import Published, given_date

__all__ = ["Stance", "Verdict", "judge", "judge_all", "stance"]


def judge(left: str, right: str, *, published: str | None = None) -> Verdict:
    """Say how two statements relate: they agree, differ, contradict, or it can't be told.

    `published` is the day (ISO 8601) from which "Tuesday" is counted in both; raises UsageError where it
    is no date. The spans of the findings point into the texts as given, under the articles "left" and
    "right".
    """
    return next(judge_all([(left, right)], published=published))


def judge_all(pairs: Iterable[tuple[str, str]], *, published: str | None = None) -> Iterator[Verdict]:
    """Judge many pairs of statements, in order; faster than one by one."""
    day = _day(published)
    articles = (
        _article(name, text, day)
        for pair in pairs
        for name, text in zip(("left", "right"), pair, strict=True)
    )
    return _judged(articles)


def _judged(articles: Iterable[Article]) -> Iterator[Verdict]:
    """Judge each article and the one after it."""
    waiting: list[Annotations] = []
    for annotations in annotate.annotate(articles, trained=False):
        waiting.append(annotations)
        if len(waiting) == 2:
            left, right = read_statements(resolve.resolve(waiting))
            yield judge_statements(left, right)
            waiting = []


def stance(claim: str, report: str) -> Stance:
    """Say whether a report agrees with a claim of its subject, disagrees with it, or discusses it.

    Where one of them says nothing, it is unknown. The span points into the report, under the article
    "right": the sentence most like the claim.
    """
    texts = (_article("left", claim), _article("right", report))
    told, read = annotate.annotate(texts, trained=False)
    plain = Report(read)
    if not vectors.available():
        return take_stance(told, plain)
    model = vectors.encoder()
    return take_stance(told, Report(read, model.encode(plain.texts)), model.encode([claim])[0])


def _day(published: str | None) -> Published | None:
    """Read the day that the caller gave: one that is taken for another would move every "Tuesday"."""
    if published is None:
        return None
    found = given_date(published) if isinstance(published, str) else None
    if found is None:
        raise UsageError(
            f"published={published!r} can't be read as one date: write it as 2031-05-28, a month as 2031-05,"
            " a year as 2031, and leave it out where it is not known"
        )
    return found


def _article(name: str, text: str, day: Published | None = None) -> Article:
    return Article(
        id=name,
        file=name,
        text=text,
        raw=text,
        offsets=OffsetMap(),
        language="en",
        published=day.value if day else None,
        precision=day.precision if day else None,
    )
