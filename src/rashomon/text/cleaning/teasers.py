"""Teasers of other articles after the end: blocks of headline, date and blurb, or bare headlines."""

import re
from collections.abc import Iterator

from rashomon.text.cleaning.furniture import is_label
from rashomon.text.cleaning.lines import Line, lines
from rashomon.text.offsets import Edit
from rashomon.text.published import read_date

TEASER = "teaser of another article"
_UPDATED = re.compile(r"(?:(?:last\s+)?(?:updated|published|posted)(?:\s+on)?[:\s]+)?", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST_HEADLINE = 18  # words of another report's headline
_LONGEST_BLURB = 45  # words of a line below it that sums the report up
_BLURBS = 2  # such lines at most
_SECOND_UNIT = 2  # reports listed from which years that the article never names speak against them


def teasers(text: str) -> Iterator[Edit]:
    """Drop the teasers that fill the text from some line to its end.

    A unit is a headline, its date, perhaps the headline again and a blurb or two. The units must
    reach the end without a gap, and show by one of these that they are other articles: the headline
    stands twice, a section label ("Opinion", "Related") opens the block, or all its years are
    missing from the article. A dated list inside an article shows none of them, and stays.
    """
    rows = lines(text)
    first_prose = next((index for index, row in enumerate(rows) if row.prose), len(rows))
    start = _dated_block(rows, first_prose) or _labelled_block(rows, first_prose)
    if start is not None:
        while start - 1 > first_prose and is_label(rows[start - 1]):
            start -= 1
        for row in rows[start:]:
            yield Edit(row.start, row.end, "", TEASER)


def _dated_block(rows: list[Line], first_prose: int) -> int | None:
    for index in range(first_prose + 1, len(rows) - 1):
        if _is_date(rows[index + 1]) and _is_headline(rows[index]) and _fills(rows, index):
            return index
    return None


def _fills(rows: list[Line], start: int) -> bool:
    """Whether units run from `start` to the end, and show that they are other articles."""
    index, units, twice = start, 0, False
    years: set[str] = set()
    while index < len(rows):
        if index + 1 >= len(rows) or not _is_headline(rows[index]) or not _is_date(rows[index + 1]):
            return False
        years.update(_YEAR.findall(rows[index + 1].text))
        headline, index, units = rows[index], index + 2, units + 1
        if index < len(rows) and rows[index].key == headline.key:
            twice, index = True, index + 1
        index = _past_blurbs(rows, index)
    labelled = is_label(rows[start - 1])
    held = set(_YEAR.findall(" ".join(row.text for row in rows[:start])))
    foreign = units >= _SECOND_UNIT and bool(held) and bool(years) and not years & held
    return twice or labelled or foreign


def _past_blurbs(rows: list[Line], index: int) -> int:
    for _ in range(_BLURBS):
        starts_unit = index + 1 < len(rows) and _is_date(rows[index + 1]) and _is_headline(rows[index])
        if index < len(rows) and not starts_unit and rows[index].words <= _LONGEST_BLURB:
            index += 1
    return index


def _labelled_block(rows: list[Line], first_prose: int) -> int | None:
    """Bare headlines under a label, after the last running text."""
    last_prose = max((index for index, row in enumerate(rows) if row.prose), default=len(rows))
    for index in range(max(last_prose, first_prose) + 1, len(rows)):
        after = rows[index + 1 :]
        if is_label(rows[index]) and after and all(_is_headline(row) or _is_date(row) for row in after):
            return index
    return None


def _is_headline(row: Line) -> bool:
    return 0 < row.words <= _LONGEST_HEADLINE and (not row.stops or row.text[-1] in "?!'\"’”…")


def _is_date(row: Line) -> bool:
    prefix = _UPDATED.match(row.text)
    dated = read_date(row.text, prefix.end()) if prefix else None
    return dated is not None and not row.text[dated.end :].strip(" .,|")
