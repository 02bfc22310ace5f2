"""Feeds, sitemaps and lists: what they say of their pages, however they are written or broken."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.errors import InputError
from rashomon.read.live.documents import announced_feed, read_document, unpacked
from rashomon.read.unpacking import SizeError

URL = "https://orla.example/news/feed"


def read(text, *, encoding="utf-8", **given):
    return read_document(text.encode(encoding), url=URL, **given)


def rss(items, extra=""):
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Orla</title>{extra}{items}</channel></rss>'
    )


def item(inner):
    document = read(rss(f"<item>{inner}</item>"))
    return document.entries[0] if document.entries else None


def test_rss_tells_page_title_time_and_author():
    entry = item(
        "<title>Ferry &amp;amp; &lt;b&gt;bridge&lt;/b&gt;</title><link> /ferry?a=1&amp;b=2#top </link>"
        "<guid>tag:1</guid><pubDate>Mon, 03 Mar 2031 10:00:00 +0100</pubDate>"
        "<author>desk@orla.example (Tamsin Reyk)</author>"
    )
    assert entry.url == "https://orla.example/ferry?a=1&b=2"
    assert (entry.title, entry.id) == ("Ferry & bridge", "tag:1")
    assert (entry.published, entry.byline) == ("2031-03-03T10:00:00+01:00", "Tamsin Reyk")


@pytest.mark.parametrize(
    ("inner", "url"),
    [
        ("<guid>https://orla.example/1</guid>", "https://orla.example/1"),
        ("<guid isPermaLink='false'>https://orla.example/1</guid><description>x</description>", None),
        ("<link>https://proxy.example/1</link><feedburner:origLink xmlns:feedburner='urn:f'>"
         "https://orla.example/2</feedburner:origLink>", "https://orla.example/2"),
        ("<media:title xmlns:media='urn:m'>x</media:title><link><![CDATA[ /3 ]]></link>", "https://orla.example/3"),
        ("<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='alternate' href='/4'/>", "https://orla.example/4"),
        ("<link>mailto:desk@orla.example</link>", None),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>http://user:word@orla.example/</link>", None),
    ],
)  # fmt: skip
def test_the_link_is_found_wherever_feeds_put_it(inner, url):
    entry = item(inner)
    assert (entry.url if entry else None) == url


def test_atom_prefers_the_page_among_links_and_knows_its_base():
    document = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/deep/"><title type="html">Orla</title><entry>'
        '<link rel="enclosure" href="a.mp3"/><link rel="alternate" type="application/json" href="1.json"/>'
        '<link href="1.html"/><id>urn:1</id><updated>2031-03-03T10:00:00Z</updated><author><name>Ines</name>'
        '</author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi &amp; bye</p></div>'
        "</content></entry></feed>"
    )
    (entry,) = document.entries
    assert entry.url == "https://orla.example/deep/1.html"
    assert "<p>Hi &amp; bye</p>" in entry.content
    assert (entry.published, entry.byline) == ("2031-03-03T10:00:00Z", "Ines")


def test_plain_text_in_a_feed_never_becomes_markup():
    document = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id>'
        '<content type="text">a &lt;script&gt; b</content></entry></feed>'
    )
    assert document.entries[0].content == "<p>a &lt;script&gt; b</p>"


def test_json_feed():
    items = [
        {"id": 7, "url": "/7", "title": "Seven", "authors": [{"name": "A"}, {"name": "B"}]},
        {"id": "8", "content_text": "One.\nTwo < three."},
        "no item",
    ]
    document = read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))
    seven, eight = document.entries
    assert (seven.url, seven.id, seven.byline) == ("https://orla.example/7", "7", "A, B")
    assert (eight.url, eight.content) == (None, "<p>One.</p><p>Two &lt; three.</p>")


def test_sitemaps_lead_to_pages_and_their_index_to_sitemaps():
    news = "http://www.google.com/schemas/sitemap-news/0.9"
    pages = read(
        f'<urlset xmlns:n="{news}"><url><loc>/1</loc><n:news><n:title>One</n:title>'
        "<n:publication_date>2031-03-03</n:publication_date></n:news></url></urlset>"
    )
    index = read("<sitemapindex><sitemap><loc>/news.xml.gz</loc></sitemap></sitemapindex>")
    (page,) = pages.entries
    assert (pages.kind, page.title, page.published) == ("sitemap", "One", "2031-03-03")
    assert (index.kind, index.entries[0].url) == ("sitemap index", "https://orla.example/news.xml.gz")


def test_a_list_gives_the_feeds_in_its_folders():
    document = read(
        '<opml><body><outline text="Isles"><outline type="rss" text="Orla" xmlUrl="https://orla.example/f"/>'
        '</outline><outline xmlURL="https://hallin.example/f"/></body></opml>'
    )
    assert [entry.url for entry in document.entries] == ["https://orla.example/f", "https://hallin.example/f"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_feeds(encoding):
    text = rss("<item><title>Café “Orla”</title><link>/1</link></item>")
    if encoding == "cp1252":
        text = text.replace('version="1.0"', 'version="1.0" encoding="windows-1252"', 1)
    assert read(text, encoding=encoding).entries[0].title == "Café “Orla”"


def test_the_charset_of_the_server_counts_where_the_feed_says_none():
    text = rss("<item><title>Ћ</title><link>/1</link></item>")
    assert read(text, encoding="cp1251", charset="windows-1251").entries[0].title == "Ћ"


def test_a_broken_feed_gives_what_it_holds_and_says_that_it_is_broken():
    document = read(rss("<item><title>Tom & Jerry&nbsp;\x01</title><link>/1</link></item><item><link>/2"))
    assert [entry.url for entry in document.entries] == ["https://orla.example/1", "https://orla.example/2"]
    assert document.mended


def test_each_page_is_announced_once_and_what_has_no_name_is_counted():
    doubled = "<item><link>/1</link><guid>a</guid></item><item><link>/1</link></item>"
    document = read(rss(doubled + "<item><link>/2</link><guid>a</guid></item><item><title>x</title></item>"))
    assert len(document.entries) == 2
    assert (document.left_out, document.doubled) == (1, "a")


HOURLY = "<sy:updatePeriod xmlns:sy='urn:s'>hourly</sy:updatePeriod>"


@pytest.mark.parametrize(
    ("extra", "seconds"), [("<ttl>60</ttl>", 3600), ("<ttl>soon</ttl>", 0), (HOURLY, 3600)]
)
def test_a_feed_may_ask_for_time(extra, seconds):
    assert read(rss("", extra)).wait == seconds


@pytest.mark.parametrize(
    "declared", ['<!ENTITY a "aaaa">', '<!ENTITY x SYSTEM "file:///etc/hostname">', "<!ENTITY % p '1'>"]
)
def test_entities_of_its_own_are_refused(declared):  # fmt: skip
    with pytest.raises(InputError, match="entities"):
        read(f'<?xml version="1.0"?><!DOCTYPE rss [{declared}]><rss><channel/></rss>')


@pytest.mark.parametrize(
    "text", ["<!doctype html><html><rss>", "<html xmlns='x'/>", '{"text": "x"}', "", "words"]
)
def test_what_is_no_feed_is_left_to_others(text):
    assert read(text) is None


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: rss(text).encode("utf-8", "replace")))
def test_nothing_but_a_failure_comes_of_damage(data):
    try:
        document = read_document(data, url=URL)
    except InputError:
        return
    assert document is None or all(entry.name for entry in document.entries)


@pytest.mark.parametrize(
    ("tag", "feed"),
    [
        (
            '<link rel="alternate" type="application/rss+xml" title="All" href="/feed?a=1&amp;b=2">',
            "/feed?a=1&b=2",
        ),
        ("<LINK href=/feed TYPE='application/atom+xml' REL='alternate'>", "/feed"),
        ('<link rel="alternate" type="application/feed+json" href="/feed">', "/feed"),
        ('<link rel="alternate" hreflang="fr" href="/fr">', None),
        ('<link rel="stylesheet" type="text/css" href="/a.css">', None),
        ("<link rel=alternate type=application/rss+xml>", None),
    ],
)
def test_a_page_may_name_its_feed(tag, feed):
    found = announced_feed(f"<html><head>{tag}</head>".encode(), "https://orla.example/")
    assert found == (feed and f"https://orla.example{feed}")


def test_a_packed_sitemap_is_unpacked_within_the_limit():
    assert unpacked(gzip.compress(b"x" * 100), most=100) == b"x" * 100
    with pytest.raises(SizeError):
        unpacked(gzip.compress(b"x" * 100), most=99)
