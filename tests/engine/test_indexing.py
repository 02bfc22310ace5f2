"""The page over all dossiers of a run: a row a story, from the tables."""

import re
from pathlib import Path
from typing import Any

import pytest

from rashomon.engine.indexing import write_index
from rashomon.engine.schema import schema_of
from rashomon.model import Failure

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

STORIES = [
    {"id": "s-1", "title": "A ferry ran aground", "date": "2031-03-09", "articles": ["a-1", "a-2"]},
    {"id": "s-2", "title": "A dam broke", "date": "2031-03-11", "articles": ["a-3", "a-4", "a-5"]},
    {"id": "s-3", "title": "A fair was held", "date": None, "articles": ["a-6", "a-7"]},
    {"id": "s-4", "title": "A story that broke a stage", "date": "2031-03-12", "articles": ["a-8"]},
]
OUTLETS = ("Lunden Post", "Lunden Post", "Carrow Courier", "Radio Oster", None, None, None, "Brill Echo")
POINTS = [
    ("s-1", "agree", None),
    ("s-1", "contradict", "date"),
    ("s-1", "differ", "quantity"),
    ("s-1", "differ", "other"),
    ("s-2", "agree", None),
]


def table(out: Path, name: str, rows: list[dict[str, Any]]) -> None:
    parquet.write_table(pa.Table.from_pylist(rows, schema=schema_of(name)), out / f"{name}.parquet")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The tables of four stories, of which three have a report."""
    table(tmp_path, "stories", STORIES)
    owners = [story["id"] for story in STORIES for _ in story["articles"]]
    named = zip(owners, OUTLETS, strict=True)
    table(tmp_path, "articles", [{"story": story, "outlet": outlet} for story, outlet in named])
    table(tmp_path, "points", [dict(zip(("story", "relation", "slot"), row, strict=True)) for row in POINTS])
    for story in ("s-1", "s-2", "s-3"):
        (tmp_path / "dossiers" / story).mkdir(parents=True)
        (tmp_path / "dossiers" / story / "report.html").touch()
    return tmp_path


def page(out: Path, *failures: Failure) -> str:
    write_index(out, out / "dossiers", failures)
    return (out / "dossiers" / "index.html").read_text("utf-8")


def row(told: str, story: str) -> str:
    found = re.search(rf'<tr>(?:(?!</tr>).)*"{story}/report\.html".*?</tr>', told, re.DOTALL)
    assert found
    return found[0]


def test_each_story_with_a_report_has_a_row_the_latest_first(out: Path) -> None:
    assert re.findall(r'href="(s-\d)/report\.html"', page(out)) == ["s-2", "s-1", "s-3"]


def test_a_row_says_who_tells_it_and_how_the_accounts_relate(out: Path) -> None:
    ferry = row(page(out), "s-1")
    assert "9 March 2031" in ferry
    assert ferry.count("Lunden Post") == 1
    # articles, contradict, differ (what is only near is no difference), updated, agree
    assert re.findall(r"<td>(\d+)</td>", ferry) == ["2", "1", "1", "0", "1"]
    assert "Carrow Courier" in row(page(out), "s-2")


def test_the_same_tables_give_the_same_bytes_and_nothing_is_left_beside(out: Path) -> None:
    assert page(out) == page(out)
    assert sorted(path.name for path in (out / "dossiers").iterdir()) == ["index.html", "s-1", "s-2", "s-3"]


def test_of_many_failures_the_page_names_some_and_says_where_the_rest_is(out: Path) -> None:
    told = page(out, *(Failure(f"{number:03}.txt", "read", "it is empty") for number in range(150)))
    assert "000.txt" in told
    assert "149.txt" not in told
    assert "and 50 more" in told
    assert "failures.parquet" in told


def test_no_story_is_a_page_too(out: Path) -> None:
    for name in ("stories", "articles", "points"):
        table(out, name, [])
    assert "report.html" not in page(out)
