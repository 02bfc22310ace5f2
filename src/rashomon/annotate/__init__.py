"""Annotate: what one article holds, on its own. A pure function of the article."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from rashomon.annotate import parser
from rashomon.annotate.claims import find_claims
from rashomon.annotate.mentions import find_mentions
from rashomon.annotate.quantities import find_quantities
from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.quotes.circumstances import add_circumstances
from rashomon.annotate.quotes.tagger import TaggedText
from rashomon.annotate.quotes.tagger.reader import THREADS, Reader, Reading
from rashomon.annotate.sentences import Place, find_sentences, place_sentences
from rashomon.annotate.times import find_times
from rashomon.link import gazetteer as tables
from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Article

__all__ = ["THREADS", "annotate"]


def annotate(
    articles: Iterable[Article],
    *,
    gazetteer: Gazetteer | None = None,
    trained: bool = True,
    threads: int = THREADS,
) -> Iterator[Annotations]:
    """Yield each article's annotations, in order; the parser works in batches, the tagger beside it.

    `gazetteer` is the bundled one if None; with a user's aliases it finds those names too. Without
    `trained`, or where the tagger's weights are not installed, quotes are found by rules alone.
    The tagger has so many `threads` of its own; with none, it works in turn with the parser.
    """
    nlp = parser.load()
    waiting: deque[tuple[Article, Sequence[Place], Reading]] = deque()
    reader = Reader(trained=trained, threads=threads)

    def texts() -> Iterator[tuple[str, list[tuple[int, int]]]]:
        for article in articles:
            places = place_sentences(article)
            waiting.append((article, places, reader.start(article.text)))
            yield article.text, [(start, end) for start, end, _ in places]

    for parsed in parser.parse(nlp, texts()):
        article, places, reading = waiting.popleft()
        yield _annotate(article, places, parsed, gazetteer or tables.load(), reading())


def _annotate(
    article: Article,
    places: Sequence[Place],
    parsed: parser.Parsed,
    gazetteer: Gazetteer,
    read: TaggedText | None,
) -> Annotations:
    tokens = parsed.tokens
    sentences = find_sentences(article, places, tokens)
    mentions = find_mentions(article, tokens, sentences, parsed.entities, gazetteer)
    quotes = find_quotes(article, tokens, sentences, mentions, read=read)
    quotes = add_circumstances(article, tokens, quotes)
    times = find_times(article, tokens, sentences, mentions)
    quantities = find_quantities(article, tokens, sentences, mentions, times)
    claims = find_claims(article, tokens, sentences, quotes, quantities, times)
    return Annotations(
        article=article,
        tokens=tokens,
        sentences=sentences,
        mentions=mentions,
        times=times,
        quantities=quantities,
        quotes=quotes,
        claims=claims,
    )
