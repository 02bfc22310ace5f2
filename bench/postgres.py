"""A PostgreSQL server of our own for tests and benches: a temporary folder, a Unix socket, no network."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PLACES = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt")


class NoServer(Exception):
    """PostgreSQL is not installed here, or can't be started; the message says what is lacking."""


class Server:
    """One running server; databases are made as they are asked for."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self.programs = programs

    def address(self, name: str) -> str:
        """Return the address of a database, made if it is not there."""
        import psycopg

        socket = f"host={self.folder} user=postgres"
        with psycopg.connect(f"{socket} dbname=postgres", autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
            if not known:
                connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0'.encode())
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c max_connections=60"
        self._run("pg_ctl", "-D", self._data, "-l", self.folder / "log", "-o", options, "-w", "start")

    def stop(self, *, mode: str = "fast") -> None:
        """Stop it: `fast` ends all connections, `immediate` is a crash."""
        self._run("pg_ctl", "-D", self._data, "-m", mode, "-w", "stop")

    def restart(self) -> None:
        """Crash it and start it again."""
        self.stop(mode="immediate")
        self.start()

    def make(self) -> None:
        """Make the server's files."""
        self._run(
            "initdb",
            "-D",
            self._data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        )

    @property
    def made(self) -> bool:
        """Whether the server's files are there."""
        return (self._data / "PG_VERSION").exists()

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _run(self, program: str, *arguments: object) -> None:
        own = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*own, str(self.programs / program), *map(str, arguments)]
        # a server keeps what it inherits: its output must not be a pipe that somebody waits on
        with open(os.devnull, "wb") as nowhere, tempfile.TemporaryFile() as said:
            done = subprocess.run(command, stdin=nowhere, stdout=said, stderr=said, cwd="/", check=False)
            said.seek(0)
            if done.returncode:
                raise NoServer(f"{program} failed: {said.read().decode(errors='replace').strip()[-300:]}")


@contextmanager
def server(kept: Path | None = None) -> Iterator[Server]:
    """Give a running server; raises NoServer where there can be none.

    Its files are gone afterwards, unless a folder is named in which they are kept for another run.
    """
    programs = _programs()
    folder = kept or Path(tempfile.mkdtemp(prefix="rashomon-pg-"))
    try:
        running = Server(folder.absolute(), programs)
        if not running.made:
            _hand_over(folder)
            running.make()
        running.start()
        try:
            yield running
        finally:
            running.stop(mode="fast" if kept else "immediate")
    finally:
        if kept is None:
            shutil.rmtree(folder, ignore_errors=True)


def _hand_over(folder: Path) -> None:
    """Make the folder, of the user that the server runs as: PostgreSQL refuses to run as root."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0:
        return
    try:
        shutil.chown(folder, "postgres")
    except LookupError:
        raise NoServer("there is no user postgres that the server could run as") from None


def _programs() -> Path:
    """Return the folder of the newest server programs there are."""
    found = [path.parent for place in _PLACES for path in Path(place).glob("*/bin/initdb")]
    if found:
        return max(
            found, key=lambda path: [int(part) for part in path.parent.name.split(".") if part.isdigit()]
        )
    program = shutil.which("initdb")
    if program is None:
        raise NoServer("PostgreSQL is not installed: apt-get install postgresql")
    return Path(program).parent
