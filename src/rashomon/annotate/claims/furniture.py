"""Furniture: words of an article that claim nothing: datelines, credits, names that stand alone."""

import re
from collections.abc import Collection

from rashomon.annotate.claims.tree import CONTENT, Tree
from rashomon.text.credits import HELPED
from rashomon.text.datelines import report_start
from rashomon.text.labels import is_label
from rashomon.text.service import is_service

_PICTURE = re.compile(
    r"\W*(?:file )?(?:photo|photograph|picture|image|video|screen ?(?:shot|grab)|graphic)s?"
    r"(?: (?:courtesy|credit)\b|\s*:|\s+by\b)",
    re.I,
)
# Words of a line that credits its helpers; a longer one tells something.
_LONGEST = 20
# Tokens of a line of names.
_MOST_NAMES = 10


def without_dateline(tree: Tree, members: Collection[int]) -> list[int]:
    """The members that don't stand in the dateline or the credit which opens their line."""
    first = tree.tokens.start[tree.all.start]
    begin = tree.text.rfind("\n", 0, first) + 1
    stop = tree.text.find("\n", begin)
    end = begin + report_start(tree.text[begin : stop if stop >= 0 else len(tree.text)])
    return [i for i in members if tree.tokens.start[i] >= end]


def is_furniture(tree: Tree) -> bool:
    """Whether it is a credit, names and nothing said of them, or the outlet's word on its coverage."""
    text = tree.text[tree.tokens.start[tree.all.start] : tree.tokens.end[tree.all.stop - 1]]
    if is_service(text) or is_label(text):
        return True
    if _PICTURE.match(text) or (HELPED.search(text) and len(text.split()) <= _LONGEST):
        return True
    if tree.kind == "title" or len(tree.all) > _MOST_NAMES:  # a title in capitals looks all names
        return False
    content = [tree.tokens.pos[i] for i in without_dateline(tree, tree.all) if tree.tokens.pos[i] in CONTENT]
    return all(pos == "PROPN" for pos in content)
