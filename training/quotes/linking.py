"""Linking in the training: which cue of a window each source and each content belongs to."""

import random

import torch
from torch import Tensor
from torch.nn import functional

from quotes.data import Sample
from quotes.model import Tagger
from rashomon.annotate.quotes.tagger.links import LINKED, place_of

MISSED = 0.15  # cues hidden in training


Stretch = tuple[int, int]


def table(
    model: Tagger, vectors: Tensor, sample: Sample, role: str, parts: list[Stretch], cues: list[Stretch]
) -> Tensor:
    """Return how well each part (a row) goes with each cue; vectors are the words'."""

    def ends(found: list[Stretch]) -> Tensor:
        return torch.cat([vectors[[a for a, _ in found]], vectors[[b - 1 for _, b in found]]], dim=1)

    number = LINKED.index(role)
    places = [[place_of(part, cue, cues, number, sample.paragraph) for cue in cues] for part in parts]
    left, right = model.as_part(ends(parts)), model.as_cue(ends(cues))
    found: Tensor = left @ right.T / left.shape[1] ** 0.5 + model.place[torch.tensor(places)]
    return found


def link_loss(
    model: Tagger, vectors: Tensor, sample: Sample, chance: random.Random | None = None
) -> tuple[Tensor, int, int]:
    """Return the loss of one window's links, how many there are, and how many are right.

    Each content chooses its cue, each cue its source, or none. With `chance` some cues are hidden, so
    that the contents of a cue that was not found learn to stay alone.
    """
    cues = sorted({part[:2] for part in sample.parts["cue"]})
    if chance is not None:
        cues = [cue for cue in cues if chance.random() > MISSED]
    owner = {n: cues.index((a, b)) for a, b, n in sample.parts["cue"] if (a, b) in cues}
    contents = {(a, b): 1 + owner.get(n, -1) for a, b, n in reversed(sample.parts["content"])}
    sources = sorted({part[:2] for part in sample.parts["source"]})
    named = {owner[n]: 1 + sources.index((a, b)) for a, b, n in sample.parts["source"] if n in owner}
    loss, total, right = vectors.new_zeros(()), 0, 0
    for parts, others, role, wanted in (
        (list(contents), cues, "content", list(contents.values())),
        (cues, sources, "source", [named.get(place, 0) for place in range(len(cues))]),
    ):
        if parts:
            scores = rows(model, vectors, sample, role, parts, others)
            target = torch.tensor(wanted)
            loss = loss + functional.cross_entropy(scores, target, reduction="sum")
            total, right = total + len(parts), right + int((scores.argmax(1) == target).sum())
    return loss, total, right


def rows(
    model: Tagger, vectors: Tensor, sample: Sample, role: str, left: list[Stretch], right: list[Stretch]
) -> Tensor:
    """Return a row for each chooser: the score of nothing, then those of what it can choose."""
    ends = torch.cat([vectors[[a for a, _ in left]], vectors[[b - 1 for _, b in left]]], dim=1)
    if role == "content":
        nothing = model.alone(torch.tanh(model.as_part(ends)))
    else:
        nothing = model.sourceless(torch.tanh(model.as_cue(ends)))
    if not right:
        return nothing
    if role == "content":
        return torch.cat([nothing, table(model, vectors, sample, role, left, right)], dim=1)
    return torch.cat([nothing, table(model, vectors, sample, role, right, left).T], dim=1)
