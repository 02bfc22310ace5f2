"""Sizes: refuse a file over 400 lines or a function over 50. Usage: `python bench/sizes.py FOLDER...`."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

FILE_LINES = 400
FUNCTION_LINES = 50


def oversized(path: Path) -> Iterator[str]:
    """Yield a line for the file, and for each function in it, that is too long."""
    source = path.read_text(encoding="utf-8")
    if (lines := len(source.splitlines())) > FILE_LINES:
        yield f"{path}: {lines} lines, at most {FILE_LINES}"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{path}:{node.lineno}: {node.name} has {length} lines, at most {FUNCTION_LINES}"


def main(folders: list[str]) -> int:
    """Print what is too long; the exit code tells whether anything was."""
    files = sorted(path for folder in folders for path in Path(folder).rglob("*.py"))
    found = [line for path in files for line in oversized(path)]
    print("\n".join(found) if found else f"{len(files)} files within their sizes")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
