"""Roles: the titles and offices that stand beside a name, or alone in its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Span
from rashomon.text.lexicon import closed_class

HEADS = closed_class(
    "minister president premier chancellor secretary chief director ambassador envoy spokesman "
    "spokeswoman spokesperson general commander mayor governor senator congressman congresswoman lawmaker "
    "king queen prince princess emir sultan pope judge justice sheriff lieutenant captain officer "
    "investigator engineer astronaut cosmonaut emperor empress duke duchess baron baroness earl archduke "
    "sergeant colonel major detective chairman chairwoman chair chairperson head leader analyst diplomat "
    "professor lawyer attorney coach bishop archbishop cardinal speaker commissioner adviser advisor aide "
    "deputy official expert economist researcher scientist author journalist editor reporter founder "
    "owner manager executive ceo counsel prosecutor inspector superintendent constable marshal admiral "
    "brigadier treasurer representative candidate activist campaigner dictator strongman tsar czar pastor "
    "imam rabbi priest doctor surgeon counterpart boss magnate tycoon striker midfielder goalkeeper "
    "captain principal dean chaplain fm pm gen sen rep gov pres lt sgt capt col maj cpl det adm brig cmdr "
    "supt insp comdr ag da nominee hopeful contender incumbent billionaire millionaire"
)
ABBREVIATED = {
    "fm": "foreign minister",
    "pm": "prime minister",
    "gen": "general",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "pres": "president",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "capt": "captain",
    "col": "colonel",
    "maj": "major",
    "det": "detective",
    "adm": "admiral",
    "premier": "prime minister",
}
PASSING = closed_class("new newly then visiting incoming longtime veteran embattled popular")
# No title holds them before its head: ", described by the judge at" tells of a judge, and is none.
_OF_OTHERS = closed_class("by with from to in on at as of for than the a an who whom whose that he she they")
NAME_TAGS = frozenset({"NN", "NNP", "NNPS", "JJ", "VBN", "POS", "HYPH"})


@dataclass(frozen=True, slots=True)
class Role:
    """A title as it stands: `text`, its words without the country (`title`), and the country's code."""

    text: str
    title: str
    country: str | None
    span: Span

    @property
    def head(self) -> str:
        """The last word of the title: minister of "foreign minister"."""
        return self.title.rsplit(" ", 1)[-1]


def word(annotations: Annotations, index: int) -> str:
    """The token's text."""
    tokens = annotations.tokens
    return annotations.article.text[tokens.start[index] : tokens.end[index]]


def is_head(token: str) -> bool:
    """Whether a word can be the head of a title."""
    return token.casefold().rstrip(".") in HEADS


def country_in(words: list[str], gazetteer: Gazetteer) -> tuple[str | None, list[str]]:
    """Return the code of the country that the words name, and the words that don't name it."""
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            phrase = " ".join(words[at : at + size])
            if not phrase[:1].isupper():
                continue
            found = gazetteer.demonym(phrase) or gazetteer.country(phrase)
            if found:
                return found.code, words[:at] + words[at + size :]
    return None, words


def parse_role(text: str, span: Span, gazetteer: Gazetteer) -> Role | None:
    """Read a title phrase; None where its last word is no title."""
    plain = re.sub(r"['’]s?(?=\s|$)", "", text).replace("-", " ")
    words = [w for w in plain.split() if w.casefold() not in PASSING]
    if not words or not is_head(words[-1]):
        return None
    country, rest = country_in(words, gazetteer)
    title = " ".join(w.casefold().rstrip(".") for w in rest)
    return Role(text, " ".join(ABBREVIATED.get(w, w) for w in title.split()), country, span)


def role_before(annotations: Annotations, first: int, gazetteer: Gazetteer) -> Role | None:
    """Return the title that stands right before the token `first`, where a name begins."""
    tokens, text = annotations.tokens, annotations.article.text
    start = first
    while start > 0 and tokens.sentence[start - 1] == tokens.sentence[first]:
        before = start - 1
        gap = text[tokens.end[before] : tokens.start[start]]
        named = tokens.tag[before] in NAME_TAGS or _abbreviates(annotations, before)
        if not named or "\n" in gap:
            break
        start = before
    while start < first and tokens.tag[start] in {"POS", "HYPH"}:
        start += 1
    if start == first:
        return None
    span = annotations.article.span(tokens.start[start], tokens.end[first - 1])
    return parse_role(text[span.start : span.end], span, gazetteer)


def _abbreviates(annotations: Annotations, index: int) -> bool:
    """Whether the token is the full stop of a short title, which the parser sets apart: "Capt" and "."."""
    tokens = annotations.tokens
    glued = index > 0 and tokens.end[index - 1] == tokens.start[index]
    return glued and word(annotations, index) == "." and is_head(word(annotations, index - 1))


def role_after(annotations: Annotations, end: int, gazetteer: Gazetteer) -> Role | None:
    """Return the title in the apposition that follows the character `end`: ", the mayor of Lund,"."""
    text = annotations.article.text
    found = re.match(
        r",\s+(?:the |a |an |who is |his |her |its |their )?((?:[\w’'\-]+\s+){0,4}?[\w\-]+)"
        r"(?=,|\.| of | for | at | in )",
        text[end : end + 120],
    )
    if not found or not _OF_OTHERS.isdisjoint(found.group(1).casefold().split()):
        return None
    span = annotations.article.span(end + found.start(1), end + found.end(1))
    return parse_role(found.group(1), span, gazetteer)


def standing_alone(annotations: Annotations, gazetteer: Gazetteer) -> Iterator[Role]:
    """Yield each title that stands in place of a name: "the Danish premier", "The foreign minister"."""
    tokens, text = annotations.tokens, annotations.article.text
    for index in range(len(tokens)):
        if tokens.tag[index] not in {"NN", "NNP"} or not is_head(word(annotations, index)):
            continue
        start = index
        while start > 0 and tokens.sentence[start - 1] == tokens.sentence[index]:
            if tokens.tag[start - 1] not in NAME_TAGS:
                break
            start -= 1
        named = start > 0 and word(annotations, start - 1).casefold() == "the"
        follows = index + 1 < len(tokens) and (
            tokens.tag[index + 1] in {"NN", "NNS", "NNP", "NNPS", "POS", "HYPH"}
            or word(annotations, index + 1).casefold() in {"of", "for"}
        )
        if named and not follows:
            span = annotations.article.span(tokens.start[start], tokens.end[index])
            role = parse_role(text[span.start : span.end], span, gazetteer)
            if role is not None:
                yield role
