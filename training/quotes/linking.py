"""Linking in the training: which cue of a window each source and each content belongs to."""

import torch
from torch import Tensor
from torch.nn import functional

from quotes.data import Part, Sample
from quotes.model import Tagger
from rashomon.annotate.quotes.tagger.links import LINKED, place_of


def scores(
    model: Tagger, vectors: Tensor, sample: Sample, parts: list[tuple[int, Part]], cues: list[Part]
) -> Tensor:
    """Return a row a part: how well it goes with no cue, and with each cue; vectors are the words'."""

    def ends(found: list[Part]) -> Tensor:
        return torch.cat([vectors[[a for a, _, _ in found]], vectors[[b - 1 for _, b, _ in found]]], dim=1)

    left = model.as_part(ends([part for _, part in parts]))
    alone = model.alone(torch.tanh(left))
    if not cues:
        return alone
    table = left @ model.as_cue(ends(cues)).T / left.shape[1] ** 0.5
    plain = [cue[:2] for cue in cues]
    places = [[place_of(p[:2], cue, plain, role, sample.paragraph) for cue in plain] for role, p in parts]
    return torch.cat([alone, table + model.place[torch.tensor(places)]], dim=1)


def link_loss(model: Tagger, vectors: Tensor, sample: Sample) -> tuple[Tensor, int, int]:
    """Return the loss of one window's parts, how many there are, and how many are linked right."""
    cues = sorted(sample.parts["cue"])
    parts = [(role, part) for role, name in enumerate(LINKED) for part in sample.parts[name]]
    if not parts:
        return vectors.new_zeros(()), 0, 0
    owner = {number: 1 + place for place, (_, _, number) in enumerate(cues)}
    wanted = torch.tensor([owner.get(part[2], 0) for _, part in parts])
    table = scores(model, vectors, sample, parts, cues)
    right = int((table.argmax(1) == wanted).sum())
    return functional.cross_entropy(table.float(), wanted, reduction="sum"), len(parts), right
