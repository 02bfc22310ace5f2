"""What placing an article costs as the window grows, on a stream of headlines, as one JSON line and a plot.

Usage: `python bench/group_speed.py DATA [--base 300] [--windows 1000,10000,100000] [--plot FILE]`. DATA
holds `articles.jsonl.gz`. The first BASE reports are read and annotated; the rest of the stream are copies
of their profiles with half of the words changed, each round others. The window is filled, and the last
300 articles before each size are placed and timed: processor milliseconds of one core, profiles given.
Memory is the growth of the process, an article.
"""

import argparse
import gzip
import json
import resource
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import numpy as np

from group import _article
from rashomon.annotate import annotate
from rashomon.group.online import Grouper
from rashomon.group.profiles import Bag, Meaning, Profile, profiles
from rashomon.link import gazetteer

TIMED = 300  # articles timed at the end of each window
WIDTH, HEIGHT, LEFT, BOTTOM = 560, 260, 60, 210


def base(folder: Path, count: int) -> list[Profile]:
    """Profiles of the first reports of the stream."""
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(count), lines, strict=False)]
    articles = [_article({**row, "text": row.get("text") or ""}) for row in rows]
    return profiles(list(annotate(articles, trained=False)), gazetteer.load())


def stream(held: Sequence[Profile], count: int) -> Iterator[Profile]:
    """The reports, then copies of them, each round a day later and with other words changed."""
    for number in range(count):
        profile, turn = held[number % len(held)], number // len(held)
        yield perturbed(profile, turn) if turn else profile


def perturbed(profile: Profile, turn: int) -> Profile:
    """A copy with half of its words changed, which ones depends on the turn; no chance in it."""

    def other(term: str) -> str:
        return f"{term}~{turn}" if crc32(f"{term} {turn}".encode()) % 2 else term

    def weights(terms: Mapping[str, float]) -> dict[str, float]:
        return {other(term): weight for term, weight in terms.items()}

    def bag(terms: Bag) -> Bag:
        return Bag(weights(terms.weights), terms.total)

    meant = profile.meaning
    return replace(
        profile,
        article=f"{profile.article}~{turn}",
        wording=weights(profile.wording),
        lead=weights(profile.lead),
        headline=weights(profile.headline),
        words=bag(profile.words),
        title_words=bag(profile.title_words),
        people=bag(profile.people),
        places=bag(profile.places),
        bodies=bag(profile.bodies),
        names=bag(profile.names),
        opening_names=bag(profile.opening_names),
        shingles=frozenset(crc32(f"{value} {turn}".encode()) for value in profile.shingles),
        day=None if profile.day is None else profile.day + turn,
        meaning=meant and Meaning(np.roll(meant.title, turn), np.roll(meant.lead, turn)),
        keys=tuple((other(term), weight) for term, weight in profile.keys),
    )


def curve(held: Sequence[Profile], windows: Sequence[int]) -> list[dict[str, float]]:
    """Milliseconds an article, and bytes an article, with each number of articles held."""
    grouper, found, spent = Grouper(explain=False), [], 0.0
    before = _memory()
    for number, profile in enumerate(stream(held, max(windows)), start=1):
        if not any(window - TIMED < number <= window for window in windows):
            grouper.hold(profile)
            continue
        started = time.process_time()
        grouper.place(profile)
        spent += time.process_time() - started
        if number in windows:
            grown = (_memory() - before) / number
            milliseconds = 1000 * spent / TIMED
            found.append({"window": number, "ms": round(milliseconds, 3), "kb_an_article": round(grown, 1)})
            spent = 0.0
    return found


def _memory() -> int:
    """The largest memory of this process so far, in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def plot(points: Sequence[Mapping[str, float]]) -> str:
    """The curve as SVG: milliseconds an article over the size of the window, which grows tenfold a step."""
    most = max(2.0, *(1.2 * point["ms"] for point in points))
    step = (WIDTH - LEFT - 60) / max(1, len(points) - 1)
    places = [(LEFT + 20 + k * step, BOTTOM - point["ms"] / most * 170) for k, point in enumerate(points)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    limit = BOTTOM - 1 / most * 170
    marks = [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
        f'<text x="{x:.1f}" y="{y - 10:.1f}">{point["ms"]:.2f} ms</text>'
        f'<text x="{x:.1f}" y="{BOTTOM + 20}">{point["window"]:,}</text>'
        for (x, y), point in zip(places, points, strict=True)
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            'font-family="sans-serif" font-size="12" text-anchor="middle">',
            "<title>Processor time to place one article, by the number of articles held</title>",
            f'<path d="M{LEFT} 30V{BOTTOM}H{WIDTH - 20}" fill="none" stroke="#666"/>',
            f'<path d="M{LEFT} {limit:.1f}H{WIDTH - 20}" stroke="#a33" stroke-dasharray="4 4"/>',
            f'<text x="{WIDTH - 110}" y="{limit - 6:.1f}" fill="#a33">1,000 a second</text>',
            f'<polyline points="{line}" fill="none" stroke="#246" stroke-width="2"/>',
            f'<g fill="#246">{"".join(marks)}</g>',
            f'<text x="{WIDTH / 2}" y="{HEIGHT - 8}">articles in the window</text>',
            "</svg>\n",
        ]
    )


def main() -> None:
    """Measure, print and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--base", type=int, default=300)
    parser.add_argument("--windows", default="1000,10000,100000")
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args()
    windows = [int(window) for window in given.windows.split(",")]
    points = curve(base(given.data, given.base), windows)
    print(json.dumps({"bench": "group_speed", "data": given.data.name, "curve": points}), flush=True)
    if given.plot:
        given.plot.write_text(plot(points), encoding="utf-8")


if __name__ == "__main__":
    main()
