"""`rashomon run`, told as it goes: how far, how fast, how long it will take, what failed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from rashomon.cli.counts import counted
from rashomon.cli.exits import Exit, check_folder, complain, complain_of
from rashomon.cli.intake import duration, stoppable
from rashomon.cli.progress import one_line
from rashomon.model.errors import UsageError
from rashomon.read.sources import STANDARD_INPUT

if TYPE_CHECKING:
    from rashomon.engine.job import Standing
    from rashomon.engine.run import Result

# Failures that are told one by one at the end; all are in the table.
_TOLD = 20
_DOING = {
    "read": "taking stock of the articles",
    "annotate": "annotating",
    "neighbours": "finding neighbours",
    "group": "finding articles of one event",
    "stories": "putting the stories together",
    "compare": "comparing the accounts",
    "copies": "finding copied wording",
    "write": "writing the tables",
}
_FOUND = {"quotes": "quotation", "claims": "claim", "points": "point"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What one call of `rashomon run` asks for."""

    sources: Sequence[Path]
    out: Path
    engine: str
    workers: int | None
    scheduler: str | None
    dossiers: bool
    metadata: Path | None
    quiet: bool


def run_many(order: Order) -> Exit:
    """Work everything out and say what came of it."""
    from rashomon.engine import open_engine
    from rashomon.engine.run import run

    if any(str(source) == STANDARD_INPUT for source in order.sources):
        raise UsageError("a run reads its sources twice, which standard input can't be: give files")
    check_folder(order.out)
    pace = Pace()
    with (
        stoppable("the same command goes on where it was"),
        one_line(pace.sentence, quiet=order.quiet) as report,
    ):
        result = run(
            order.sources,
            order.out,
            opener=lambda: open_engine(order.engine, workers=order.workers, scheduler=order.scheduler),
            metadata=order.metadata,
            dossiers=order.dossiers,
            report=report,
        )
    _summary(result, order)
    return Exit.FINDINGS if result.failures else Exit.OK


class Pace:
    """How fast a stage goes; what was done before it began does not count."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._stage = ""
        self._begun = 0.0

    def sentence(self, standing: "Standing") -> str:
        """Say how far the stage is, how fast, how long it will take and what failed."""
        now = self._clock()
        if standing.stage != self._stage:
            self._stage, self._begun = standing.stage, now
        doing = _DOING.get(standing.stage, standing.stage)
        if not standing.total:
            return doing
        parts = [f"{doing}: {standing.done:,} of {standing.total:,}"]
        fresh, spent = standing.done - standing.kept, now - self._begun
        if standing.kept:
            parts.append(f"{standing.kept:,} from before")
        if fresh > 0 and spent > 0:
            rate = fresh / spent
            parts.append(f"{rate:.1f} a second")
            if left := standing.total - standing.done:
                parts.append(f"{duration(left / rate)} left")
        if standing.failed:
            parts.append(f"{standing.failed:,} failed")
        return "; ".join(parts)


def _summary(result: "Result", order: Order) -> None:
    if not order.quiet:
        rows = result.tables
        print(
            f"{counted(rows['articles'], 'article')} in {counted(rows['stories'], 'story', 'stories')}: "
            + ", ".join(counted(rows[name], noun) for name, noun in _FOUND.items())
        )
        if order.dossiers:
            print(
                f"each story's report, brief and dossier in {order.out / 'dossiers'}: open index.html there"
            )
        print(f"tables in {order.out}; ask them with: rashomon ask NAME {order.out}")
    for failure in result.failures[:_TOLD]:
        complain_of(failure.input, failure.reason)
    if len(result.failures) > _TOLD:
        complain(f"and {len(result.failures) - _TOLD} more failures: see {order.out / 'failures.parquet'}")
