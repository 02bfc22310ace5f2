"""Boosted trees: how scikit-learn is asked for them, and how they are written for `rashomon.link.trees`."""

import json
from collections.abc import Sequence
from typing import Any


def settings(*, depth: int, rounds: int, rate: float, leaf: int, ridge: float) -> dict[str, Any]:
    """Return what all recipes ask of boosted trees: full ones of a depth, always the same."""
    return {
        "max_depth": depth,
        "max_leaf_nodes": None,
        "max_iter": rounds,
        "learning_rate": rate,
        "min_samples_leaf": leaf,
        "l2_regularization": ridge,
        "early_stopping": False,
        "random_state": 0,
    }


def written(model: Any, names: Sequence[str]) -> str:
    """Return the fitted trees as JSON: full trees in heap order, a line each."""
    lines = [json.dumps(tree(predictors[0].nodes, model.max_depth)) for predictors in model._predictors]
    bias = round(float(model._baseline_prediction.ravel()[0]), 6)
    head = json.dumps({"names": list(names), "depth": model.max_depth, "bias": bias})
    return head[:-1] + ', "trees": [\n' + ",\n".join(lines) + "\n]}\n"


def tree(nodes: Any, depth: int) -> list[list[Any]]:
    """One tree as features, cuts, missing, values; a leaf above the last level is repeated below."""
    inner, total = 2**depth - 1, 2 ** (depth + 1) - 1
    features, cuts, missing = [0] * inner, [0.0] * inner, [0] * inner
    values = [0.0] * total

    def fill(place: int, index: int) -> float:
        node = nodes[index]
        if node["is_leaf"]:
            value = round(float(node["value"]), 5)
            if place < inner:
                fill(2 * place + 1, index), fill(2 * place + 2, index)
        else:
            features[place], missing[place] = int(node["feature_idx"]), int(node["missing_go_to_left"])
            cuts[place] = float(node["num_threshold"])  # in full: measures lie on the cuts
            left, right = fill(2 * place + 1, node["left"]), fill(2 * place + 2, node["right"])
            counts = [int(nodes[node[side]]["count"]) for side in ("left", "right")]
            value = round((left * counts[0] + right * counts[1]) / sum(counts), 5)
        values[place] = value
        return value

    fill(0, 0)
    return [features, cuts, missing, values]
