"""Sessions of a run that may be cut and gone on with: what each took is kept and added up."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import scale_corpus
from rashomon.engine.job import Standing

PAUSE = 0.2  # seconds between two looks at the processes
_TOLD = 20.0  # seconds between two lines of progress, and between two notes of what a session took

Session = dict[str, Any]


class Marks:
    """When each stage began, written down as it is known; how far it is goes to standard error."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._began: dict[str, float] = {}
        self._told = 0.0

    def __call__(self, standing: Standing) -> None:
        """Note when a stage is first heard of."""
        now = time.monotonic()
        if standing.stage not in self._began:
            self._began[standing.stage] = now
            self._path.write_text(json.dumps(self._began), encoding="utf-8")
        if now - self._told >= _TOLD:
            self._told = now
            kept = f", {standing.kept} from before" if standing.kept else ""
            print(f"{standing.stage} {standing.done}/{standing.total}{kept}", file=sys.stderr, flush=True)


def session(command: Sequence[str], folder: Path) -> dict[str, Any]:
    """Run the command, which leaves `marks.json` in the folder and prints JSON; note there what it took.

    Where this process is ended the run is, too, and what it took until then is kept.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("cut: the same command goes on"))
    (folder / "marks.json").unlink(missing_ok=True)
    note = folder / f"session-{len(list(folder.glob('session-*.json'))):04}.json"
    load, noted = os.getloadavg()[0], time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        watch = scale_corpus.Watch(process.pid)
        try:
            while process.poll() is None:
                watch.look()
                time.sleep(PAUSE)
                if time.monotonic() - noted >= _TOLD:
                    noted = time.monotonic()
                    _note(note, folder, watch, load)
        finally:
            _note(note, folder, watch, load)
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        assert process.stdout is not None
        said = process.stdout.read()
    if process.returncode:
        raise SystemExit(f"the run ended with exit code {process.returncode}")
    told: dict[str, Any] = json.loads(said)
    return told


def _note(path: Path, folder: Path, watch: scale_corpus.Watch, load: float) -> None:
    """Write down what the session took so far."""
    marks = folder / "marks.json"
    began = json.loads(marks.read_text(encoding="utf-8")) if marks.is_file() else {}
    stages = scale_corpus.stages(began, time.monotonic(), watch) if began else {}
    body = {"stages": stages, "peak": watch.peak, "load": round(load, 1)}
    making = path.with_suffix(".making")
    making.write_text(json.dumps(body), encoding="utf-8")
    making.replace(path)


def added_up(folder: Path) -> Session:
    """What all sessions in the folder took: seconds by stage, the largest memory, the loads they began at."""
    held = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("session-*.json"))]
    stages: dict[str, dict[str, float]] = {}
    for each in held:
        for name, spent in each["stages"].items():
            total = stages.setdefault(name, {"wall_s": 0.0, "cpu_s": 0.0})
            for unit in total:
                total[unit] = round(total[unit] + spent[unit], 2)
    whole = sum(stage["wall_s"] for stage in stages.values())
    for stage in stages.values():
        stage["share"] = round(stage["wall_s"] / whole, 3)
    return {
        "stages": stages,
        "peak": max(each["peak"] for each in held),
        "load": max(each["load"] for each in held),
        "sessions": len(held),
    }


def rate(count: int, stages: Mapping[str, Mapping[str, float]]) -> float:
    """Articles a second, all stages together."""
    return round(count / sum(stage["wall_s"] for stage in stages.values()), 2)
