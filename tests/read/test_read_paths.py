"""Reading: what comes out of files, folders and streams, and what a bad input does to the rest."""

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from accounting import assert_accounted
from fictional import BROKEN, FERRY, FURNISHED, PLAIN
from rashomon.model import Article, Failure
from rashomon.read import limits, read_paths

PAGE = f"""<!doctype html><html><head>
<title>Ferry sinks off Orla | Orla Daily Mail</title>
<meta property="og:title" content="Ferry sinks off Orla">
<meta property="og:site_name" content="Orla Daily Mail">
<meta property="article:published_time" content="2031-03-03T10:00:00Z">
<meta name="author" content="Tamsin Reyk">
<link rel="canonical" href="https://orla.example/ferry">
<script>var hidden = "never shown"; alert(1)</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Ferry sinks off Orla</h1>
{"".join(f"<p>{line}</p>" for line in PLAIN.splitlines() if line)}
<script>document.write("never shown either")</script></article>
<footer>All rights reserved</footer></body></html>"""


def read(*paths: str | Path, **options: object) -> tuple[list[Article], list[Failure]]:
    found = list(read_paths(paths, **options))  # type: ignore[arg-type]
    articles = [item for item in found if isinstance(item, Article)]
    for article in articles:
        assert_accounted(article.raw, article.text, article.offsets, article.dropped, article.repairs)
    return articles, [item for item in found if isinstance(item, Failure)]


def only(*paths: str | Path, **options: object) -> Article:
    articles, failures = read(*paths, **options)
    assert not failures
    (article,) = articles
    return article


def refused(*paths: str | Path, **options: object) -> Failure:
    articles, failures = read(*paths, **options)
    assert not articles
    (failure,) = failures
    assert failure.stage == "read"
    return failure


def test_a_text_file_tells_what_its_lines_state(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    article = only(tmp_path / "a.txt")
    assert article.title == "Ferry strike ends as Marlow line agrees to talks"
    assert (article.published, article.precision) == ("2031-03-03", "day")
    assert article.language == "en"
    assert (article.outlet, article.url, article.byline, article.dateline) == (None, None, None, None)
    assert article.credits == article.photo_credits == ("AFP",)
    assert article.file == str(tmp_path / "a.txt")


def test_a_text_that_begins_with_its_body_has_no_title(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BROKEN, encoding="utf-8")
    article = only(tmp_path / "a.txt")
    assert article.title is None
    assert (article.dateline, article.outlet, article.published) == (
        "SANDWICK",
        "Orla Daily Mail",
        "2031-03-04",
    )


def test_the_outlet_that_was_told_is_the_outlet(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FURNISHED, encoding="utf-8")
    article = only(tmp_path / "a.txt")
    assert (article.outlet, article.dateline, article.published) == ("Orla News", "SANDWICK", "2031-03-04")
    assert article.outlet_inferred


def test_a_page_gives_its_text_and_what_it_says_of_itself(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    article = only(tmp_path / "a.html")
    assert article.title == "Ferry sinks off Orla"
    assert article.text.startswith("Ferry sinks off Orla\n\nBy the time the storm had passed")
    assert (article.outlet, article.published) == ("Orla Daily Mail", "2031-03-03")
    assert not article.outlet_inferred
    assert (article.byline, article.url) == ("Tamsin Reyk", "https://orla.example/ferry")
    assert "never shown" not in article.raw
    assert "alert" not in article.raw


def test_json_articles_come_alone_in_lists_and_by_the_line(tmp_path: Path) -> None:
    row = {
        "text": PLAIN,
        "title": "Four boats",
        "outlet": "Orla Mail",
        "published": "2031-03-03",
        "mood": "grey",
    }
    (tmp_path / "one.json").write_text(json.dumps(row))
    (tmp_path / "two.json").write_text(json.dumps([{**row, "outlet": "A"}, {**row, "outlet": "B"}]))
    (tmp_path / "three.jsonl").write_text(
        "\n".join(json.dumps({**row, "outlet": name}) for name in "CD") + "\n"
    )
    articles, failures = read(tmp_path)
    assert not failures
    assert [article.outlet for article in articles] == ["Orla Mail", "C", "D", "A", "B"]
    assert [Path(article.file).name for article in articles] == [
        "one.json",
        "three.jsonl:1",
        "three.jsonl:2",
        "two.json#1",
        "two.json#2",
    ]
    assert {article.title for article in articles} == {"Four boats"}
    assert all(article.text.startswith("Four boats\n\nBy the time") for article in articles)


def test_a_title_that_the_text_holds_is_not_printed_twice(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"title": "Ferry sinks", "text": f"Ferry sinks\n\n{PLAIN}"}))
    assert only(tmp_path / "a.json").text.count("Ferry sinks") == 1


def test_packed_files_are_read_alike(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(FERRY.encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": PLAIN}).encode()))
    articles, failures = read(tmp_path)
    assert not failures
    assert len(articles) == 2


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PLAIN.encode(), 1),
        (json.dumps({"text": PLAIN}).encode(), 1),
        (json.dumps([{"text": PLAIN}, {"text": FERRY}]).encode(), 2),
        ((json.dumps({"text": PLAIN}) + "\n" + json.dumps({"text": FERRY})).encode(), 2),
        (PAGE.encode(), 1),
    ],
)
def test_standard_input_is_read_by_what_it_holds(data: bytes, expected: int) -> None:
    articles, failures = read("-", stdin=io.BytesIO(data))
    assert len(articles) == expected
    assert not failures


def test_metadata_beside_the_files_says_what_they_do_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BROKEN)
    (tmp_path / "b.txt").write_text(PLAIN)
    (tmp_path / "metadata.csv").write_text(
        "File,outlet,published,url,title\na.txt,The Hallin Post,2031-03-05T08:30:00+01:00,,\n"
        'b.txt,Orla Mail,"March 3, 2031",https://orla.example/b,Four boats\n'
    )
    (first, second), failures = read(tmp_path)
    assert not failures
    assert (first.outlet, first.published, first.precision) == (
        "The Hallin Post",
        "2031-03-05T08:30:00+01:00",
        "second",
    )
    assert (second.published, second.precision, second.title) == ("2031-03-03", "day", "Four boats")
    assert second.url == "https://orla.example/b"


def test_metadata_about_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    (tmp_path / "metadata.csv").write_text("file,outlet\na.txt,Orla Mail\nb.txt,Orla Mail\n")
    (article,), (failure,) = read(tmp_path)
    assert article.outlet == "Orla Mail"
    assert failure.input.endswith("b.txt")
    assert not read(tmp_path / "a.txt")[1]


@pytest.mark.parametrize("data", ["outlet,url\nx,y\n", "", '{"a.txt": 7}'])
def test_metadata_that_cannot_be_used_leaves_the_articles(tmp_path: Path, data: str) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    name = "metadata.json" if data.startswith("{") else "metadata.csv"
    (tmp_path / name).write_text(data)
    assert len(read(tmp_path)[0]) == 1


def test_metadata_may_be_json_and_lie_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    (tmp_path / "elsewhere").mkdir()
    given = tmp_path / "elsewhere" / "known.json"
    given.write_text(json.dumps({"a.txt": {"outlet": "Orla Mail"}, "-": {"outlet": "The Hallin Post"}}))
    assert only(tmp_path / "a.txt", metadata=given).outlet == "Orla Mail"
    assert only("-", stdin=io.BytesIO(PLAIN.encode()), metadata=given).outlet == "The Hallin Post"


def test_a_date_that_could_be_two_is_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": PLAIN, "published": "03/04/2031"}))
    (article,), (failure,) = read(tmp_path / "a.json")
    assert article.published is None
    assert "03/04/2031" in failure.reason


def test_the_id_comes_from_the_content_and_not_from_the_place(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(FERRY)
    (first, second), _ = read(tmp_path)
    assert first.id == second.id
    assert first.file != second.file


def test_folders_are_read_in_sorted_order_whatever_is_in_them(tmp_path: Path) -> None:
    for name in ("c.txt", "a.txt", "b/z.txt", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(
            f"{name} was the ferry's name, the coast guard of the island said on Monday."
        )
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    articles, (failure,) = read(tmp_path)
    assert [Path(article.file).name for article in articles] == ["a.txt", "z.txt", "c.txt"]
    assert failure.input.endswith("picture.png")


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_encodings_are_read_rightly(tmp_path: Path, encoding: str) -> None:
    text = "The café on Orla was closed on Monday, the mayor’s office said."
    text = text.replace("’", "'") if encoding == "latin-1" else text
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert only(tmp_path / "a.txt").text == text


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("dots.txt", b"... --- ...", "no words"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("paper.txt", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("office.html", b"PK\x03\x04rest", "ZIP"),
        ("odd.txt", "Паром между островами затонул".encode("koi8-r") * 20, "encoding"),
        ("huge.txt", b"a" * 10_000_000, "too much"),
        ("long.txt", b"word " * 700_000, "more than one article"),
        ("broken.json", b'{"text": "The ferry', "not JSON"),
        ("deep.json", b"[" * 100_000, "deep"),
        ("number.json", b"7", "JSON object"),
        ("textless.json", b'{"title": "Ferry sinks"}', 'no "text"'),
        ("wordless.json", b'{"text": 7}', 'no "text"'),
        ("none.json", b"[]", "empty list"),
        ("none.jsonl", b"\n\n", "empty"),
        ("bare.html", b"<html><body><script>alert(1)</script></body></html>", "no article text"),
        ("torn.txt.gz", gzip.compress(PLAIN.encode())[:40], "gzip"),
        ("bomb.txt.gz", gzip.compress(b"a" * 50_000_000), "too much"),
    ],
)
def test_a_bad_input_is_told_and_the_rest_goes_on(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(PLAIN)
    articles, failures = read(tmp_path)
    assert len(articles) == 1
    assert [Path(failure.input).name for failure in failures] == [name]
    assert told in failures[0].reason


def test_a_bad_line_is_told_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        f"{json.dumps({'text': PLAIN})}\n{{oops\n{json.dumps({'text': FERRY})}\n"
    )
    articles, (failure,) = read(tmp_path)
    assert len(articles) == 2
    assert failure.input.endswith("a.jsonl:2")


def test_broken_html_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.replace("</p>", "").replace("</article>", "<p><div"))
    assert "four boats were missing" in only(tmp_path / "a.html").text


def test_ten_thousand_sentences_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        " ".join(f"The boat number {n} left the harbour on Monday." for n in range(10_000))
    )
    assert only(tmp_path / "a.txt").text.endswith("9999 left the harbour on Monday.")


def test_a_missing_path_is_told(tmp_path: Path) -> None:
    assert "no such" in refused(tmp_path / "nowhere.txt").reason


def test_a_path_with_a_zero_byte_is_told() -> None:
    assert "zero byte" in refused("a\x00b.txt").reason


def test_the_same_file_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    articles, (failure,) = read(tmp_path / "a.txt", tmp_path)
    assert len(articles) == 1
    assert "before" in failure.reason


def test_link_loops_and_dead_links_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    (tmp_path / "back").symlink_to(tmp_path)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    articles, failures = read(tmp_path)
    assert len(articles) == 1
    told = {Path(failure.input).name: failure.reason for failure in failures}
    assert set(told) == {"back", "dead.txt", "self.txt"}
    assert "holds it" in told["back"]
    assert "nothing" in told["dead.txt"]
    assert "itself" in told["self.txt"]


def test_folders_nested_too_deep_are_told(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["in"] * (limits.DEPTH + 5))
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(PLAIN)
    assert "deep" in refused(tmp_path).reason


def test_too_many_files_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ENTRIES", 3)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"{PLAIN}\nThis was boat number {number}.")
    articles, (failure,) = read(tmp_path)
    assert len(articles) == 3
    assert "more than 3" in failure.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may open every file")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    (tmp_path / "a.txt").chmod(0)
    assert "permission" in refused(tmp_path / "a.txt").reason


def test_a_file_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)

    def denied(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert "permission" in refused(tmp_path / "a.txt").reason


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "neither" in refused(tmp_path).reason


def test_text_in_another_language_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Die Fähre zwischen Orla und dem Festland ist am Montag gesunken, so die Küste."
    )
    assert only(tmp_path / "a.txt").language == "de"


def test_reading_streams(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN)
    (tmp_path / "b.txt").write_text(FERRY)
    stream = read_paths([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert isinstance(next(stream), Article)
    (tmp_path / "b.txt").unlink()
    assert isinstance(next(stream), Failure)


@pytest.mark.parametrize(
    ("given", "read_as"), [("20310528", "2031-05-28"), ("20310528071500", "2031-05-28T07:15:00")]
)
def test_a_date_without_marks_is_read(tmp_path: Path, given: str, read_as: str) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": PLAIN, "published": given}))
    assert only(tmp_path / "a.json").published == read_as


def test_a_broken_line_is_named_by_its_own_number(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": PLAIN}) + '\n{"text": "cut\n')
    _, (failure,) = read(tmp_path / "a.jsonl")
    assert failure.input.endswith("a.jsonl:2")
    assert "line 1" not in failure.reason
