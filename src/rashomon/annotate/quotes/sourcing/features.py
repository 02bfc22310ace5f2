"""What is measured of a possible source, each feature a number under a name."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from math import log1p
from types import MappingProxyType

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
        subjects = (dep in SUBJECT for dep in syntax.tokens.dep)
        self.subjects = [0, *accumulate(map(int, subjects))]

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
            "rule direct": self.found.rule.startswith("direct"),
            "rule according": self.found.rule == "according",
            "rule tagged": self.found.rule == "tagged",
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


def _apart(numbers: Sequence[int], case: Case, candidate: Candidate) -> int:
    return min(4, abs(numbers[candidate.head] - numbers[case.anchor]))


def _word(candidate: Candidate, case: Case) -> str:
    return case.page.syntax.text[candidate.head].lower()


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
    "in cue": lambda case, c: case.cue[0] <= c.span[0][0] < case.cue[1],
    "in marks": lambda case, c: case.page.marks.holder[c.head] >= 0,
    "uses": lambda case, c: min(3, case.page.uses[c.head] - c.given),
    "as source": lambda case, c: case.page.share(c.head, 0),
    "as cue": lambda case, c: case.page.share(c.head, 1),
    "as content": lambda case, c: case.page.share(c.head, 2),
    "person": lambda case, c: case.page.kinds.get(c.head) == "person",
    "organisation": lambda case, c: case.page.kinds.get(c.head) == "organisation",
    "place": lambda case, c: case.page.kinds.get(c.head) == "place",
    "name": lambda case, c: case.page.syntax.tokens.pos[c.head] == "PROPN",
    "many": lambda case, c: case.page.syntax.tokens.tag[c.head] in ("NNS", "NNPS"),
    "pronoun": lambda case, c: _word(c, case) in ("he", "she", "they", "i", "we"),
    "thing": lambda case, c: _word(c, case) in ("it", "this", "that", "there"),
    "possessive": lambda case, c: _word(c, case) in ("his", "her", "their", "its", "my", "our"),
    "relative": lambda case, c: case.page.syntax.tokens.tag[c.head].startswith("W"),
    "document": lambda case, c: case.page.syntax.lemma(c.head) in lexicon.DOCUMENT,
    "time": lambda case, c: case.page.syntax.lemma(c.head) in lexicon.TIME_NOUNS,
}


def _is(relation: str) -> Measure:
    return lambda _, c: c.relation == relation


PAIR: Mapping[str, Measure] = MappingProxyType({**_OF_PAIR, **{f"is {r}": _is(r) for r in _RELATIONS}})
OWN = (
    *("cue passive", "cue ing", "cue to", "cue noun", "cue finite", "cue verbs", "cue marked"),
    *("rule direct", "rule according", "rule tagged"),
)
NAMES = (*PAIR, *OWN)


def measure(case: Case, candidate: Candidate) -> list[float]:
    """Return the features of one candidate, in the order of NAMES; nan where the tagger has no say."""
    own = case.own
    pair = [float(of(case, candidate)) for of in PAIR.values()]
    return [*pair, *(float(own[name]) for name in OWN)]
