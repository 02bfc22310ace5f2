"""From a quote's source to the entity that it means, over one article."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Entity, Quote, Span
from rashomon.resolve.speakers.answer import Answer, found, unknown
from rashomon.resolve.speakers.genders import Gender
from rashomon.resolve.speakers.mentions import Reading
from rashomon.resolve.speakers.naming import by_body, by_document, by_name
from rashomon.resolve.speakers.offices import Office, holders, office_in
from rashomon.resolve.speakers.people import COLLECTIVE, PERSON_NOUNS
from rashomon.resolve.speakers.references import Reference, people_in, pronoun_gender

_BACK = 4  # sentences that an antecedent may lie back; farther ones were seldom right
_PERSONLESS = frozenset({"PRON", "DET", "NUM"})


class Resolver:
    """Answers who a source is, each token once; looks only at what stands before it."""

    def __init__(
        self,
        annotations: Annotations,
        entities: Sequence[Entity],
        genders: Mapping[str, Gender | None],
        by_last: Mapping[str, tuple[Entity, ...]],
        gazetteer: Gazetteer,
    ) -> None:
        self.reading = Reading(annotations, entities)
        self.genders = genders
        self.by_last = by_last
        self.gazetteer = gazetteer
        self.here = {m.entity.id: m.entity for m in self.reading.mentioned if m.entity.kind == "person"}
        self.answers: dict[int, Answer] = {}
        self.source_spans: dict[int, Span] = {}
        self.told: set[int] = set()
        self.own: dict[int, list[range]] = {}
        for quote in annotations.quotes:
            self._take_in(quote)

    def _take_in(self, quote: Quote) -> None:
        """Note where the quote's source and what it tells stand."""
        told = [self.reading.tokens_in(span) for span in quote.content]
        head = self.reading.head(quote.source[0]) if quote.source else None
        if quote.kind != "direct" and (head is None or self._is_person(head)):
            self.told.update(index for part in told for index in part)
        if head is not None:
            self.source_spans.setdefault(head, quote.source[0])
            self.own.setdefault(head, []).extend(told)

    def _is_person(self, head: int) -> bool:
        """Whether the source is one person; what an agency reports has its own speakers inside."""
        mention = self.reading.at(head)
        if mention is not None:
            return mention.entity.kind == "person"
        named = self.reading.tokens.pos[head] in ("PROPN", "PRON")
        return named or self.reading.tokens.lemma[head] in PERSON_NOUNS

    def speaker(self, quote: Quote) -> Answer:
        """The speaker of the quote."""
        if not quote.source:
            return unknown("no source is named")
        if len(quote.source) > 1:
            return unknown("several sources")
        head = self.reading.head(quote.source[0])
        if head is None:
            return unknown("the source holds no noun")
        answer = self.answer(head, quote.source[0])
        if answer.entity is not None and answer.entity.kind == "place" and self._says_i(quote):
            return unknown(f"a place does not say “I”: “{answer.entity.name}”")
        return answer

    def _says_i(self, quote: Quote) -> bool:
        """Whether the words in quotation marks are one person's: they say "I" or "my"."""
        inside = (k for span in quote.content for k in self.reading.tokens_in(span) if self.reading.quoted[k])
        return any(self.reading.word(k) in ("I", "my", "My") for k in inside)

    def answer(self, head: int, span: Span) -> Answer:
        """The answer for the noun phrase with this head, worked out once."""
        if head not in self.answers:
            self.answers[head] = unknown("refers to itself")  # ends loops of pronouns
            self.answers[head] = self._answer(head, span)
        return self.answers[head]

    def _answer(self, head: int, span: Span) -> Answer:
        words = self.reading.text[span.start : span.end]
        word = self.reading.word(head)
        if self._several(head, span):
            return unknown(f"more than one speaker: “{words}”")
        gender = pronoun_gender(word)
        if gender and self.reading.tokens.pos[head] == "PRON":
            return self._pronoun(head, gender)
        if self.reading.tokens.pos[head] in _PERSONLESS or word.casefold() in COLLECTIVE:
            return unknown(f"“{words}” names nobody")
        return (
            by_name(self.reading, head, span, self.by_last)
            or by_document(self.reading, head, span)
            or by_body(self.reading, head, span)
            or self._office(head, span)
        )

    def _several(self, head: int, span: Span) -> bool:
        """Whether the source joins two names, or is a plural that is no name."""
        mention = self.reading.at(head)
        inside = self.reading.tokens_in(mention.span) if mention else range(0)
        for child in self.reading.children(head, span):
            nominal = self.reading.tokens.pos[child] in ("NOUN", "PROPN", "PRON")
            if self.reading.tokens.dep[child] == "conj" and nominal and child not in inside:
                return True
        return mention is None and self.reading.tokens.tag[head] in ("NNS", "NNPS")

    def _office(self, head: int, span: Span) -> Answer:
        """ "The foreign minister": the one person here who holds the office, or the last of them to speak."""
        words = self.reading.text[span.start : span.end]
        office = office_in(self.reading, head, span, self.gazetteer)
        if office is None:
            return unknown(f"“{words}” names nobody that we know")
        able = holders(office, self.here, self.gazetteer)
        if len(able) == 1 and office.specific:
            return found("office", able[0], words)
        if not able:
            return unknown(f"nobody here is known to hold the office: “{words}”")
        return self._last_speaker(head, able, office, words)

    def _last_speaker(self, head: int, able: Sequence[Entity], office: Office, words: str) -> Answer:
        ids = {entity.id for entity in able}
        for reference in self._leads_before(head):
            if reference.entity is None:
                return unknown(f"somebody without a name spoke last before “{words}”")
            if reference.entity.id in ids:
                return found("office in context", reference.entity, words)
            if not office.specific:
                return unknown(f"another person spoke last before “{words}”")
        return unknown(f"more than one person can be meant: “{words}”")

    def _leads_before(self, head: int) -> list[Reference]:
        """Speakers and subjects before the token, the nearest first, a few sentences back."""
        sentence = self.reading.sentence_of[head]
        found_here: list[Reference] = []
        for _, number in self._sentences_back(sentence):
            leads = [r for r in self._people(number, head) if r.leads and r.token < head]
            found_here += reversed(leads)
        return found_here

    def _pronoun(self, head: int, gender: str) -> Answer:
        word = self.reading.word(head)
        here = self.reading.sentence_of[head]
        for back, number in self._sentences_back(here):
            people = [r for r in self._people(number, head) if r.token < head and self._fits(r, gender)]
            if number == here:
                people = [r for r in people if r.leads and not self._in_own(head, r.token)]
            answer = self._choose(people, back, word)
            if answer is not None:
                return answer
        return unknown(f"nobody before “{word}” fits")

    def _sentences_back(self, here: int) -> Iterator[tuple[int, int]]:
        """This sentence and those before it in the outlet's own words, with their distance."""
        yield 0, here
        back = 0
        for number in range(here - 1, -1, -1):
            sentence = self.reading.annotations.sentences[number]
            if sentence.kind != "body" or all(self.reading.quoted[sentence.first : sentence.last]):
                continue
            back += 1
            if back > _BACK:
                return
            yield back, number

    def _choose(self, people: Sequence[Reference], back: int, word: str) -> Answer | None:
        """The one person of a sentence that a pronoun after it means; None to look further back."""
        leads = [r for r in people if r.leads]
        if not people or (back == 0 and not leads):
            return None
        if not leads:
            return unknown(f"“{word}” may mean somebody who is only mentioned before")
        if any(r.entity is None for r in leads):
            return unknown(f"“{word}” may mean somebody without a name")
        ids = {r.entity.id for r in leads if r.entity}
        last = leads[-1].entity
        others = [r for r in people if r.speaks and (r.entity is None or r.entity.id not in ids)]
        if len(ids) > 1 or last is None or others:
            return unknown(f"“{word}” can mean more than one speaker before")
        if back == 0:
            return found("pronoun, same sentence", last, word)
        if back > 1:
            return found("pronoun, further back", last, word)
        if all(r.entity is not None and r.entity.id in ids for r in people):
            return found("pronoun, one speaker before", last, word)
        if not any(r.speaks for r in leads):
            return unknown(f"“{word}” can mean more than one person before")
        return found("pronoun, speaker among others", last, word)

    def _in_own(self, head: int, token: int) -> bool:
        return any(token in part for part in self.own.get(head, ()))

    def _fits(self, reference: Reference, gender: str) -> bool:
        if reference.entity is None:
            return True
        return self.genders.get(reference.entity.id) in (None, gender)

    def _people(self, sentence: int, before: int) -> list[Reference]:
        """The people of a sentence up to a token; sources and pronouns there are answered first."""
        bounds = self.reading.annotations.sentences[sentence]
        sources: dict[int, Entity | None] = {}
        for index in range(bounds.first, min(bounds.last, before)):
            span = self.source_spans.get(index)
            if span is None and self._unseen_subject(index):
                span = self.reading.annotations.article.span(
                    self.reading.tokens.start[index], self.reading.tokens.end[index]
                )
            if span is None or self.reading.quoted[index]:
                continue
            answer = self.answer(index, span)
            person = answer.entity if answer.entity and answer.entity.kind == "person" else None
            if person is not None or self._may_be_person(index):
                sources[index] = person
        return people_in(self.reading, sentence, sources, self.told)

    def _unseen_subject(self, index: int) -> bool:
        """A subject that no mention holds: "he", or a surname that the tagger missed."""
        tokens = self.reading.tokens
        if tokens.dep[index] not in ("nsubj", "nsubjpass"):
            return False
        if tokens.pos[index] == "PRON":
            return pronoun_gender(self.reading.word(index)) is not None
        return tokens.pos[index] == "PROPN" and self.reading.at(index) is None

    def _may_be_person(self, index: int) -> bool:
        """Whether a source that was not found can be one person all the same."""
        tokens = self.reading.tokens
        if tokens.pos[index] == "PROPN":
            return self.reading.at(index) is None
        return pronoun_gender(self.reading.word(index)) is not None or tokens.lemma[index] in PERSON_NOUNS
