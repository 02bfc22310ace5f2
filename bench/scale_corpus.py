"""Larger corpora out of small ones, and what their runs take: for bench/scale.py."""

import json
import os
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zlib import crc32

from group_speed import perturbed
from rashomon.engine import annotating
from rashomon.engine.annotating import Wording, annotate_shard, index_schema
from rashomon.engine.arrow import read_table, write_failures, write_rows
from rashomon.engine.blobs import Blobs, read_blobs
from rashomon.engine.looks import write_looks
from rashomon.engine.shards import arrived
from rashomon.engine.work import Work
from rashomon.model.identity import content_id

_NAME = re.compile(r"(?<![.!?\n] )(?<!^)\b[A-Z][a-z]{3,}\b")
_NUMBER = re.compile(r"\b\d{1,3}\b")
_WORD = re.compile(r"\b[a-z]{5,}\b")
_LONG = re.compile(r"\b\w{4,}\b")
_VOWELS = "aeiou"
TOGETHER = 64  # copies in a shard

Stage = dict[str, float]


def write(path: Path, rows: Sequence[Mapping[str, Any]], count: int) -> Path:
    """Write `count` articles: the rows, then altered copies of them, round after round."""
    words = sorted({word for row in rows[:200] for word in _WORD.findall(row["text"])})
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            row, turn = rows[number % len(rows)], number // len(rows)
            lines.write(json.dumps(altered(row, turn, words) if turn else row) + "\n")
    return path


def altered(row: Mapping[str, Any], turn: int, words: Sequence[str]) -> dict[str, Any]:
    """A copy with other names, numbers and date, and one word in five another; no chance in it."""

    def told(text: str) -> str:
        text = _NAME.sub(lambda match: _renamed(match[0], turn), text)
        text = _NUMBER.sub(
            lambda match: str(int(match[0]) + 1 + crc32(f"{match[0]} {turn}".encode()) % 9), text
        )
        return _WORD.sub(lambda match: _other(match[0], turn, words), text)

    day = _later(row.get("published"), turn)
    return {**row, "title": told(row.get("title") or ""), "text": told(row["text"]), "published": day}


def _renamed(name: str, turn: int) -> str:
    """The name with its vowels and first letter turned: the same for the same name in one round."""
    moved = "".join(
        _VOWELS[(_VOWELS.index(letter) + turn) % 5] if letter in _VOWELS else letter for letter in name[1:]
    )
    first = "BCDFGHJKLMNPRSTVW"[(ord(name[0]) + 3 * turn + len(name)) % 17]
    return first + moved


def _counted(number: str, turn: int) -> str:
    return str(int(number) + 1 + crc32(f"{number} {turn}".encode()) % 9)


def _other(word: str, turn: int, words: Sequence[str]) -> str:
    code = crc32(f"{word} {turn}".encode())
    return words[code % len(words)] if code % 5 == 0 else word


def _later(published: object, turn: int) -> str | None:
    try:
        return (date.fromisoformat(str(published)[:10]) + timedelta(days=17 * turn)).isoformat()
    except ValueError:
        return None


def multiply(work: Work, source: Path, count: int) -> list[str]:
    """Annotate the source, and make records of `count` articles of it; returns the shards.

    Copies have profiles with half of their terms changed, and texts whose longer words are others, so
    that rounds share next to nothing; they have no annotations, which neither stage asks for.
    """
    shards: list[str] = []
    base: list[tuple[Any, Wording]] = []
    for shard in arrived([source], [], metadata=None, made_by="bench"):
        annotate_shard(work, shard)
        shards.append(shard.id)
        base += _records(work, shard.id)
    numbers = range(len(base), count)
    cuts = range(0, len(numbers), TOGETHER)
    return [*shards, *(_copied(work, base, numbers[start : start + TOGETHER]) for start in cuts)]


def _records(work: Work, shard: str) -> list[tuple[Any, Wording]]:
    folder = work.path(annotating.STAGE, shard)
    rows = read_table(folder / annotating.INDEX).to_pylist()
    path = folder / annotating.BLOBS
    profiles = read_blobs([(path, (row["profile_at"], row["profile_size"])) for row in rows])
    wordings = read_blobs([(path, (row["wording_at"], row["wording_size"])) for row in rows])
    return list(zip(profiles, wordings, strict=True))


def _copied(work: Work, base: Sequence[tuple[Any, Wording]], numbers: Iterable[int]) -> str:
    id = content_id("a", list(numbers), length=20)
    with work.making(annotating.STAGE, id) as folder:
        with Blobs(folder / annotating.BLOBS) as blobs:
            made = [_row(blobs, *base[number % len(base)], number // len(base)) for number in numbers]
        rows = [row for row, _ in made]
        write_looks(folder / annotating.LOOKS, [profile for _, profile in made])
        write_rows(folder / annotating.INDEX, rows, index_schema())
        write_failures(folder / annotating.FAILED, [])
    return id


def _row(blobs: Blobs, profile: Any, wording: Wording, turn: int) -> tuple[dict[str, object], Any]:
    article = content_id("a", profile.article, turn)
    copy = replace(perturbed(profile, turn), article=article)
    added = f"q{turn}"
    ends = [match.end() for match in _LONG.finditer(wording.text)]
    starts = tuple(start + len(added) * sum(end <= start for end in ends) for start in wording.starts)
    text = Wording(article, _LONG.sub(lambda match: match[0] + added, wording.text), starts)
    places = {"profile": blobs.add(copy), "wording": blobs.add(text)}
    at = {f"{kind}_at": place[0] for kind, place in places.items()}
    size = {f"{kind}_size": place[1] for kind, place in places.items()}
    none = {"annotations_at": 0, "annotations_size": 0}
    row = {"article": article, "file": article, "title": "", "day": copy.day or 0, **none, **at, **size}
    return row, copy


def ready(_order: int) -> None:
    """A stage that only loads the models."""
    import rashomon.engine.warm  # noqa: F401

    time.sleep(0.3)


class Watch:
    """Looks at a process and all that come from it: processor time so far, and memory."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._used: dict[int, float] = {}
        self.seen: list[tuple[float, float]] = []
        self.peak = 0

    def look(self) -> None:
        """Note the processor seconds up to now, and the memory if it is the most so far."""
        family = _family(self._process)
        for process in family:
            self._used[process] = max(self._used.get(process, 0.0), _processor(process))
        self.seen.append((time.monotonic(), sum(self._used.values())))
        self.peak = max(self.peak, sum(map(_memory, family)))

    def used(self, moment: float) -> float:
        """The processor seconds up to a moment."""
        return max((used for at, used in self.seen if at <= moment), default=0.0)


def stages(began: Mapping[str, float], ended: float, watch: Watch) -> dict[str, Stage]:
    """Seconds of each stage, on the wall and of the processor, and its share of the wall."""
    order = sorted(began, key=lambda name: began[name])
    ends = [*(began[name] for name in order[1:]), ended]
    whole = ended - began[order[0]]
    return {
        name: {
            "wall_s": round(end - began[name], 2),
            "cpu_s": round(watch.used(end) - watch.used(began[name]), 2),
            "share": round((end - began[name]) / whole, 3),
        }
        for name, end in zip(order, ends, strict=True)
    }


def megabytes(out: Path) -> dict[str, float]:
    """What lies on the disk, in millions of bytes: of the tables, and of the work folder's stages."""
    found = {"tables": sum(path.stat().st_size for path in out.glob("*.parquet"))}
    for stage in sorted(path for path in (out / "work").iterdir() if path.is_dir()):
        found[stage.name] = sum(path.stat().st_size for path in stage.rglob("*") if path.is_file())
    return {name: round(size / 1e6, 1) for name, size in found.items()}


def _family(process: int) -> list[int]:
    parents: dict[int, int] = {}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                parents[int(path.name)] = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                continue
    found = [process]
    for member in found:
        found += [child for child, parent in parents.items() if parent == member]
    return found


def _processor(process: int) -> float:
    """Seconds that the process has used, and the children that it has waited for are left out."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(process: int) -> int:
    """Bytes of the process; a page that several share counts in parts."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
