"""From a quote's source to the entity that it means, over one article."""

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Entity, Quote, Span
from rashomon.resolve.speakers.answer import Answer, found, unknown
from rashomon.resolve.speakers.antecedents import (
    CARRIES,
    DESCRIBES,
    LEAST,
    Candidate,
    Pronoun,
    rank,
    spoke_since,
)
from rashomon.resolve.speakers.documents import by_document
from rashomon.resolve.speakers.genders import Gender, title_gender
from rashomon.resolve.speakers.hearers import hears
from rashomon.resolve.speakers.mentions import Mentioned, Reading
from rashomon.resolve.speakers.naming import by_body, by_name, listed, stands_for_role, two_titles
from rashomon.resolve.speakers.objections import objection
from rashomon.resolve.speakers.offices import Office, counterparts, fit, is_free, office_in
from rashomon.resolve.speakers.people import COLLECTIVE
from rashomon.resolve.speakers.references import (
    Discourse,
    Reference,
    is_main,
    is_nameless,
    is_subject,
    pronoun_gender,
    tells_itself,
)
from rashomon.resolve.speakers.relatives import antecedent
from rashomon.resolve.speakers.sourceless import is_whole, understood
from rashomon.text.persons import PERSON_NOUNS

_BACK = 5  # sentences that an antecedent may lie back
_PERSONLESS = frozenset({"PRON", "DET", "NUM"})


class Resolver:
    """Answers who a source is; reads the article once, in text order, and looks only back."""

    def __init__(
        self,
        annotations: Annotations,
        entities: Sequence[Entity],
        genders: Mapping[str, Gender | None],
        by_last: Mapping[str, tuple[Entity, ...]],
        gazetteer: Gazetteer,
    ) -> None:
        self.reading = Reading(annotations, entities)
        self.genders = dict(genders)
        self.by_last = by_last
        self.gazetteer = gazetteer
        self.answers: dict[int, Answer] = {}
        self.source_spans: dict[int, Span] = {}
        self.told: set[int] = set()
        self.said: set[int] = set()
        self.own: dict[int, list[range]] = {}
        self.voices: dict[int, int] = {}
        self.discourse = Discourse()
        self.counts = Counter(m.entity.id for m in self.reading.mentioned if m.entity.kind == "person")
        self.most = max(self.counts.values(), default=1)
        self.bare: dict[int, Quote] = {}
        self.free: dict[str, Answer] = {}
        for quote in annotations.quotes:
            self._take_in(quote)
        self._read()

    def _take_in(self, quote: Quote) -> None:
        """Note where the quote's source and what it tells stand."""
        told = [self.reading.tokens_in(span) for span in quote.content]
        self.said.update(index for part in told for index in part)
        head = self.reading.head(quote.source[0]) if quote.source else None
        if not quote.source and is_whole(self.reading, quote) and told[0]:
            self.bare[told[0][0]] = quote
        if quote.kind != "direct" and (head is None or self._is_person(head)):
            self.told.update(index for part in told for index in part)
        if head is not None:
            self.source_spans.setdefault(head, quote.source[0])
            self.own.setdefault(head, []).extend(told)
            within = (k for part in told for k in part if self.reading.quoted[k])
            self.voices.update((k, head) for k in within if self.reading.at(head) is not None)

    def _is_person(self, head: int) -> bool:
        """Whether the source is one person; what an agency reports has its own speakers inside."""
        mention = self.reading.at(head)
        if mention is not None:
            return mention.entity.kind == "person"
        named = self.reading.tokens.pos[head] in ("PROPN", "PRON")
        return named or self.reading.tokens.lemma[head] in PERSON_NOUNS

    def _read(self) -> None:
        """Answer every source and note every person, in text order."""
        for sentence in self.reading.annotations.sentences:
            body = sentence.kind == "body" and not all(self.reading.quoted[sentence.first : sentence.last])
            self.discourse.step += body
            self.discourse.paragraph = sentence.paragraph
            for index in range(sentence.first, sentence.last):
                self._answer_at(index)
                if body and not self.reading.quoted[index]:
                    self._note(index)

    def _answer_at(self, index: int) -> None:
        span = self.source_spans.get(index)
        if span is None and self._unseen_subject(index) and not self.reading.quoted[index]:
            tokens = self.reading.tokens
            span = self.reading.annotations.article.span(tokens.start[index], tokens.end[index])
        quote = self.bare.get(index)
        answer = self._speaks_on(index) if quote is not None else None
        if quote is not None and answer is not None:
            self.free[quote.id] = answer
        if span is not None:
            self.answers[index] = self._answer(index, span)

    def _note(self, index: int) -> None:
        """Take in the person or the body that the token stands for."""
        person, body = self._reference(index), self._body(index)
        if person is not None:
            self.discourse.add(person)
        elif body is not None and body.leads:
            self.discourse.bodies.append(body)

    def _body(self, index: int) -> Reference | None:
        """The body, document or other thing that the token stands for, if it speaks or leads a clause."""
        answer, speaks = self.answers.get(index), index in self.source_spans
        if answer is not None and speaks:
            return self._make(index, answer.entity, leads=True, speaks=True)
        noun = self.reading.tokens.pos[index] in ("NOUN", "PROPN") and index not in self.said
        return self._make(index, None, leads=True) if noun and is_subject(self.reading, index) else None

    def _reference(self, index: int) -> Reference | None:
        """The person that the token stands for, if it stands for one."""
        answer = self.answers.get(index)
        if answer is not None:
            person = answer.entity if answer.entity and answer.entity.kind == "person" else None
            if person is None and not self._may_be_person(index):
                return None
            return self._make(index, person, leads=True, speaks=index in self.source_spans)
        subject = is_subject(self.reading, index)
        mention = self.reading.at(index)
        if mention is not None and mention.entity.kind == "person":
            inside = self.reading.tokens_in(mention.span)
            if subject or index == (inside[-1] if inside else index):
                return self._make(index, mention.entity, leads=subject)
        elif subject and self.reading.tokens.tag[index] == "NN" and is_nameless(self.reading, index):
            return self._make(index, None, leads=True)
        return None

    def _make(self, index: int, entity: Entity | None, *, leads: bool, speaks: bool = False) -> Reference:
        told = index in self.told
        return Reference(
            token=index,
            step=self.discourse.step,
            paragraph=self.discourse.paragraph,
            entity=entity,
            leads=leads and not told,
            speaks=speaks,
            pronoun=self.reading.tokens.pos[index] == "PRON",
            main=leads and not told and is_main(self.reading, index),
            told=told,
            owns=self.reading.tokens.dep[index] == "poss",
        )

    def speaker(self, quote: Quote) -> Answer:
        """The speaker of the quote."""
        if not quote.source:
            return self._sourceless(quote)
        if len(quote.source) > 1:
            return unknown("several sources")
        head = self.reading.head(quote.source[0])
        if head is None:
            return unknown("the source holds no noun")
        if tells_itself(self.reading, quote.source[0]):
            return unknown("the source is a clause")
        if hears(self.reading, quote):
            return unknown(f"it is told to, or of, the source: “{self.reading.word(head)}”")
        answer = self.answers.get(head) or self._answer(head, quote.source[0])
        if answer.entity is not None and answer.entity.kind == "place" and self._says_i(quote):
            return unknown(f"a place does not say “I”: “{answer.entity.name}”")
        return answer

    def _sourceless(self, quote: Quote) -> Answer:
        """The one who is understood to speak, by grammar or because nobody else spoke since."""
        subject = understood(self.reading, quote)
        if subject is not None:
            answer = self.answers.get(subject) or self._answer(subject, self._word(subject))
            if answer.entity is not None and answer.entity.kind != "place":
                return found("understood", answer.entity, answer.entity.name)
        return self.free.get(quote.id) or unknown("no source is named")

    def _word(self, index: int) -> Span:
        """The token's name, or the token alone."""
        mention, tokens = self.reading.at(index), self.reading.tokens
        word = self.reading.annotations.article.span(tokens.start[index], tokens.end[index])
        return mention.span if mention is not None else word

    def _speaks_on(self, head: int) -> Answer | None:
        """The last to speak, where everything says so, for speech in marks with no word beside it."""
        ranked = rank(self.candidates(head, None), self.pronoun(head))
        if not ranked or ranked[0][0] < CARRIES or any(spoke_since(o, ranked[0][1]) for _, o in ranked[1:]):
            return None
        best = ranked[0][1]
        if best.entity is None or not best.nearest.speaks:
            return None
        return Answer(best.entity, round(ranked[0][0], 4), f"speaks on: “{best.entity.name}”")

    def _says_i(self, quote: Quote) -> bool:
        """Whether the words in quotation marks are one person's: they say "I" or "my"."""
        inside = (k for span in quote.content for k in self.reading.tokens_in(span) if self.reading.quoted[k])
        return any(self.reading.word(k) in ("I", "my", "My") for k in inside)

    def _answer(self, head: int, span: Span) -> Answer:
        words = self.reading.text[span.start : span.end]
        word = self.reading.word(head)
        if self._several(head, span):
            return unknown(f"more than one speaker: “{words}”")
        pronoun = self._by_pronoun(head, word)
        if pronoun is not None:
            return pronoun
        if self.reading.tokens.pos[head] in _PERSONLESS or word.casefold() in COLLECTIVE:
            return unknown(f"“{words}” names nobody")
        return (
            by_name(self.reading, head, span, self.by_last)
            or by_document(self.reading, head, span, self.answers)
            or by_body(self.reading, head, span, self._last_body())
            or self._counterpart(head, span)
            or self._office(head, span)
        )

    def _by_pronoun(self, head: int, word: str) -> Answer | None:
        """He, she, it or a relative pronoun: whom it stands for; None for other words."""
        pointed = antecedent(self.reading, head)
        if pointed is not None:
            noun, span = pointed
            return self.answers.get(noun) or self._answer(noun, span)
        gender = pronoun_gender(word)
        if gender and self.reading.tokens.pos[head] == "PRON":
            return self._pronoun(head, gender)
        if word.casefold() in ("it", "its"):
            body = self._last_body()
            return found("it", body, word) if body else None
        return None

    def _last_body(self) -> Entity | None:
        body = self.discourse.last_body()
        return body.entity if body else None

    def _several(self, head: int, span: Span) -> bool:
        """Whether the source joins two names, as headlines do by a comma, or is a plural that is no name."""
        if listed(self.reading, span):
            return True
        mention = self.reading.at(head)
        inside = self.reading.tokens_in(mention.span) if mention else range(0)
        for child in self.reading.children(head, span):
            nominal = self.reading.tokens.pos[child] in ("NOUN", "PROPN", "PRON")
            if self.reading.tokens.dep[child] == "conj" and nominal and child not in inside:
                return not two_titles(self.reading, span)
        return mention is None and self.reading.tokens.tag[head] in ("NNS", "NNPS")

    def _counterpart(self, head: int, span: Span) -> Answer | None:
        """ "Her Danish counterpart": the one person here who holds her office elsewhere."""
        inside = self.reading.tokens_in(span)
        if self.reading.tokens.lemma[head] != "counterpart" or len(inside) == 0:
            return None
        words = self.reading.text[span.start : span.end]
        gender = pronoun_gender(self.reading.word(inside[0]))
        owner = self._pronoun(inside[0], gender).entity if gender else None
        if owner is None:
            return unknown(f"whose counterpart is not said: “{words}”")
        named = (self.gazetteer.demonym(self.reading.word(k)) for k in inside)
        country = next((land.code for land in named if land), None)
        known = self._named_by(head)
        able = counterparts(owner, country, (known[key] for key in sorted(known)), self.gazetteer)
        if len(able) != 1:
            return unknown(f"{len(able)} people here can be meant: “{words}”")
        return found("counterpart", able[0], words)

    def _office(self, head: int, span: Span) -> Answer:
        """ "The foreign minister": the one person here who holds the office, or the last of them to speak."""
        words = self.reading.text[span.start : span.end]
        office = office_in(self.reading, head, span, self.gazetteer)
        if office is None:
            return unknown(f"“{words}” names nobody that we know")
        known = self._named_by(head)
        fits = {key: fit(office, known[key], self.gazetteer) for key in sorted(known)}
        able = [known[key] for key, how in fits.items() if how == "whole"]
        able = able or [known[key] for key, how in fits.items() if how == "part"]
        if not able:
            return self._described(head, office, words)
        if len(able) == 1 and office.specific:
            return found("office", able[0], words)
        return self._last_speaker(able, office, words)

    def _described(self, head: int, office: Office, words: str) -> Answer:
        """Someone of no known office, where all speaks for the one who led before: "the Orlo governor"."""
        ranked = rank(self.candidates(head, title_gender(office.head)), self.pronoun(head))
        if office.names and ranked and ranked[0][0] >= DESCRIBES:
            best = ranked[0][1]
            if best.entity is not None and best.nearest.main and is_free(best.entity, self.gazetteer):
                return found("described", best.entity, words)
        return unknown(f"nobody here is known to hold the office: “{words}”")

    def _named_by(self, head: int) -> dict[str, Entity]:
        """The people named up to the token, by id."""
        stop = self.reading.tokens.end[head]
        found_here = (m for m in self.reading.mentioned if m.span.start < stop)
        return {m.entity.id: m.entity for m in found_here if m.entity.kind == "person"}

    def _last_speaker(self, able: Sequence[Entity], office: Office, words: str) -> Answer:
        ids = {entity.id for entity in able}
        for reference in self.discourse.leads(4):
            if reference.entity is None:
                return unknown(f"somebody without a name spoke last before “{words}”")
            if reference.entity.id in ids:
                return found("office in context", reference.entity, words)
            if not office.specific:
                return unknown(f"another person spoke last before “{words}”")
        return unknown(f"more than one person can be meant: “{words}”")

    def _pronoun(self, head: int, gender: Gender) -> Answer:
        word = self.reading.word(head)
        ranked = rank(self.candidates(head, gender), self.pronoun(head))
        if not ranked:
            return unknown(f"nobody before “{word}” fits")
        probability, best = ranked[0]
        against = objection(self.reading, self.discourse, self.own, head, best)
        if best.entity is None or against:
            return unknown(against or "")
        if probability < LEAST or any(spoke_since(other, best) for _, other in ranked[1:]):
            return unknown(f"“{word}” can mean more than one person before")
        if self.genders.get(best.entity.id) is None:
            self.genders[best.entity.id] = gender  # who was "she" once is no "he" later
        return Answer(best.entity, round(probability, 4), f"pronoun: “{word}”")

    def pronoun(self, head: int) -> Pronoun:
        """The pronoun as its antecedents are judged by."""
        return Pronoun(
            token=head,
            step=self.discourse.step,
            paragraph=self.discourse.paragraph,
            speaks=head in self.source_spans,
            main=is_main(self.reading, head),
            last_lead=self.discourse.last_lead,
            last_speaker=self.discourse.last_speaker,
            last_main=self.discourse.last_main,
            counts=self.counts,
            most=self.most,
        )

    def candidates(self, head: int, gender: Gender | None) -> list[Candidate]:
        """The people before the pronoun whom it can mean, by what is known of their gender."""
        own = self.own.get(head, ())
        spoken_of = {m.entity.id for m in self.reading.mentioned if self._stands_in(m, own)}
        spoken_of |= self._says_so(head)
        found_: dict[str, list[Reference]] = {}
        for reference in self.discourse.within(_BACK):
            if any(reference.token in part for part in own):
                continue
            key = reference.entity.id if reference.entity else f"#{reference.token}"
            found_.setdefault(key, []).append(reference)
        return [
            Candidate(references[-1].entity, tuple(references), gendered=self.genders.get(key) == gender)
            for key, references in found_.items()
            if (gender is None or self.genders.get(key) in (None, gender)) and key not in spoken_of
        ]

    def _says_so(self, head: int) -> set[str]:
        """Who says the words in marks in which the pronoun stands: of themselves they say "I"."""
        voice = self.reading.at(self.voices.get(head, head))
        return {voice.entity.id} if voice is not None else set()

    def _stands_in(self, mention: Mentioned, parts: Sequence[range]) -> bool:
        """Whether the name stands in what is told: "he said that NAME" is not said by NAME.

        "The NAME campaign" may be told of by NAME.
        """
        head = self.reading.head(mention.span)
        if head is None or not any(head in part for part in parts):
            return False
        return self.reading.tokens.dep[head] != "compound" and not stands_for_role(self.reading, mention)

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
