"""What is measured of a reading of an attribution, each feature a number under a name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import log1p, nan

from rashomon.annotate.quotes import lexicon
from rashomon.annotate.quotes.found import Found, Range
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.selection.governor import NAMES as OF_GOVERNOR
from rashomon.annotate.quotes.selection.governor import measure_verb
from rashomon.annotate.quotes.selection.pool import Beside, Member, holds, shared, size
from rashomon.annotate.quotes.sourcing.features import NAMES as OF_SOURCE
from rashomon.annotate.quotes.syntax import Syntax
from rashomon.annotate.quotes.tagger import TaggedText
from rashomon.model import Sentence

_RULES = (
    *("direct", "direct.bare", "according", "clause.right", "clause.left", "clause.loose", "phrase.topic"),
    *("phrase.to", "phrase.object", "free", "headline", "signed", "turn"),
)
_CLASSES: Mapping[str, frozenset[str]] = {
    "say": lexicon.SAY,
    "think": lexicon.THINK,
    "to": lexicon.TO,
    "object": lexicon.OBJECT,
    "quote": lexicon.QUOTE_ONLY,
    "topic": frozenset(lexicon.TOPIC),
}
_PLAINLY = frozenset({"say", "tell", "add"})
# What was measured of the source tells of the attribution, too: who speaks, and how near.
_SOURCE = (
    *("person", "organisation", "name", "many", "pronoun", "thing", "relative", "document", "in marks"),
    *("as source", "as cue", "as content", "steps", "distance", "before", "sentences", "cues between"),
    *("subjects between", "content between", "in content", "alone told", "rank", "read", "ruled", "given"),
)
_PLACES = tuple(OF_SOURCE.index(name) for name in _SOURCE)
_NO_SOURCE = (nan,) * len(_SOURCE)
_MARKS = '"“”'
_OPENING = '"“'
NAMES = (
    *("merged", "read", "looser", "ruled", "inner", "has source", "source odds", "source lead"),
    *(f"rule {rule}" for rule in _RULES),
    *("content likely", "content least", "content end", "cue likely", "source likely"),
    *("mean content", "sum cue", "sum source", "first", "last", "before", "after", "before two", "after two"),
    *("begins", "next begins", "cue as source", "cue as cue", "cue as content", "cue words"),
    *(f"class {name}" for name in _CLASSES),
    *("plainly", "verb", "finite", "passive", "ing", "noun", "relative", "root"),
    *("words", "pieces", "gap", "smallest", "opens mark", "closes mark", "marks inside", "in marks"),
    *("colon", "cue far", "cue behind", "cue before", "that", "to"),
    *("sentences", "at start", "at end", "lines", "heading", "finite verbs"),
    *("cues inside", "looser cues inside", "rival", "tells", "told", "same cue", "nearest rule"),
    *(f"source {name}" for name in _SOURCE),
    *OF_GOVERNOR,
    *("what said", "said further"),
)


class Reading:
    """The readings of one article, and what features look up there."""

    def __init__(
        self,
        syntax: Syntax,
        marks: Marks,
        sentences: Sequence[Sentence],
        tagged: TaggedText,
        pool: Sequence[Member],
    ) -> None:
        self._syntax, self._marks, self._sentences = syntax, marks, sentences
        self._text = syntax.article.text
        self._tagged, self._pool = tagged, pool
        self._begins = [sentence.start for sentence in sentences]
        labels = tagged.posterior.labels
        self._shares: list[list[float]] = (labels[:, 1::2] + labels[:, 2::2]).tolist()
        self._firsts: list[float] = labels[:, 5].tolist()
        self._sums = [list(accumulate((row[role] for row in self._shares), initial=0.0)) for role in range(3)]
        self._cues = [start for start, _ in tagged.cues], [start for start, _ in tagged.looser_cues]
        self._merged = [each.found for each in pool if each.merged]
        self._ruled = [each.found for each in pool if each.rule]
        self._beside = Beside(self._merged), Beside(self._ruled)
        finite = (syntax.finite(token) for token in range(len(syntax)))
        self._finite = [0, *accumulate(map(int, finite))]

    def rows(self) -> Iterator[list[float]]:
        """Yield the features of each reading, in the order of NAMES; nan for what it lacks."""
        for member in self._pool:
            found = member.found
            yield [
                *self._origin(member),
                *self._likely(found),
                *self._words(found),
                *self._cue(found),
                *self._verb(found.verb),
                *self._content(found),
                *self._order(found),
                *self._lie(found),
                *self._others(member),
                *(member.measured[place] for place in _PLACES if member.measured),
                *(_NO_SOURCE if not member.measured else ()),
                *measure_verb(self._syntax, self._marks, self._tagged, found),
                *self._told(found),
            ]

    def _origin(self, member: Member) -> Iterator[float]:
        yield from (member.merged, member.read, member.looser, bool(member.rule), member.inner)
        yield from (bool(member.found.source), member.odds, member.lead)
        yield from (member.rule == rule for rule in _RULES)

    def _likely(self, found: Found) -> Iterator[float]:
        of = self._tagged.posterior.of
        parts = [of("content", part) for part in found.content]
        yield from (sum(parts), min(parts), parts[-1])
        yield sum(of("cue", part) for part in found.cue) if found.cue else nan
        yield max((of("source", part) for part in found.source), default=nan)

    def _words(self, found: Found) -> Iterator[float]:
        first, last = self._places((found.content[0][0], found.content[-1][1]))
        sums = [self._sums[role][last] - self._sums[role][first] for role in (2, 1, 0)]
        yield from (sums[0] / max(1, last - first), sums[1], sums[2])
        yield from (self._share(at) for at in (first, last - 1, first - 1, last, first - 2, last + 1))
        yield from (self._firsts[at] if at < len(self._firsts) else 0.0 for at in (first, last))

    def _cue(self, found: Found) -> Iterator[float]:
        if not found.cue:
            yield from (nan, nan, nan, nan)
            return
        first, last = self._places((found.cue[0][0], found.cue[-1][1]))
        count = max(1, last - first)
        last = min(first + count, len(self._shares))
        yield from ((sums[last] - sums[first]) / count if first < last else 0.0 for sums in self._sums)
        yield count

    def _verb(self, verb: int) -> Iterator[float]:
        syntax, known = self._syntax, verb >= 0
        lemma = lexicon.known_lemma(syntax.lemma(verb)) if known else ""
        yield from (lemma in words for words in _CLASSES.values())
        yield lemma in _PLAINLY
        yield known and syntax.is_verb(verb)
        yield known and syntax.finite(verb)
        yield known and syntax.child(verb, "auxpass") is not None
        yield known and syntax.tokens.tag[verb] == "VBG"
        yield known and syntax.tokens.pos[verb] in ("NOUN", "PROPN")
        yield known and syntax.tokens.dep[verb] in ("relcl", "acl")
        yield known and syntax.tokens.head[verb] == verb

    def _content(self, found: Found) -> Iterator[float]:
        content = found.content
        first, last = self._places((content[0][0], content[-1][1]))
        body = self._text[content[0][0] : content[-1][1]]
        yield from (log1p(max(0, last - first)), len(content))
        yield log1p(content[-1][1] - content[0][0] - size(content))
        yield log1p(min(end - start for start, end in content))
        opens = body[0] in _OPENING
        yield from (opens, body[-1] in _MARKS, any(sign in _MARKS for sign in body[1:-1]))
        yield not opens and self._marks.around(content[0][0] + 1) is not None

    def _order(self, found: Found) -> Iterator[float]:
        cue, content = found.cue, found.content
        yield bool(cue) and self._text[cue[-1][1] - 1] == ":"
        after = [part[0] - each[1] for each in cue for part in content if part[0] >= each[1]]
        yield log1p(min(after, default=400)) if cue else nan
        yield bool(cue) and cue[0][0] >= content[-1][1]
        yield bool(cue) and cue[-1][1] <= content[0][0]
        words = self._text[content[0][0] : content[0][0] + 5].lower()
        yield from (words == "that ", words.startswith("to "))

    def _lie(self, found: Found) -> Iterator[float]:
        start, end = found.content[0][0], found.content[-1][1]
        first, last = (max(0, bisect_right(self._begins, at) - 1) for at in (start, end - 1))
        yield min(5, last - first)
        yield abs(self._sentences[first].start - start) <= 1
        yield abs(self._sentences[last].end - end) <= 2
        yield min(3, self._text.count("\n", start, end))
        yield self._sentences[first].kind != "body"
        inside = self._syntax.inside(start, end)
        yield min(4, self._finite[inside.stop] - self._finite[inside.start]) if inside else 0

    def _others(self, member: Member) -> Iterator[float]:
        found = member.found
        for cues in self._cues:
            yield sum(bisect_left(cues, b) - bisect_left(cues, a) for a, b in found.content)
        own = (found.content, found.cue)
        rivals = [self._merged[k] for k in self._beside[0].of(found)]
        rivals = [each for each in rivals if (each.content, each.cue) != own]
        yield max((_like(found, each) for each in rivals), default=0.0)
        yield min(3, sum(holds(found, each) for each in rivals))
        yield min(3, sum(holds(each, found) for each in rivals))
        yield any(shared(found.cue, each.cue) for each in rivals)
        ruled = (self._ruled[k] for k in self._beside[1].of(found))
        yield max((_like(found, each) for each in ruled if (each.content, each.cue) != own), default=0.0)

    def _told(self, found: Found) -> Iterator[float]:
        start, end = found.content[0][0], found.content[-1][1]
        inside = self._syntax.inside(start, end)
        heads = self._syntax.tokens.head
        yield any(
            self._syntax.text[k].lower() == "what"
            and lexicon.known_lemma(self._syntax.lemma(heads[k])) in lexicon.CUE_VERBS
            for k in inside
        )
        first = bisect_right(self._begins, start)
        turn = self._begins[first] if first < len(self._begins) else end
        cues = [part[0] for k in self._beside[1].of(found) for part in self._ruled[k].cue]
        yield min(3, sum(turn <= cue < end for cue in cues if not _within(cue, found.cue)))

    def _places(self, part: Range) -> tuple[int, int]:
        """The tagger's words that begin in these characters: the first, and one past the last."""
        starts = self._tagged.starts
        return bisect_left(starts, part[0]), bisect_left(starts, part[1])

    def _share(self, at: int) -> float:
        return self._shares[at][2] if 0 <= at < len(self._shares) else 0.0


def _like(left: Found, right: Found) -> float:
    both = shared(left.content, right.content)
    return both / (size(left.content) + size(right.content) - both)


def _within(at: int, parts: Sequence[Range]) -> bool:
    return any(start <= at < end for start, end in parts)
