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


def test_a_line_names_some_outlets_and_how_the_accounts_relate() -> None:
    outlets = ["Lunden Post", "Carrow Courier", "Radio Oster", "Brill Echo", "Vessa Times", "Helmsby News"]
    row = {**_ROW, "id": "s-1", "title": "A dam", "articles": 6, "outlets": outlets}
    told = render_index({"stories": [row], "failures": []})
    assert "Vessa Times" in told
    assert "and 1 more" in told
    assert "Helmsby News" not in told
    # articles, origins, contradict, differ, updated, agree
    assert re.findall(r"<td>(\d+)</td>", told) == ["6", "1", "0", "3", "0", "0"]


def test_by_date_the_latest_come_first_and_those_without_one_last() -> None:
    dates = {"s-1": "2031-03-01", "s-2": None, "s-3": "2031-03-11"}
    rows = [{**_ROW, "id": id, "title": id, "articles": 2, "date": date} for id, date in dates.items()]
    told = render_index({"stories": rows, "failures": []}, order="date")
    assert re.findall(r'href="(s-\d)/report\.html"', told) == ["s-3", "s-1", "s-2"]


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
