"""How each stage's processor time grows with the articles: the fit, and a plot of it as SVG."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log10
from typing import Any

import numpy as np

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 340, 70, 150, 20, 280
COLOURS = ("#246", "#a33", "#385", "#d90", "#636", "#888", "#08b", "#e6a", "#7b2", "#542", "#1c9", "#000")
SHOWN = ("annotate", "compare", "copies", "neighbours", "group", "stories", "write")

Points = dict[str, list[tuple[int, float]]]


def points(lines: Sequence[Mapping[str, Any]], engine: str = "local:2") -> Points:
    """Processor seconds of each stage by the number of articles, a curve a data set."""
    found: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for line in lines:
        if line["engine"] != engine:
            continue
        for stage, spent in line["stages"].items():
            if stage in SHOWN and spent["cpu_s"] > 0:
                name = f"{stage}, {_data(line)}"
                found[name][line["articles"]] = spent["cpu_s"]
    return {name: sorted(curve.items()) for name, curve in sorted(found.items())}


def growth(lines: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, float]]:
    """The exponent of each stage's growth (1 is linear), and its milliseconds an article at the largest.

    `n_log_n` is the exponent that n log n would have over the same sizes.
    """
    found = {}
    for name, curve in points(lines).items():
        count, spent = curve[-1]
        found[name] = {"ms_an_article": round(1000 * spent / count, 2), "largest": count}
        if len(curve) > 1 and curve[-1][0] >= 3 * curve[0][0]:
            x, y = np.log([point[0] for point in curve]), np.log([point[1] for point in curve])
            found[name]["exponent"] = round(float(np.polyfit(x, y, 1)[0]), 3)
            found[name]["n_log_n"] = round(float(np.polyfit(x, x + np.log(x), 1)[0]), 3)
    return found


def plot(lines: Sequence[Mapping[str, Any]]) -> str:
    """The curves, both axes in powers of ten; a grey line would be linear growth."""
    curves = {name: curve for name, curve in points(lines).items() if len(curve) > 1}
    every = [point for curve in curves.values() for point in curve]
    x0, x1 = int(log10(min(x for x, _ in every))), -int(-log10(max(x for x, _ in every)) // 1)
    y0, y1 = int(log10(min(y for _, y in every)) // 1), -int(-log10(max(y for _, y in every)) // 1)

    def at(x: float, y: float) -> tuple[float, float]:
        across = (log10(x) - x0) / max(1, x1 - x0) * (WIDTH - LEFT - RIGHT)
        up = (log10(y) - y0) / max(1, y1 - y0) * (BOTTOM - TOP)
        return LEFT + across, BOTTOM - up

    body = [*_grid(x0, x1, y0, y1, at), *_curves(curves, at)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            'font-family="sans-serif" font-size="11">',
            "<title>Processor seconds of each stage, by the number of articles</title>",
            *body,
            f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 12}" text-anchor="middle">articles</text>',
            f'<text x="14" y="{(TOP + BOTTOM) / 2}" text-anchor="middle" '
            f'transform="rotate(-90 14 {(TOP + BOTTOM) / 2})">processor seconds</text>',
            "</svg>\n",
        ]
    )


def _grid(x0: int, x1: int, y0: int, y1: int, at: Any) -> list[str]:
    found = [f'<path d="M{LEFT} {TOP}V{BOTTOM}H{WIDTH - RIGHT}" fill="none" stroke="#666"/>']
    for power in range(x0, x1 + 1):
        x, _ = at(10**power, 10**y0)
        found.append(f'<text x="{x:.1f}" y="{BOTTOM + 16}" text-anchor="middle">{10**power:,}</text>')
    for power in range(y0, y1 + 1):
        _, y = at(10**x0, 10.0**power)
        found.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        said = f"{10.0**power:g}" if power < 0 else f"{10**power:,}"
        found.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{said}</text>')
    (a, b), (c, d) = at(10**x0, 10.0**y0), at(10 ** min(x1, x0 + y1 - y0), 10.0 ** min(y1, y0 + x1 - x0))
    found.append(f'<path d="M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}" stroke="#bbb" stroke-dasharray="4 4"/>')
    return found


def _curves(curves: Points, at: Any) -> list[str]:
    found = []
    ends = sorted((at(*curve[-1])[1], name) for name, curve in curves.items())
    labels: dict[str, float] = {}
    below = 0.0
    for y, name in ends:
        labels[name] = below = max(y, below + 13)
    for number, (name, curve) in enumerate(curves.items()):
        colour = COLOURS[number % len(COLOURS)]
        places = [at(*point) for point in curve]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        found.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        found += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        said = f'<text x="{WIDTH - RIGHT + 8}" y="{labels[name] + 4:.1f}" fill="{colour}">{name}</text>'
        found.append(said)
    return found


def _data(line: Mapping[str, Any]) -> str:
    return "headlines" if "headline" in str(line["data"]) else "articles"
