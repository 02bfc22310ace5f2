"""Quotations without a cue of their own: whose speech they carry on, where that is safe to say."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.annotate.quotes.direct import Speech
from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.holding import Holding
from rashomon.annotate.quotes.marks import Marks
from rashomon.annotate.quotes.syntax import Syntax

_SPEAKING = ("direct", "clause", "according", "headline")


def carry_on(
    syntax: Syntax, marks: Marks, speech: Sequence[Speech], found: Sequence[Found]
) -> tuple[Found, ...]:
    """Return all attributions, with the source of cueless speech filled in from what it carries on.

    Cueless speech goes on with the attribution in the sentence before it, on the same line or, where it
    has a line to itself, on the line before. After a question somebody else may answer, so there it
    stays without a source; and so does a heading, which often quotes what is told after it.
    """
    told = [each for each in found if each.rule.startswith(_SPEAKING) and _outside(marks, each)]
    holding = Holding(told)
    told = [each for place, each in enumerate(told) if not _nested(place, each, holding)]
    told.sort(key=lambda each: each.cue[-1][1] if each.cue else 0)
    kept = {each: each for each in found}
    extra: list[Found] = []
    previous: tuple[int, Found] | None = None  # last line of carried speech, and what it carries
    for each in speech:
        bare = each.found()
        if each.cue:
            continue
        owner = _same_line(syntax, each, told)
        if owner is not None and owner.rule == "clause.left" and kept.get(owner) is not None:
            grown = replace(kept[owner], content=(*kept[owner].content, *bare.content))
            kept[owner] = grown
            continue
        if owner is None and _alone(syntax, marks, each) and not _titled(syntax, each):
            owner = _line_before(syntax, each, told)
            if owner is None and previous and _previous_line(syntax, each.regions[0].first) == previous[0]:
                owner = previous[1]
        if owner is not None:
            previous = (each.line, owner)
            bare = replace(bare, source=owner.source)
        extra.append(bare)
    return (*kept.values(), *extra)


def _nested(place: int, inner: Found, holding: Holding) -> bool:
    """Whether the attribution is part of what another one tells."""
    return any(other != place for part in inner.cue for other in holding.around(part))


def _outside(marks: Marks, found: Found) -> bool:
    return all(marks.around(start) is None for start, _ in found.cue)


def _same_line(syntax: Syntax, speech: Speech, told: Sequence[Found]) -> Found | None:
    """The attribution that ends the sentence right before the speech, on the same line."""
    begin = speech.regions[0]
    before = [each for each in told if each.cue and each.verb >= 0 and each.verb < begin.first]
    if not before:
        return None
    last = before[-1]
    if syntax.line[last.verb] != syntax.line[begin.first]:
        return None
    stops = sum(syntax.text[k] in (".", "?", "!") for k in range(last.verb, begin.first))
    end = max(last.content[-1][1], last.cue[-1][1])
    return last if stops <= 1 and syntax.start(begin.first) - end <= 120 else None


def _alone(syntax: Syntax, marks: Marks, speech: Speech) -> bool:
    """Whether the line holds nothing but quotations."""
    line = syntax.line[speech.regions[0].first]
    index = speech.regions[0].first
    while index > 0 and syntax.line[index - 1] == line:
        index -= 1
    while index < len(syntax) and syntax.line[index] == line:
        if marks.holder[index] < 0 and syntax.text[index].strip(" \n.,\u00a0"):
            return False
        index += 1
    return True


def _titled(syntax: Syntax, speech: Speech) -> bool:
    """Whether the words are written as a heading: all but the short ones with a capital letter."""
    region = speech.regions[0]
    words = [syntax.text[k] for k in range(region.first, region.last)]
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def _previous_line(syntax: Syntax, index: int) -> int | None:
    line = syntax.line[index]
    index -= 1
    while index >= 0 and (syntax.line[index] == line or not syntax.text[index].strip()):
        index -= 1
    return syntax.line[index] if index >= 0 else None


def _line_before(syntax: Syntax, speech: Speech, told: Sequence[Found]) -> Found | None:
    """The last attribution of the line before, where that line ends in what its speaker said."""
    line = _previous_line(syntax, speech.regions[0].first)
    if line is None:
        return None
    before = [each for each in told if each.verb >= 0 and syntax.line[each.verb] == line and each.source]
    if not before:
        return None
    last = before[-1]
    text = syntax.article.text
    tail = text[max(last.content[-1][1], last.cue[-1][1]) : syntax.start(speech.regions[0].first)].strip()
    if "?" in text[last.content[-1][1] - 2 : last.content[-1][1]] and last.rule == "direct":
        return None
    return last if len(tail) <= 120 and tail.count(".") <= 1 else None
