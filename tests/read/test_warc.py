"""Web archives: their pages in order, and all that stands before a damage."""

import gzip
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fictional import PLAIN
from rashomon.model import Article, Failure
from rashomon.read import limits, read_paths
from rashomon.read.warc import warc_arrivals
from read.archives import answer, crawl, packed, page, record

FERRIES = ["First ferry", "Second ferry", "Third ferry", "Fourth ferry"]


def read(path):
    found = list(read_paths([path]))
    return (
        [item for item in found if isinstance(item, Article)],
        [item for item in found if isinstance(item, Failure)],
    )


def in_one(records):
    """All records packed together, as archives should not be but are."""
    return gzip.compress(b"".join(records))


@pytest.mark.parametrize(
    ("name", "pack"), [("a.warc", b"".join), ("a.warc.gz", packed), ("b.warc.gz", in_one)]
)
def test_the_pages_of_an_archive_are_articles(tmp_path, name, pack):
    (tmp_path / name).write_bytes(pack(crawl()))
    articles, failures = read(tmp_path / name)
    assert [article.title for article in articles] == FERRIES
    assert [article.url for article in articles] == [f"https://orla.example/{n}" for n in range(1, 5)]
    assert articles[0].file.endswith(f"{name}#3")
    assert not failures


def test_a_package_of_archives(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as package:
        package.writestr("datapackage.json", "{}")
        package.writestr("archive/one.warc.gz", packed(crawl()[:3]))
        package.writestr("archive/two.warc", b"".join(crawl()[3:]))
    articles, failures = read(tmp_path / "a.wacz")
    assert [article.title for article in articles] == FERRIES
    assert not failures


def test_every_cut_keeps_what_stands_before_it_and_is_told():
    whole = b"".join(crawl())
    for at in range(1, len(whole) - 4, 97):
        found = list(warc_arrivals(io.BytesIO(whole[:at]), "a.warc"))
        failures = [item for item in found if isinstance(item, Failure)]
        last = whole[:at].rfind(b"\r\n\r\nWARC/1.1") if at > 10 else -1
        assert failures or at == last + 4, at
        assert len(found) - len(failures) >= whole[:at].count(b"</article></body></html>\r\n\r\nWARC")


def test_damage_inside_a_packed_archive_ends_it_with_a_word(tmp_path):
    data = bytearray(packed(crawl()))
    data[len(packed(crawl()[:4])) + 60] ^= 0xFF
    (tmp_path / "a.warc.gz").write_bytes(bytes(data))
    articles, failures = read(tmp_path / "a.warc.gz")
    assert [article.title for article in articles][:2] == FERRIES[:2]
    assert any("damaged here" in failure.reason for failure in failures)


def test_a_bad_page_costs_only_itself(tmp_path):
    bad = [
        record(answer(b"\x1f\x8bnot packed", content_encoding="gzip"), url="https://orla.example/x"),
        record(answer(gzip.compress(b"0" * (limits.ARTICLE + 1)), content_encoding="gzip")),
        record(answer(page("x"), content_encoding="zstd")),
        record(answer(b"  ")),
    ]
    (tmp_path / "a.warc").write_bytes(b"".join([*bad, *crawl()]))
    articles, failures = read(tmp_path / "a.warc")
    assert [article.title for article in articles] == FERRIES
    assert len(failures) == len(bad)


def test_pages_that_were_faults_when_they_were_stored_are_told_together(tmp_path):
    bad = [record(answer(page("Not here"), status=status)) for status in ("404 Not Found", "500 Fault")]
    (tmp_path / "a.warc").write_bytes(b"".join([*bad, *crawl()]))
    articles, (failure,) = read(tmp_path / "a.warc")
    assert len(articles) == 4
    assert failure.reason.startswith("2 pages")


@pytest.mark.parametrize(
    "data", [b"", b"hello\r\n", PLAIN.encode(), b"WARC/1.0\r\nContent-Length: -1\r\n\r\n"]
)
def test_what_is_no_archive_is_one_failure(tmp_path, data):
    (tmp_path / "a.warc").write_bytes(data)
    articles, failures = read(tmp_path / "a.warc")
    assert not articles
    assert len(failures) == 1


def test_what_is_no_package_is_one_failure(tmp_path):
    (tmp_path / "a.wacz").write_bytes(b"PK\x03\x04 no more")
    with zipfile.ZipFile(tmp_path / "b.wacz", "w") as package:
        package.writestr("pages/pages.jsonl", "{}")
    for name in ("a.wacz", "b.wacz"):
        assert len(read(tmp_path / name)[1]) == 1


@settings(max_examples=60)
@given(st.binary(max_size=400), st.integers(0, 3000))
def test_whatever_stands_in_an_archive_is_read_or_told(noise, at):
    whole = b"".join(crawl())
    for item in warc_arrivals(io.BytesIO(whole[:at] + noise + whole[at:]), "a.warc"):
        assert item
