"""The page of several stories."""

import re
from html import unescape

from rashomon.tell import render_index

_ROW = {"date": "2031-03-11", "place": "Port Halden", "origins": 1, "points": {"differ": 3}, "dossier": ""}


def _index(*rows: tuple[str, str, int], failures: tuple[dict[str, str], ...] = ()) -> str:
    stories = [{**_ROW, "id": id, "title": title, "articles": count} for id, title, count in rows]
    return render_index({"schema": "rashomon/index/1", "stories": stories, "failures": list(failures)})


def test_each_story_leads_to_its_report_those_of_more_articles_first() -> None:
    page = _index(("s-1", "A bridge", 1), ("s-2", "A ferry", 2), ("s-3", "A dam", 5))
    assert re.findall(r'href="(s-\d)/report\.html"', page) == ["s-3", "s-2", "s-1"]
    assert "eight articles" in page
    assert "Told by one article" in page
    assert "11 March 2031" in page


def test_what_was_left_out_stands_on_the_page_and_markup_is_text() -> None:
    left = {"input": "<b>.txt", "stage": "read", "reason": "it is empty"}
    page = _index(("s-1", "<script>alert(1)</script>", 2), failures=(left,))
    assert "it is empty" in page
    assert "&lt;b&gt;.txt" in page
    assert "<script>" not in page


def test_nothing_outside_is_asked_for() -> None:
    page = _index(("s-1", "A bridge", 1))
    assert "default-src 'none'" in unescape(page)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)
