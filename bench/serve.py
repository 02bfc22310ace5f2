"""The desk under load: `python bench/serve.py [ARTICLES] [--database sqlite|postgresql] [--desk on|new]`.

Fills a store with copies of one story (a folder of its articles; the demo's unless given) in other words,
the first 200 through the store's writer, more of the same inside the database. Serves it, and lets readers
open stories, search and list while a writer stores new versions. Prints one JSON line: milliseconds as a
reader's client counts them, with the machine's load before and after. Readers look at a page for a while
(`--pause`, two seconds: short for somebody who reads, 0 for a machine), and share the cores with the server.
A desk that is `on` has laid out what the store holds, as it does while it runs; a `new` one begins with that
as the readers come.
"""

import argparse
import http.client
import json
import multiprocessing
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from threading import Thread
from typing import Any
from urllib.parse import quote

import postgres
import rashomon
from copies import Copy, copies, multiply
from rashomon import demo
from rashomon.store import Store, open_store, schema
from rashomon.store.engine import open_engine
from rashomon.tell import to_json
from rashomon.web.making import made_by

# Of a reader's steps: a story, a search, the list of stories. Half of the stories opened are new ones.
_STEPS = ("story",) * 6 + ("search",) * 2 + ("list",) * 2
_NEW = 100
# Stories that the writer stores; the others are theirs under other ids.
_WRITTEN = 200
_WARM_UP = 5.0  # seconds whose answers are not counted


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run does; `pause` is how many seconds a reader looks at a page, on average."""

    articles: int
    readers: int
    seconds: float
    pause: float
    desk: str
    database: str
    folder: Path


@dataclass(slots=True)
class Seen:
    """What the readers saw: milliseconds by kind of answer, and how many went wrong."""

    times: dict[str, list[float]] = field(default_factory=dict)
    faults: int = 0
    opened: set[str] = field(default_factory=set)


def fill(store: Store, dossier: dict[str, Any], articles: int) -> None:
    """Fill the store with copies, unless an earlier run did."""
    with store.view() as view:
        if view.counts().get("articles", 0) >= articles:
            return
    writer = store.writer()
    written = min(_WRITTEN, -(-articles // len(dossier["articles"])))
    made: list[Copy] = []
    for copy in copies(dossier, written):
        for article in copy.articles:
            writer.keep(article)
        made.append(copy)
    writer.keep_stories([copy.story for copy in made], mark="bench")
    for copy in made:
        writer.keep_dossier(copy.story.id, copy.body, made_from="bench")
    multiply(store.address, -(-articles // (written * len(dossier["articles"]))))


def write(address: str, dossier: dict[str, Any], stop: Any) -> None:
    """Store articles and new versions of dossiers until told to stop: at most a story a second."""
    with open_store(address) as store:
        writer = store.writer()
        for copy in copies(dossier, 100_000, seed=11):
            if stop.wait(1.0):
                return
            for article in copy.articles:
                writer.keep(article)
            with store.view() as view:
                row = random.Random(copy.story.id).choice(view.stories(limit=200))
                found = view.dossier(row.id)
            data = found.json() if found else {}
            data["story"]["reasons"] = [f"written at {time.time()}"]
            writer.keep_dossier(row.id, json.dumps(data, ensure_ascii=False), made_from="bench")


@contextmanager
def served(address: str) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Serve the store as an operator would; gives the port when it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "rashomon", "serve", "--store", address, "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(port)
            yield port, server
        finally:
            server.terminate()


def _wait(port: int) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the desk never came up")


def read(port: int, number: int, plan: Plan, stories: list[str], titles: list[list[str]], seen: Seen) -> None:
    """One reader: opens, searches, lists, and looks at each page for a while."""
    chance = random.Random(number)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    begins = time.monotonic() + _WARM_UP
    while time.monotonic() < begins + plan.seconds:
        time.sleep(plan.pause * (0.5 + chance.random()))
        step = chance.choice(_STEPS)
        path, kind = _path(step, chance, stories, titles, seen)
        start = time.perf_counter()
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        if time.monotonic() > begins:
            seen.times.setdefault(kind, []).append((time.perf_counter() - start) * 1000)
            seen.faults += answer.status != 200


def _path(
    step: str, chance: random.Random, stories: list[str], titles: list[list[str]], seen: Seen
) -> tuple[str, str]:
    if step == "list":
        return "/", "list"
    if step == "search":
        return f"/search?q={quote(' '.join(chance.sample(chance.choice(titles), 2)))}", "search"
    story = chance.choice(stories[:_NEW] if chance.random() < 0.5 else stories)
    kind = "story_again" if story in seen.opened else "story_first"
    seen.opened.add(story)
    return f"/stories/{story}", kind


def measure(address: str, plan: Plan, dossier: dict[str, Any]) -> dict[str, Any]:
    """Return what the readers saw."""
    with open_store(address) as store:
        fill(store, dossier, plan.articles)
        with store.view() as view:
            rows = view.stories(limit=plan.articles)
            counts = view.counts()
    stories = [row.id for row in rows]
    titles = [[word for word in row.title.split() if len(word) > 3 and word.isalpha()] for row in rows]
    seen, load = Seen(), os.getloadavg()[0]
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    writer = context.Process(target=write, args=(address, dossier, stop))
    with served(address) as (port, server):
        _lay_out(address, plan.desk)
        writer.start()
        before = _processor_seconds(server.pid)
        readers = [
            Thread(target=read, args=(port, number, plan, stories, titles, seen))
            for number in range(plan.readers)
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        spent = _processor_seconds(server.pid) - before
        stop.set()
        writer.join()
    return _summary(plan, seen, counts, spent, load)


def _lay_out(address: str, desk: str) -> None:
    """Wait until the desk has laid out what there is, or take all of that away from it."""
    with open_store(address) as store:
        if desk == "new":
            with open_engine(address).begin() as connection:
                connection.execute(schema.layouts.delete())
            return
        while store.read(lambda view: view.to_lay_out(made_by(), limit=1)):
            time.sleep(1)


def _processor_seconds(pid: int) -> float:
    """Return what the process and its children have used."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid or stat.parent.name == str(pid):
            total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def _summary(plan: Plan, seen: Seen, counts: dict[str, int], spent: float, load: float) -> dict[str, Any]:
    times = dict(seen.times)
    times["story"] = [*times.get("story_first", []), *times.get("story_again", [])]
    answers = sum(map(len, seen.times.values()))
    return {
        "database": plan.database,
        "articles": counts["articles"],
        "readers": plan.readers,
        "pause_s": plan.pause,
        "desk": plan.desk,
        **{f"{kind}_ms": _spread(rows) for kind, rows in sorted(times.items())},
        "answers": answers,
        "faults": seen.faults,
        "server_cpu_ms_per_answer": round(1000 * spent / max(1, answers), 1),
        "load": [round(load, 1), round(os.getloadavg()[0], 1)],
        "cores": len(os.sched_getaffinity(0)),
    }


def _spread(rows: list[float]) -> dict[str, float | int] | None:
    if len(rows) < 2:
        return None
    cut = quantiles(rows, n=20, method="inclusive")
    return {"n": len(rows), "p50": round(cut[9], 1), "p95": round(cut[18], 1)}


def _dossier(folder: Path | None) -> dict[str, Any]:
    paths = [folder] if folder else [path for path in demo.files() if path.stem != "metadata"]
    return to_json(rashomon.compare(paths, one_story=True))


def main() -> None:
    """Fill, serve, read, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles_folder", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=2.0)
    parser.add_argument("--desk", choices=["on", "new"], default="on")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--folder", type=Path, help="where the store is kept for another run")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        plan = Plan(
            given.articles, given.readers, given.seconds, given.pause, given.desk, given.database, folder
        )
        kept = folder / "dossier.json"
        if not kept.exists():
            kept.write_text(json.dumps(_dossier(given.articles_folder)), "utf-8")
        dossier = json.loads(kept.read_text("utf-8"))
        server = postgres.server(folder / "postgresql") if plan.database == "postgresql" else nullcontext()
        with server as running:
            address = running.address("desk") if running else str(folder / "desk.db")
            print(json.dumps(measure(address, plan, dossier)))


if __name__ == "__main__":
    main()
