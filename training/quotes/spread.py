"""How large the inputs of the tagger's linear layers become, by columns, as it reads training articles."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from quotes.data import rows
from quotes.model import Tagger
from rashomon.annotate.quotes.tagger.network import CONTEXT, CORE
from rashomon.annotate.quotes.tagger.windows import assemble, windows
from rashomon.annotate.quotes.tagger.words import split_words

SOME = slice(5, None, 60)  # of the articles: more change little
LONG, COUNT = 150, 24  # pieces of the windows that are read, and how many


def largest(checkpoint: Path, folder: Path) -> dict[str, np.ndarray]:
    """Return the largest value of each column of each layer's input, by the layer's name."""
    model = Tagger(torch.load(checkpoint, weights_only=True)).eval()
    found: dict[str, Tensor] = {}

    def note(name: str, given: Tensor) -> None:
        sizes = given.abs().amax(dim=(0, 1))
        found[name] = torch.maximum(found[name], sizes) if name in found else sizes

    for name, layer in model.encoder.named_modules(prefix="encoder"):
        if isinstance(layer, nn.Linear):
            layer.register_forward_pre_hook(lambda _, given, name=name: note(name, given[0]))
    with torch.no_grad():
        for ids in _read(folder):
            note("emit", model.encode(ids, torch.ones_like(ids, dtype=torch.bool)))
    return {name: sizes.numpy() for name, sizes in found.items()}


def _read(folder: Path) -> list[Tensor]:
    """Windows of pieces of some articles that the tagger learns from."""
    texts = [r["text"] for r in rows(folder / "articles.jsonl.gz") if r["compartment"] == "train"][SOME]
    found = []
    for text in texts:
        words = split_words(text)
        read = windows(text, words, core=CORE, context=CONTEXT)
        found.extend(assemble(words, window.begin, window.end)[0] for window in read)
    return [torch.tensor([ids]) for ids in found if len(ids) > LONG][:COUNT]
