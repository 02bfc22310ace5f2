"""Questions over the tables: each answers on a small archive, and says what it lacks."""

from pathlib import Path

import pytest

from rashomon.engine.asking import ask, questions
from rashomon.model.errors import UsageError

pytest.importorskip("duckdb")


def test_every_question_says_what_it_asks_and_answers(expected):
    for question in questions():
        assert question.about.endswith(".")
        found = ask(question.name, expected, given=dict.fromkeys(question.needs, "Mira Kolvenko"))
        assert found.columns
        assert found.total >= len(found.rows)


def test_who_copies_whom_by_agency(expected):
    found = ask("copying", expected, limit=None)
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    agencies = {row["source"] for row in rows if row["by_agency"]}
    assert "Halcyon News Agency" in agencies
    assert {row["outlet"] for row in rows if row["source"] == "Halcyon News Agency"} == {
        "Lowland Daily",
        "The Harbour Post",
    }
    # of the rest the times tell who was first
    others = [(row["source"], row["outlet"]) for row in rows if not row["by_agency"]]
    assert ("The Lunden Post", "Vessland Today") in others
    assert ("Vessland Today", "The Lunden Post") not in others


def test_outlets_of_the_same_stories(expected):
    found = ask("together", expected, limit=None)
    assert found.rows
    assert all(one < other and stories > 0 and 0 < share <= 1 for one, other, stories, share in found.rows)


def test_a_person_over_time(expected):
    found = ask("said", expected, given={"who": "dorvan"}, limit=None)
    assert found.total > 10
    dates = [row[found.columns.index("published")] for row in found.rows]
    assert dates == sorted(dates)
    assert {row[found.columns.index("speaker")] for row in found.rows} == {"Alexei Dorvan"}


def test_counts_that_changed_come_widest_first(expected):
    found = ask("counts", expected, limit=None)
    factors = [row[found.columns.index("factor")] for row in found.rows]
    assert factors == sorted(factors, reverse=True)
    assert all(1 < factor <= 10 for factor in factors)
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    told = {(row["unit"], row["least"], row["most"]) for row in rows}
    assert any(least.endswith("workers") and most.endswith("workers") for _, least, most in told)


def test_counts_of_several_things_did_not_change(expected, tmp_path):
    import shutil

    import duckdb

    before = ask("counts", expected, limit=None).total
    out = Path(shutil.copytree(expected, tmp_path / "out", ignore=shutil.ignore_patterns("work", "dossiers")))
    held, kept = expected / "quantities.parquet", out / "quantities.parquet"
    # each article now gives the numbers of all articles of its story
    duckdb.execute(
        f"COPY (SELECT q.* REPLACE (a.article AS article) FROM '{held}' q JOIN (SELECT DISTINCT story, "
        f"article FROM '{held}') a USING (story)) TO '{kept}' (FORMAT parquet)"
    )
    assert before > ask("counts", out, limit=None).total == 0


def test_what_can_not_be_asked_is_said(expected, tmp_path):
    with pytest.raises(UsageError, match="copying"):
        ask("nothing", expected)
    with pytest.raises(UsageError, match="--who"):
        ask("said", expected)
    with pytest.raises(UsageError, match="no finished run"):
        ask("copying", tmp_path)
