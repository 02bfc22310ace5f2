"""Questions over the tables of a run, asked with DuckDB: each is a file of SQL in `queries/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from rashomon.engine.schema import TABLES
from rashomon.model.errors import UsageError

MEMORY = "1GB"  # that DuckDB may take; beyond, it works on the disk


@dataclass(frozen=True, slots=True)
class Question:
    """A question by name: what it asks, in a line and in full, and its SQL."""

    name: str
    about: str
    notes: str
    sql: str

    @property
    def needs(self) -> tuple[str, ...]:
        """What has to be given with it."""
        return ("who",) if "$who" in self.sql else ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows, as far as they were asked for; `total` counts all."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int


def questions() -> tuple[Question, ...]:
    """Return the questions that ship with the package, by name."""
    found = [path for path in files(__package__).joinpath("queries").iterdir() if path.name.endswith(".sql")]
    return tuple(
        _question(path.name.removesuffix(".sql"), path.read_text(encoding="utf-8"))
        for path in sorted(found, key=lambda path: path.name)
    )


def _question(name: str, text: str) -> Question:
    lines = text.splitlines()
    notes = [line.removeprefix("--").strip() for line in lines if line.startswith("--")]
    sql = "\n".join(line for line in lines if not line.startswith("--"))
    return Question(name, notes[0], " ".join(notes[1:]), sql)


def ask(name: str, folder: Path, *, given: Mapping[str, str] | None = None, limit: int | None = 20) -> Answer:
    """Ask a question over the tables in the folder; `limit` rows come, all if None.

    Raises UsageError where there is no such question or no table, where something is not given, or
    given for nothing.
    """
    question = named(name)
    values = {key: value for key, value in (given or {}).items() if value.strip()}
    if missing := [f"--{key}" for key in question.needs if key not in values]:
        raise UsageError(f"the question {name} needs {' and '.join(missing)}")
    if unasked := [f"--{key}" for key in values if key not in question.needs]:
        raise UsageError(f"the question {name} takes no {' and no '.join(unasked)}")
    return _asked(question, folder, values, limit)


def named(name: str) -> Question:
    """Return the question of this name; raises UsageError where there is none."""
    known = {question.name: question for question in questions()}
    if name not in known:
        raise UsageError(f"there is no question {name}: ask one of {', '.join(known)}")
    return known[name]


def _asked(question: Question, folder: Path, values: Mapping[str, str], limit: int | None) -> Answer:
    if not (folder / "run.json").is_file():
        raise UsageError(f"{folder} holds no finished run: make one with rashomon run")
    try:
        import duckdb
    except ImportError as error:
        raise UsageError("questions are asked with duckdb: install rashomon[engine]") from error
    with duckdb.connect(":memory:", config={"memory_limit": MEMORY}) as base:
        for table in TABLES:
            path = str(folder / f"{table}.parquet").replace("'", "''")
            base.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{path}')")
        base.execute(f"CREATE TEMP TABLE answer AS {question.sql}", dict(values))
        ((total,),) = base.execute("SELECT count(*) FROM answer").fetchall()
        found = base.execute(f"SELECT * FROM answer {'' if limit is None else f'LIMIT {limit:d}'}")
        columns = tuple(column[0] for column in found.description or ())
        return Answer(columns, tuple(found.fetchall()), total)
