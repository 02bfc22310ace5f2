"""Parts: where only a part of a quote gives an utterance, that part is a quote within it.

So the rows that an utterance names hold its words, and no others.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.model import Quote, Rendering, Span, Utterance
from rashomon.model.identity import content_id


def part_id(rendering: Rendering) -> str:
    """The id of the quote whose words give the utterance: the quote's own where all of it does."""
    if not rendering.spans:
        return rendering.quote
    return content_id("q", rendering.quote, [(span.start, span.end) for span in rendering.spans])


def parts(quotes: Mapping[str, Quote], utterances: Sequence[Utterance]) -> Mapping[str, Sequence[Quote]]:
    """Return for each quote its parts that give an utterance, in text order."""
    found: defaultdict[str, dict[tuple[Span, ...], Quote]] = defaultdict(dict)
    for rendering in (each for utterance in utterances for each in utterance.renderings):
        if rendering.spans:
            whole = quotes[rendering.quote]
            part = replace(whole, id=part_id(rendering), content=rendering.spans, within=whole.id)
            found[whole.id][rendering.spans] = part
    return {quote: [held[spans] for spans in sorted(held)] for quote, held in found.items()}
