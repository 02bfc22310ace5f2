"""The tagger's network: the open encoder, a chain of labels over words, and the linking of parts to cues."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

LABELS = 7  # outside; first and further words of source, cue and content
LINK = 96  # width in which parts and cues are compared
FAR = -1e4
PLACES = 2 * 2 * 4 * 3  # how a part lies to a cue, as `place_of` of the tagger numbers it


class Layer(nn.Module):
    """One encoder layer, named as in the open weights."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.rate = heads, dropout
        attention = nn.Module()
        attention.self = nn.Module()
        for part in ("query", "key", "value"):
            setattr(attention.self, part, nn.Linear(width, width))
        attention.output = nn.Module()
        attention.output.dense = nn.Linear(width, width)
        attention.output.LayerNorm = nn.LayerNorm(width, eps=1e-12)
        self.attention = attention
        self.intermediate = nn.Module()
        self.intermediate.dense = nn.Linear(width, inner)
        self.output = nn.Module()
        self.output.dense = nn.Linear(inner, width)
        self.output.LayerNorm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Attend and transform; `mask` is true where there is a piece."""
        size, length, width = x.shape
        drop = self.rate if self.training else 0.0

        def split(part: str) -> Tensor:
            made: Tensor = getattr(self.attention.self, part)(x)
            return made.view(size, length, self.heads, width // self.heads).transpose(1, 2)

        # plain products: on processors faster for windows this short than the fused kernel
        shares = (split("query") * (width // self.heads) ** -0.5) @ split("key").transpose(-1, -2)
        value = split("value")
        shares = shares.masked_fill(~mask[:, None, None], FAR).softmax(-1, dtype=value.dtype)
        seen = shares @ value
        seen = self.attention.output.dense(seen.transpose(1, 2).reshape(size, length, width))
        x = self.attention.output.LayerNorm(x + functional.dropout(seen, drop))
        inner = functional.gelu(self.intermediate.dense(x))
        return self.output.LayerNorm(x + functional.dropout(self.output.dense(inner), drop))


class Tagger(nn.Module):
    """Encoder with the heads; word vectors stay as they are, so that both models can share one table."""

    def __init__(
        self, weights: dict[str, Tensor], *, heads: int = 12, layers: int = 6, dropout: float = 0.1
    ) -> None:
        super().__init__()
        width = weights["embeddings.word_embeddings.weight"].shape[1]
        inner = weights["encoder.layer.0.intermediate.dense.weight"].shape[0]
        self.rate = dropout
        self.embeddings = nn.Module()
        self.embeddings.word_embeddings = nn.Embedding.from_pretrained(
            weights["embeddings.word_embeddings.weight"], freeze=True
        )
        self.embeddings.position_embeddings = nn.Embedding(512, width)
        self.embeddings.LayerNorm = nn.LayerNorm(width, eps=1e-12)
        self.encoder = nn.Module()
        self.encoder.layer = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        places = weights["embeddings.position_embeddings.weight"][:512]
        kinds = weights.get("embeddings.token_type_embeddings.weight")
        kept = {k: v for k, v in weights.items() if k in self.state_dict()}
        kept["embeddings.position_embeddings.weight"] = places + kinds[0] if kinds is not None else places
        self.load_state_dict(kept)
        self.emit = nn.Linear(width, LABELS)
        self.chain = nn.Parameter(torch.zeros(LABELS + 1, LABELS))  # the last row: what may begin
        self.as_part = nn.Linear(2 * width, LINK)
        self.as_cue = nn.Linear(2 * width, LINK)
        self.alone = nn.Linear(LINK, 1)  # a content without a cue
        self.sourceless = nn.Linear(LINK, 1)  # a cue without a source
        self.place = nn.Parameter(torch.zeros(PLACES))
        self.register_buffer("allowed", _allowed())

    def encode(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return the pieces' vectors."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.embeddings.word_embeddings(ids) + self.embeddings.position_embeddings(places)
        x = functional.dropout(self.embeddings.LayerNorm(x), self.rate if self.training else 0.0)
        for layer in self.encoder.layer:
            x = layer(x, mask)
        return x

    def transitions(self) -> Tensor:
        """The chain's scores, with what cannot follow ruled out."""
        return self.chain.masked_fill(~self.allowed, FAR)


def _allowed() -> Tensor:
    """A further word follows only a first or a further word of its own kind."""
    allowed = torch.ones(LABELS + 1, LABELS, dtype=torch.bool)
    for further in (2, 4, 6):
        allowed[:, further] = False
        allowed[further - 1, further] = allowed[further, further] = True
    return allowed


def chain_loss(scores: Tensor, labels: Tensor, lengths: Tensor, transitions: Tensor) -> Tensor:
    """Negative log-likelihood of the labels, a word; scores (texts, words, labels), padded with label -1."""
    longest = scores.shape[1]
    known = labels.clamp(min=0)
    inside = labels >= 0
    steps = transitions[:-1]
    gold = scores.gather(2, known[:, :, None])[:, :, 0]
    gold = gold + torch.cat([transitions[-1][known[:, :1]], steps[known[:, :-1], known[:, 1:]]], dim=1)
    gold = (gold * inside).sum(1)
    held = transitions[-1] + scores[:, 0]
    for at in range(1, longest):
        fresh = torch.logsumexp(held[:, :, None] + steps, dim=1) + scores[:, at]
        held = torch.where(inside[:, at, None], fresh, held)
    return (torch.logsumexp(held, dim=1) - gold).sum() / lengths.sum()


def read(path: Path, rows: list[int]) -> dict[str, Tensor]:
    """Read the open weights, with the kept rows of the vocabulary only."""
    weights = {name: value.float() for name, value in load_file(path).items()}
    weights["embeddings.word_embeddings.weight"] = weights["embeddings.word_embeddings.weight"][rows]
    return weights
