"""The desk's pages as they are sent."""

import gzip
import re
from xml.etree import ElementTree

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def story(told) -> str:
    return told["story"]["id"]


def test_stories_show_outlets_origins_and_what_is_contested(client) -> None:
    page = client.get("/").text
    assert "Marenia admits dam gates" in page
    assert "five independent origins" in page
    assert "1 contradicted" in page
    assert "altered quote" in page


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("?outlet=Tolvar+Gazette", True),
        ("?outlet=Nobody", False),
        ("?since=2025-03-11&until=2025-03-11", True),
        ("?since=2026", False),
        ("?entity=dorvan", True),
        ("?entity=Zzyzx", False),
        ("?since=&until=&outlet=&entity=", True),
    ],
)
def test_stories_are_filtered(client, query, there) -> None:
    assert ("Marenia admits dam gates" in client.get(f"/{query}").text) is there


def test_a_part_of_the_page_is_sent_to_htmx_alone(client) -> None:
    part = client.get("/", headers={"hx-request": "true"}).text
    assert "<html" not in part
    assert "Marenia admits dam gates" in part


def test_a_search_marks_what_it_found(client) -> None:
    page = client.get("/search?q=ferry").text
    assert "<mark>ferry</mark>" in page
    assert "Nothing holds these words" in client.get("/search?q=zebra").text


def test_the_story_holds_all_of_the_report_and_is_packed_once(client, story) -> None:
    first = client.get(f"/stories/{story}")
    for part in ("contested", "agreed", "matrix", "alone", "said", "timeline", "origins", "who", "reading"):
        assert f'id="{part}"' in first.text
    again = client.get(f"/stories/{story}", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    plain = client.get(f"/stories/{story}", headers={"accept-encoding": "identity"})
    assert plain.text == first.text
    assert "content-encoding" not in plain.headers


def test_an_older_version_says_that_it_is_one(client, story) -> None:
    assert "version 1 of 2" in client.get(f"/stories/{story}?version=1").text
    assert client.get(f"/stories/{story}?version=9").status_code == 404


def test_versions_tell_what_they_changed(client, story) -> None:
    page = client.get(f"/stories/{story}/changes").text
    assert "Articles that came" in page
    assert "Verash Today" in page


def test_nothing_of_an_article_becomes_markup(client, store_path, told) -> None:
    page = client.get("/search", params={"q": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in page
    assert not re.search(r"\son\w+=", client.get(f"/stories/{told['story']['id']}").text)


def test_every_page_refers_to_the_desks_own_files_alone(client, story) -> None:
    for path in ("/", f"/stories/{story}", f"/stories/{story}/read", "/names"):
        page = client.get(path).text
        assert not re.search(r'<(script|link|img)[^>]+(src|href)="(?!/)', page)
        for href in re.findall(r'(?:src|href)="(/static/[^"]+)"', page):
            assert client.get(href).status_code == 200
        assert "<style" not in page
        assert not re.search(r"<script(?![^>]* src=)", page)


def test_a_feed_of_the_story_is_atom_with_one_entry_an_alert(client, story) -> None:
    answer = client.get(f"/stories/{story}/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert {e.find(f"{ATOM}category").get("term") for e in entries} == {"contradiction", "count", "quote"}
    assert len({e.find(f"{ATOM}id").text for e in entries}) == len(entries)
    for name in ("id", "title", "updated"):
        assert feed.find(f"{ATOM}{name}").text


def test_a_saved_search_has_a_json_feed(client) -> None:
    body = client.get("/feed.json?q=ferry").json()
    assert body["version"] == "https://jsonfeed.org/version/1.1"
    assert body["items"]
    assert all(item["url"].startswith("http://localhost:8377/stories/") for item in body["items"])
    assert client.get("/feed.json?q=zebra").json()["items"] == []
    assert client.get("/feed.atom?q=zebra").status_code == 200


def test_names_quotes_and_outlets_are_found(client, told) -> None:
    dorvan = next(row["id"] for row in told["entities"] if row["name"] == "Alexei Dorvan")
    assert "Aleksei Dorvan" in client.get(f"/names/{dorvan}").text
    quotes = client.get(f"/names/{dorvan}/quotes").text
    assert "<del>should</del>" in quotes
    assert "<ins>could</ins>" in quotes
    assert "No quote holds these words" in client.get(f"/names/{dorvan}/quotes?q=zebra").text
    assert "Halcyon News Agency" in client.get("/outlets?name=Lowland+Daily").text
    assert client.get("/outlets?name=Nobody").status_code == 404


def test_an_article_shows_its_text_and_story(client, told) -> None:
    row = told["articles"][0]
    page = client.get(f"/articles/{row['id']}").text
    assert told["story"]["id"] in page
    assert row["text"].split("\n")[-1][:20] in page


def test_a_judgement_is_recorded_kept_and_taken_back(client, sign_in, asked, told) -> None:
    story, sign = told["story"]["id"], sign_in()
    form = {"kind": "merge", "left": "Tomas Brenn", "right": "Pavel Brenn", "story": story, "sign": sign}
    assert client.post("/judgements", data=form).headers["location"] == "/judgements"
    (given,) = client.get("/api/judgements").json()
    assert (given["who"], given["subject"]["names"]) == ("Ana Ruiz", ["Tomas Brenn", "Pavel Brenn"])
    assert "Undo" in client.get("/judgements").text
    assert client.post(f"/judgements/{given['id']}/undo", data={"sign": sign}).status_code == 303
    assert client.get("/api/judgements").json() == []
    assert client.get("/api/judgements?standing=false").json()[0]["undone_by"] == "Ana Ruiz"
    assert asked == ["work", "work"]


def test_a_point_marked_as_wrong_is_shown_so_and_never_deleted(client, sign_in, asked, told) -> None:
    story, sign = told["story"]["id"], sign_in()
    point = next(row["id"] for row in told["points"] if row["relation"] == "contradict")
    form = {"kind": "wrong", "story": story, "point": point, "note": "two visits", "sign": sign}
    assert client.post("/judgements", data=form).status_code == 303
    page = client.get(f"/stories/{story}").text
    assert "Marked as wrong by <bdi>Ana Ruiz</bdi>" in page
    assert f'data-id="{point}"' in page
    assert asked == []
    assert client.post("/judgements", data={**form, "point": "p-none"}).status_code == 400


def test_a_judgement_leads_back_to_its_page_and_nowhere_else(client, sign_in, told) -> None:
    sign, story = sign_in(), told["story"]["id"]
    point = told["points"][0]["id"]
    form = {"kind": "wrong", "story": story, "point": point, "sign": sign}
    for came, back in (
        (f"http://localhost:8377/stories/{story}/judge", f"/stories/{story}/judge"),
        ("http://localhost:8377//elsewhere.example/", "/judgements"),
    ):
        answer = client.post("/judgements", data=form, headers={"referer": came})
        assert answer.headers["location"] == back


def test_a_missing_page_is_a_page_and_a_missing_thing_of_the_api_is_json(client) -> None:
    assert "All stories" in client.get("/stories/s-none").text
    assert client.get("/api/stories/s-none").json() == {"detail": "There is no such story."}
    assert client.get("/?since=yesterday").status_code == 422


@pytest.mark.parametrize("path", ["/?from=2025-03-01", "/api/stories?from=2025-03-01", "/api/status?q=x"])
def test_what_is_asked_under_an_unknown_name_is_refused_not_passed_over(client, path) -> None:
    answer = client.get(path)
    assert answer.status_code == 422
    assert "since, until, outlet, entity" in answer.text or "takes no questions" in answer.text


@pytest.mark.parametrize("path", ["/?since=1.3.2025", "/api/search?q=x&until=yesterday"])
def test_a_day_that_cannot_be_read_is_told_how_to_write_it(client, path) -> None:
    answer = client.get(path)
    assert answer.status_code == 422
    assert "2031-05-28" in answer.text
    assert r"\d{4}" not in answer.text


def test_the_page_is_sent_packed(client, story) -> None:
    with client.stream("GET", f"/stories/{story}", headers={"accept-encoding": "gzip"}) as answer:
        assert b"contested" in gzip.decompress(b"".join(answer.iter_raw()))


def test_an_address_of_no_page_is_said_in_words(client) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "No page has this address" in answer.text
