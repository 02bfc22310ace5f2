"""Headlines that quote: "We will not yield: NAME", "NAME: we will not yield"."""

from collections.abc import Iterator, Sequence

from rashomon.annotate.quotes.found import Found, Range, pieces
from rashomon.annotate.quotes.lexicon import SAY, known_lemma
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.model import Mention

_CREDITS = frozenset(
    {"credit", "credits", "photo", "photos", "image", "picture", "video", "source", "courtesy"}
)
_WH = frozenset({"what", "how", "why", "who", "where", "when"})
_LONGEST = 160  # characters; longer lines are paragraphs, not headlines


def find_headlines(syntax: Syntax, mentions: Sequence[Mention], sources: Sequence[Range]) -> Iterator[Found]:
    """Yield the quotes of headlines and subheadings.

    The name beside the colon must be a person or an organisation that the article names, or a source
    that it quotes: "Budget: what we know" quotes nobody, and where the article names a Budget it is
    still a topic. One that ends in a source of its own ("Orlo: the lock is safe, says the mayor") has
    that one, and a topic before the colon.
    """
    text = syntax.article.text
    names = _names(text, mentions, sources)
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if ":" in stripped and len(stripped) <= _LONGEST and stripped[-1] not in '.!"”':
            found = _headline(text, at + line.index(stripped), stripped, names)
            if found is not None and not (
                _is_sourced(syntax, found.content[-1])
                or _is_topic(syntax, found.content[0])
                or _is_credit(syntax, found.content[-1])
            ):
                yield found
        at += len(line) + 1


def _is_sourced(syntax: Syntax, content: Range) -> bool:
    """Whether the words end in ", says NAME"."""
    inside = syntax.inside(*content)
    turned = (k for k in inside if k - 1 in inside and syntax.text[k - 1] == ",")
    return any(
        syntax.tokens.tag[k] in ("VBZ", "VBP", "VBD") and known_lemma(syntax.lemma(k)) in SAY for k in turned
    )


def _is_topic(syntax: Syntax, content: Range) -> bool:
    """Whether a label announces what the report tells: "NAME: what we know", and no question."""
    inside = syntax.inside(*content)
    asked = bool(inside) and syntax.text[inside[0]].lower() in _WH
    return asked and not syntax.article.text[content[0] : content[1] + 1].rstrip().endswith("?")


def _is_credit(syntax: Syntax, content: Range) -> bool:
    """Whether the words end in a label of whose a picture is: "The old lock. Photo credit: NAME"."""
    inside = syntax.inside(*content)
    return bool(inside) and syntax.text[inside[-1]].lower() in _CREDITS


def _names(text: str, mentions: Sequence[Mention], sources: Sequence[Range]) -> frozenset[str]:
    named = {mention.text for mention in mentions if mention.kind in ("person", "organisation", "group")}
    quoted = {text[start:end] for start, end in sources if text[start:end][:1].isupper()}
    full = {name.casefold() for name in named | quoted if len(name) > 2}
    last = {name.split()[-1].casefold() for name in named | quoted if name.split() and name[:1].isupper()}
    return frozenset(full | {name for name in last if len(name) > 2})


def _headline(text: str, start: int, line: str, names: frozenset[str]) -> Found | None:
    last, first = line.rfind(": "), line.find(": ")
    if last > 0 and _is_name(line[last + 2 :], names) and " " in line[:last]:
        source = (start + last + 2, start + len(line))
        return _make(text, source, (start + last, start + last + 1), (start, start + last))
    if (
        first > 0
        and _is_name(line[:first], names)
        and not line[:first].isupper()
        and " " in line[first + 2 :]
    ):
        source = (start, start + first)
        return _make(text, source, (start + first, start + first + 1), (start + first + 2, start + len(line)))
    return None


def _is_name(words: str, names: frozenset[str]) -> bool:
    """Whether these few words end in a name that speaks in the article, or are one."""
    parts = words.split()
    if not 0 < len(parts) <= 6:
        return False
    return words.strip().casefold() in names or (
        words[:1].isupper() and parts[-1][:1].isupper() and parts[-1].casefold() in names
    )


def _make(text: str, source: Range, cue: Range, content: Range) -> Found | None:
    start, end = content
    whole = pieces(text, (start, end))
    if not whole:
        return None
    return Found("headline", (source,), (cue,), whole)
