"""The brief: a short telling built from the outlets' own words, every sentence with its spans."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.model import BriefSentence, Claim, Comparison, Point, Resolution, Span, Story, Value
from rashomon.tell.alone import stands_for_all, unfit
from rashomon.tell.calendar import day
from rashomon.tell.sigla import sigla
from rashomon.tell.wording import cite, excerpt, fold, how_many, listing, names_nobody, shorten, told_by
from rashomon.text.alone import leans

# How many sentences of each kind make a brief that is read in a minute.
_AGREED, _CONTESTED, _EXCLUSIVE = 5, 6, 3
# Versions of one point that a sentence can hold.
_VERSIONS = 3
# So many characters of the claim that a value stands in are shown with it.
_CONTEXT = 160
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
        *desk.take(("agree",), lambda p: (desk.alone(p), p.independent < 2), desk.agreed, _AGREED),
        *desk.take(
            ("contradict", "differ", "update"),
            lambda p: (p.relation != "contradict", p.slot == "wording"),
            desk.contested,
            _CONTESTED,
        ),
        *desk.take(("exclusive",), lambda p: (leans(desk.text(desk.best(p))),), desk.exclusive, _EXCLUSIVE),
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
        self.points = comparison.points
        self.claims = {claim.id: claim for claim in comparison.claims}
        self.quotes = {quote.id: quote for found in resolution.annotations for quote in found.quotes}
        self.names_of = {entity.id: entity.name for entity in resolution.entities}
        self.texts = {article.id: article.text for article in articles}
        self.outlets = {a.id: a.outlet or f"article {signs[a.id]}" for a in articles}
        self.titles = {article.id: article.title for article in articles}
        self.near = {id for point in self.points if point.near for id in point.claims}
        self.shown: list[Span] = []
        self.versions: set[Span] = set()

    def take(
        self,
        relations: Sequence[str],
        order: Callable[[Point], tuple[bool, ...]],
        write: Callable[[Point], BriefSentence],
        most: int,
    ) -> Iterator[BriefSentence]:
        """Yield sentences for the most telling points of these relations, none in words shown before."""
        taken = 0
        chosen = [p for p in self.points if p.relation in relations and not p.near]
        if relations == ("exclusive",):  # nobody else tells anything near to it either
            chosen = [point for point in chosen if not self.near & set(point.claims)]
        for point in sorted(chosen, key=lambda p: (order(p), -p.salience, p.id)):
            claim = self.best(point)
            if taken == most or self.repeats(point, claim):
                continue
            taken += 1
            self.shown += claim.spans
            self.versions.update(span for value in point.values for span in value.spans)
            yield write(point)

    def repeats(self, point: Point, claim: Claim) -> bool:
        """Whether all but one of the point's versions, or half of its claim's words, were shown before."""
        if len(point.values) > 1:
            return sum(self.versions.isdisjoint(value.spans) for value in point.values) < 2
        inside = {
            (span.article, at)
            for span in claim.spans
            for shown in self.shown
            if span.overlaps(shown)
            for at in range(max(span.start, shown.start), min(span.end, shown.end))
        }
        return 2 * len(inside) >= sum(map(len, claim.spans))

    def alone(self, point: Point) -> bool:
        """Whether all of the point's articles are of one outlet."""
        return len({self.outlets[id] for id in point.articles}) == 1

    def agreed(self, point: Point) -> BriefSentence:
        """Who agrees, on how many independent origins, in the words that read best alone."""
        claim, claims = self.best(point), [self.claims[id] for id in point.claims]
        origins = how_many(point.independent, "independent origin")
        start = f"agree, on {origins}" if point.independent > 1 else "have it from one origin"
        if self.alone(point):
            start = f"tells in {how_many(len(point.articles), 'article')}"
        who, cited = self.speaker(claim)
        alike = len({(fold(self.text(one)), self.speaker(one)[0]) for one in claims}) == 1
        if who and len({self.speaker(one)[0] for one in claims}) == 1:
            start, who = f"{start}, {_says(who, cited)}", None
        by = "" if alike else f" ({self.source([claim.article], who)})"
        text = f"{self.names(point.articles)} {start}: {self.words(claim)}{by}."
        return self.sentence(point, text, cited)

    def exclusive(self, point: Point) -> BriefSentence:
        """Who alone tells it, in its own words; where nobody else could have, that they tell it."""
        claim = self.best(point)
        who, cited = self.speaker(claim)
        says = (", " if cited else " ") + _says(who, cited) if who else ""
        only = "Only " if len(self.outlets) > 1 else ""
        text = f"{only}{self.names(point.articles)} tells{says}: {self.words(claim)}."
        return self.sentence(point, text, cited)

    def contested(self, point: Point) -> BriefSentence:
        """The versions side by side, each with who prints it and on how many origins."""
        told = list(dict.fromkeys(self.version(value, point) for value in point.values))
        shown = [text for text, _ in told[:_VERSIONS]]
        if rest := len(told) - len(shown):
            shown.append(f"and {how_many(rest, 'other version')}")
        joint = "; but " if point.relation == "contradict" and not rest else "; "
        cited = tuple(span for _, spans in told[:_VERSIONS] for span in spans)
        return self.sentence(point, f"{self.quarrel(point)}: {joint.join(shown)}.", cited)

    def quarrel(self, point: Point) -> str:
        """How the versions relate, in our words."""
        about = f" {_ABOUT[point.slot]}" if point.slot in _ABOUT else ""
        if point.relation == "update":
            return f"Updated since{about.replace(' in their wording', '')}"
        verb = "contradict each other" if point.relation == "contradict" else "differ"
        if len(point.articles) == 1:
            return f"Within {self.names(point.articles)}, two statements {verb}{about}"
        return f"The accounts {verb}{about}"

    def version(self, value: Value, point: Point) -> tuple[str, tuple[Span, ...]]:
        """One version's words, the claim around it where that is short, and who prints it."""
        span = min(value.spans, key=lambda s: (-len(s), s))
        around = [
            claim
            for claim in (self.claims[id] for id in point.claims)
            if any(part.covers(span) for part in claim.spans)
        ]
        told = min(around, key=lambda claim: (len(self.text(claim)) > _CONTEXT, _place(claim)), default=None)
        words = self.around(span, told, value, point) if told else cite(shorten(self.exact(span)))
        if len(value.articles) > 1:
            origins = how_many(value.independent, "origin")
            return f"{words} ({self.names(value.articles)}, {origins})", ()
        who, cited = self.speaker(told) if told else (None, ())
        return f"{words} ({self.source(value.articles, who)})", cited

    def around(self, span: Span, claim: Claim, value: Value, point: Point) -> str:
        """The words of the claim around a value, as far as no other version's words stand among them."""
        part = next(part for part in claim.spans if part.covers(span))
        others = [
            other
            for each in point.values
            if fold(each.value) != fold(value.value)
            for other in each.spans
            if part.overlaps(other)
        ]
        if not others and len(self.text(claim)) <= _CONTEXT:
            return self.words(claim)
        start = max([part.start, *(other.end for other in others if other.end <= span.start)])
        end = min([part.end, *(other.start for other in others if other.start >= span.end)])
        if any(other.overlaps(span) for other in others):
            start, end = span.start, span.end
        text = self.texts[part.article][start:end]
        return cite(excerpt(text, span.start - start, span.end - start, longest=_CONTEXT).strip(" ,;\n"))

    def sentence(self, point: Point, text: str, cited: Sequence[Span]) -> BriefSentence:
        """The sentence with all the words that its point rests on; if contested, those with a version."""
        values = [span for value in point.values for span in value.spans]
        told = [self.claims[id].spans for id in point.claims]
        if len(point.values) > 1:
            told = [spans for spans in told if any(a.overlaps(b) for a in spans for b in values)]
        claims = [span for spans in told for span in spans]
        spans = tuple(sorted({*claims, *values, *cited}))
        if "." not in text.split(" ")[0]:  # a site's name keeps its small letters
            text = text[:1].upper() + text[1:]
        return BriefSentence(text=text, spans=spans, points=(point.id,))

    def best(self, point: Point) -> Claim:
        """The claim that stands for an agreement; of any other point the one that reads best alone.

        No headline, not short, not long, not leaning on what went before.
        """
        claims = [self.claims[id] for id in point.claims]
        return min(claims, key=lambda claim: (not self.stands(claim, point), self.fitness(claim)))

    def stands(self, claim: Claim, point: Point) -> bool:
        """Whether the claim is the one that comparing chose to stand for all."""
        words = " … ".join(self.exact(span) for span in claim.spans)
        return stands_for_all(words, point.relation, [value.value for value in point.values])

    def fitness(self, claim: Claim) -> tuple[int, str, tuple[Span, ...]]:
        badly = unfit(self.text(claim), pieces=len(claim.spans), title=self.titles[claim.article])
        return (badly, *_place(claim))

    def speaker(self, claim: Claim) -> tuple[str | None, tuple[Span, ...]]:
        """Who is quoted with the claim: a name, else the source's words with their spans, else None.

        None says that the outlet itself asserts it, also where its words tell who said it. Where a speaker
        tells what another said, both are named.
        """
        quote = self.quotes.get(claim.quote or "")
        if quote is None or any(span.overlaps(cue) for span in claim.spans for cue in quote.cue):
            return None, ()
        if name := self.names_of.get(quote.speaker or ""):
            outer = self.quotes.get(quote.within or "")
            teller = self.names_of.get(outer.speaker or "") if outer else None
            return told_by(name, teller), ()
        if names_nobody(self.exact(span) for span in quote.source):
            return "a speaker not named", ()
        return " … ".join(cite(self.exact(span)) for span in quote.source), quote.source

    def source(self, articles: Iterable[str], who: str | None) -> str:
        """Who prints it, and whom they cite."""
        return f"{self.names(articles)}, citing {who}" if who else self.names(articles)

    def names(self, articles: Iterable[str]) -> str:
        return listing(sorted({self.outlets[id] for id in articles}))

    def words(self, claim: Claim) -> str:
        return " … ".join(cite(shorten(self.exact(span))) for span in claim.spans)

    def text(self, claim: Claim) -> str:
        return " ".join(self.exact(span) for span in claim.spans)

    def exact(self, span: Span) -> str:
        return self.texts[span.article][span.start : span.end]


def _says(who: str, cited: Sequence[Span]) -> str:
    """That they said it; of a source in the outlet's words, which may be a paper, that it is by them."""
    return f"according to {who}" if cited else f"that {who} said"


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
