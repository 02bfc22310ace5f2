"""Runs of commands over a store, and how far each stage came."""

import os
import socket
from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from rashomon.store import schema
from rashomon.store.records import RunState
from rashomon.store.rows import as_json, now, put

_RUNS, _PROGRESS = schema.runs, schema.progress


def start(connection: Connection, kind: str, arguments: Sequence[str]) -> int:
    """Open a run, and mark those as broken whose process is gone; returns its number."""
    _mark_broken(connection)
    moment = now()
    row = {
        "kind": kind,
        "arguments": as_json(list(arguments)),
        "started": moment,
        "ended": None,
        "beat": moment,
        "state": "running",
        "reason": "",
        "process": f"{socket.gethostname()} {os.getpid()}",
    }
    (number,) = connection.execute(_RUNS.insert().returning(_RUNS.c.id), row).one()
    return int(number)


def note(
    connection: Connection, run: int, stage: str, *, done: int, failed: int, same: int, total: int | None
) -> None:
    """Write down how far the stage came: a sign of life."""
    moment = now()
    row = {
        "run": run,
        "stage": stage,
        "done": done,
        "failed": failed,
        "same": same,
        "total": total,
        "started": moment,
        "beat": moment,
    }
    put(connection, _PROGRESS, row, "done", "failed", "same", "total", "beat")
    connection.execute(update(_RUNS).where(_RUNS.c.id == run).values(beat=moment))


def end(connection: Connection, run: int, state: RunState, reason: str) -> None:
    """Close the run."""
    moment = now()
    values = {"state": state, "reason": reason, "ended": moment, "beat": moment}
    connection.execute(update(_RUNS).where(_RUNS.c.id == run).values(**values))


def mark(connection: Connection, name: str, value: str | None) -> None:
    """Note what a job left off at; None where it is done."""
    table = schema.marks
    if value is None:
        connection.execute(delete(table).where(table.c.name == name))
    else:
        put(connection, table, {"name": name, "value": value}, "value")


def is_gone(process: str) -> bool:
    """Whether the process of a run was on this machine and is there no more."""
    host, _, number = process.rpartition(" ")
    return host == socket.gethostname() and not _alive(int(number))


def _mark_broken(connection: Connection) -> None:
    """A run whose process is gone was killed: nobody else will close it."""
    running = select(_RUNS.c.id, _RUNS.c.process).where(_RUNS.c.state == "running")
    for run, process in connection.execute(running).all():
        if is_gone(process):
            connection.execute(
                update(_RUNS).where(_RUNS.c.id == run).values(state="broken", ended=_RUNS.c.beat)
            )


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
