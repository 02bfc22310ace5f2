"""Whose words stand where: sigla, outlets and wordings of one dossier, ready for a terminal."""

import re
from collections.abc import Iterable

from rashomon.model import Article, Claim, Dossier, Point, Span, Value
from rashomon.tell.alone import stands_for_all, unfit
from rashomon.tell.sigla import sigla
from rashomon.tell.wording import one_line, shorten

# Up to this many characters a value is shown in the claim that it stands in.
_CONTEXT = 170
# Whatever could move the cursor, change colours or turn the direction of writing.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_INNER = str.maketrans('“”„«»"', "‘’‘‘’'")


def plain(text: str) -> str:
    """Return the text on one line, without characters that a terminal would act on."""
    return one_line(_CONTROL.sub("\ufffd", text)).strip()


class Words:
    """Looks up what the summary prints: the sign of an article, the words of a span, a claim, a value."""

    def __init__(self, dossier: Dossier) -> None:
        self.articles: dict[str, Article] = {article.id: article for article in dossier.articles}
        self.sign = sigla(dossier.articles)
        self.claims: dict[str, Claim] = {claim.id: claim for claim in dossier.comparison.claims}

    def exact(self, span: Span) -> str:
        """The outlet's words."""
        return plain(self.articles[span.article].exact(span))

    def signs(self, articles: Iterable[str]) -> str:
        """The sigla of the articles, in the order of the input."""
        held = set(articles)
        return " ".join(self.sign[id] for id in self.articles if id in held)

    def claim(self, claim: Claim) -> str:
        """A claim's words, with an ellipsis where it leaves some out."""
        return " … ".join(plain(shorten(self.exact(span))) for span in claim.spans)

    def point(self, point: Point) -> str:
        """The words that stand for an agreement; of any other point those that read best alone."""
        claims = [self.claims[id] for id in point.claims]
        shown = ((not self.stands(claim, point), *self.fitness(claim)) for claim in claims)
        return min(shown, default=(False, 0, ""))[2]

    def stands(self, claim: Claim, point: Point) -> bool:
        """Whether the claim is the one that comparing chose to stand for all."""
        words = " … ".join(self.articles[span.article].exact(span) for span in claim.spans)
        return stands_for_all(words, point.relation, [value.value for value in point.values])

    def fitness(self, claim: Claim) -> tuple[int, str]:
        """How badly the claim's words read alone, and the words."""
        words = self.claim(claim)
        return unfit(words, title=self.articles[claim.article].title), words

    def value(self, value: Value, point: Point) -> tuple[str, tuple[int, int]]:
        """The words of a value, in their claim where that is short, and where in them the value stands."""
        span = min(value.spans, key=lambda s: (-len(s), s))
        words = self.exact(span)
        around = [
            text
            for claim in (self.claims[id] for id in point.claims)
            if any(part.covers(span) for part in claim.spans)
            and len(text := self.claim(claim)) <= _CONTEXT
            and words in text
        ]
        text = min(around, key=lambda t: (len(t), t)) if around else plain(shorten(words))
        at = max(text.find(words), 0)
        return text, (at, min(at + len(words), len(text)))


def cited(text: str) -> str:
    """Return an outlet's words between quotation marks; marks inside become single ones."""
    return f"“{text.translate(_INNER)}”"
