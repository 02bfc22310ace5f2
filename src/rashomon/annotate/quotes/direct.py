"""Direct speech: quotations with the cue that stands beside them, pieced together along a line."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.annotate.quotes import lexicon
from rashomon.annotate.quotes.found import Found, Range
from rashomon.annotate.quotes.inner import ADVERSATIVE
from rashomon.annotate.quotes.marks import Marked, Marks
from rashomon.annotate.quotes.sources import cue_range, noun_phrase, source_of
from rashomon.annotate.quotes.syntax import SUBJECT, Syntax

_ENDS_OPEN = ",?!…—–-;"
_STOPS = frozenset({".", "?", "!", "…", "..."})
_NO_SPEAKER = frozenset({"who", "which", "that", "it", "what", "there", "this"})
_OTHERWISE = frozenset({"begin", "go", "press", "put", "start"})  # cues beside a whole statement only
_NEAR = 14  # tokens between a cue and its quotation; farther cues were wrong more often than right


@dataclass(slots=True)
class Speech:
    """Direct speech under way: its pieces, and the cue found for it."""

    pieces: list[Range]
    cue: tuple[Range, ...] = ()
    source: tuple[Range, ...] = ()
    verb: int = -1
    last: int = 0  # the last token of the last piece
    line: int = 0
    verbs: tuple[int, ...] = ()
    regions: list[Marked] = field(default_factory=list)

    def found(self) -> Found:
        """The attribution as found so far."""
        return Found(
            "direct" if self.cue else "direct.bare", self.source, self.cue, tuple(self.pieces), self.verb
        )


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue beside a quotation."""

    verb: int
    source: tuple[Range, ...]
    span: Range


def find_direct(syntax: Syntax, marks: Marks) -> list[Speech]:
    """Return direct speech in text order; speech without a cue has neither source nor cue yet."""
    found: list[Speech] = []
    regions = [region for region in marks.regions if _stands_free(syntax, marks, region)]
    for region in regions:
        _add(syntax, marks, found, region)
    return found


def _add(syntax: Syntax, marks: Marks, found: list[Speech], region: Marked) -> None:
    """Join the quotation to the speech before it, or begin another."""
    before = found[-1] if found else None
    ahead = _cue_before(syntax, marks, region, before)
    behind = _cue_after(syntax, marks, region)
    if ahead and behind and not _doubled(syntax, region, behind):
        behind = None
    joins = before is not None and ahead is None and _carries_on(syntax, before, region)
    if joins and before is not None and (behind is None or not before.cue):
        speech = before
    else:
        if ahead is None and behind is None and not _is_speech(syntax, region):
            return
        speech = Speech([])
        found.append(speech)
    speech.pieces.append((region.start, region.end))
    speech.regions.append(region)
    speech.last, speech.line = region.last - 1, syntax.line[region.first]
    if speech.cue:
        return
    cues = [cue for cue in (ahead, behind) if cue]
    if cues:
        # 'He said: "...," said NAME' has two cues: the later one names the speaker.
        speech.cue = tuple(cue.span for cue in cues)
        speech.source, speech.verb = cues[-1].source or cues[0].source, cues[-1].verb
        speech.verbs = tuple(cue.verb for cue in cues)


def _doubled(syntax: Syntax, region: Marked, behind: Cue) -> bool:
    """Whether a second cue names the speaker again: 'He said: "...," said NAME.'"""
    near = behind.verb - region.last <= 4
    return (
        near and _open_ended(syntax, region) and lexicon.known_lemma(syntax.lemma(behind.verb)) in lexicon.SAY
    )


def _stands_free(syntax: Syntax, marks: Marks, region: Marked) -> bool:
    """Whether the quotation can be speech of its own, and is no part of the sentence around it."""
    before = _previous(syntax, region.first)
    if before is None:
        return True
    text = syntax.text[before]
    if text in (",", ":", "—", "–", "--", "-", "(", "…", "..."):
        return True
    if text in _STOPS or marks.holder[before] >= 0:
        return True
    lemma = lexicon.known_lemma(syntax.lemma(before))
    verb = lemma in lexicon.SAY | lexicon.QUOTE_ONLY and (lemma not in _OTHERWISE or _tells(syntax, region))
    return verb and syntax.is_verb(before) and _ends_sentence(syntax, region)


def _tells(syntax: Syntax, region: Marked) -> bool:
    """Whether the words are a statement: they have a finite verb, and are not what somebody "began doing"."""
    doing = syntax.tokens.tag[region.first + 1 : region.first + 2] == ("VBG",)
    return not doing and any(syntax.finite(k) for k in range(region.first, region.last))


def _ends_sentence(syntax: Syntax, region: Marked) -> bool:
    """Whether nothing but punctuation follows the quotation in its clause: 'said "no" to it' goes on."""
    if region.last >= len(syntax) or syntax.line[region.last] != syntax.line[region.last - 1]:
        return True
    inner = syntax.article.text[: region.pair.inner_end].rstrip()[-1:]
    return inner in ".,?!…" or not syntax.text[region.last][:1].isalnum()


def _previous(syntax: Syntax, index: int) -> int | None:
    """The token before on the same line, blanks passed over."""
    line = syntax.line[index]
    index -= 1
    while index >= 0 and syntax.line[index] == line and not syntax.text[index].strip():
        index -= 1
    return index if index >= 0 and syntax.line[index] == line else None


def _is_speech(syntax: Syntax, region: Marked) -> bool:
    """Whether a quotation with no cue beside it is a statement: at least one finite clause."""
    at_start = (
        _previous(syntax, region.first) is None or syntax.text[_previous(syntax, region.first) or 0] in _STOPS
    )
    return at_start and region.words >= 4 and _tells(syntax, region)


def _open_ended(syntax: Syntax, region: Marked) -> bool:
    """Whether the quotation ends as one does before its cue: with a comma, a question, a dash."""
    text = syntax.article.text
    inner = text[region.start : region.pair.inner_end].rstrip(" '’”\"\u00a0")[-1:]
    return inner in _ENDS_OPEN or text[region.end : region.end + 1] in (",", "—", "–")


def _gap_after(syntax: Syntax, marks: Marks, region: Marked) -> list[int]:
    """The tokens after a quotation, up to the end of the sentence, the line or the next quotation."""
    gap, line = [], syntax.line[max(region.last - 1, 0)]
    for index in range(region.last, len(syntax)):
        if syntax.line[index] != line or marks.holder[index] >= 0:
            break
        if not syntax.text[index].strip():
            if "\n" in syntax.text[index]:
                break
            continue
        gap.append(index)
        if syntax.text[index] in _STOPS:
            break
    return gap


def _gap_before(syntax: Syntax, marks: Marks, region: Marked) -> list[int]:
    """The tokens before a quotation, back to the start of the sentence, the line or a quotation."""
    gap: list[int] = []
    line = syntax.line[region.first]
    for index in range(region.first - 1, -1, -1):
        if syntax.line[index] != line or marks.holder[index] >= 0 or syntax.text[index] in _STOPS:
            break
        if syntax.text[index].strip():
            gap.append(index)
    return gap[::-1]


def _cue_after(syntax: Syntax, marks: Marks, region: Marked) -> Cue | None:
    """The cue in '"...," he said': the first verb after the quotation that has a speaker there."""
    gap = _gap_after(syntax, marks, region)
    if not gap:
        return None
    opens = _open_ended(syntax, region)
    if not opens and len(gap) > 8 and not _turned(syntax, gap):
        return None
    words = [k for k in gap if syntax.text[k] not in (",", "—", "–", "-")]
    if not words or words[0] > region.last + 2:
        return None
    if syntax.text[words[0]].lower() == "according":
        return _according(syntax, words[0])
    for index in words[:_NEAR]:
        lemma = lexicon.known_lemma(syntax.lemma(index))
        certain = lemma in lexicon.SAY | lexicon.QUOTE_ONLY or lemma in ("think",)
        if syntax.tokens.pos[index] not in ("VERB", "AUX") and not (
            certain and syntax.tokens.tag[index] in ("VBD", "VBZ", "VBN")
        ):
            continue
        source = _speaker_in(syntax, gap, index)
        past = opens and syntax.tokens.tag[index] in ("VBD", "VBZ") and syntax.tokens.pos[index] == "VERB"
        if source and (certain or past):
            return Cue(index, source, cue_range(syntax, index))
        if certain and index == words[0] and syntax.tokens.tag[index] == "VBG":
            return None
    return None


def _turned(syntax: Syntax, gap: Sequence[int]) -> bool:
    """Whether a verb of saying opens what follows, and a name comes next: '"..." added NAME, who'."""
    if len(gap) < 2 or not syntax.text[gap[0]].islower():
        return False
    lemma = lexicon.known_lemma(syntax.lemma(gap[0]))
    spoken = lemma in lexicon.SAY and syntax.tokens.tag[gap[0]] in ("VBD", "VBZ")
    return spoken and syntax.tokens.pos[gap[1]] == "PROPN"


def _according(syntax: Syntax, index: int) -> Cue | None:
    noun = syntax.child(index + 1, "pobj") if index + 1 < len(syntax) else None
    if noun is None:
        return None
    return Cue(index, noun_phrase(syntax, noun, index), (syntax.start(index), syntax.end(index + 1)))


def _speaker_in(syntax: Syntax, gap: Sequence[int], verb: int) -> tuple[Range, ...]:
    """The speaker named in the gap: the verb's subject there, or the noun phrase beside the verb."""
    inside = set(gap)
    subjects = [c for c in syntax.children[verb] if c in inside and syntax.tokens.dep[c] in SUBJECT]
    if not subjects:
        after = [
            c
            for c in syntax.children[verb]
            if c in inside
            and c > verb
            and syntax.tokens.dep[c] in ("dobj", "attr", "npadvmod", "oprd", "dep")
            and syntax.tokens.pos[c] in ("PROPN", "PRON", "NOUN")
            and syntax.left[c] == verb + 1
        ]
        before = [k for k in gap if k == verb - 1 and syntax.tokens.pos[k] in ("PROPN", "PRON", "NOUN")]
        subjects = (after or before)[:1]
    subjects = [s for s in subjects if _can_speak(syntax, s)]
    return noun_phrase(syntax, subjects[-1], verb) if subjects else ()


def _can_speak(syntax: Syntax, index: int) -> bool:
    """Whether a noun beside a cue can be its speaker: no relative word, no day or hour."""
    word = syntax.text[index].lower()
    return word.isalnum() and word not in _NO_SPEAKER and syntax.lemma(index) not in lexicon.TIME_NOUNS


def _cue_before(syntax: Syntax, marks: Marks, region: Marked, before: Speech | None) -> Cue | None:
    """The cue in 'He said: "..."': the last verb of saying before the quotation."""
    previous = _previous(syntax, region.first)
    gap = _gap_before(syntax, marks, region)
    if previous is None:
        return _cue_on_line_before(syntax, region)
    if not gap:
        return None
    mark = syntax.text[previous]
    for index in reversed(gap[-_NEAR:]):
        if before is not None and before.verb == index:
            return None
        lemma = lexicon.known_lemma(syntax.lemma(index))
        certain = lemma in lexicon.SAY | lexicon.QUOTE_ONLY
        verbal = syntax.is_verb(index) or (
            certain and syntax.tokens.tag[index] in ("VBD", "VBZ", "VBG", "VBN")
        )
        if not verbal or not (certain or (mark == ":" and syntax.finite(index))):
            continue
        if mark == "," and (not certain or _set_against(syntax, index)):
            continue
        index = index if certain else _told_by(syntax, index, gap)
        source = source_of(syntax, index) or _speaker_in(syntax, gap, index)
        return Cue(index, source, cue_range(syntax, index)) if _outside(marks, source) else None
    return None


def _told_by(syntax: Syntax, verb: int, gap: Sequence[int]) -> int:
    """The verb of saying that tells a clause, else its own: "X wrote what Y should have done:" is X's."""
    index = verb
    while syntax.tokens.head[index] != index and syntax.tokens.dep[index] in ("ccomp", "xcomp"):
        index = syntax.tokens.head[index]
        if index in gap and lexicon.known_lemma(syntax.lemma(index)) in lexicon.SAY | lexicon.QUOTE_ONLY:
            return index
    return verb


def _set_against(syntax: Syntax, verb: int) -> bool:
    """Whether the verb's clause is set against what follows: 'while Y claims to have none, "..."'."""
    words = {syntax.text[c].lower() for c in syntax.children[verb] if syntax.tokens.dep[c] == "mark"}
    return syntax.tokens.dep[verb] == "advcl" and not words.isdisjoint(ADVERSATIVE)


def _outside(marks: Marks, source: Sequence[Range]) -> bool:
    """Whether a source stands outside all quotations, or is not given."""
    return all(marks.around(start) is None for start, _ in source)


def _cue_on_line_before(syntax: Syntax, region: Marked) -> Cue | None:
    """The cue in a line that ends in a colon, with the quotation on the next line."""
    index = region.first - 1
    while index >= 0 and not syntax.text[index].strip():
        index -= 1
    if index < 0 or syntax.text[index] != ":" or syntax.line[region.first] - syntax.line[index] > 2:
        return None
    for verb in range(index - 1, max(index - _NEAR, -1), -1):
        if syntax.line[verb] != syntax.line[index]:
            return None
        if (
            syntax.is_verb(verb)
            and lexicon.known_lemma(syntax.lemma(verb)) in lexicon.SAY | lexicon.QUOTE_ONLY
        ):
            return Cue(verb, source_of(syntax, verb), cue_range(syntax, verb))
    return None


def _carries_on(syntax: Syntax, before: Speech, region: Marked) -> bool:
    """Whether the quotation goes on with the speech before it on the same line, or an open one."""
    last = before.regions[-1]
    if last.pair.continued:
        return True
    if syntax.line[region.first] != before.line:
        return False
    between = [k for k in range(before.last + 1, region.first) if syntax.text[k].strip()]
    if not between:
        return True
    if not before.cue or not any(k == before.verb for k in between):
        return False
    stops = [k for k in between if syntax.text[k] in _STOPS]
    return not stops or stops[0] == between[-1]
