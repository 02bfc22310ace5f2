"""Records of many articles out of those of some, as annotating would leave them: for bench/scale.py."""

import gzip
import json
import pickle
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from zlib import crc32

from group import _article
from rashomon.annotate import annotate
from rashomon.engine import annotating
from rashomon.engine.annotating import Wording, index_schema
from rashomon.engine.arrow import write_failures, write_rows
from rashomon.engine.blobs import Blobs
from rashomon.engine.looks import write_looks
from rashomon.engine.work import Work
from rashomon.group.profiles import Bag, Profile, profiles
from rashomon.link import gazetteer
from rashomon.link.frequencies import background
from rashomon.model.identity import content_id

Base = tuple[Profile, Wording]

TOGETHER = 64  # articles in a shard
AT_ONCE = 500  # articles annotated before they are put into the cache
RARE = 4.5  # weight of a word, that half of the words of headlines reach
_BAGS = "words title_words people places bodies names opening_names counted numerals".split()  # of a profile
_LONG = re.compile(r"\b\w{4,}\b")


def distinct(data: Path, count: int) -> list[dict[str, Any]]:
    """The first articles of a data set that tell different things."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    with gzip.open(data / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if (row.get("text") or "").strip() and row.get("title"):
                found.setdefault((row["title"], row["text"]), row)
            if len(found) == count:
                break
    return list(found.values())


def annotated(rows: Sequence[Mapping[str, Any]], cache: Path | None) -> list[Base]:
    """What grouping and copying ask of each article; quotations have no say in either.

    As far as the cache goes nothing is annotated again.
    """
    found: list[Base] = pickle.loads(cache.read_bytes()) if cache and cache.exists() else []
    for start in range(len(found), len(rows), AT_ONCE):
        held = list(annotate([_article(dict(row)) for row in rows[start : start + AT_ONCE]], trained=False))
        for one, profile in zip(held, profiles(held, gazetteer.load()), strict=True):
            starts = tuple(sorted(sentence.start for sentence in one.sentences))
            found.append((profile, Wording(one.article.id, one.article.text, starts)))
        if cache:
            cache.write_bytes(pickle.dumps(found))
    return found[: len(rows)]


def multiply(work: Work, base: Sequence[Base], count: int) -> list[str]:
    """Leave records of `count` articles, as annotating would: those given, then round after round of copies.

    A round begins on the day after the one before has ended, so that there are no more articles a day; in
    each the rarer half of the words are others, so that no two rounds tell one story. The copies have no
    annotations, which neither grouping nor copying asks for.
    """
    days = [profile.day for profile, _ in base if profile.day]
    span = max(days) - min(days) + 1
    cuts = [range(start, min(start + TOGETHER, count)) for start in range(0, count, TOGETHER)]
    return [_shard(work, base, numbers, span) for numbers in cuts]


def _shard(work: Work, base: Sequence[Base], numbers: range, span: int) -> str:
    id = content_id("a", len(base), [numbers.start, numbers.stop], length=20)
    if work.done(annotating.STAGE, id):
        return id
    with work.making(annotating.STAGE, id) as folder:
        made = [_told_anew(*base[number % len(base)], number // len(base), span) for number in numbers]
        with Blobs(folder / annotating.BLOBS) as blobs:
            rows = [_row(blobs, *record) for record in made]
        write_looks(folder / annotating.LOOKS, [profile for profile, _ in made])
        write_rows(folder / annotating.INDEX, rows, index_schema())
        write_failures(folder / annotating.FAILED, [])
    return id


def _told_anew(profile: Profile, wording: Wording, turn: int, span: int) -> Base:
    """The records of another article, with other rare words, some rounds later; no chance in it."""
    article = content_id("a", profile.article, turn)
    if not turn:
        return replace(profile, article=article), replace(wording, article=article)
    usual = background()

    def weights(terms: Mapping[str, float]) -> dict[str, float]:
        rare = {term for term in terms if usual.idf.get(term, usual.unseen) >= RARE}
        return {f"{term}~{turn}" if term in rare else term: weight for term, weight in terms.items()}

    def later(day: int | None) -> int | None:
        return None if day is None else day + span * turn

    changed: dict[str, Any] = {
        name: weights(getattr(profile, name)) for name in ("wording", "lead", "headline")
    }
    bags: dict[str, Any] = {name: _bag(getattr(profile, name), weights) for name in _BAGS}
    copy = replace(
        profile,
        article=article,
        **changed,
        **bags,
        shingles=frozenset(crc32(f"{value} {turn}".encode()) for value in profile.shingles),
        day=later(profile.day),
        days=frozenset(day + span * turn for day in profile.days),
        event_day=later(profile.event_day),
        keys=tuple(weights(dict(profile.keys)).items()),
    )
    return copy, _reworded(wording, article, f"q{turn}")


def _bag(bag: Bag, weights: Callable[[Mapping[str, float]], dict[str, float]]) -> Bag:
    return Bag(weights(bag.weights), bag.total)


def _reworded(wording: Wording, article: str, added: str) -> Wording:
    """The text with something added to its longer words."""
    ends = [match.end() for match in _LONG.finditer(wording.text)]
    starts = tuple(start + len(added) * sum(end <= start for end in ends) for start in wording.starts)
    return Wording(article, _LONG.sub(lambda match: match[0] + added, wording.text), starts)


def _row(blobs: Blobs, profile: Profile, wording: Wording) -> dict[str, object]:
    places = {"profile": blobs.add(profile), "wording": blobs.add(wording)}
    at = {f"{kind}_at": place[0] for kind, place in places.items()}
    size = {f"{kind}_size": place[1] for kind, place in places.items()}
    none = {"annotations_at": 0, "annotations_size": 0}
    own = {"article": profile.article, "file": profile.article, "title": profile.title}
    return {**own, "day": profile.day or 0, **none, **at, **size}
