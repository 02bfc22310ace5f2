"""Articles and a dossier about a harbour that does not exist."""

from rashomon.model import Article, OffsetMap
from rashomon.model.identity import content_id

TEXT = (
    "Harbour of Mirelle closes for the storm\n\n"
    "The harbour of Mirelle closed on Monday. “Nobody sails tonight,” said harbour master Odile Brun. "
    "Twelve ferries were waiting outside the café quay, and 1,200 passengers slept in the school."
)


def article(text: str = TEXT, **fields: object) -> Article:
    """An article whose text arrived as it is stored."""
    values = {
        "id": content_id("a", text, sorted(fields.items(), key=str)),
        "file": "mirelle.txt",
        "language": "en",
    }
    return Article(text=text, raw=text, offsets=OffsetMap(((0, 0, len(text)),)), **{**values, **fields})  # type: ignore[arg-type]


def dossier(story: str, *articles: Article, speaker: str = "Odile Brun", relation: str = "agree") -> dict:
    """A small dossier as JSON: one quote, one claim and one entity in each article, one point over all."""
    quotes, claims, mentions = [], [], []
    for each in articles:
        said, name = _span(each, "Nobody sails tonight"), _span(each, "Odile Brun")
        quotes.append(
            {
                "id": f"q-{each.id}",
                "article": each.id,
                "kind": "direct",
                "speaker": "e-brun",
                "content": [said],
                "confidence": 0.9,
            }
        )
        claims.append(
            {"id": f"c-{each.id}", "article": each.id, "spans": [_span(each, "harbour of Mirelle closed")]}
        )
        mentions.append(name)
    return {
        "story": {"id": story, "title": "Harbour of Mirelle closes", "independent": 1},
        "articles": [{"id": each.id, "outlet": each.outlet, "origin": "o-1"} for each in articles],
        "entities": [
            {
                "id": "e-brun",
                "kind": "person",
                "name": speaker,
                "names": [speaker, "Brun"],
                "mentions": mentions,
            }
        ],
        "quotes": quotes,
        "utterances": [
            {
                "id": "u-1",
                "renderings": [{"quote": quote["id"], "fidelity": "verbatim"} for quote in quotes],
            }
        ],
        "claims": claims,
        "points": [_point(claims, relation)],
        "origins": [{"id": "o-1", "agency": None, "articles": [each.id for each in articles]}],
    }


def _span(article: Article, words: str) -> dict:
    start = article.text.index(words)
    return {"article": article.id, "start": start, "end": start + len(words), "exact": words}


def _point(claims: list[dict], relation: str) -> dict:
    ids = [claim["id"] for claim in claims]
    return {"id": content_id("p", ids), "claims": ids, "relation": relation}
