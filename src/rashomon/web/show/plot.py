"""The plot of one count: time from left to right, the number upwards, a mark for each reading."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import ceil, floor, log10

from rashomon.web.show.numbers import Reading, Series

# The drawing's measures, in the units of its viewBox.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 240, 84, 96, 18, 34
_LABEL = 15  # height of a label's line
_TICKS = 4
_STEPS = (1, 2, 3, 6, 12, 24, 48, 96, 168, 336)  # hours between two ticks
_DAY = len("2031-03-12")  # an ISO date that is no more exact than its day
_OPEN = {"at_least": "up", "more_than": "up", "at_most": "down", "less_than": "down"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Readings of one time and one number: `arrow` points where the number is open, `about` is hollow."""

    x: float
    y: float
    low: float
    arrow: str
    about: bool
    look: int
    label: str
    label_y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One outlet's readings joined in the order of time."""

    look: int
    points: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The drawing, and the same in words."""

    marks: list[Mark]
    lines: list[Line]
    values: list[Tick]
    times: list[Tick]
    words: str


def plot(series: Series) -> Plot | None:
    """Return the plot; None where no reading has both a number and a time."""
    dated = [(_moment(r.published), r) for r in series.readings if _value(r) is not None]
    placed = [(moment, r) for moment, r in dated if moment]
    if not placed:
        return None
    top = max(max(r.low or 0, r.high or 0) for _, r in placed)
    values = _value_ticks(top)
    days = all(len(r.published or "") <= _DAY for _, r in placed)
    scale = _Scale([moment for moment, _ in placed], values[-1], days=days)
    marks = _labelled(_marks(placed, scale))
    return Plot(
        marks=marks,
        lines=_lines(placed, scale),
        values=[Tick(scale.y(value), _short(value)) for value in values],
        times=scale.ticks(),
        words="; ".join(_in_words(r) for _, r in placed),
    )


class _Scale:
    """From time and number to places in the drawing; `days` where no reading is more exact than its day."""

    def __init__(self, moments: Sequence[datetime], top: float, *, days: bool) -> None:
        self.days = days
        self.first, self.last = min(moments), max(moments)
        self.span = (self.last - self.first) or timedelta(hours=1)
        self.alone = self.last == self.first
        self.top = top

    def x(self, moment: datetime) -> float:
        share = 0.5 if self.alone else (moment - self.first) / self.span
        return round(LEFT + 12 + share * (WIDTH - LEFT - RIGHT - 12), 1)

    def y(self, value: float) -> float:
        return round(HEIGHT - BOTTOM - value / self.top * (HEIGHT - TOP - BOTTOM), 1)

    def ticks(self) -> list[Tick]:
        """Return a tick for every few hours or days that the drawing spans, at most seven or so."""
        if self.alone:
            return [Tick(self.x(self.first), self._clock(self.first))]
        hours = self.span / timedelta(hours=1)
        steps = [h for h in _STEPS if not self.days or h >= 24]
        step = next((h for h in steps if hours / h <= 6), ceil(hours / 6))
        start = self.first
        if not self.days:
            hour = self.first.hour // step * step if step < 24 else 0
            start = self.first.replace(hour=hour, minute=0, second=0)
        marks = [start + timedelta(hours=step * n) for n in range(int(hours / step) + 2)]
        return [Tick(self.x(m), self._clock(m)) for m in marks if self.first <= m <= self.last]

    def _clock(self, moment: datetime) -> str:
        return f"{moment.day} {moment:%b}" if self.days else f"{moment.day} {moment:%b %H:%M}"


def _moment(published: str | None) -> datetime | None:
    """Return when the article was published, in UTC; a day stands at its noon, nothing coarser is placed."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    if len(published or "") <= _DAY:
        moment += timedelta(hours=12)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _value(reading: Reading) -> float | None:
    """Return where the reading's mark stands: its number, or the bound that it gives."""
    return reading.low if reading.low is not None else reading.high


def _marks(placed: Sequence[tuple[datetime, Reading]], scale: _Scale) -> list[Mark]:
    alike: dict[tuple[float, float, float, str, bool], list[Reading]] = {}
    for moment, reading in placed:
        low = reading.low if reading.low is not None else reading.high or 0.0
        high = reading.high if reading.high is not None else low
        arrow = _OPEN.get(reading.hedge, "")
        y, foot = scale.y(high), scale.y(low)
        alike.setdefault((scale.x(moment), y, foot, arrow, reading.hedge == "about"), []).append(reading)
    return [
        Mark(x, y, foot, arrow, about, readings[0].witness.look, _label(readings), y + 4)
        for (x, y, foot, arrow, about), readings in alike.items()
    ]


def _label(readings: Sequence[Reading]) -> str:
    return " ".join(dict.fromkeys(reading.witness.siglum for reading in readings))


def _labelled(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks, the labels of those in one column moved apart."""
    placed: list[Mark] = []
    last: dict[float, float] = {}
    for mark in sorted(marks, key=lambda m: (m.x, m.y, m.label)):
        at = max(mark.label_y, last.get(mark.x, -_LABEL) + _LABEL)
        last[mark.x] = at
        placed.append(
            Mark(mark.x, mark.y, mark.low, mark.arrow, mark.about, mark.look, mark.label, round(at, 1))
        )
    return placed


def _lines(placed: Sequence[tuple[datetime, Reading]], scale: _Scale) -> list[Line]:
    """Return a line for each outlet that gave the count more than once."""
    by_outlet: dict[str, list[tuple[datetime, Reading]]] = {}
    for moment, reading in placed:
        by_outlet.setdefault(reading.witness.name, []).append((moment, reading))
    lines = []
    for rows in by_outlet.values():
        ordered = sorted(rows, key=lambda row: row[0])
        if any(a[0] != b[0] for a, b in pairwise(ordered)):
            points = " ".join(f"{scale.x(m)},{scale.y(_value(r) or 0.0)}" for m, r in ordered)
            lines.append(Line(rows[0][1].witness.look, points))
    return lines


def _value_ticks(top: float) -> list[float]:
    """Return round numbers from nought to the first at or above the greatest reading."""
    if top <= 0:
        return [0.0, 1.0]
    size = 10.0 ** floor(log10(top / _TICKS))
    step = next(size * n for n in (1, 2, 5, 10) if top / (size * n) <= _TICKS)
    step = max(step, 1.0)
    return [step * n for n in range(ceil(top / step) + 1)]


def _short(value: float) -> str:
    """Return a number as an axis has room for it."""
    for size, word in ((1e9, " billion"), (1e6, " million")):
        if value >= size:
            return f"{value / size:g}{word}"
    return f"{value:,g}"


def _in_words(reading: Reading) -> str:
    return f"{reading.witness.name}, {(reading.published or '')[:16].replace('T', ' ')}: {reading.exact}"
