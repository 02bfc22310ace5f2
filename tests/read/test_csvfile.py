"""Tables as text: an article a row, whatever program wrote them."""

import csv
import gzip
import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Article, Failure
from rashomon.model.errors import InputError
from rashomon.read import read_paths
from rashomon.read.csvfile import csv_arrivals, is_table

TEXT = "The harbour of Lunden was closed on Monday after a crane fell into the water, the port said."
OTHER = 'A crane fell into the harbour of Lunden, and "nobody was near it", a clerk said.\n\nWork stopped.'
THIRD = "Ships wait outside the harbour of Lunden; divers look for the crane, said the port’s master."


def _written(path: Path, *rows: tuple[str, ...], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def _read(*paths: Path, **options: object) -> tuple[list[Article], list[Failure]]:
    found = list(read_paths(paths, **options))  # type: ignore[arg-type]
    return (
        [item for item in found if isinstance(item, Article)],
        [item for item in found if isinstance(item, Failure)],
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_each_row_is_an_article(tmp_path, delimiter, encoding):
    header = ("Outlet", "Text", "published", "count")
    rows = (("The Lunden Post", TEXT, "2031-05-28", "1"), ("", OTHER, "", "2"), ("Orla Mail", THIRD, "", "3"))
    path = _written(tmp_path / "a.csv", header, *rows, delimiter=delimiter, encoding=encoding)
    articles, failures = _read(path)
    assert not failures
    assert [article.file for article in articles] == [f"{path}#{number}" for number in (1, 2, 3)]
    assert [article.outlet for article in articles] == ["The Lunden Post", None, "Orla Mail"]
    assert [article.published for article in articles] == ["2031-05-28", None, None]
    assert articles[1].text == OTHER
    assert articles[2].text == THIRD


def test_columns_may_have_other_names_that_mean_one_thing(tmp_path):
    header = ("Headline", "body", "Publication", "publish_date", "AUTHORS", "link")
    row = ("A crane falls", TEXT, "The Lunden Post", "28 May 2031", "Ada Holm", "https://lunden.example/1")
    (article,), failures = _read(_written(tmp_path / "a.csv", header, row))
    assert not failures
    assert (article.title, article.outlet, article.published) == (
        "A crane falls",
        "The Lunden Post",
        "2031-05-28",
    )
    assert (article.byline, article.url) == ("Ada Holm", "https://lunden.example/1")


def test_the_key_itself_goes_before_another_name(tmp_path):
    path = _written(
        tmp_path / "a.csv", ("body", "text", "outlet", "date"), ("short", TEXT, "Orla Mail", "2031")
    )
    (article,), _ = _read(path)
    assert article.text == TEXT


def test_a_column_that_may_hold_the_outlet_is_told(tmp_path):
    path = _written(tmp_path / "a.csv", ("text", "source", "date"), (TEXT, "Orla Mail", "2031-05-28"))
    (article,), (failure,) = _read(path)
    assert article.outlet is None
    assert "source" in failure.input
    assert '"outlet"' in failure.reason


def test_days_and_months_are_told_by_the_whole_column(tmp_path):
    rows = (("text", "date"), (TEXT, "03/04/2031"), (OTHER, "28/04/2031"), (THIRD, ""))
    articles, failures = _read(_written(tmp_path / "a.csv", *rows))
    assert not failures
    assert [article.published for article in articles] == ["2031-04-03", "2031-04-28", None]
    mixed = (*rows[:3], (THIRD, "04/28/2031"))
    articles, (failure,) = _read(_written(tmp_path / "b.csv", *mixed))
    assert [article.published for article in articles] == [None, "2031-04-28", "2031-04-28"]
    assert "03/04/2031" in failure.reason


def test_a_row_without_text_or_with_too_many_cells_is_told_and_the_rest_goes_on(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f'text,outlet\n,Orla Mail\n"{TEXT}",The Lunden Post\n{THIRD},Orla, Mail\n\n,,\n', "utf-8")
    (article,), failures = _read(path)
    assert article.outlet == "The Lunden Post"
    assert [failure.input for failure in failures] == [f"{path}#1", f"{path}#3"]
    assert "comma" in failures[1].reason


def test_behind_marks_that_do_not_pair_nothing_is_read_and_that_is_told(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f'text,outlet\n"{TEXT}",The Lunden Post\n"{THIRD},Orla Mail\n"{OTHER}",B\n', "utf-8")
    (article,), (failure,) = _read(path)
    assert article.outlet == "The Lunden Post"
    assert "row 2" in failure.reason


def test_tabs_without_quotation_are_read_as_databases_write_them(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_text(f'outlet\ttext\nA\t"Closed" is the word: {TEXT}\nB\t{TEXT}\n', "utf-8")
    articles, failures = _read(path)
    assert not failures
    assert articles[0].text == f'"Closed" is the word: {TEXT}'


def test_a_spreadsheet_may_say_what_parts_its_cells(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f"sep=;\r\ntext;outlet\r\n{TEXT};Orla Mail\r\n;\r\n", "utf-8")
    (article,), failures = _read(path)
    assert (article.text, article.outlet, failures) == (TEXT, "Orla Mail", [])


@pytest.mark.parametrize(
    ("data", "told"),
    [("year,deaths\n2031,4\n", 'no column "text", only year, deaths'), ("text\n", "no row"), ("", "empty")],
)
def test_a_table_of_something_else_says_what_it_lacks(tmp_path, data, told):
    (tmp_path / "a.csv").write_text(data)
    articles, (failure,) = _read(tmp_path / "a.csv")
    assert not articles
    assert told in failure.reason


def test_an_article_may_be_longer_than_cells_usually_are(tmp_path):
    path = _written(tmp_path / "a.csv", ("text",), (f"{TEXT}\n\n" * 3000,))
    (article,), failures = _read(path)
    assert len(article.raw) > 200_000
    assert not failures


def test_metadata_may_be_parted_by_semicolons_and_written_in_capitals(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "Metadata.csv").write_text("File;Outlet;Published\na.txt;Orla Mail;13.05.2031\n")
    (article,), failures = _read(tmp_path)
    assert not failures
    assert (article.outlet, article.published) == ("Orla Mail", "2031-05-13")


def test_metadata_that_says_two_things_of_a_file_is_told(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "metadata.csv").write_text("file,outlet\na.txt,Orla Mail\na.txt,Orla Mail\na.txt,B\n,C\n")
    (article,), failures = _read(tmp_path)
    assert article.outlet == "Orla Mail"
    assert [Path(failure.input).name for failure in failures] == ["metadata.csv#3", "metadata.csv#4"]


def test_metadata_named_with_its_files_is_no_article(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    given = tmp_path / "metadata.csv"
    given.write_text("file,outlet\na.txt,Orla Mail\n")
    (article,), failures = _read(tmp_path / "a.txt", given)
    assert article.outlet == "Orla Mail"
    assert not failures
    articles, (failure,) = _read(given)
    assert not articles
    assert "beside" in failure.reason


@pytest.mark.parametrize(
    ("name", "told"), [("a.pdf", "as text"), ("a.xlsx", "CSV"), ("a.zip", "unpack"), ("a.odd", ".jsonl")]
)
def test_a_file_that_is_not_read_says_what_to_do(tmp_path, name, told):
    (tmp_path / name).write_text(TEXT)
    _, (failure,) = _read(tmp_path)
    assert told in failure.reason


def test_standard_input_may_be_a_table(tmp_path):
    table = f"outlet;text\nOrla Mail;{TEXT}\n".encode()
    (article,) = read_paths(["-"], stdin=io.BytesIO(table))
    assert isinstance(article, Article)
    assert (article.outlet, article.text) == ("Orla Mail", TEXT)
    for words in (f"Text, he said\n\n{TEXT}", f"body\n\n{TEXT}", f"{TEXT}\n{THIRD}"):
        (article,) = read_paths(["-"], stdin=io.BytesIO(words.encode()))
        assert isinstance(article, Article)
        assert article.raw == words


def test_a_packed_table_is_read_alike(tmp_path):
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(f"outlet;text\nOrla Mail;{TEXT}\n".encode()))
    (article,), failures = _read(tmp_path)
    assert (article.outlet, failures) == ("Orla Mail", [])


def test_lines_may_end_as_on_old_macintoshes(tmp_path):
    (tmp_path / "a.csv").write_bytes(
        f"outlet;text\rOrla Mail;{TEXT}\r\rB;{THIRD.replace(';', ',')}\r".encode()
    )
    (first, second), failures = _read(tmp_path)
    assert (first.outlet, second.outlet, failures) == ("Orla Mail", "B", [])


@given(st.binary(max_size=80), st.text(alphabet='",;\t|\r\n\0 atextbody', max_size=80))
def test_whatever_comes_is_read_or_told(data, text):
    for each in (data, text.encode(), b"text,outlet\n" + data, f"text;date\n{text}".encode()):
        is_table(each)
        with suppress(InputError):
            list(csv_arrivals(each, "a.csv"))
