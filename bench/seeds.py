"""Quality on a labelled story, as one JSON line.

Usage: `python bench/seeds.py FOLDER`. The folder holds the articles and a `score.py` that takes a
dossier and prints its figures, the last line as JSON; whatever it finds missing goes to stderr.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from rashomon import compare
from rashomon.tell import write


def score(folder: Path) -> dict[str, int]:
    """Return the figures of the story in the folder."""
    with tempfile.TemporaryDirectory() as out:
        write(compare(sorted(folder.glob("*.txt"))), out)
        command = [sys.executable, str(folder / "score.py"), str(Path(out) / "dossier.json")]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    *missing, last = done.stdout.strip().splitlines()
    print("\n".join(missing), file=sys.stderr)
    figures: dict[str, int] = json.loads(last)
    return figures


if __name__ == "__main__":
    print(json.dumps({"bench": "seeds", **score(Path(sys.argv[1]))}))
