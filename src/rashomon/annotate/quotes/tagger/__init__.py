"""The trained tagger: source, cue and content of attributions, and which belong together."""

from dataclasses import dataclass

from rashomon.annotate.quotes.found import Range
from rashomon.annotate.quotes.tagger.chain import ROLES, Stretch, best_chain, stretches
from rashomon.annotate.quotes.tagger.links import LINKED, link
from rashomon.annotate.quotes.tagger.network import available, network
from rashomon.annotate.quotes.tagger.words import Words, split_words

__all__ = ["Attribution", "available", "tag"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as the model reads it: a cue, and the sources and contents that go with it."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]


def tag(text: str) -> tuple[Attribution, ...]:
    """Return the attributions of a text that have a content, in the order of their cues."""
    words = split_words(text)
    if not len(words):
        return ()
    scores, vectors = network().read(text, words)
    found = stretches(best_chain(scores, network().transitions))
    owners = link(vectors, found, words.paragraph, network().linking)
    parts: dict[str, list[list[Range]]] = {role: [[] for _ in found["cue"]] for role in ROLES}
    for role in LINKED:
        for part, owner in zip(found[role], owners[role], strict=True):
            if owner >= 0:
                parts[role][owner].append(_range(words, part))
    return tuple(
        Attribution(_range(words, cue), tuple(parts["source"][place]), tuple(parts["content"][place]))
        for place, cue in enumerate(found["cue"])
        if parts["content"][place]
    )


def _range(words: Words, stretch: Stretch) -> Range:
    return words.start[stretch[0]], words.end[stretch[1] - 1]
