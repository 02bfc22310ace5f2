"""Two statements judged by themselves, and a report against a claim, without a story around them."""

from collections.abc import Iterable, Iterator

from rashomon import annotate, resolve
from rashomon.compare.stance import Report, Stance, take_stance
from rashomon.compare.statements import Verdict, read_statements
from rashomon.compare.statements import judge as judge_statements
from rashomon.link import vectors
from rashomon.model import Annotations, Article, OffsetMap

__all__ = ["Stance", "Verdict", "judge", "judge_all", "stance"]


def judge(left: str, right: str, *, published: str | None = None) -> Verdict:
    """Say how two statements relate: they agree, differ, contradict, or it can't be told.

    `published` is the day (ISO 8601) from which "Tuesday" is counted in both. The spans of the findings
    point into the texts as given, under the articles "left" and "right".
    """
    return next(judge_all([(left, right)], published=published))


def judge_all(pairs: Iterable[tuple[str, str]], *, published: str | None = None) -> Iterator[Verdict]:
    """Judge many pairs of statements, in order; faster than one by one."""
    articles = (
        _article(name, text, published)
        for pair in pairs
        for name, text in zip(("left", "right"), pair, strict=True)
    )
    waiting: list[Annotations] = []
    for annotations in annotate.annotate(articles, trained=False):
        waiting.append(annotations)
        if len(waiting) == 2:
            left, right = read_statements(resolve.resolve(waiting))
            yield judge_statements(left, right)
            waiting = []


def stance(claim: str, report: str) -> Stance:
    """Say whether a report agrees with a claim of its subject, disagrees with it, or discusses it.

    The span points into the report, under the article "right": the sentence most like the claim.
    """
    texts = (_article("left", claim, None), _article("right", report, None))
    told, read = annotate.annotate(texts, trained=False)
    plain = Report(read)
    if not vectors.available():
        return take_stance(told, plain)
    model = vectors.encoder()
    return take_stance(told, Report(read, model.encode(plain.texts)), model.encode([claim])[0])


def _article(name: str, text: str, published: str | None) -> Article:
    return Article(
        id=name,
        file=name,
        text=text,
        raw=text,
        offsets=OffsetMap(),
        language="en",
        published=published,
        precision="day" if published else None,
    )
