"""Watching: good outlets are stored once, every fault gets its name, and bad addresses are never reached."""

import gzip

import pytest

from intake.bad_outlets import answers, bad_feeds, deflated
from intake.outlets import Newsstand, Outlet, Request, article, rss, titles
from rashomon.read import limits
from rashomon.store import Store

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

ATOM = (
    '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="/deep/">'
    "<title>Ferries</title>{}</feed>"
)
SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{}</urlset>'
)


def good_outlets(stand: Newsstand) -> set[str]:
    """Open outlets of many kinds; returns the titles of all their articles."""
    plain = stand.open("Plain", articles=3)
    expected = titles("Plain", 1, 2, 3)
    atom = stand.open("Atom", articles=2)
    entries = "".join(f'<entry><id>urn:{n}</id><link href="../{n}"/></entry>' for n in (1, 2))
    atom.pages["/feed"] = ATOM.format(entries).encode()
    json = stand.open("Jason", articles=2)
    items = ",".join(f'{{"id":"{n}","url":"/{n}","date_published":"2031-03-03T10:00:00Z"}}' for n in (1, 2))
    json.pages["/feed"] = f'{{"version":"https://jsonfeed.org/version/1.1","items":[{items}]}}'.encode()
    mapped = stand.open("Sitemap", articles=2)
    locations = "".join(f"<url><loc>{mapped.url(f'/{n}')}</loc></url>" for n in (1, 2))
    mapped.pages["/feed"] = gzip.compress(SITEMAP.format(locations).encode())
    old = stand.open("Oldstyle", articles=1)
    old.pages["/feed"] = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        f"<channel><title>x</title></channel><item><link>{old.url('/1')}</link></item></rdf:RDF>"
    ).encode()
    expected |= titles("Atom", 1, 2) | titles("Jason", 1, 2) | titles("Sitemap", 1, 2) | titles("Oldstyle", 1)
    return expected | _odd_but_good(stand, plain)


def _odd_but_good(stand: Newsstand, plain: Outlet) -> set[str]:
    charset = stand.open("Charset", articles=1)
    charset.pages["/1"] = answers(article("Charset", 1, more="Café “Orla” is shut.", charset="cp1252"))
    packed = stand.open("Packed", articles=1)
    packed.pages["/feed"] = answers(deflated(rss(packed.url("/1"))), content_encoding="deflate")
    packed.pages["/1"] = answers(gzip.compress(article("Packed", 1)), content_encoding="gzip")
    moved = stand.open("Moved", articles=1)
    moved.pages["/new"] = moved.pages["/feed"]
    moved.pages["/feed"] = lambda request: request.redirect("/new", 301)
    twice = stand.open("Twice", articles=1)
    links = ("/1", "/1?utm_source=rss", "/1#comments", "/1")
    twice.pages["/feed"] = rss(*(twice.url(path) for path in links))
    twice.pages["/1?utm_source=rss"] = twice.pages["/1"]
    doubled = stand.open("Doubled", articles=2)
    doubled.pages["/feed"] = rss(doubled.url("/1"), doubled.url("/2"), ids=("same", "same"))
    torn = stand.open("Tornfeed", articles=2)
    torn.pages["/feed"] = rss(torn.url("/1"), torn.url("/2"), extra="<b>Tom & Jerry&nbsp;</b>", end="<item>")
    mixed = stand.open("Mixed", articles=1)
    mixed.pages["/feed"] = rss(mixed.url("/1"), mixed.url("/absent"), "http://10.0.0.7/1", plain.url("/1"))
    names = ("Charset", "Packed", "Moved", "Twice", "Tornfeed", "Mixed")
    found = set().union(*(titles(name, 1) for name in names))
    return found | titles("Tornfeed", 2) | titles("Doubled", 1, 2) | _flaky(stand)


def _flaky(stand: Newsstand) -> set[str]:
    """An outlet that fails at first, and one that asks for a pause."""
    flaky = stand.open("Flaky", articles=1)

    def second_time(request: Request) -> None:
        good = request.outlet.hits["/1"] > 1
        request.send(article("Flaky", 1) if good else b"", status=200 if good else 503)

    flaky.pages["/1"] = second_time
    stand.open("Paced", articles=1, robots=b"User-agent: *\nCrawl-delay: 0.1\nDisallow: /private")
    return titles("Flaky", 1) | titles("Paced", 1)


def stored(store: Store) -> list[str]:
    """The titles of all articles in the store, sorted."""
    with store.view() as view:
        hits = view.search("ferry", kinds=("article",), limit=500)
    return sorted(hit.title or "" for hit in hits)


def faults(store: Store, stand: Newsstand) -> dict[str, set[str]]:
    """The names of the open failures by outlet."""
    found: dict[str, set[str]] = {}
    with store.view() as view:
        for failure in view.failures():
            name = next(
                (n for n, each in stand.outlets.items() if each.place in failure.input), failure.input
            )
            found.setdefault(name, set()).add(failure.kind)
    return found


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FEED", 300_000)


@pytest.mark.usefixtures("small_limits")
def test_every_good_article_once_and_every_fault_by_its_name(store, stand, watching):
    canary = stand.open("Canary", articles=1)
    expected = good_outlets(stand)
    bad = bad_feeds(stand, canary)
    assert len(stand.outlets) >= 30
    watched = [outlet for name, outlet in stand.outlets.items() if name != "Canary"]
    tally = watching(watched)
    assert stored(store) == sorted(expected)
    found = faults(store, stand)
    assert {name: found.get(name) for name in bad} == {name: {fault} for name, fault in bad.items()}
    others = {name: kinds for name, kinds in found.items() if name not in bad}
    assert others == {
        "Doubled": {"doubled ids"},
        "Mixed": {"gone"},
        "Tornfeed": {"broken feed", "entries left out"},
        "http://10.0.0.7/1": {"address refused"},
    }
    assert not canary.hits, "an address that nobody allowed was reached"
    assert max(outlet.most_together for outlet in watched if outlet.name not in bad) == 1
    assert tally.new == len(expected)
    assert tally.done == tally.total


@pytest.mark.usefixtures("small_limits")
def test_a_second_round_asks_only_whether_something_changed(store, stand, watching):
    expected = good_outlets(stand)
    outlets = list(stand.outlets.values())
    watching(outlets)
    pages = {name: dict(outlet.hits) for name, outlet in stand.outlets.items()}
    tally = watching(outlets, now=600.0)
    assert tally.new == 0
    assert stored(store) == sorted(expected)
    plain = stand.outlets["Plain"]
    assert plain.unchanged["/feed"] == 1
    assert {path: plain.hits[path] for path in ("/1", "/2", "/3")} == {
        path: pages["Plain"][path] for path in ("/1", "/2", "/3")
    }
    assert stand.outlets["Moved"].hits["/feed"] == 1, (
        "a feed that moved for good is asked for where it is now"
    )
