"""Uses: each mention as a bare name, with the title it carries and the kind it has in the story."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from rashomon.link.gazetteer import Gazetteer
from rashomon.model import Annotations, Mention, Span
from rashomon.model.annotations import MentionKind
from rashomon.resolve.entities.ages import age_beside
from rashomon.resolve.entities.borders import mended
from rashomon.resolve.entities.kin import is_relative
from rashomon.resolve.roles import Role, is_head, parse_role, role_after, role_before
from rashomon.text.names import HONORIFICS, clean_name, fold, is_acronym, tokens

_DESCRIPTION = re.compile(r" (?:state )?(?:news agency|newspaper|television|radio|network|movement|group)\b")


@dataclass(frozen=True, slots=True)
class Use:
    """One mention: `name` is its text without title, `first` its first token, `order` the article's place.

    `described` is the name with the plain words that say what it is: "Norsk news agency";
    `relative` says that the name is brought in as that of a relative, `age` how old the bearer is.
    """

    article: str
    order: int
    span: Span
    name: str
    kind: MentionKind
    first: int
    roles: tuple[Role, ...] = ()
    honorific: str | None = None
    described: str | None = None
    relative: bool = False
    age: int | None = None

    @property
    def key(self) -> str:
        """The folded name."""
        return fold(self.name)


def find_uses(story: Sequence[Annotations], gazetteer: Gazetteer) -> list[Use]:
    """Return every mention of the story as a use, in text order, kinds settled by majority."""
    found = [
        use
        for order, annotations in enumerate(story)
        for mention in annotations.mentions
        if (use := _use(order, annotations, mended(annotations, mention, gazetteer), gazetteer)) is not None
    ]
    return settle_kinds(found, gazetteer)


def _use(order: int, annotations: Annotations, mention: Mention, gazetteer: Gazetteer) -> Use | None:
    article, text = annotations.article, annotations.article.text
    start, end = mention.span.start, mention.span.end
    roles: list[Role] = []
    honorific = None
    cut = _title_length(text[start:end]) if mention.kind == "person" else 0
    if cut:
        title = text[start : start + cut].strip()
        last = title.split()[-1].casefold().rstrip(".")
        honorific = last if last in HONORIFICS else None
        before = role_before(annotations, _token_at(annotations, start + cut), gazetteer)
        role = before or parse_role(title, article.span(start, start + len(title)), gazetteer)
        roles += [role] if role else []
        start += cut
    name = clean_name(text[start:end])
    if not fold(name):
        return None
    if mention.kind == "other" and _is_adjective(annotations, end) and not gazetteer.demonym(name):
        return None
    offset = text[start:end].find(name) if name in text[start:end] else -1
    span = article.span(start + offset, start + offset + len(name)) if offset >= 0 else mention.span
    first = _token_at(annotations, span.start)
    if mention.kind == "person":
        honorific = honorific or _honorific_before(annotations, first)
        before = None if roles else role_before(annotations, first, gazetteer)
        roles += [role for role in (before, role_after(annotations, end, gazetteer)) if role]
    described = _DESCRIPTION.match(text, end) if mention.kind in {"organisation", "group"} else None
    return Use(
        article=article.id,
        order=order,
        span=span,
        name=name,
        kind=mention.kind,
        first=first,
        roles=tuple(roles),
        honorific=honorific,
        described=name + described.group() if described else None,
        relative=mention.kind == "person" and is_relative(annotations, first),
        age=age_beside(text, span.start, span.end) if mention.kind == "person" else None,
    )


def _honorific_before(annotations: Annotations, first: int) -> str | None:
    """The honorific that stands before a name which doesn't hold it."""
    columns, text = annotations.tokens, annotations.article.text
    word = text[columns.start[first - 1] : columns.end[first - 1]].rstrip(".") if first else ""
    return word.casefold() if word[:1].isupper() and word.casefold() in HONORIFICS else None


def _title_length(text: str) -> int:
    """The number of characters of title and honorifics before the name proper; at least a word stays."""
    words = text.split()
    keep = 0
    for index, word in enumerate(words[:-1]):
        if word.casefold().rstrip(".") in HONORIFICS or is_head(word):
            keep = index + 1
    if not keep:
        return 0
    at = 0
    for word in words[:keep]:
        at = text.index(word, at) + len(word)
    return at + len(text[at:]) - len(text[at:].lstrip())


def _is_adjective(annotations: Annotations, end: int) -> bool:
    """Whether what ends here is an adjective: "Nordic" says what kind, and names nothing."""
    last = bisect_left(annotations.tokens.end, end)
    return last < len(annotations.tokens) and annotations.tokens.tag[last] in {"JJ", "AFX"}


def _token_at(annotations: Annotations, start: int) -> int:
    return min(bisect_left(annotations.tokens.start, start), max(0, len(annotations.tokens) - 1))


def settle_kinds(uses: Sequence[Use], gazetteer: Gazetteer) -> list[Use]:
    """Give all uses of a name the kind that the gazetteer or most of them say.

    A lone surname stays a person where the article names its bearer in full, whatever others say.
    """
    votes: defaultdict[str, Counter[MentionKind]] = defaultdict(Counter)
    full: defaultdict[str, set[str]] = defaultdict(set)
    for use in uses:
        votes[use.key][use.kind] += 1
        if use.kind == "person" and " " in use.key:
            full[use.article].update(tokens(use.name))
    located: defaultdict[str, set[str]] = defaultdict(set)
    for use in uses:
        if use.kind == "place":
            located[use.key].add(use.article)
    kinds = {key: _most(counts, len(located[key])) for key, counts in votes.items()}
    kinds.update(_by_longer_names(uses, kinds, gazetteer))
    kinds.update({fold(name): cast(MentionKind, row.kind) for row in gazetteer.aliases for name in row.names})
    settled = []
    for use in uses:
        bearer = use.kind == "person" and " " not in use.key and use.key in full[use.article]
        kind = use.kind if bearer else _known_kind(use, gazetteer) or kinds[use.key]
        settled.append(replace(use, kind=kind))
    return settled


def _by_longer_names(
    uses: Sequence[Use], kinds: Mapping[str, MentionKind], gazetteer: Gazetteer
) -> dict[str, MentionKind]:
    """The kinds of short names that a longer name of the story tells better than the model could.

    "Holm", taken for a place, is Ada Holm; "Herons", taken for a person, are the Lund Herons.
    """
    found: dict[str, MentionKind] = {}
    by_key: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses:
        by_key[use.key].append(use)
    named = [use.key for use in uses if use.kind == "person" and " of " not in use.key]
    people = {key.split()[-1] for key in named if " " in key}
    double = {" ".join(key.split()[-2:]) for key in named if key.count(" ") > 1}
    teams = {
        use.key.split()[-1] for use in uses if use.kind == "organisation" and use.key.count(" ") in (1, 2)
    }
    for use in uses:
        kind, key = kinds[use.key], use.key
        if gazetteer.is_place(use.name) or gazetteer.body_kind(use.name):
            continue
        called = key not in teams and "person" in {each.kind for each in by_key[key]}
        borne = kind in {"place", "other"} or called
        surname = (borne and key in people) or (kind != "person" and key in double)
        if surname and (key in people or "-" in use.name):
            found[key] = "person"
        elif kind == "person" and key in teams and key not in people and key.endswith("s"):
            found[key] = "organisation"
    return found


def _most(counts: Counter[MentionKind], located: int) -> MentionKind:
    """The kind of most uses; a place for two articles is one for those that take it for a body, too.

    What the stock model doesn't know it calls a body; a place has spoken for itself.
    """
    if set(counts) == {"place", "organisation"} and located > 1:
        return "place"
    best = max(counts.values())
    return min(kind for kind, count in counts.items() if count == best)


def _known_kind(use: Use, gazetteer: Gazetteer) -> MentionKind | None:
    if use.key in gazetteer.own:
        return None
    if gazetteer.country(use.name):
        return "place"
    surname = use.kind == "person" and " " not in use.key and not is_acronym(use.name)
    return None if surname else gazetteer.body_kind(use.name)
