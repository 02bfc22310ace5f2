"""The brief: a short telling built from the outlets' own words, every sentence with its spans."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.model import BriefSentence, Claim, Comparison, Point, Resolution, Span, Story, Value
from rashomon.tell.calendar import day
from rashomon.tell.sigla import sigla
from rashomon.tell.wording import cite, how_many, listing, shorten

# How many sentences of each kind make a brief that is read in a minute.
_AGREED, _CONTESTED, _EXCLUSIVE = 5, 6, 3
# Versions of one point that a sentence can hold.
_VERSIONS = 3
# Up to this many characters a value is shown in the claim that it stands in, not alone.
_CONTEXT = 160
# A claim of about this length reads well alone; far shorter ones lack their subject.
_GOOD_LENGTH = 90
_LEANING = frozenset(
    "he her his i it its our she that their there these they this those we which who".split()
)
_ABOUT = {
    "quantity": "on a number",
    "date": "on a date",
    "duration": "on how long",
    "place": "on a place",
    "person": "on who",
    "attribution": "on who said it",
    "wording": "in their wording",
    "polarity": "on whether it is so",
}


def find_brief(story: Story, resolution: Resolution, comparison: Comparison) -> tuple[BriefSentence, ...]:
    """Return the brief: what is agreed, what is contested, what one outlet alone tells.

    The first sentence opens with the place and the date, where spans say them.
    """
    desk = _Desk(resolution, comparison)
    told = [
        *desk.take(("agree",), lambda p: (p.independent < 2,), desk.agreed, _AGREED),
        *desk.take(
            ("contradict", "differ", "update"),
            lambda p: (p.relation != "contradict", p.slot == "wording"),
            desk.contested,
            _CONTESTED,
        ),
        *desk.take(("exclusive",), lambda _: (), desk.exclusive, _EXCLUSIVE),
    ]
    if told:
        opening, spans = _opening(story, resolution, comparison)
        told[0] = replace(told[0], text=opening + told[0].text, spans=(*told[0].spans, *spans))
    return tuple(told)


class _Desk:
    """Knows the claims, outlets and speakers, and puts points into sentences."""

    def __init__(self, resolution: Resolution, comparison: Comparison) -> None:
        articles = [found.article for found in resolution.annotations]
        signs = sigla(articles)
        names = {entity.id: entity.name for entity in resolution.entities}
        self.points = comparison.points
        self.claims = {claim.id: claim for claim in comparison.claims}
        self.texts = {article.id: article.text for article in articles}
        self.outlets = {a.id: a.outlet or f"article {signs[a.id]}" for a in articles}
        self.speakers = {
            quote.id: names.get(quote.speaker or "")
            for found in resolution.annotations
            for quote in found.quotes
        }

    def take(
        self,
        relations: Sequence[str],
        order: Callable[[Point], tuple[bool, ...]],
        write: Callable[[Point], BriefSentence],
        most: int,
    ) -> Iterator[BriefSentence]:
        """Yield sentences for the most telling points of these relations, none twice in other words."""
        told: set[str] = set()
        chosen = [point for point in self.points if point.relation in relations]
        for point in sorted(chosen, key=lambda p: (order(p), -p.salience, p.id)):
            sentence = write(point)
            if len(told) < most and sentence.text not in told:
                told.add(sentence.text)
                yield sentence

    def agreed(self, point: Point) -> BriefSentence:
        """Who agrees, on how many independent origins, in the words that read best alone."""
        claim = self.best(point)
        names = self.names(point.articles)
        if point.independent > 1:
            start = f"{names} agree, on {how_many(point.independent, 'independent origin')}"
        else:
            start = f"{names} have it from one origin"
        return self.sentence(point, f"{start}{self.says(claim, ', that')}: {self.words(claim)}.")

    def exclusive(self, point: Point) -> BriefSentence:
        """Who alone tells it, in its own words."""
        claim = self.best(point)
        names = self.names(point.articles)
        return self.sentence(point, f"Only {names} tells{self.says(claim, ' that')}: {self.words(claim)}.")

    def contested(self, point: Point) -> BriefSentence:
        """The versions side by side, each with who prints it and on how many origins."""
        joint = "; but " if point.relation == "contradict" else "; "
        told = [self.version(value, point) for value in point.values[:_VERSIONS]]
        rest = len(point.values) - len(told)
        versions = joint.join(told) + (f"; and {how_many(rest, 'other version')}" if rest else "")
        return self.sentence(point, f"{self.quarrel(point)}: {versions}.")

    def quarrel(self, point: Point) -> str:
        """How the versions relate, in our words."""
        about = f" {_ABOUT[point.slot]}" if point.slot in _ABOUT else ""
        if point.relation == "update":
            return f"Updated since{about.replace(' in their wording', '')}"
        verb = "contradict" if point.relation == "contradict" else "differ"
        each = " each other" if verb == "contradict" else ""
        if len(point.articles) == 1:
            return f"Within {self.names(point.articles)}, two statements {verb}{each}{about}"
        return f"The accounts {verb}{each}{about}"

    def version(self, value: Value, point: Point) -> str:
        """One version's words, the claim around it where that is short, and who prints it."""
        span = min(value.spans, key=lambda s: (-len(s), s))
        around = [
            claim
            for claim in (self.claims[id] for id in point.claims)
            if any(part.covers(span) for part in claim.spans) and len(self.text(claim)) <= _CONTEXT
        ]
        words = self.words(min(around, key=_place)) if around else cite(shorten(self.exact(span)))
        origins = f", {how_many(value.independent, 'origin')}" if len(value.articles) > 1 else ""
        return f"{words} ({self.names(value.articles)}{origins})"

    def sentence(self, point: Point, text: str) -> BriefSentence:
        """The sentence with all the words that its point rests on."""
        claims = [span for id in point.claims for span in self.claims[id].spans]
        values = [span for value in point.values for span in value.spans]
        return BriefSentence(text=text, spans=tuple(sorted({*claims, *values})), points=(point.id,))

    def best(self, point: Point) -> Claim:
        """The point's claim that reads best alone: not short, not long, not leaning on what went before."""
        return min((self.claims[id] for id in point.claims), key=lambda c: (self.unfit(c), _place(c)))

    def unfit(self, claim: Claim) -> int:
        text = self.text(claim)
        leaning = (text.split() or [""])[0].lower().strip(",;:“”\"'‘’") in _LEANING
        return abs(len(text) - _GOOD_LENGTH) + 60 * leaning + 20 * (len(claim.spans) - 1)

    def says(self, claim: Claim, joint: str) -> str:
        """Who is quoted with the claim, in our words; empty where the outlet itself asserts it."""
        if claim.quote is None:
            return ""
        return f"{joint} {self.speakers.get(claim.quote) or 'a speaker not known'} said"

    def names(self, articles: Iterable[str]) -> str:
        return listing(sorted({self.outlets[id] for id in articles}))

    def words(self, claim: Claim) -> str:
        return " … ".join(cite(shorten(self.exact(span))) for span in claim.spans)

    def text(self, claim: Claim) -> str:
        return " ".join(self.exact(span) for span in claim.spans)

    def exact(self, span: Span) -> str:
        return self.texts[span.article][span.start : span.end]


def _place(claim: Claim) -> tuple[str, tuple[Span, ...]]:
    """Where the claim stands: an order that doesn't depend on the order of the input."""
    return (claim.article, claim.spans)


def _opening(story: Story, resolution: Resolution, comparison: Comparison) -> tuple[str, tuple[Span, ...]]:
    """The place and the date that open the brief, each only with a span that says it."""
    where = sorted(
        span
        for entity in resolution.entities
        if entity.kind == "place" and story.place in (entity.name, *entity.names)
        for span in entity.mentions
    )
    when = sorted(
        time.span
        for claim in comparison.claims
        for time in claim.dates
        if story.date and time.value == story.date
    )
    parts = [str(story.place)] * bool(where) + [day(str(story.date))] * bool(when)
    return (", ".join(parts) + ". " if parts else "", (*where[:1], *when[:1]))
