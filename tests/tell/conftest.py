"""A dossier made by hand: an invented ferry, four invented outlets, every kind of finding."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.model import (
    Annotations,
    Article,
    Claim,
    Comparison,
    Dossier,
    Dropped,
    Entity,
    Evidence,
    Failure,
    Merge,
    OffsetMap,
    Origin,
    Passage,
    Point,
    Provenance,
    Quote,
    Rendering,
    Repair,
    Resolution,
    Span,
    Story,
    Time,
    Tokens,
    Utterance,
    Value,
)
from rashomon.tell import tell

FOLDER = Path(__file__).parent / "ferry"
TEXTS = {
    key: (FOLDER / f"{key}.txt").read_text("utf-8").rstrip("\n")
    for key in ("a-courier", "a-times", "a-veld", "a-unnamed")
}
OUTLETS = {"a-courier": "Halden Courier", "a-times": "Coastal Times", "a-veld": "Veld Today"}


def words(article: str, exact: str) -> Span:
    """The span of the words in that article."""
    start = TEXTS[article].index(exact)
    return Span(article, start, start + len(exact))


def _article(key: str) -> Article:
    text = TEXTS[key]
    title = text.partition("\n")[0]
    return Article(
        id=key,
        file=f"{key}.txt",
        text=text,
        raw=text,
        offsets=OffsetMap(((0, 0, len(text)),)),
        language="en",
        title=title,
        outlet=OUTLETS.get(key),
        url="https://courier.example/maren" if key == "a-courier" else None,
        dateline="PORT HALDEN" if key == "a-courier" else None,
        published="2031-03-12" if key != "a-unnamed" else None,
        precision="day" if key != "a-unnamed" else None,
        credits=("NPA",) if key == "a-veld" else (),
        dropped=(Dropped("Subscribe to our newsletter", "page furniture", 300),) if key == "a-times" else (),
        repairs=(Repair(0, 6, "Doz\nens", "line end inside a word"),) if key == "a-times" else (),
    )


def _quote(id: str, article: str, kind: str, source: str, cue: str, *content: str, **more: object) -> Quote:
    return Quote(
        id=id,
        article=article,
        kind=kind,  # type: ignore[arg-type]
        source=(words(article, source),),
        cue=(words(article, cue),),
        content=tuple(words(article, part) for part in content),
        **more,  # type: ignore[arg-type]
    )


QUOTES = (
    _quote(
        "q-1",
        "a-courier",
        "direct",
        "Ilse Brandvold, the harbour master",
        "said Ilse",
        "We had forty people on board and nobody was hurt,",
        "The bank moves every winter, and our charts are old.",
        speaker="e-brandvold",
        confidence=0.97,
    ),
    _quote(
        "q-2",
        "a-times",
        "indirect",
        "The harbour master, Ilse Brandvold",
        "said that",
        "nobody was hurt",
        speaker="e-brandvold",
        confidence=0.95,
    ),
    _quote(
        "q-3",
        "a-times",
        "direct",
        "Brandvold said:"[:9],
        "said:",
        "The bank moves every winter, and our charts are very old.",
        speaker="e-brandvold",
        confidence=0.95,
    ),
    _quote(
        "q-4",
        "a-unnamed",
        "direct",
        "a passenger",
        "said",
        "Everyone was calm,",
        reasons=("the source is nobody known",),
    ),
)
CLAIMS = {
    "c-freed-1": ("a-courier", "The ferry Maren was freed on Tuesday after a night on the Gull Bank", None),
    "c-freed-2": ("a-times", "the ferry Maren, which was freed on Tuesday", None),
    "c-freed-3": ("a-veld", "The ferry Maren was freed on Tuesday after a night on the Gull Bank", None),
    "c-hurt-1": ("a-courier", "nobody was hurt", "q-1"),
    "c-hurt-2": ("a-times", "nobody was hurt", "q-2"),
    "c-many-1": ("a-courier", "We had forty people on board", "q-1"),
    "c-many-2": ("a-times", "Dozens of passengers spent the night aboard the ferry Maren", None),
    "c-tow-1": ("a-courier", "The tow took three hours", None),
    "c-tow-2": ("a-times", "The tow took three hours", None),
    "c-tow-3": ("a-veld", "The tow took three hours", None),
    "c-tow-4": ("a-unnamed", "It took four hours to tow the ferry Maren off the bank on Tuesday", None),
    "c-charts-1": ("a-courier", "our charts are old", "q-1"),
    "c-charts-2": ("a-times", "our charts are very old", "q-3"),
    "c-since": (
        "a-courier",
        "The Maren belongs to Halden Lines, which has run the crossing since 1988",
        None,
    ),
    "c-divers": ("a-times", "Divers will inspect the hull on Friday", None),
    "c-captain": ("a-unnamed", "Captain Ravi Oduya did not answer questions", None),
}
DATES = {"on Tuesday": ("2031-03-11", "day"), "on Friday": ("2031-03-14", "day"), "1988": ("1988", "year")}


def _claim(id: str) -> Claim:
    article, exact, quote = CLAIMS[id]
    span = words(article, exact)
    dates = tuple(
        Time(
            Span(article, span.start + exact.index(key), span.start + exact.index(key) + len(key)),
            "date",
            value,
            precision,
            "published",
        )  # type: ignore[arg-type]
        for key, (value, precision) in DATES.items()
        if key in exact
    )
    return Claim(
        id=id,
        article=article,
        spans=(span,),
        sentence=0,
        predicate=0,
        quote=quote,
        polarity="negative" if "not" in exact else "positive",
        modality="planned" if "will" in exact else "asserted",
        dates=dates,
    )


def _value(value: str, independent: int, *places: tuple[str, str]) -> Value:
    spans = tuple(words(article, exact) for article, exact in places)
    articles = tuple(sorted({span.article for span in spans}))
    return Value(value=value, spans=spans, articles=articles, independent=independent)


def _point(id: str, relation: str, claims: str, independent: int, salience: float, **more: object) -> Point:
    ids = tuple(f"c-{name}" for name in claims.split())
    articles = tuple(sorted({CLAIMS[name][0] for name in ids}))
    base = {"slot": None, "values": (), "reasons": ("the same words in the same roles",)}
    return Point(
        id=id,
        claims=ids,
        articles=articles,
        relation=relation,  # type: ignore[arg-type]
        origins=tuple(sorted({ORIGIN_OF[article] for article in articles})),
        independent=independent,
        salience=salience,
        **{**base, **more},  # type: ignore[arg-type]
    )


ORIGIN_OF = {"a-courier": "o-npa", "a-veld": "o-npa", "a-times": "o-times", "a-unnamed": "o-unnamed"}
POINTS = (
    _point("p-freed", "agree", "freed-1 freed-2 freed-3", 2, 0.9),
    _point("p-hurt", "agree", "hurt-1 hurt-2", 2, 0.7),
    _point(
        "p-tow",
        "contradict",
        "tow-1 tow-2 tow-3 tow-4",
        2,
        0.8,
        slot="duration",
        values=(
            _value(
                "three hours",
                1,
                ("a-courier", "three hours"),
                ("a-times", "three hours"),
                ("a-veld", "three hours"),
            ),
            _value("four hours", 1, ("a-unnamed", "four hours")),
        ),
    ),
    _point(
        "p-many",
        "differ",
        "many-1 many-2",
        2,
        0.6,
        slot="quantity",
        values=(
            _value("40 people", 1, ("a-courier", "forty people")),
            _value("dozens", 1, ("a-times", "Dozens of passengers")),
        ),
    ),
    _point(
        "p-charts",
        "differ",
        "charts-1 charts-2",
        2,
        0.4,
        slot="wording",
        values=(
            _value("old", 1, ("a-courier", "our charts are old")),
            _value("very old", 1, ("a-times", "our charts are very old")),
        ),
    ),
    _point("p-since", "exclusive", "since", 1, 0.3),
    _point("p-divers", "exclusive", "divers", 1, 0.35),
    _point("p-captain", "exclusive", "captain", 1, 0.2),
)
ENTITIES = (
    Entity(
        id="e-brandvold",
        kind="person",
        name="Ilse Brandvold",
        names=("Brandvold", "Ilse Brandvold"),
        roles=("harbour master",),
        mentions=(words("a-courier", "Ilse Brandvold"), words("a-times", "Ilse Brandvold")),
    ),
    Entity(
        id="e-maren",
        kind="other",
        name="Maren",
        names=("Maren",),
        roles=(),
        mentions=tuple(words(article, "Maren") for article in TEXTS),
    ),
    Entity(
        id="e-halden",
        kind="place",
        name="Port Halden",
        names=("PORT HALDEN",),
        roles=(),
        mentions=(words("a-courier", "PORT HALDEN"),),
    ),
)
_FREED = "The ferry Maren was freed on Tuesday after a night on the Gull Bank, the harbour master said."
_TOW = "The tow took three hours."
PASSAGES = (
    Passage(
        id="w-freed",
        spans=tuple(words(article, _FREED) for article in ("a-courier", "a-veld")),
        words=18,
    ),
    Passage(
        id="w-tow",
        spans=tuple(words(article, _TOW) for article in ("a-courier", "a-times", "a-veld")),
        words=5,
    ),
)


def _annotations(article: Article) -> Annotations:
    return Annotations(
        article=article,
        tokens=Tokens((), (), (), (), (), (), (), ()),
        sentences=(),
        quotes=tuple(quote for quote in QUOTES if quote.article == article.id),
        claims=tuple(_claim(id) for id, (owner, _, _) in CLAIMS.items() if owner == article.id),
    )


def _origins() -> tuple[Origin, ...]:
    mains = tuple(
        Origin(
            id=origin,
            articles=tuple(a for a, o in sorted(ORIGIN_OF.items()) if o == origin),
            agency="NPA" if origin == "o-npa" else None,
            passages=("w-freed", "w-tow") if origin == "o-npa" else (),
            reasons=("18 words in the same order",) if origin == "o-npa" else (),
        )
        for origin in sorted(set(ORIGIN_OF.values()))
    )
    tow = Origin(
        id="o-tow",
        articles=("a-courier", "a-times", "a-veld"),
        agency=None,
        passages=("w-tow",),
        reasons=("one sentence in the same words",),
    )
    return (*mains, tow)


def _comparison() -> Comparison:
    return Comparison(
        claims=tuple(_claim(id) for id in CLAIMS),
        passages=PASSAGES,
        origins=_origins(),
        article_origins=tuple(sorted(ORIGIN_OF.items())),
        independent=len(set(ORIGIN_OF.values())),
        utterances=(
            Utterance(
                id="u-1",
                speaker="e-brandvold",
                renderings=(Rendering("q-1", "verbatim"), Rendering("q-3", "altered")),
            ),
            Utterance(id="u-2", speaker=None, renderings=(Rendering("q-4", "verbatim"),)),
        ),
        points=POINTS,
    )


@pytest.fixture
def ferry() -> Dossier:
    """The ferry's dossier, told."""
    resolution = Resolution(
        annotations=tuple(_annotations(_article(key)) for key in TEXTS),
        entities=ENTITIES,
        merges=(
            Merge(
                id="m-1",
                entity="e-brandvold",
                left="Brandvold",
                right="Ilse Brandvold",
                score=1.2,
                evidence=(Evidence("surname", 1.0, "Brandvold", "Brandvold"),),
            ),
        ),
    )
    story = Story(
        id="s-maren",
        title="Ferry Maren freed after night on sandbank",
        date="2031-03-11",
        place="Port Halden",
        articles=tuple(TEXTS),
    )
    failures = (Failure("empty.txt", "read", "the file is empty: give it text or leave it out"),)
    settings = Provenance(version="0.0.0", models=(("minilm", "0" * 64),), settings=(("one_story", True),))
    return tell(story, resolution, _comparison(), failures, settings)


@pytest.fixture
def changed() -> Callable[..., Dossier]:
    """Change one article's record in a dossier; keyword arguments become its fields."""

    def run(dossier: Dossier, id: str, **fields: object) -> Dossier:
        annotations = tuple(
            replace(found, article=replace(found.article, **fields)) if found.article.id == id else found  # type: ignore[arg-type]
            for found in dossier.resolution.annotations
        )
        return replace(dossier, resolution=replace(dossier.resolution, annotations=annotations))

    return run
