"""What changes is a revision, what stays is asked for ever more seldom, what is gone is told."""

import pytest

from intake.bad_outlets import answers
from intake.conftest import hasty
from intake.outlets import article, rss, silence
from rashomon.intake import watch
from rashomon.intake.watching import Order

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

HOUR = 3600.0


def chain(store, outlet, path="/1"):
    with store.view() as view:
        current = view.current(outlet.url(path))
        return [view.article(id).article.text for id in view.revisions(current)] if current else []


def test_a_changed_article_is_a_revision_and_the_first_text_stays(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    watching([outlet])
    outlet.pages["/1"] = article("Plain", 1, more="Nobody was hurt, it added later.")
    assert watching([outlet], now=HOUR / 2).done == 0, "too soon to ask again"
    assert watching([outlet], now=2 * HOUR).revised == 1
    first, second = chain(store, outlet)
    assert "added later" not in first
    assert "added later" in second


def test_an_entry_that_its_feed_announces_anew_is_fetched_at_once(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    watching([outlet])
    outlet.pages["/1"] = article("Plain", 1, more="Nobody was hurt.")
    outlet.pages["/feed"] = rss(outlet.url("/1"), extra="<ttl>5</ttl>").replace(
        b"News 0", b"News 0, corrected"
    )
    assert watching([outlet], now=60.0).revised == 1
    assert len(chain(store, outlet)) == 2


def test_an_unchanged_article_is_asked_for_ever_more_seldom(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    asked = []
    for hour in (0, 0.5, 1, 2, 3, 4, 7, 8, 15, 20, 40, 47):
        watching([outlet], now=hour * HOUR)
        asked.append(outlet.hits["/1"])
    assert asked == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]
    assert outlet.unchanged["/1"] == outlet.hits["/1"] - 1
    assert len(chain(store, outlet)) == 1


def test_an_article_that_comes_back_as_it_was_is_current_again(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    watching([outlet])
    before = outlet.pages["/1"]
    outlet.pages["/1"] = article("Plain", 1, more="Nobody was hurt.")
    watching([outlet], now=2 * HOUR)
    outlet.pages["/1"] = before
    watching([outlet], now=4 * HOUR)
    with store.view() as view:
        current = view.current(outlet.url("/1"))
        assert "hurt" not in view.article(current).article.text


def test_a_page_without_a_time_of_its_own_takes_that_of_the_feed(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    dated = b"<pubDate>Mon, 03 Mar 2031 10:15:00 +0100</pubDate></item>"
    outlet.pages["/feed"] = rss(outlet.url("/1")).replace(b"</item>", dated)
    watching([outlet])
    with store.view() as view:
        found = view.article(view.current(outlet.url("/1"))).article
    assert (found.published, found.precision) == ("2031-03-03T10:15:00+01:00", "second")


def test_the_page_lies_beside_its_text_byte_for_byte(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    watching([outlet])
    with store.view() as view:
        assert view.raw(view.current(outlet.url("/1"))).body == outlet.pages["/1"]


def test_a_page_that_fails_for_a_while_is_asked_for_again_and_then_left(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    outlet.pages["/1"] = answers(status=500)
    asked = []
    for hour in (0, 0.1, 0.3, 1.4, 5.5, 22, 100):
        watching([outlet], now=hour * HOUR)
        asked.append(outlet.hits["/1"] // 2)  # each time it is tried twice
    assert asked == [1, 1, 2, 3, 4, 5, 5]


def test_a_page_that_failed_and_then_comes_closes_its_failure(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    good = outlet.pages["/1"]
    outlet.pages["/1"] = answers(status=500)
    watching([outlet])
    outlet.pages["/1"] = good
    assert watching([outlet], now=HOUR).new == 1
    with store.view() as view:
        assert not view.failures()
        assert [failure.kind for failure in view.failures(open_only=False)] == ["server fault"]


def test_a_page_that_failed_for_a_while_and_has_not_changed_closes_its_failure(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    good = outlet.pages["/1"]
    watching([outlet])
    outlet.pages["/1"] = answers(status=500)
    watching([outlet], now=2 * HOUR)
    outlet.pages["/1"] = good
    watching([outlet], now=4 * HOUR)
    assert outlet.unchanged["/1"] == 1
    with store.view() as view:
        assert not view.failures()


def test_a_feed_that_is_gone_for_good_is_asked_for_no_more(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    outlet.pages["/feed"] = answers(status=410)
    watching([outlet])
    watching([outlet], now=100 * HOUR)
    assert outlet.hits["/feed"] == 1


def test_an_article_deleted_later_stays_and_is_told(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    watching([outlet])
    outlet.pages["/1"] = answers(status=410)
    watching([outlet], now=2 * HOUR)
    assert len(chain(store, outlet)) == 1
    with store.view() as view:
        assert [failure.kind for failure in view.failures()] == ["gone"]


def test_many_pages_that_lead_to_one_are_no_revisions_of_each_other(store, stand, watching):
    outlet = stand.open("Plain", articles=2)
    outlet.pages["/consent"] = article("Consent", 1)
    for path in ("/1", "/2"):
        outlet.pages[path] = lambda request: request.redirect(f"/consent?from={request.path[1:]}")
    outlet.pages["/consent?from=1"] = article("Consent", 1, more="One.")
    outlet.pages["/consent?from=2"] = article("Consent", 1, more="Two.")
    watching([outlet])
    assert len(chain(store, outlet, "/1")) == len(chain(store, outlet, "/2")) == 1


WHOLE = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:orla:1</id><title>Ferry {0}</title>{1}'
    '<content type="html">{2}</content></entry></feed>'
)
WORDS = "".join(
    f"&lt;p&gt;The {place} ferry sailed again on Monday, the harbour office said in a long note.&lt;/p&gt;"
    for place in ("Hallin", "Orla", "Sandwick", "Tarrow")
)


def test_an_entry_without_a_page_is_itself_the_article(store, stand, watching):
    outlet = stand.open("Plain")
    outlet.pages["/feed"] = WHOLE.format("sails", "", WORDS).encode()
    assert watching([outlet]).new == 1
    assert watching([outlet], now=HOUR).done == 0
    outlet.pages["/feed"] = WHOLE.format("sails", "", WORDS.replace("Monday", "Tuesday")).encode()
    assert watching([outlet], now=2 * HOUR).new == 1


def test_words_are_taken_from_the_feed_where_that_is_wanted(store, stand, tmp_path):
    outlet = stand.open("Plain", articles=1)
    link = f'<link href="{outlet.url("/1")}"/>'
    outlet.pages["/feed"] = WHOLE.format("sails", link, WORDS).encode()
    path = tmp_path / "feeds.toml"
    path.write_text(f'[[feed]]\nurl = "{outlet.url("/feed")}"\ntext = "feed"\noutlet = "Orla"\n')
    watch(store, [path], Order(once=True, manners=hasty([outlet])))
    with store.view() as view:
        found = view.article(view.current(outlet.url("/1"))).article
    assert "The Tarrow ferry sailed again" in found.text
    assert (found.outlet, found.title) == ("Orla", "Ferry sails")
    assert not outlet.hits["/1"]


def test_a_feed_that_was_mended_closes_what_was_said_of_it(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    good = outlet.pages["/feed"]
    outlet.pages["/feed"] = good.replace(b"Ferries", b"Ferries & more")
    watching([outlet])
    with store.view() as view:
        assert [failure.kind for failure in view.failures()] == ["broken feed"]
    outlet.pages["/feed"] = good
    watching([outlet], now=HOUR)
    with store.view() as view:
        assert not view.failures()


def test_a_summary_that_is_made_anew_each_time_is_no_news(store, stand, watching):
    outlet = stand.open("Plain", articles=1)
    for minute in range(3):
        extra = (
            f"<updated>2031-03-03T10:00:00Z</updated><description>{minute} minutes ago</description></item>"
        )
        outlet.pages["/feed"] = rss(outlet.url("/1")).replace(b"</item>", extra.encode())
        watching([outlet], now=60.0 * minute)
    assert outlet.hits["/1"] == 1


def test_a_host_that_asks_for_a_long_pause_is_asked_for_no_further_page(store, stand, watching):
    outlet = stand.open("Plain", articles=5)
    for number in (2, 3, 4, 5):
        outlet.pages[f"/{number}"] = answers(status=429, retry_after="3600")
    watching([outlet])
    assert sum(outlet.hits[f"/{number}"] for number in (2, 3, 4, 5)) == 1
    with store.view() as view:
        assert sorted(failure.kind for failure in view.failures()) == ["busy", *["left alone"] * 3]


def test_a_host_that_went_silent_does_not_hold_up_the_round(store, stand, watching):
    outlet = stand.open("Plain", articles=30)
    for number in range(2, 31):
        outlet.pages[f"/{number}"] = silence
    watching([outlet])
    assert sum(outlet.hits[f"/{number}"] for number in range(2, 31)) <= 4
