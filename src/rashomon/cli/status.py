"""`rashomon status`: what a store holds, how its runs went, what failed."""

import json as jsons
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

from rashomon.cli.intake import duration
from rashomon.cli.keeping import opened

if TYPE_CHECKING:
    from rashomon.store import Progress, Run, StoredFailure

_STATES = {
    "running": "running",
    "done": "done",
    "stopped": "stopped by hand",
    "failed": "failed",
    "broken": "killed",
}


def show(address: str, *, runs: int, failures: int, json: bool) -> None:
    """Print the store's counts, its last runs and its open failures."""
    with opened(address) as store, store.view() as view:
        counts, last, broken = view.counts(), view.runs(runs), view.failures()
    if json:
        body = {
            "counts": counts,
            "runs": [asdict(run) for run in last],
            "failures": [asdict(failure) for failure in broken[:failures]],
        }
        print(jsons.dumps(body, ensure_ascii=False, indent=1))
        return
    print(", ".join(f"{name}: {count}" for name, count in counts.items()))
    for run in last:
        print(f"\n{run_line(run)}")
        for stage in run.stages:
            print(f"  {stage_line(stage, over=run.state != 'running')}")
    if broken:
        print(f"\n{failures_line(broken)}")
    for failure in broken[:failures]:
        times = f" ({failure.times} times)" if failure.times > 1 else ""
        print(f"  {failure.stage}: {failure.input}: {failure.reason}{times}")
    if len(broken) > failures:
        print(f"  and {len(broken) - failures} more: --failures {len(broken)}")


def run_line(run: "Run") -> str:
    """One run: what it was, when, how long it took, how it ended."""
    took = duration(_seconds(run.started, run.ended or run.beat))
    said = f": {run.reason}" if run.reason else ""
    began = run.started[:16].replace("T", " ")
    return f"run {run.id}, {run.kind}, {began} UTC, {took}, {_STATES[run.state]}{said}"


def stage_line(stage: "Progress", *, over: bool) -> str:
    """How far a stage came: done, failed, rate, and the time left where it goes on."""
    through = stage.done + stage.failed + stage.same
    total = f" of {stage.total}" if stage.total is not None else ""
    seconds = _seconds(stage.started, stage.beat)
    parts = [f"{stage.stage}: {through}{total}, {stage.same} as before, {stage.failed} failed"]
    if through and seconds >= 1:
        rate = through / seconds
        parts.append(f"{rate:.1f} a second" if rate >= 1 else f"{1 / rate:.1f} s each")
        if not over and stage.total and stage.total > through:
            parts.append(f"{duration((stage.total - through) / rate)} left")
    return ", ".join(parts)


def failures_line(failures: "Sequence[StoredFailure]") -> str:
    """How many failures are open, by stage."""
    stages = Counter(failure.stage for failure in failures)
    return f"failures open: {len(failures)}, " + ", ".join(
        f"{count} at {stage}" for stage, count in sorted(stages.items())
    )


def _seconds(start: str, end: str) -> float:
    return max(0.0, (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds())
