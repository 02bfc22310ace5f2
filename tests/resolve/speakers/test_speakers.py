"""Speakers in invented news: names, titles, pronouns, documents; nobody where it is open."""

from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files

import pytest

from rashomon.model import Annotations, Mention, Quote, Resolution
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]


def speakers(resolution: Resolution) -> list[tuple[str, str | None]]:
    """Each quote's first words and its speaker's name, in text order."""
    names = {entity.id: entity.name for entity in resolution.entities}
    return [
        (a.article.exact(quote.content[0])[:24], names.get(quote.speaker or ""))
        for a in resolution.annotations
        for quote in a.quotes
    ]


def one(annotated: Annotate, text: str) -> list[str | None]:
    """The speakers' names of one article's quotes."""
    return [name for _, name in speakers(resolve([annotated(text)]))]


def given(annotations: Annotations, source: str, cue: str, content: str) -> list[str | None]:
    """The speaker's name of an attribution read so, in an article that has no other."""
    text, span = annotations.article.text, annotations.article.span
    places = [(text.index(part), text.index(part) + len(part)) for part in (source, cue, content)]
    spans = [(span(*place),) for place in places]
    read = Quote(
        id="q",
        article=annotations.article.id,
        kind="indirect",
        source=spans[0],
        cue=spans[1],
        content=spans[2],
    )
    return [name for _, name in speakers(resolve([replace(annotations, quotes=(read,))]))]


def test_names_and_surnames(annotated: Annotate) -> None:
    text = "Maria Keller said the bridge was safe. “It will stand,” Keller told reporters."
    assert one(annotated, text) == ["Maria Keller", "Maria Keller"]


def test_pronoun_means_the_speaker_before(annotated: Annotate) -> None:
    text = "Maria Keller said the bridge was safe. She said the crews had done well."
    assert one(annotated, text) == ["Maria Keller", "Maria Keller"]


def test_pronoun_of_another_gender_means_nobody_here(annotated: Annotate) -> None:
    text = "Maria Keller said the bridge was safe. He said the crews had done well."
    assert one(annotated, text) == ["Maria Keller", None]


def test_pronoun_after_two_speakers_is_open(annotated: Annotate) -> None:
    text = (
        "Robert Marsh said the bridge was safe and David Keller said the road was not. "
        "He said the crews had done well."
    )
    assert one(annotated, text)[-1] is None


def test_nameless_speaker_is_not_the_name_before(annotated: Annotate) -> None:
    text = "Robert Marsh opened the bridge. An engineer said the road was closed. He said it was wet."
    assert one(annotated, text) == [None, None]


def test_two_ministers_stay_apart(annotated: Annotate) -> None:
    text = (
        "Norwegian Foreign Minister Olav Brandt met Spanish Foreign Minister Pedro Luna in Oslo on Monday. "
        "Brandt said the talks were useful. The Spanish foreign minister said the ports would open. "
        "The Norwegian foreign minister said the fleet would sail."
    )
    assert one(annotated, text) == ["Olav Brandt", "Pedro Luna", "Olav Brandt"]


def test_statement_speaks_for_its_office(annotated: Annotate) -> None:
    text = "The bridge will be closed for a month, a Transport Ministry statement said."
    [name] = one(annotated, text)
    assert name is not None
    assert "Transport Ministry" in name


def test_collective_sources_are_nobody(annotated: Annotate) -> None:
    text = (
        "Robert Marsh and David Keller met on Monday. The two men agreed that the bridge was old. "
        "They said it would close."
    )
    assert one(annotated, text) == [None, None]


def test_campaign_is_not_its_candidate(annotated: Annotate) -> None:
    text = "Maria Keller lost on Sunday. The Keller campaign said the count was wrong."
    assert "Maria Keller" not in one(annotated, text)


def test_unknown_speakers_say_why(annotated: Annotate) -> None:
    resolution = resolve([annotated("They said the bridge was old.")])
    [quote] = resolution.annotations[0].quotes
    assert quote.speaker is None
    assert quote.confidence == 0
    assert quote.reasons


def test_known_speakers_carry_confidence_and_reason(annotated: Annotate) -> None:
    resolution = resolve([annotated("Maria Keller said the bridge was safe.")])
    [quote] = resolution.annotations[0].quotes
    assert 0.5 < quote.confidence <= 1
    assert "Maria Keller" in quote.reasons[0]


def test_no_speaker_of_the_shared_seeds_is_wrong(seeds: list[str]) -> None:
    """A floor on real articles: most quotes have a speaker, and each speaker is an entity."""
    from rashomon import annotate, read
    from rashomon.model import Article

    articles = [item for item in read.read_paths(seeds) if isinstance(item, Article)]
    resolution = resolve(list(annotate.annotate(articles)))
    ids = {entity.id for entity in resolution.entities}
    quotes = [quote for a in resolution.annotations for quote in a.quotes]
    known = [quote for quote in quotes if quote.speaker]
    assert len(quotes) >= 77
    assert len(known) >= 70
    assert all(quote.speaker in ids for quote in known)


def test_a_person_described_behind_a_dash_is_the_one_before_it(annotated: Annotate) -> None:
    text = "Enter Maria Keller — a former aide who says that the bridge was safe."
    assert one(annotated, text) == ["Maria Keller"]


def test_a_surname_that_two_people_bear_is_left_open(annotated: Annotate) -> None:
    text = "Maria Keller met David Keller in Oslo on Monday. Keller said the bridge was safe."
    assert one(annotated, text) == [None]


def test_a_word_for_a_body_is_nobodys_surname(annotated: Annotate) -> None:
    body = annotated("Orlo River Police opened the bridge on Monday. The crews had done well.")
    text = "Police in Orlo said the bridge was safe."
    article = annotated(text)
    tags = tuple("NNP" if tag == "NNS" else tag for tag in article.tokens.tag)
    pos = ("PROPN", *article.tokens.pos[1:])
    read = replace(article, tokens=replace(article.tokens, tag=tags, pos=pos))
    assert [name for _, name in speakers(resolve([body, read]))] == [None]
    office = annotated("The Office opened the bridge on Monday. The Office closed it in May.")
    named = [office.article.span(at, at + 6) for at in (4, 44)]
    held = tuple(Mention(span, "organisation", "Office") for span in named)
    text = "The bridge was safe, according to the Orlo River Warden's Office."
    article = replace(annotated(text), mentions=())
    assert [name for _, name in speakers(resolve([replace(office, mentions=held), article]))] == [None]


def test_a_surname_in_use_before_its_namesakes_came_in_stays_with_its_first_bearer(
    annotated: Annotate,
) -> None:
    text = (
        "President Keller opened the bridge on Friday. An aide wrote a letter to Ada and Maria Keller. "
        "Maria wore a coat. “The bridge is safe,” Mr. Keller said."
    )
    assert one(annotated, text)[-1] not in ("Maria Keller", "Ada Keller")


def test_a_place_does_not_say_i(annotated: Annotate) -> None:
    text = "“Please don’t let me go, I am only eleven,” Norway said."
    assert one(annotated, text) == [None]


def test_the_investigation_is_not_the_bureau_of_investigation(annotated: Annotate) -> None:
    text = (
        "The Harbour Bureau of Investigation met on Monday. The investigation revealed that boats had sunk."
    )
    assert one(annotated, text)[-1:] == [None]


@pytest.mark.parametrize(
    "headline", ["Norway, Spain say ferries will stop", "Norway, Spain warn of new storm"]
)
def test_names_that_a_headline_sets_side_by_side_are_nobody_alone(annotated: Annotate, headline: str) -> None:
    text = f"{headline}\n\nNorway and Spain met in Oslo on Monday. The talks took an hour.\n"
    found = speakers(resolve([annotated(text, title=headline)]))
    assert found
    assert {name for _, name in found} == {None}


def test_a_name_behind_a_place_of_the_event_speaks_alone(annotated: Annotate) -> None:
    text = "In Norway, Spain said the ports would open."
    assert one(annotated, text) == ["Spain"]


def test_nobody_is_he_who_says_the_name(annotated: Annotate) -> None:
    text = "Robert Marsh met David Keller. He said Marsh was wrong and called on Marsh to step down."
    assert "Robert Marsh" not in one(annotated, text)


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is safe, and it will stand for a hundred years to come,” the Orla Herald was told.",
        "Maria Keller was told that the bridge is safe.",
        "Maria Keller has been urged to leave Vell.",
        "Maria Keller appeared in court in Vell on Monday, accused of lying to the council about the bridge.",
    ],
)
def test_who_is_told_or_accused_does_not_speak(annotated: Annotate, text: str) -> None:
    assert one(annotated, text) == [None]


def test_who_accuses_or_is_said_to_have_told_speaks(annotated: Annotate) -> None:
    text = "Maria Keller has told reporters that the bridge is safe. Keller accused the mayor of lying."
    assert one(annotated, text) == ["Maria Keller", "Maria Keller"]


@pytest.mark.parametrize("source", ["The Vell Democrat", "A Republican", "The Democrat"])
def test_one_of_a_party_is_not_the_party(annotated: Annotate, source: str) -> None:
    text = (
        f"Democrats and Republicans met in Vell on Monday. {source} told reporters that the bridge is safe."
    )
    assert one(annotated, text) == [None]


def test_a_party_speaks(annotated: Annotate) -> None:
    text = "The mayor met them in Vell on Monday. Democrats told reporters that the bridge is safe."
    assert one(annotated, text) == ["Democrats"]


@pytest.mark.parametrize("place", [True, False])
def test_a_name_behind_office_and_place_is_the_office_holders(annotated: Annotate, place: bool) -> None:
    story = files("rashomon.demo") / "story" / "06-verash-today.txt"
    told = annotated(story.read_text(encoding="utf-8").partition("\n\n")[2])
    tokens, article = told.tokens, told.article
    start = article.text.index("The mayor of Orlo, Dagmar Lis")
    mayor, of, orlo, lis = (
        tokens.start.index(article.text.index(words, start)) for words in ("mayor", "of", "Orlo", "Lis")
    )
    # what the parser says there hangs on the processor's rounding
    heads, deps = list(tokens.head), list(tokens.dep)
    heads[of], heads[orlo], heads[lis] = mayor, of, orlo if place else mayor
    deps[of], deps[orlo], deps[lis] = "prep", "pobj", "appos"
    told = replace(told, tokens=replace(tokens, head=tuple(heads), dep=tuple(deps)))
    said = [name for words, name in speakers(resolve([told])) if "Nobody here" in words]
    assert said == ["Dagmar Lis"]


def test_who_speaks_of_he_speaks_of_another(annotated: Annotate) -> None:
    text = (
        "Adrel said the fight began on Saturday. “I know she loved Jon, but she had had enough,” Adrel said. "
        "“I think he thought she was serious.”"
    )
    found = speakers(resolve([annotated(text)]))
    assert [name for words, name in found if words.startswith("she was serious")] in ([], [None])


def marked(annotated: Annotate, text: str, source: str, cue: str, content: str) -> str | None:
    """The speaker of an attribution that the test itself marks, the article's only one."""
    annotations = annotated(text)
    source_at, cue_at, content_at = (
        annotations.article.span(at, at + len(words))
        for words in (source, cue, content)
        for at in (text.index(words),)
    )
    quote = Quote(
        id="q",
        article=annotations.article.id,
        kind="indirect",
        source=(source_at,),
        cue=(cue_at,),
        content=(content_at,),
    )
    return speakers(resolve([replace(annotations, quotes=(quote,))]))[0][1]


def test_who_was_named_or_refused_said_nothing(annotated: Annotate) -> None:
    text = "Maria Keller was named most valuable player of the Orlo Cup."
    assert marked(annotated, text, "Maria Keller", "was named", "most valuable player") is None


def test_a_clause_before_a_colon_is_nobody(annotated: Annotate) -> None:
    text = (
        "Orlo Herons win Harbour Series: Football will never be the same.\n\nThe Orlo Herons won on Friday."
    )
    assert marked(annotated, text, "Orlo Herons win Harbour Series", ":", "Football will never") is None


def test_two_bodies_joined_are_more_than_one_speaker(annotated: Annotate) -> None:
    source = "The San Orlo Police Department and Crime Stoppers"
    text = (
        f"SAN ORLO - {source} want the public’s assistance in tracking down the boat. Watchers met. "
        "Crime Stoppers will pay for tips."
    )
    assert marked(annotated, text, source, "want", "assistance") is None


def test_the_judge_who_describes_somebody_is_not_that_person(annotated: Annotate) -> None:
    text = (
        "Joan Dennet, described by the judge at the Vell court as cruel, was jailed on Monday.\n\n"
        "Dennet laughed as the judge said she was “a danger to the valley”."
    )
    assert set(one(annotated, text)) == {None}


def test_nobody_is_not_who_is_named_behind_it(annotated: Annotate) -> None:
    text = "In the end no one — not even Senator Milo Patten — defended the mayor in the hall."
    source = "no one — not even Senator Milo Patten"
    assert given(annotated(text), source, "defended", "the mayor in the hall") == [None]


def test_who_is_named_before_what_others_believe_does_not_hold_it(annotated: Annotate) -> None:
    text = "The Iron Shore Front has claimed the raid on Lund, believed to be the first of its kind."
    source, content = "The Iron Shore Front", "to be the first of its kind"
    assert given(annotated(text), source, "believed", content) == [None]
    assert given(annotated(text), source, "has claimed", "the raid on Lund") != [None]


def test_he_in_what_a_nameless_speaker_says_is_open(annotated: Annotate) -> None:
    text = (
        "Vell police said Anton Brede, 19, was found in the river and taken home.\n\n"
        "The gunman told investigators he ran because he thought one of the guards had a knife."
    )
    assert one(annotated, text) == [None, None, None]


def test_he_beside_somebody_nameless_is_not_who_was_named_long_before(annotated: Annotate) -> None:
    text = (
        "Foreign Secretary Bram Johnson said he was horrified by the attack in Vell.\n\n"
        "Johnson said the kingdom stood ready.\n\nHere are details of other attacks.\n\n"
        "A gunman storms the town hall of Lund in the spring.\n\n"
        "The attacker is caught in a fight with guards; he says he belongs to the Iron Shore."
    )
    assert one(annotated, text)[2:] == [None]


def test_an_officer_does_not_tell_the_police(annotated: Annotate) -> None:
    text = (
        "Then a fisherman came by and tried to part the two but was pushed, Capt. Ruben Nadel said.\n\n"
        "He told deputies he saw a knife and took an oar."
    )
    assert one(annotated, text) == ["Ruben Nadel", None]


def test_whoever_else_tells_the_police_is_meant(annotated: Annotate) -> None:
    text = "Ruben Nadel said he had been at home all night. He told officers he saw one of the men."
    assert one(annotated, text) == ["Ruben Nadel", "Ruben Nadel"]


def test_her_page_is_not_the_services_own(annotated: Annotate) -> None:
    text = (
        "Stefan Pard lived in Vell with his partner, Marla Dunley.\n\n"
        "She ran a bakery at the harbour for ten years, according to her LinkedIn account."
    )
    assert one(annotated, text) == [None]


def test_a_plural_at_the_start_of_a_sentence_is_nobodys_name(annotated: Annotate) -> None:
    text = (
        "The barn caught fire in the upper part of Tallow Lane about 10:15 a.m. "
        "Witnesses said the roof fell in within minutes."
    )
    assert one(annotated, text) == [None]


def test_reporting_from_the_scene_is_no_credit(annotated: Annotate) -> None:
    text = (
        "Reporting from the harbour, OVA correspondent Elise Arden said the march began on Monday.\n\n"
        "Arden said most of the marchers were young."
    )
    assert one(annotated, text) == ["Elise Arden", "Elise Arden"]


def test_who_speaks_according_to_another_speaks_on(annotated: Annotate) -> None:
    text = (
        "Mattin asked the frightened boatmen if any of them were from Lund.\n\n"
        "“I have no quarrel with people from Lund,” Mattin said, according to survivor Mira Dunfold, 20. "
        "“This is about my river. You have paid for it long enough.”\n\nDunfold said she had hidden."
    )
    found = dict(speakers(resolve([annotated(text)])))
    assert found["“I have no quarrel with "] == "Mattin"


def test_a_short_title_whose_full_stop_is_set_apart_is_held(annotated: Annotate) -> None:
    text = "Harbour spokesman Sgt. Angel Nivar said three people had fled. The sergeant said they were young."
    resolution = resolve([annotated(text)])
    assert [name for _, name in speakers(resolution)] == ["Angel Nivar", "Angel Nivar"]
    assert [each.name for each in resolution.entities if each.kind == "person"] == ["Angel Nivar"]


def test_a_short_title_with_its_full_stop_is_the_person_behind_it(annotated: Annotate) -> None:
    text = "Orlo Police Cmdr. Jon Florin confirmed Thursday that Willem Brandt was arrested in Lund."
    assert one(annotated, text) == ["Jon Florin"]
