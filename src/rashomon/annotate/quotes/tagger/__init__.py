"""The trained tagger: source, cue and content of attributions, and which belong together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.annotate.quotes.found import Range
from rashomon.annotate.quotes.tagger.chain import Stretch, best_chain, shares_of, stretches
from rashomon.annotate.quotes.tagger.links import link
from rashomon.annotate.quotes.tagger.network import available, network
from rashomon.annotate.quotes.tagger.words import Words, split_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Attribution", "TaggedText", "available", "tag"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as the model reads it: a cue, and the sources and contents that go with it."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class TaggedText:
    """What the model read in one text.

    `attributions` have a content. For each of the `cues`, `links` scores the `sources` near it by their
    number, above having none. `starts` are the first characters of the words, and `shares` how likely
    each is part of a source, a cue and a content.
    """

    attributions: tuple[Attribution, ...]
    cues: tuple[Range, ...]
    sources: tuple[Range, ...]
    links: tuple[Mapping[int, float], ...]
    starts: tuple[int, ...]
    shares: "NDArray[np.float32]"


def tag(text: str) -> TaggedText:
    """Return what the model reads in a text, attributions in the order of their cues."""
    words = split_words(text)
    if not len(words):
        return TaggedText((), (), (), (), (), shares_of(None))
    scores, vectors = network().read(text, words)
    found = stretches(best_chain(scores, network().transitions), words.paragraph)
    links = link(vectors, found, words.paragraph, network().linking)
    contents: list[list[Range]] = [[] for _ in found["cue"]]
    for part, owner in zip(found["content"], links.cue, strict=True):
        if owner >= 0:
            contents[owner].append(_range(words, part))
    cues = tuple(_range(words, cue) for cue in found["cue"])
    sources = tuple(_range(words, source) for source in found["source"])
    named = [(sources[k],) if k >= 0 else () for k in links.source]
    attributions = tuple(
        Attribution(cue, source, tuple(content))
        for cue, source, content in zip(cues, named, contents, strict=True)
        if content
    )
    return TaggedText(attributions, cues, sources, links.scores, words.start, shares_of(scores))


def _range(words: Words, stretch: Stretch) -> Range:
    return words.start[stretch[0]], words.end[stretch[1] - 1]
