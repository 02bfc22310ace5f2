"""What is measured of a possible source, each feature a number under a name."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from math import log1p

from rashomon.annotate.quotes import lexicon
from rashomon.annotate.quotes.found import Found, Range
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.sourcing.candidates import Candidate
from rashomon.annotate.quotes.syntax import SUBJECT, Syntax
from rashomon.annotate.quotes.tagger import TaggedText
from rashomon.model import Mention

_CLIP = 12.0  # link scores beyond it are as sure as it
_RELATIONS = (
    "subject|subject conj|subject advcl|subject xcomp|subject ccomp|subject relcl|subject acl|subject prep|"
    "subject pcomp|subject other|passive|agent|owner|of|acl|relcl|beside|compound|pobj|object"
).split("|")


class Page:
    """What features look up in one article."""

    def __init__(
        self,
        syntax: Syntax,
        marks: Marks,
        mentions: Sequence[Mention],
        tagged: TaggedText,
        found: Sequence[Found],
        heads: Sequence[int | None],
    ) -> None:
        self.syntax, self.marks, self.tagged = syntax, marks, tagged
        self.kinds = {
            k: mention.kind
            for mention in mentions
            for k in syntax.inside(mention.span.start, mention.span.end)
        }
        self.cues = sorted(part[0] for each in found for part in each.cue)
        self.uses = Counter(head for head in heads if head is not None)
        self.words: dict[int, list[float]] = {}
        subjects = (dep in SUBJECT for dep in syntax.tokens.dep)
        self.subjects = [0, *accumulate(map(int, subjects))]

    def lower(self, token: int) -> str:
        """The token's text in small letters."""
        return self.syntax.text[token].lower()

    def share(self, token: int, role: int) -> float:
        """How likely the tagger takes the token's word for part of a role."""
        word = bisect_right(self.tagged.starts, self.syntax.start(token)) - 1
        return float(self.tagged.shares[max(0, word), role])


@dataclass(frozen=True)
class Case:
    """One attribution: its cue's main token, and the verbs of its cue."""

    page: Page
    found: Found
    anchor: int
    cue: Range = field(init=False)
    verbs: int = field(init=False)

    def __post_init__(self) -> None:
        syntax = self.page.syntax
        parts = self.found.cue
        cue = next((part for part in parts if part[0] <= syntax.start(self.anchor) < part[1]), parts[0])
        object.__setattr__(self, "cue", cue)
        object.__setattr__(self, "verbs", sum(syntax.is_verb(k) for k in syntax.inside(*cue)))

    @cached_property
    def own(self) -> dict[str, float]:
        """What holds for all candidates of the attribution alike."""
        syntax, anchor = self.page.syntax, self.anchor
        children = syntax.children[anchor]
        return {
            "cue passive": syntax.child(anchor, "auxpass") is not None,
            "cue ing": syntax.tokens.tag[anchor] == "VBG",
            "cue to": any(syntax.tokens.tag[child] == "TO" for child in children),
            "cue noun": syntax.tokens.pos[anchor] in ("NOUN", "PROPN"),
            "cue finite": syntax.finite(anchor),
            "cue verbs": self.verbs,
            "cue marked": self.page.marks.holder[anchor] >= 0,
            **self.ruled,
        }

    @cached_property
    def columns(self) -> list[float]:
        """The same as numbers, in the order of OWN."""
        return [float(self.own[name]) for name in OWN]

    @property
    def ruled(self) -> dict[str, float]:
        """Which rule found it."""
        rule = self.found.rule
        return {
            "rule direct": rule.startswith("direct"),
            "rule according": rule == "according",
            "rule tagged": rule == "tagged",
        }

    def between(self, candidate: Candidate) -> Range:
        """The characters between the candidate and the cue."""
        start, end = candidate.span[0][0], candidate.span[-1][1]
        return (end, self.cue[0]) if start < self.cue[0] else (self.cue[1], start)


def _subjects(case: Case, candidate: Candidate) -> int:
    inside = case.page.syntax.inside(*case.between(candidate))
    return min(4, case.page.subjects[inside.stop] - case.page.subjects[inside.start]) if inside else 0


def _cues(case: Case, candidate: Candidate) -> int:
    start, end = case.between(candidate)
    return max(0, min(3, bisect_left(case.page.cues, end) - bisect_left(case.page.cues, start)))


def _told(case: Case, candidate: Candidate) -> bool:
    start, end = case.between(candidate)
    return any(start <= a and b <= end for a, b in case.found.content)


def _alone(case: Case, candidate: Candidate) -> bool:
    """Whether a piece of the words told is the candidate: the subject of a cue that was taken for content."""
    return any(part == candidate.span[0] for part in case.found.content)


def _apart(numbers: Sequence[int], case: Case, candidate: Candidate) -> int:
    return min(4, abs(numbers[candidate.head] - numbers[case.anchor]))


Measure = Callable[[Case, Candidate], float]
_OF_PAIR: Mapping[str, Measure] = {
    "score": lambda _, c: max(-_CLIP, min(_CLIP, c.score)) if c.score == c.score else c.score,
    "lead": lambda _, c: max(-_CLIP, min(_CLIP, c.lead)) if c.lead == c.lead else c.lead,
    "rank": lambda _, c: c.rank,
    "read": lambda _, c: c.read,
    "ruled": lambda _, c: c.ruled,
    "given": lambda _, c: c.given,
    "steps": lambda _, c: c.steps,
    "before": lambda case, c: c.span[0][0] < case.cue[0],
    "distance": lambda case, c: log1p(abs(case.anchor - c.head)),
    "sentences": lambda case, c: _apart(case.page.syntax.tokens.sentence, case, c),
    "lines": lambda case, c: _apart(case.page.syntax.line, case, c),
    "cues between": _cues,
    "subjects between": _subjects,
    "content between": _told,
    "in content": lambda case, c: any(a <= c.span[0][0] < b for a, b in case.found.content),
    "alone told": _alone,
    "in cue": lambda case, c: case.cue[0] <= c.span[0][0] < case.cue[1],
    "uses": lambda case, c: min(3, case.page.uses[c.head] - c.given),
}
OfWord = Callable[[Page, int], float]
_OF_WORD: Mapping[str, OfWord] = {
    "in marks": lambda page, head: page.marks.holder[head] >= 0,
    "as source": lambda page, head: page.share(head, 0),
    "as cue": lambda page, head: page.share(head, 1),
    "as content": lambda page, head: page.share(head, 2),
    "person": lambda page, head: page.kinds.get(head) == "person",
    "organisation": lambda page, head: page.kinds.get(head) == "organisation",
    "place": lambda page, head: page.kinds.get(head) == "place",
    "name": lambda page, head: page.syntax.tokens.pos[head] == "PROPN",
    "many": lambda page, head: page.syntax.tokens.tag[head] in ("NNS", "NNPS"),
    "pronoun": lambda page, head: page.lower(head) in ("he", "she", "they", "i", "we"),
    "thing": lambda page, head: page.lower(head) in ("it", "this", "that", "there"),
    "possessive": lambda page, head: page.lower(head) in ("his", "her", "their", "its", "my", "our"),
    "relative": lambda page, head: page.syntax.tokens.tag[head].startswith("W"),
    "document": lambda page, head: page.syntax.lemma(head) in lexicon.DOCUMENT,
    "time": lambda page, head: page.syntax.lemma(head) in lexicon.TIME_NOUNS,
}
OWN = (
    *("cue passive", "cue ing", "cue to", "cue noun", "cue finite", "cue verbs", "cue marked"),
    *("rule direct", "rule according", "rule tagged"),
)
NAMES = (*_OF_PAIR, *_OF_WORD, *(f"is {relation}" for relation in _RELATIONS), *OWN)
_IS = {relation: [float(relation == each) for each in _RELATIONS] for relation in ("", *_RELATIONS)}
# What hangs on the words told, or on the rule that found them; all else on the cue and the candidate.
_TOLD = tuple((NAMES.index(name), _OF_PAIR[name]) for name in ("content between", "in content", "alone told"))
_RULED = tuple((NAMES.index(name), name) for name in OWN if name.startswith("rule"))


def measure(case: Case, candidate: Candidate) -> list[float]:
    """Return the features of one candidate, in the order of NAMES; nan where the tagger has no say."""
    pair = [float(of(case, candidate)) for of in _OF_PAIR.values()]
    relation = _IS.get(candidate.relation, _IS[""])
    return [*pair, *_of_word(case.page, candidate.head), *relation, *case.columns]


def _of_word(page: Page, head: int) -> list[float]:
    """What is measured of the head alone, once in its article."""
    if head not in page.words:
        page.words[head] = [float(of(page, head)) for of in _OF_WORD.values()]
    return page.words[head]


def measure_again(case: Case, candidate: Candidate, row: Sequence[float]) -> list[float]:
    """Return the features of a candidate whose `row` was measured for other words told with the same cue."""
    found = list(row)
    for place, of in _TOLD:
        found[place] = float(of(case, candidate))
    for place, name in _RULED:
        found[place] = float(case.ruled[name])
    return found
