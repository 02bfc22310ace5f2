"""The work folder: what each finished task left, by stage and id; a task without a folder is not done."""

import fcntl
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from rashomon.model.errors import UsageError

_MAKING = ".making-"


@dataclass(frozen=True, slots=True)
class Work:
    """The folder `root`. Ids are made from all that a task's result depends on, so what is there is valid."""

    root: Path

    def path(self, stage: str, task: str) -> Path:
        """Where a task's result lies."""
        return self.root / stage / task

    def done(self, stage: str, task: str) -> bool:
        """Whether the task's result is there, whole."""
        return self.path(stage, task).is_dir()

    @contextmanager
    def making(self, stage: str, task: str) -> Iterator[Path]:
        """Give a folder to fill; it becomes the task's result at once, at the end, or not at all."""
        final = self.path(stage, task)
        final.parent.mkdir(parents=True, exist_ok=True)
        making = final.with_name(f"{_MAKING}{task}-{os.uname().nodename}-{os.getpid()}")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir()
        try:
            yield making
            if not final.exists():
                _take_place(making, final)
        finally:
            shutil.rmtree(making, ignore_errors=True)

    def sweep(self, stage: str, keep: Collection[str]) -> None:
        """Throw away what no task of this run left: of other inputs, other versions, broken off."""
        folder = self.root / stage
        held = frozenset(keep)
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name not in held:
                shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other runs out of the folder; raises UsageError where one is at work in it.

        Where the run left nothing, nothing is left: neither the lock nor the folders that were made for it.
        """
        made = [folder for folder in (self.root, *self.root.parents) if not folder.exists()]
        self.root.mkdir(parents=True, exist_ok=True)
        path = self.root / "lock"
        with _locked(path) as held:
            if not held:
                raise UsageError(f"another run is at work in {self.root.parent}: wait for it")
            try:
                yield
            finally:
                path.unlink(missing_ok=True)  # while it is held: who opened it meanwhile finds it gone
                with suppress(OSError):  # the first that holds something
                    for folder in made:
                        folder.rmdir()


@contextmanager
def _locked(path: Path) -> Iterator[bool]:
    """Hold the lock in this file while the block runs; gives whether it could be had."""
    while True:
        with path.open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                yield False
                return
            if not _is_at(lock, path):
                continue  # it was taken away between the two: what lies there now is another's to hold
            yield True
            return


def _is_at(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _take_place(making: Path, final: Path) -> None:
    try:
        making.rename(final)
    except OSError:
        if not final.is_dir():  # another worker, which was thought dead, was faster: its result is the same
            raise
