"""Attribution: one thing given to two speakers, or by one to hearsay that another tells as known."""

import re
from collections.abc import Iterator, Sequence

from rashomon.compare.align.views import COMMON, View, stem
from rashomon.compare.slots.amounts import same_amount
from rashomon.compare.slots.finding import Finding, Version
from rashomon.compare.slots.firmness import SURE
from rashomon.model import Span
from rashomon.text.doubt import NEGATION
from rashomon.text.lexicon import closed_class
from rashomon.text.reporting import REPORTING

# Share of the terms of the shorter claim that the other needs before who says it is compared: two
# speakers may say like things. Set on the development stories, as are the two below.
SAID_BY_BOTH = 0.5
SAID_BY_ONE = 0.7
PRONOUNS = closed_class("he she they it we i who which that this these those one others some many")
LEAST = 3  # terms in common
MOST_BETWEEN = 7  # words between a source and what it says: "told reporters in Lund on Monday that"
MOST_BEHIND = 1  # words between what is said and its source behind it: "is closed," said Lind
BESIDE = 24  # characters on the other side of the source in which the verb of saying can stand
# Characters from a source to the end of its claim that are shown as one version; beyond, the claim alone.
LONGEST = 400
BY = 3  # words from a source to its verb of saying, where an article is asked whether it cites the source
ITSELF = "the outlet itself"
# What so many times as many articles tell as known is no matter of who said it.
KNOWN_TO_MOST = 2
_GOES_ON = frozenset({"and", "but", "that"})  # what a second half of what is said begins with
_ASIDE = closed_class(
    "as while because since although though if when after before until once"
)  # what is taken as known, whoever speaks
# Behind whom a source names: "prosecutors in Lund", "Ilse Brandt, the mayor".
_HEAD = re.compile(r",|\b(?:in|of|for|at|from|with|on)\b")
# Those who investigate: a report names one of them for all.
_LAW = closed_class(
    "police officer officers officials official authorities investigators detectives deputies sheriff"
)
_WORD = re.compile(r"[^\W\d_]+")
# Whose word an outlet has at second hand, other outlets and people without a name, and who accuses: that the
# police or a company told a thing is how news is told. Read by eye, 70 points of 388 development stories gave
# to somebody what another told as known; about one in seven mattered, and most of those were of these.
_TO_NAME = closed_class(
    "source sources witness witnesses resident residents bystander bystanders neighbour neighbours neighbor "
    "neighbors media press news newspaper newspapers magazine tabloid broadcaster television tv radio "
    "network post times tribune herald gazette courier journal telegraph guardian reuters bbc cnn afp "
    "prosecutor prosecutors accuser accusers plaintiff plaintiffs"
)
# What is said of some among many is not said of all of them: "one of five people shot".
_SOME_OF = re.compile(r"\b(?:one|some|many|most|part|several) of\b|\bamong\b", re.I)


def attributions(left: View, right: View, likelihood: float) -> Iterator[Finding]:
    """Yield a difference where one claim is given to two speakers, or to hearsay and told as known."""
    told = left.verbal and right.verbal and "title" not in (left.kind, right.kind)
    if likelihood < SURE or left.claim.article == right.claim.article or not told:
        return
    common = len(set(left.terms) & set(right.terms))
    share = common / max(1, min(len(set(left.terms)), len(set(right.terms))))
    if common < LEAST or not _one_thing(left, right):
        return
    if left.told_by and right.told_by and left.speaker and right.speaker:
        people = left.by_name and right.by_name  # a body and its speaker may be one source
        said = _is_said(left, left.told_by) and _is_said(right, right.told_by)
        if people and said and share >= SAID_BY_BOTH and _two_people(left, right):
            yield _two(left, right)
    elif _known(left, right) and share >= SAID_BY_ONE:
        yield from _one(left, right)


def _two_people(left: View, right: View) -> bool:
    """Whether both sources are known to be two: no last word of a name stands in the other."""
    mine, theirs = (_words(view.exact(view.told_by)) for view in (left, right) if view.told_by)
    alike = mine[-1:] and theirs[-1:] and (mine[-1] in theirs or theirs[-1] in mine)
    return left.speaker != right.speaker and not alike


def _one_thing(left: View, right: View) -> bool:
    """Whether both claims say or deny one deed, of all or of some: not "rigged" and "not rigged"."""
    denied = [len(NEGATION.findall(view.text)) for view in (left, right)]
    some = bool(_SOME_OF.search(left.text)) == bool(_SOME_OF.search(right.text))
    some = some and denied[0] == denied[1]
    return some and left.claim.polarity == right.claim.polarity and _one_deed(left, right)


def _one_deed(left: View, right: View) -> bool:
    """Whether what one claim says was done is said in the other, too, as far as its verb tells."""
    mine, theirs = (stem(view.predicate) for view in (left, right))
    plain = {left.predicate, right.predicate} <= COMMON
    return plain or mine in right.terms or theirs in left.terms


def known_to_most(views: Sequence[View], finding: Finding) -> bool:
    """Whether the finding is that one gives to somebody what most articles tell as known."""
    if finding.slot != "attribution" or ITSELF not in (finding.left.key, finding.right.key):
        return False
    said = {view.claim.article for view in views if view.claim.quote}
    known = {view.claim.article for view in views if not view.claim.quote and view.verbal} - said
    return len(known) > KNOWN_TO_MOST * len(said)


def _known(left: View, right: View) -> bool:
    """Whether one is the outlet's own statement, and the other is given to somebody in indirect speech."""
    own = (left.claim.quote is None) != (right.claim.quote is None)
    return own and not (left.direct or right.direct or left.known or right.known)


def _is_said(view: View, source: Span) -> bool:
    """Whether the claim itself is what the source says: a verb of saying, and little else, joins them.

    A plan or an order told in a noun, and what is only mentioned inside a longer statement, are not; its
    second half, behind "and", is.
    """
    text, claim = view.source.text, view.claim.spans[0]
    after = source.end <= claim.start
    between = _words(text[source.end : claim.start] if after else text[claim.end : source.start])
    before = _words(text[max(0, source.start - BESIDE) : source.start])[-2:]
    beside = before if after else _words(text[source.end : source.end + BESIDE])
    joined = len(between) <= MOST_BETWEEN or (after and between[-1] in _GOES_ON)
    return joined and not _SAYING.isdisjoint([*between[:MOST_BETWEEN], *beside]) and not _is_aside(view)


def _is_aside(view: View) -> bool:
    """Whether the claim begins as what is taken as known: "when the ferry returns"."""
    claim = view.claim.spans[0]
    return not _ASIDE.isdisjoint(_words(view.source.text[claim.start : claim.end])[:1])


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _forms(verb: str) -> frozenset[str]:
    """The forms of a regular verb."""
    stem = verb[:-1] if verb[-1] in "ey" else verb
    ends = ("e", "es", "ed", "ing") if verb.endswith("e") else ("s", "es", "ed", "ing", "y", "ys", "yed")
    return frozenset({verb, *(stem + end for end in (*ends, "ies", "ied"))})


def _to_name(view: View, source: Span) -> bool:
    """Whether it matters who said it: who tells the word of such a source as known vouches for it."""
    return not _TO_NAME.isdisjoint(_words(_HEAD.split(view.exact(source))[0]))


def _speaks_there(said: View, source: Span, own: View) -> bool:
    """Whether the source is a mere "they", or named in the other outlet's sentence too."""
    words = said.exact(source).lower().split()
    named = said.speaker is not None and said.speaker in own.entities
    return named or len(words) == 0 or words[-1] in PRONOUNS or words[-1] in own.context.lower()


def _credited(own: View) -> bool:
    """Whether words of saying stand in the claim's sentence: it may not be told as known."""
    return not _CREDIT.isdisjoint(_words(own.context))


def _cites(own: View, source: str) -> bool:
    """Whether the article gives other things to that source: it has this from there, too, as far as known."""
    words = _words(_HEAD.split(source)[0].replace("’", "'").removesuffix("'s"))[-1:]
    named = _LAW if not _LAW.isdisjoint(words) else frozenset(words)
    told = _words(own.source.text)
    return any(
        word in named and not _CREDIT.isdisjoint(told[max(0, at - BY) : at + BY + 1])
        for at, word in enumerate(told)
    )


def _other_sizes(left: View, right: View) -> bool:
    """Whether both give numbers, and none in common: two statements, told alike."""
    mine, theirs = left.quantities, right.quantities
    return bool(mine and theirs) and not any(same_amount(one, other) for one in mine for other in theirs)


def _two(left: View, right: View) -> Finding:
    mine, theirs = (view.exact(view.told_by) for view in (left, right) if view.told_by)
    words = f"“{mine}” and “{theirs}” are given as the source of one statement"
    return Finding("attribution", "differ", _version(left), _version(right), words)


def _version(said: View) -> Version:
    """The speaker's version, with the source before it, or right behind it: a name alone tells nothing."""
    claim = _words_of(said)
    sayers = [span for span in (said.told_by, said.cue) if span]
    source = Span(claim.article, min(s.start for s in sayers), max(s.end for s in sayers))
    near = len(_words(said.source.text[claim.end : source.start])) <= MOST_BEHIND
    whole = Span(
        source.article, min(source.start, claim.start), max(source.end, claim.end) if near else claim.end
    )
    key = said.speaker or said.exact(sayers[0]).lower()
    return Version(key, whole if len(whole) <= LONGEST else claim)


def _words_of(view: View) -> Span:
    """The claim from its first word to its last: its longest piece may lack the verb."""
    spans = view.claim.spans
    whole = Span(spans[0].article, min(s.start for s in spans), max(s.end for s in spans))
    return whole if len(whole) <= LONGEST else max(spans, key=len)


def _one(left: View, right: View) -> Iterator[Finding]:
    said, own = (left, right) if left.claim.quote else (right, left)
    if said.told_by is None or not _is_said(said, said.told_by) or not _to_name(said, said.told_by):
        return
    if _speaks_there(said, said.told_by, own) or _other_sizes(left, right):
        return
    if _is_aside(own) or _credited(own) or _cites(own, said.exact(said.told_by)):
        return
    told = _version(said)
    plain = Version(ITSELF, _words_of(own))
    words = f"one gives it to “{said.exact(said.told_by)}”, the other tells it as known"
    first, second = (told, plain) if said is left else (plain, told)
    yield Finding("attribution", "differ", first, second, words)


_CREDIT = frozenset({"said", "say", "says", "according", "told", "reported", "reportedly"})
_SAYING = frozenset({"said", "told", "wrote", "according", "quoted"}).union(*map(_forms, sorted(REPORTING)))
