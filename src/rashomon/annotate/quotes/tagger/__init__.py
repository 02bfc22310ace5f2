"""The trained tagger: source, cue and content of attributions, and which belong together."""

from dataclasses import dataclass

from rashomon.annotate.quotes.found import Range
from rashomon.annotate.quotes.tagger.chain import Stretch, best_chain, stretches
from rashomon.annotate.quotes.tagger.links import link
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
    found = stretches(best_chain(scores, network().transitions), words.paragraph)
    links = link(vectors, found, words.paragraph, network().linking)
    contents: list[list[Range]] = [[] for _ in found["cue"]]
    for part, owner in zip(found["content"], links.cue, strict=True):
        if owner >= 0:
            contents[owner].append(_range(words, part))
    sources = [(_range(words, found["source"][k]),) if k >= 0 else () for k in links.source]
    return tuple(
        Attribution(_range(words, cue), source, tuple(content))
        for cue, source, content in zip(found["cue"], sources, contents, strict=True)
        if content
    )


def _range(words: Words, stretch: Stretch) -> Range:
    return words.start[stretch[0]], words.end[stretch[1] - 1]
