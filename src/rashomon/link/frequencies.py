"""How common words are in English news: weights that no batch of articles can bend."""

from functools import cache
from importlib.resources import files

from rashomon.link.tfidf import Tfidf


@cache
def background() -> Tfidf:
    """Return TF-IDF weights of general news; a word that the table lacks is as rare as can be.

    Made by training/frequencies.py. With weights from the batch itself, five reports of one event
    would have nothing in common, since every word that they share would seem common.
    """
    text = (files("rashomon.link") / "data" / "frequencies.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    idf = {word: int(tenths) / 10 for tenths, words in rows for word in words.split(" ")}
    return Tfidf(idf, max(idf.values(), default=1.0) + 0.5)
