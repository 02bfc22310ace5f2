"""How long the questions take over many articles, as one JSON line.

Usage: `python bench/asked.py RUN [--articles 1000000] [--who NAME]`. RUN is a folder that `rashomon run`
left. Its tables are laid side by side, each time with other ids of stories, articles and all that is in
them and another number behind every tenth name and outlet, until there are so many articles; then each
question is asked once, all rows of its answer counted. What no question reads, as the texts, is left out.
"""

import argparse
import json
import resource
import tempfile
import time
from pathlib import Path

import duckdb

from rashomon.engine.asking import ask, questions
from rashomon.engine.schema import TABLES

COPIED = ("stories", "articles", "quotes", "entities", "points", "origins", "quantities")
# what tells copies apart, by table
CHANGED = {
    "stories": "id || '-' || turn AS id",
    "articles": "id || '-' || turn AS id, story || '-' || turn AS story, origin || '-' || turn AS origin,"
    " outlet || CASE WHEN turn % 10 = 0 THEN turn::VARCHAR ELSE '' END AS outlet",
    "quotes": "story || '-' || turn AS story, article || '-' || turn AS article",
    "entities": "story || '-' || turn AS story,"
    " name || CASE WHEN turn % 10 = 0 THEN ' ' || turn ELSE '' END AS name",
    "points": "story || '-' || turn AS story",
    "origins": "story || '-' || turn AS story, id || '-' || turn AS id",
    "quantities": "story || '-' || turn AS story",
}

# columns that no question reads, and that would take most of the time to write
UNREAD = {
    "articles": ("text", "dropped", "repairs", "offsets"),
    "quotes": ("source", "cue", "reasons"),
    "entities": ("mentions",),
    "points": ("claims", "reasons"),
    "origins": ("reasons",),
}


def multiply(run: Path, out: Path, turns: int) -> None:
    """Write the tables of a run so many times over."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": "4GB",
        "temp_directory": str(out),
        "preserve_insertion_order": False,
    }
    with duckdb.connect(":memory:", config=config) as base:
        for table in TABLES:
            source = f"read_parquet('{run / f'{table}.parquet'}')"
            select = f"SELECT * FROM {source} LIMIT 0"
            if table in COPIED:
                changed = ", ".join([CHANGED[table], *(f"NULL AS {name}" for name in UNREAD.get(table, ()))])
                select = f"SELECT * REPLACE ({changed}) FROM range({turns}) AS t(turn), {source}"
            base.execute(
                f"COPY ({select}) TO '{out / f'{table}.parquet'}' (FORMAT parquet, COMPRESSION zstd)"
            )
    (out / "run.json").write_text("{}")


def main() -> None:
    """Multiply, ask, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("run", type=Path)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--who", default="John Smith")
    given = parser.parse_args()
    held = json.loads((given.run / "run.json").read_text())["tables"]["articles"]
    turns = -(-given.articles // held)
    seconds = {}
    with tempfile.TemporaryDirectory() as name:
        multiply(given.run, Path(name), turns)
        for question in questions():
            used, start = _processor(), time.perf_counter()
            found = ask(question.name, Path(name), given={"who": given.who}, limit=20)
            seconds[question.name] = {
                "wall_s": round(time.perf_counter() - start, 2),
                "cpu_s": round(_processor() - used, 2),
                "rows": found.total,
            }
        size = sum(path.stat().st_size for path in Path(name).glob("*.parquet"))
    line = {"bench": "asked", "articles": held * turns, "disk_mb": round(size / 1e6), "questions": seconds}
    print(json.dumps({**line, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
