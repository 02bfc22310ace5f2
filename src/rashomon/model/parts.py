"""Parts: in a dossier's JSON the part of a quote that gives an utterance is a quote within that quote."""

from typing import Any

Json = dict[str, Any]


def with_whole_quotes(dossier: Json) -> Json:
    """Return the dossier without such parts: its renderings name whole quotes, and the `spans` that count."""
    quotes = {row["id"]: row for row in dossier["quotes"]}
    wholes = {
        each["quote"]: quotes[each["quote"]]["within"]
        for row in dossier["utterances"]
        for each in row["renderings"]
        if _is_part(quotes[each["quote"]], each)
    }
    utterances = [
        {**row, "renderings": [{**e, "quote": wholes.get(e["quote"], e["quote"])} for e in row["renderings"]]}
        for row in dossier["utterances"]
    ]
    kept = [row for row in dossier["quotes"] if row["id"] not in wholes]
    return {**dossier, "quotes": kept, "utterances": utterances}


def _is_part(quote: Json, rendering: Json) -> bool:
    """Whether the row holds nothing but the words that are rendered; of a quote named whole there is more."""
    return quote.get("within") is not None and rendering.get("spans") == quote["content"]
