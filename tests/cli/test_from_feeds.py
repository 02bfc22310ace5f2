"""From feeds to a dossier: the demo story as its outlets would publish it."""

from html import escape

import pytest

from intake.outlets import Newsstand, rss
from rashomon import demo
from rashomon.model import Article
from rashomon.read import read_paths
from rashomon.store import open_store

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


def page(article: Article) -> bytes:
    """The article as a web page."""
    lines = [line for line in article.text.split("\n")[1:] if line.strip()]
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    site = f'<meta property="og:site_name" content="{escape(article.outlet)}">'
    time = f'<meta property="article:published_time" content="{article.published}">'
    title = escape(article.title)
    head = f"<!doctype html><html><head><title>{title}</title>{site}{time}</head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def test_six_outlets_become_one_story(command, tmp_path):
    folder = demo.files()[0].parent
    articles = [item for item in read_paths([folder]) if isinstance(item, Article)]
    with Newsstand() as stand:
        for article in articles:
            outlet = stand.open(article.outlet)
            outlet.pages["/1"] = page(article)
            outlet.pages["/feed"] = rss(outlet.url("/1"))
        feeds = "".join(f'[[feed]]\nurl = "{outlet.url("/feed")}"\n' for outlet in stand.outlets.values())
        (tmp_path / "feeds.toml").write_text(feeds)
        allowed = [word for outlet in stand.outlets.values() for word in ("--allow-host", outlet.place)]
        run = command(
            "watch",
            tmp_path / "feeds.toml",
            "--store",
            tmp_path / "desk.db",
            "--once",
            "--pause",
            0,
            *allowed,
        )
    assert run.code == 0, run.stderr
    assert run.stdout.splitlines()[0].startswith("6 articles annotated")
    with open_store(tmp_path / "desk.db") as store, store.view() as view:
        (story,) = view.stories()
        assert (story.articles, story.points["contradict"] > 0) == (6, True)
        assert set(story.outlets) == {article.outlet for article in articles}
        assert {run.state for run in view.runs()} == {"done"}
