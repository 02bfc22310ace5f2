"""Utterances: one thing one speaker said, with every rendering of it."""

from collections.abc import Sequence

from rashomon.model import Annotations, Utterance


def find_utterances(annotations: Sequence[Annotations]) -> tuple[Utterance, ...]:
    """Return what was said, each with the quotes that render it."""
    return ()
