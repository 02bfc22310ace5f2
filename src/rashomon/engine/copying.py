"""The stage of copying: stretches of wording that articles share, over all stories, window by window."""

from rashomon.compare.passages import share
from rashomon.compare.texts import text_of
from rashomon.engine.annotating import Wording
from rashomon.engine.tables import Row, write_part
from rashomon.engine.windows import Window
from rashomon.engine.work import Work
from rashomon.model import Passage

STAGE = "copied"
# Articles that are worked on together, and looked back at, at most: more on either side costs as much.
BLOCK, AROUND = 4_000, 4_000
WHOLE = 3 * BLOCK  # articles up to which days do not count


def find_reuse(work: Work, window: Window) -> None:
    """Find what the window's own articles share with each other and with those before them."""
    numbers = range(window.first, window.end)
    wordings: list[Wording] = window.catalogue.records("wording", numbers)
    number_of = {each.article: number for number, each in zip(numbers, wordings, strict=True)}
    text_at = {each.article: each.text for each in wordings}
    ordered = sorted(wordings, key=lambda each: each.article)
    found = share([text_of(each.article, each.text, each.starts) for each in ordered])
    rows = [
        _row(passage, number_of, text_at)
        for passage in found
        if max(number_of[span.article] for span in passage.spans) >= window.begin
    ]
    with work.making(STAGE, window.id) as folder:
        write_part(folder, {"reuse": rows})


def _row(passage: Passage, number_of: dict[str, int], text_at: dict[str, str]) -> Row:
    spans = [
        {
            "article": span.article,
            "start": span.start,
            "end": span.end,
            "exact": text_at[span.article][span.start : span.end],
        }
        for span in passage.spans
    ]
    articles = sorted({span.article for span in passage.spans}, key=lambda article: number_of[article])
    return {"id": passage.id, "words": passage.words, "articles": articles, "spans": spans}
