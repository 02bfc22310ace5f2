"""Which files the given paths stand for: folders in sorted order, links followed once."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rashomon.model import Failure
from rashomon.read import limits

STANDARD_INPUT = "-"
ARCHIVES = (".warc", ".wacz")
SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl", ".csv", ".tsv", ".parquet", *ARCHIVES)
METADATA_NAMES = ("metadata.csv", "metadata.json")
# Files that a run writes side by side: a folder with both is a result, no input.
_RESULT = {"dossier.json", "brief.md"}
# And those that say of a whole folder what it is.
_WHOLE = ("index.json", "run.json")
_OURS = b'"schema": "rashomon/'
_FORMATS = ", ".join(SUFFIXES) + " (each also with .gz)"
# What to do with files that people have and that are not read.
_SAVE = "save it as text (.txt) or HTML"
_INSTEAD = {
    **dict.fromkeys((".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".md"), _SAVE),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "save the table as CSV (.csv)"),
    **dict.fromkeys((".zip", ".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".zst"), "unpack it"),
    **dict.fromkeys((".mht", ".mhtml", ".webarchive"), "save the page as HTML"),
    **dict.fromkeys((".rss", ".atom", ".xml", ".opml"), "take a feed into a store with `rashomon add`"),
}
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:/", re.IGNORECASE)  # of a path one of the two strokes is left
_AN_ADDRESS = "it is an address, no file: save the page, or take it into a store with `rashomon add`"


@dataclass(frozen=True, slots=True)
class Source:
    """One input to read: `name` as the reader of a message knows it; no path for standard input."""

    name: str
    path: Path | None


@dataclass(slots=True)
class _Walk:
    """One walk over the given paths: what was met, so that nothing is read twice."""

    files: dict[str, str] = field(default_factory=dict)
    metadata: list[Path] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)
    entries: int = 0


def sources(paths: Sequence[str | Path]) -> Iterator[Source | Failure]:
    """Yield each file under the paths once, and a failure for each path that is none.

    Folders are read in sorted order, hidden files left out. A file without a known suffix is read
    where it is named itself, and refused where it merely lies in a folder. A metadata file is none of them.
    """
    walk = _Walk()
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _once(Source("standard input", None), STANDARD_INPUT, walk)
        elif is_address(path):
            yield Failure(str(path), "read", _AN_ADDRESS)
        elif not str(path):
            yield Failure('""', "read", "an empty path: give a file or a folder, or . for this one")
        else:
            walk.entries = 0
            yield from _visit(Path(path), walk, depth=0, parents=())
    beside = {os.path.dirname(file) for file in walk.files}
    for path in walk.metadata:
        if os.path.dirname(os.path.realpath(path)) not in beside:
            reason = "it tells of the files beside it, of which none is given: give them, or their folder"
            yield Failure(str(path), "read", reason)


def is_address(path: str | Path) -> bool:
    """Whether a path is an address of the web, and no file."""
    return bool(_ADDRESS.match(str(path))) and not Path(path).exists()


def suffix(path: Path) -> str:
    """The format's suffix in lower case, without the .gz of a packed file."""
    name = path.name.casefold().removesuffix(".gz")
    return next((known for known in SUFFIXES if name.endswith(known)), "")


def _visit(path: Path, walk: _Walk, *, depth: int, parents: tuple[str, ...]) -> Iterator[Source | Failure]:
    try:
        mode = path.stat().st_mode
        real = os.path.realpath(path)
    except OSError as error:
        yield Failure(str(path), "read", _unreachable(path, error))
        return
    except ValueError:
        yield Failure(str(path), "read", "it is not a path: it holds a zero byte")
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, real, walk, depth=depth, parents=parents)
    elif not stat.S_ISREG(mode) and (depth or not stat.S_ISFIFO(mode)):
        yield Failure(str(path), "read", "it is neither a file nor a folder")
    elif depth and not suffix(path):
        yield Failure(str(path), "read", f"its name is of no article format: {_instead(path)}")
    elif path.name.casefold() in METADATA_NAMES:
        walk.metadata.append(path)  # read with each file beside it
    else:
        yield from _once(Source(str(path), path), real, walk)


def _folder(
    path: Path, real: str, walk: _Walk, *, depth: int, parents: tuple[str, ...]
) -> Iterator[Source | Failure]:
    if real in parents:
        yield Failure(str(path), "read", "it is a link back to a folder that holds it, and is not followed")
        return
    if real in walk.folders:
        yield Failure(str(path), "read", "the same folder was read before")
        return
    if depth >= limits.DEPTH:
        reason = f"folders are nested more than {limits.DEPTH} deep here: give the inner folder itself"
        yield Failure(str(path), "read", reason)
        return
    walk.folders.add(real)
    try:
        names = sorted(os.listdir(path))
    except OSError as error:
        yield Failure(str(path), "read", _unreachable(path, error))
        return
    if _RESULT.issubset(names) or any(name in names and _ours(path / name) for name in _WHOLE):
        yield Failure(str(path), "read", "it holds a result, which is no input: the folder is passed over")
        return
    names = [name for name in names if not name.startswith(".") and name.casefold() not in METADATA_NAMES]
    if not names and not depth:
        yield Failure(str(path), "read", f"the folder is empty: {_FORMATS} are read")
    for name in names:
        walk.entries += 1
        if walk.entries > limits.ENTRIES:
            if walk.entries == limits.ENTRIES + 1:
                reason = f"it holds more than {limits.ENTRIES} files: the rest is not read, give parts of it"
                yield Failure(str(path), "read", reason)
            return
        yield from _visit(path / name, walk, depth=depth + 1, parents=(*parents, real))


def _ours(path: Path) -> bool:
    """Whether the file says at its beginning that a run wrote it."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return _OURS in file.read(100)
    except OSError:
        return False


def _once(source: Source, real: str, walk: _Walk) -> Iterator[Source | Failure]:
    if real in walk.files:
        yield Failure(source.name, "read", f"the same file was read before, as {walk.files[real]}")
        return
    walk.files[real] = source.name
    yield source


def _instead(path: Path) -> str:
    name = path.name.casefold().removesuffix(".gz")
    return _INSTEAD.get(Path(name).suffix, f"{_FORMATS} are read")


def _unreachable(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "it is a link to nothing" if path.is_symlink() else "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "it may not be opened: check its permissions"
    if "symbolic links" in str(error):
        return "it is a link that leads back to itself"
    return f"it can't be opened ({error.strerror or type(error).__name__})"
