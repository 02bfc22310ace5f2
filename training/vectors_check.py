"""Compare the small sentence vectors with the float model on a file of sentences, one a line.

    python training/vectors_check.py SENTENCES [--weights src/rashomon/weights]

Prints the cosine of the two vectors of each sentence (mean, lowest hundredth, lowest), how far the
cosines of sentence pairs move, and the speed on one thread.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

from rashomon.link.vectors import Encoder
from vectors import NAME, source


def reference(texts: list[str]) -> np.ndarray:
    """Return the float model's vectors."""
    folder = source()
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    found = []
    with torch.inference_mode():
        for start in range(0, len(texts), 64):
            batch = tokenizer(
                texts[start : start + 64], padding=True, truncation=True, max_length=128, return_tensors="pt"
            )
            mask = batch["attention_mask"].unsqueeze(-1)
            total = (model(**batch).last_hidden_state * mask).sum(1)
            found.append(torch.nn.functional.normalize(total, dim=1).numpy())
    return np.concatenate(found)


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--limit", type=int, default=2000)
    options = parser.parse_args()
    texts = options.sentences.read_text(encoding="utf-8").splitlines()[: options.limit]
    right = reference(texts)
    encoder = Encoder(threads=1)
    encoder.encode(texts[:8])
    start = time.perf_counter()
    ours = encoder.encode(texts)
    seconds = time.perf_counter() - start
    same = np.sort((ours * right).sum(1))
    print(f"{NAME}: {len(texts)} sentences, {len(texts) / seconds:.0f} a second on one thread")
    low = same[len(same) // 100]
    print(f"cosine with float: mean {same.mean():.4f}, lowest hundredth {low:.4f}, lowest {same[0]:.4f}")
    rows = np.triu_indices(len(texts), 1)
    moved = np.abs((ours @ ours.T)[rows] - (right @ right.T)[rows])
    correlation = np.corrcoef((ours @ ours.T)[rows], (right @ right.T)[rows])[0, 1]
    print(f"cosine of pairs: moved {moved.mean():.4f} on average, correlation {correlation:.4f}")


if __name__ == "__main__":
    main()
