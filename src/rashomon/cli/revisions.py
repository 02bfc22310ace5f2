"""`rashomon diff ARTICLE`: what an outlet changed in its own text."""

import json as jsons
from dataclasses import asdict

from rashomon.model.errors import UsageError
from rashomon.store import StoredArticle, View
from rashomon.text.diff import Stretch, word_diff

_AROUND = 40  # characters shown before and after a change


def show_texts(view: View, article: StoredArticle, *, old: int | None, new: int | None, json: bool) -> None:
    """Print what changed in the text since the one before it; `old` and `new` count from the first."""
    chain = view.revisions(article.article.id)
    if len(chain) == 1:
        raise UsageError(f"{article.article.id} was never revised: nothing to compare it with")
    later = new or max(2, chain.index(article.article.id) + 1)
    before, after = _text(view, chain, old or later - 1), _text(view, chain, later)
    stretches = word_diff(before.article.text, after.article.text)
    if json:
        ids = {"from": before.article.id, "to": after.article.id}
        body = {**ids, "stretches": [asdict(each) for each in stretches]}
        print(jsons.dumps(body, ensure_ascii=False, indent=1))
        return
    print(after.article.title or after.article.file)
    print(f"{before.article.id} ({before.added[:16]}) to {after.article.id} ({after.added[:16]})")
    for line in changed(stretches):
        print(line)


def changed(stretches: tuple[Stretch, ...]) -> list[str]:
    """A line for each change: [-taken out-] and {+put in+}, with the words around it."""
    lines, at = [], 0
    while at < len(stretches):
        if stretches[at].kind == "both":
            at += 1
            continue
        end = at
        while end < len(stretches) and stretches[end].kind != "both":
            end += 1
        before = stretches[at - 1].text[-_AROUND:] if at else ""
        after = stretches[end].text[:_AROUND] if end < len(stretches) else ""
        said = " ".join(
            f"[-{each.text}-]" if each.kind == "left" else f"{{+{each.text}+}}" for each in stretches[at:end]
        )
        lines.append(" ".join(f"… {before} {said} {after} …".split()))
        at = end
    return lines


def _text(view: View, chain: tuple[str, ...], number: int) -> StoredArticle:
    found = view.article(chain[number - 1]) if 0 < number <= len(chain) else None
    if found is None:
        raise UsageError(f"there is no text {number}: it has 1 to {len(chain)}")
    return found
