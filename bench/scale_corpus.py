"""Larger corpora out of small ones, and what their runs take: for bench/scale.py."""

import json
import os
import re
import time
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

_NAME = re.compile(r"(?<![.!?\n] )(?<!^)\b[A-Z][a-z]{3,}\b")
_NUMBER = re.compile(r"\b\d{1,3}\b")
_WORD = re.compile(r"\b[a-z]{5,}\b")
_VOWELS = "aeiou"
WEIGHED = 2.0  # seconds between two looks at memory, which cost the machine some hundredths each

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
        self._weighed = 0.0

    def look(self) -> None:
        """Note the processor seconds up to now, and the memory if it is the most so far."""
        family = _family(self._process)
        for process in family:
            self._used[process] = max(self._used.get(process, 0.0), _processor(process))
        now = time.monotonic()
        self.seen.append((now, sum(self._used.values())))
        if now - self._weighed >= WEIGHED:
            self._weighed = now
            self.peak = max(self.peak, sum(map(_memory, family)))

    def used(self, moment: float) -> float:
        """The processor seconds up to a moment, between two looks in proportion."""
        if not self.seen:
            return 0.0
        moments, seconds = zip(*self.seen, strict=True)
        return float(np.interp(moment, moments, seconds))


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
