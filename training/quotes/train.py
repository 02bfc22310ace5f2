"""Train the quote tagger: open MiniLM weights -> a checkpoint.

python training/quotes/train.py DATA --out FOLDER [--epochs 8] [--articles N]
"""

import argparse
import json
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

sys.path.append(str(Path(__file__).resolve().parents[1]))
import vectors as source
from quotes.data import Labelled, Sample, for_choices, load, samples, unmarked
from quotes.linking import link_loss
from quotes.model import Tagger, chain_loss, read
from rashomon.annotate.quotes.tagger.chain import ROLES, best_chain, stretches

SEED = 20161108
BATCH = 2048  # pieces a step, padding counted
LINK_WEIGHT = 0.3
AVERAGE = 0.998  # of the weights over the last steps


def epoch(articles: list[Labelled], chance: random.Random) -> list[list[Sample]]:
    """Cut all articles anew, into windows of very different lengths, and batch those of like length."""
    found: list[Sample] = []
    for article in articles:
        shown = unmarked(article) if chance.random() < 0.04 else article
        limit = chance.choices((40, 150, 300, 480), weights=(35, 20, 25, 20))[0]
        found.extend(s for s in samples(shown, limit, chance) if s.places)
    chance.shuffle(found)
    found.sort(key=lambda s: len(s.ids) // 16)
    batches: list[list[Sample]] = [[]]
    for sample in found:
        if batches[-1] and (len(batches[-1]) + 1) * len(sample.ids) > BATCH:
            batches.append([])
        batches[-1].append(sample)
    chance.shuffle(batches)
    return batches


def words_of(model: Tagger, batch: list[Sample]) -> Iterator[Tensor]:
    """Yield the vectors of each window's words (of their first pieces)."""
    longest = max(len(s.ids) for s in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    for row, sample in enumerate(batch):
        ids[row, : len(sample.ids)] = torch.tensor(sample.ids)
    mask = torch.arange(longest)[None] < torch.tensor([len(s.ids) for s in batch])[:, None]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = model.encode(ids, mask)
    # one look-up for all: each one's gradient is as large as the whole batch
    places = torch.tensor([row * longest + at for row, sample in enumerate(batch) for at in sample.places])
    yield from found.flatten(0, 1)[places].float().split([len(sample.places) for sample in batch])


def loss_of(model: Tagger, batch: list[Sample], chance: random.Random) -> tuple[Tensor, Counter[str]]:
    """Return the loss of a batch, and counts to report."""
    vectors = list(words_of(model, batch))
    lengths = torch.tensor([len(v) for v in vectors])
    scores = torch.nn.utils.rnn.pad_sequence(
        list(model.emit(torch.cat(vectors)).split(lengths.tolist())), batch_first=True
    )
    labels = torch.nn.utils.rnn.pad_sequence(
        [torch.tensor(s.labels) for s in batch], batch_first=True, padding_value=-1
    )
    chain = chain_loss(scores, labels, lengths, model.transitions())
    counts: Counter[str] = Counter()
    linking = chain.new_zeros(())
    for vector, sample in zip(vectors, batch, strict=True):
        loss, parts, right = link_loss(model, vector, sample, chance)
        linking = linking + loss
        counts["parts"] += parts
        counts["linked"] += right
    return chain * 10 + LINK_WEIGHT * linking / max(1, counts["parts"]), counts


@torch.no_grad()
def check(model: Tagger, articles: list[Labelled], limit: int) -> dict[str, float]:
    """Exact F1 of each role on articles in windows of a length, and the share of parts linked right."""
    model.eval()
    counts: Counter[str] = Counter()
    transitions = model.transitions().numpy()
    every = sorted((s for a in articles for s in samples(a, limit) if s.places), key=lambda s: len(s.ids))
    for at in range(0, len(every), 16):
        batch = every[at : at + 16]
        for vector, sample in zip(words_of(model, batch), batch, strict=True):
            ours = stretches(best_chain(model.emit(vector).numpy(), transitions), sample.paragraph)
            gold = stretches(sample.labels, sample.paragraph)
            for role in ROLES:
                a, b = set(ours[role]), set(gold[role])
                counts.update({role + " hit": len(a & b), role + " all": len(a) + len(b)})
            _, parts, right = link_loss(model, vector, sample)
            counts.update({"parts": parts, "linked": right})
    model.train()
    figures = {r: 100 * 2 * counts[r + " hit"] / max(1, counts[r + " all"]) for r in ROLES}
    figures["linked"] = 100 * counts["linked"] / max(1, counts["parts"])
    return {name: round(value, 2) for name, value in figures.items()}


def quantised(table: Tensor) -> Tensor:
    """The word vectors as the shipped file holds them, in 4 bits."""
    packed, scales = source.pack(table.numpy())
    levels = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
    blocks = levels.reshape(len(table), -1, source.BLOCK) * scales.astype(np.float32)[:, :, None]
    return torch.from_numpy(blocks.reshape(table.shape))


def optimiser(model: Tagger, rate: float) -> torch.optim.Optimizer:
    """AdamW: the encoder learns slowly, its first layers slowest; the heads fast."""
    groups = []
    for name, weight in model.named_parameters():
        if not weight.requires_grad:
            continue
        own = rate
        if name.startswith("encoder.layer."):
            own = rate * 0.9 ** (len(model.encoder.layer) - 1 - int(name.split(".")[2]))
        elif not name.startswith("embeddings"):
            own = rate * 10
        decay = 0.01 if weight.ndim > 1 else 0.0
        groups.append({"params": [weight], "lr": own, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6)


def main() -> None:
    """Train, report on the articles kept for choices, and write the averaged weights after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--articles", type=int, help="learn from so many articles only, to try the recipe")
    parser.add_argument("--all", action="store_true", help="train on the articles kept for choices as well")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    seed = SEED + bool(options.start)
    torch.manual_seed(seed)
    torch.set_num_threads(2)
    chance = random.Random(seed)
    every = load(options.data, "train")
    kept = [a for a in every if for_choices(a.name)][: options.articles]
    learned = [a for a in every if options.all or not for_choices(a.name)][: options.articles]
    _, rows = source.cut_tokenizer(source.source())
    weights = read(source.source() / "model.safetensors", rows)
    table = "embeddings.word_embeddings.weight"
    weights[table] = quantised(weights[table])
    model = Tagger(weights)
    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True), strict=False)
    train(model, learned, kept, options, chance)


def train(
    model: Tagger,
    learned: list[Labelled],
    kept: list[Labelled],
    options: argparse.Namespace,
    chance: random.Random,
) -> None:
    """Run the epochs; the rate rises over the first twentieth of the steps and falls to nothing."""
    optimizer = optimiser(model, options.rate)
    first = epoch(learned, chance)
    steps = len(first) * options.epochs
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / (steps * 0.06), max(0.02, 1 - at / steps))
    )
    averaged = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE)
    )
    began, pieces = time.time(), 0
    for number in range(options.epochs):
        batches, total = (first if number == 0 else epoch(learned, chance)), 0.0
        for at, batch in enumerate(batches):
            loss, _ = loss_of(model, batch, chance)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            plan.step()
            averaged.update_parameters(model)
            total += float(loss.detach())
            pieces += sum(len(s.ids) for s in batch)
            if not math.isfinite(total):
                raise SystemExit("the loss is no number")
            if at % 100 == 99:
                print(
                    f"{at + 1}/{len(batches)} {total / (at + 1):.3f} {pieces / (time.time() - began):.0f}/s",
                    flush=True,
                )
        line = {
            "epoch": number + 1,
            "seconds": round(time.time() - began),
            "loss": round(total / len(batches), 4),
        }
        line |= {"paragraphs": check(averaged.module, kept, 40), "windows": check(averaged.module, kept, 400)}
        print(json.dumps(line), flush=True)
        torch.save(averaged.module.state_dict(), options.out / "averaged.pt")


if __name__ == "__main__":
    main()
