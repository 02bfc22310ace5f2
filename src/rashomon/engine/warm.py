"""Loads all weights when it is imported: the server that workers are forked from does that, nothing else."""

import gc
import os

from rashomon.annotate import parser
from rashomon.annotate.quotes.tagger import available, tag
from rashomon.link import gazetteer, vectors, wordpieces
from rashomon.link.frequencies import background


def warm() -> None:
    """Load what every stage reads, and move it out of the garbage collector's way."""
    # read when numpy is loaded, below: a worker has one core, and matrices as small as ours gain nothing
    # from a second thread, which waits for its share busily
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    parser.load()
    gazetteer.load()
    background()
    if available():
        tag("Nothing was said.")
    if vectors.available():
        vectors.encoder().encode(["Nothing was said."])
    if wordpieces.reader().available():
        wordpieces.reader().read(["Nothing was said."])
    gc.collect()
    gc.freeze()  # a collection would write to the shared pages, and so copy them


warm()
