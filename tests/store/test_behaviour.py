"""What a store does, the same on SQLite and on PostgreSQL."""

import json
from dataclasses import replace

import pytest

import fables
from rashomon.model import Failure, Story
from rashomon.model.errors import UsageError
from rashomon.store import Feed, Input, LaidOut, Raw, open_store


def told(store, *articles, story="s-1", version_of="agree"):
    """Keep the articles, one story of them, and its dossier."""
    writer = store.writer()
    for article in articles:
        writer.keep(article)
    ids = tuple(article.id for article in articles)
    row = Story(id=story, title="Harbour of Mirelle closes", date="2031-03-03", place="Mirelle", articles=ids)
    writer.keep_stories([row], mark="m")
    body = json.dumps(fables.dossier(story, *articles, relation=version_of))
    return writer.keep_dossier(story, body, made_from=version_of)


def test_an_article_comes_back_as_it_went_in(store):
    odd = fables.article("Zero \x00 and half a pair \ud83d end.", title="T\x00", credits=("AFP",))
    store.writer().keep(odd, input=Input("a\x00b", "1"))
    with store.view() as view:
        assert view.article(odd.id).article == odd
        assert view.is_seen(Input("a\x00b", "1"))
        assert not view.is_seen(Input("a\x00b", "2"))
        assert view.article("a-none") is None


def test_what_is_kept_twice_is_there_once(store):
    writer, article = store.writer(), fables.article()
    first = writer.keep(article, raw=Raw(b"<p>\x00\xff", "text/html"))
    again = writer.keep(article, raw=Raw(b"other"))
    assert (first.new, again.new) == (True, False)
    with store.view() as view:
        assert view.counts()["articles"] == 1
        assert view.raw(article.id) == Raw(b"<p>\x00\xff", "text/html")
        assert len(view.search("harbour", kinds=["article"])) == 1


def test_another_text_at_an_address_is_a_revision(store):
    writer = store.writer()
    one, two, three = (fables.article(fables.TEXT + end) for end in ("", " Later.", " Later still."))
    assert writer.keep(one, address="https://mirelle.example/1").revision_of is None
    assert writer.keep(two, address="https://mirelle.example/1").revision_of == one.id
    assert writer.keep(three, address="https://mirelle.example/1").revision_of == two.id
    with store.view() as view:
        assert view.current("https://mirelle.example/1") == three.id
        assert view.revisions(two.id) == (one.id, two.id, three.id)
        assert view.article(one.id).revised_by == two.id
        assert view.to_annotate() == (three.id,)


def test_a_text_that_returns_stands_again(store):
    writer = store.writer()
    one, two = fables.article(), fables.article(fables.TEXT + " Later.")
    for article in (one, two, one):
        writer.keep(article, address="x")
    with store.view() as view:
        assert view.current("x") == one.id
        assert view.article(one.id).revised_by is None
        assert view.article(two.id).revised_by == one.id
        assert view.revisions(one.id) == (one.id, two.id)


def test_a_doubtful_address_revises_nothing(store):
    writer = store.writer()
    one, two = fables.article(), fables.article(fables.TEXT + " Later.")
    writer.keep(one, address="x")
    assert writer.keep(two, address="x", revises=False).revision_of is None
    with store.view() as view:
        assert set(view.to_annotate()) == {one.id, two.id}


def test_quite_another_text_at_an_address_takes_nobodys_place(store):
    writer = store.writer()
    one, wall = fables.article(), fables.article("Please subscribe: reading further requires an account.")
    writer.keep(one, address="x")
    assert writer.keep(wall, address="x").revision_of is None
    with store.view() as view:
        assert view.current("x") == one.id
        assert view.article(one.id).revised_by is None
        (failure,) = view.failures()
    assert (failure.stage, failure.kind, failure.payload) == ("revise", "unlike", wall.id)


def test_failures_are_counted_and_solved(store):
    writer, failure = store.writer(), Failure("https://mirelle.example/feed", "fetch", "timeout")
    writer.fail(failure, kind="timeout", payload="p")
    writer.fail(failure, kind="timeout", payload="p")
    writer.fail(Failure("b.txt", "read", "it is empty"), input=Input("b.txt", "0"))
    with store.view() as view:
        fetch, read = view.failures()
        assert (fetch.times, fetch.kind, fetch.payload, fetch.open) == (2, "timeout", "p", True)
        assert view.is_seen(Input("b.txt", "0"))
        assert view.failures(stage="read") == (read,)
    writer.keep(fables.article(), input=Input(failure.input, "1"))
    with store.view() as view:
        assert view.failures() == (read,)
        assert [each.open for each in view.failures(open_only=False)] == [False, True]


def test_runs_tell_how_far_they_came(store):
    writer = store.writer()
    run = writer.start_run("add", ["feeds.toml"])
    writer.progress(run, "read", done=3, failed=1, total=9)
    writer.progress(run, "read", done=8, failed=1, total=9)
    writer.end_run(run, "stopped", "by hand")
    with store.view() as view:
        (found,) = view.runs()
    assert (found.kind, found.arguments, found.state, found.reason) == (
        "add",
        ("feeds.toml",),
        "stopped",
        "by hand",
    )
    assert [(stage.stage, stage.done, stage.failed, stage.total) for stage in found.stages] == [
        ("read", 8, 1, 9)
    ]


def test_feeds_keep_their_state(store):
    writer = store.writer()
    writer.put_feed(Feed("https://b.example/rss", "B"))
    writer.put_feed(Feed("https://a.example/rss", None, {"etag": '"1"'}))
    writer.put_feed(Feed("https://b.example/rss", "B", {"etag": '"2"'}))
    with store.view() as view:
        assert [(feed.url, dict(feed.state)) for feed in view.feeds()] == [
            ("https://a.example/rss", {"etag": '"1"'}),
            ("https://b.example/rss", {"etag": '"2"'}),
        ]
    writer.drop_feed("https://a.example/rss")
    with store.view() as view:
        assert [feed.url for feed in view.feeds()] == ["https://b.example/rss"]


def test_a_dossier_that_changes_is_a_new_version(store):
    article = fables.article(outlet="Mirelle Post", published="2031-03-03")
    first = told(store, article)
    assert told(store, article) == first
    second = told(store, article, version_of="exclusive")
    assert (first.version, second.version) == (1, 2)
    with store.view() as view:
        assert [head.version for head in view.versions("s-1")] == [1, 2]
        assert view.dossier("s-1", 1).json()["points"][0]["relation"] == "agree"
        assert view.dossier("s-1").version == 2
        (row,) = view.stories()
        assert (row.version, row.points, row.outlets) == (2, {"exclusive": 1}, ("Mirelle Post",))
        assert view.dossier("s-none") is None


def test_stories_are_found_by_date_outlet_and_entity(store):
    told(store, fables.article(outlet="Mirelle Post", published="2031-03-03"))
    with store.view() as view:
        for yes in (
            {"outlet": "Mirelle Post"},
            {"since": "2031-03-03"},
            {"until": "2031-03"},
            {"entity": "e-brun"},
        ):
            assert len(view.stories(**yes)) == 1, yes
        for no in (
            {"outlet": "Gazette"},
            {"since": "2031-03-04"},
            {"until": "2031-02"},
            {"entity": "e-other"},
        ):
            assert view.stories(**no) == (), no


def test_a_story_that_ends_keeps_its_dossiers_and_names_its_successor(store):
    one, two = fables.article(), fables.article(fables.TEXT + " Later.")
    told(store, one, story="s-1")
    store.writer().keep(two)
    both = Story(id="s-2", title="Both", date=None, place=None, articles=(one.id, two.id))
    store.writer().keep_stories([both], mark="n", successors={"s-1": "s-2"})
    with store.view() as view:
        assert view.stories() == ()
        assert (view.story("s-1").live, view.story("s-1").successor) == (False, "s-2")
        assert len(view.versions("s-1")) == 1
        assert view.quotes() == ()
        assert view.entities() == ()


def test_people_quotes_and_outlets(store):
    one = fables.article(outlet="Mirelle Post", published="2031-03-03")
    two = fables.article(outlet="Quay Gazette", published="2031-03-02")
    told(store, one, two)
    with store.view() as view:
        (entity,) = view.entities(query="brun")
        assert (entity.name, entity.mentions, entity.quotes, entity.stories) == ("Odile Brun", 2, 2, ("s-1",))
        assert view.entity("e-brun") == entity
        assert view.entities(kind="place") == ()
        assert [place.outlet for place in view.sightings("e-brun")] == ["Quay Gazette", "Mirelle Post"]
        first, second = view.quotes(entity="e-brun")
        assert (first.outlet, first.speaker_name, first.fidelity) == (
            "Quay Gazette",
            "Odile Brun",
            "verbatim",
        )
        assert view.quotes(outlet="Mirelle Post") == (second,)
        assert [(row.name, row.articles) for row in view.outlets()] == [
            ("Mirelle Post", 1),
            ("Quay Gazette", 1),
        ]
        assert [(row.outlet, row.source, row.articles) for row in view.copied("Mirelle Post")] == [
            ("Mirelle Post", "Quay Gazette", 1)
        ]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("harbour", {"article", "claim"}),
        ("closing ferries", {"article"}),  # as stems: closed, ferries
        ("CAFE", {"article"}),  # accents and case say nothing
        ('"nobody sails"', {"article", "quote"}),
        ('"sails nobody"', set()),
        ("harbour -ferries", {"claim"}),
        ("1,200", {"article"}),
        ("zeppelin", set()),
        ("-harbour", set()),
        ("AND OR NEAR( * ^ : \" '", set()),
        ("", set()),
    ],
)
def test_words_are_found(store, query, kinds):
    told(store, fables.article(outlet="Mirelle Post", published="2031-03-03"))
    with store.view() as view:
        hits = view.search(query)
        assert {hit.kind for hit in hits} == kinds
        assert all(hit.story == "s-1" and any(found for _, found in hit.parts) for hit in hits)
        assert view.search(query, outlet="Gazette") == ()
        assert view.search(query, since="2031-03-04") == ()
        assert view.search(query, kinds=["quote"]) == tuple(hit for hit in hits if hit.kind == "quote")


def test_a_hit_shows_the_words_around_it(store):
    store.writer().keep(
        fables.article(f"{'Calm sea. ' * 60}A Ørland <b>café</b> burned. {'Calm sea. ' * 60}")
    )
    with store.view() as view:
        (hit,) = view.search("CAFE burning")
    assert [text for text, found in hit.parts if found] == ["café", "burned"]
    assert "".join(text for text, _ in hit.parts).startswith("…")
    assert len("".join(text for text, _ in hit.parts)) < 240


def test_pages_that_were_laid_out_are_kept_until_the_story_ends(store):
    told(store, fables.article())
    writer, page = store.writer(), LaidOut(story="s-1", version=1, made_by="one", tag="t", body=b"\x00\xff")
    with store.view() as view:
        assert view.laid_out("s-1") is None
        assert view.to_lay_out("one", limit=9) == (("s-1", 1),)
    writer.keep_laid_out([page])
    writer.keep_laid_out([page])
    with store.view() as view:
        assert view.laid_out("s-1") == page
        assert view.to_lay_out("one", limit=9) == ()
        assert view.to_lay_out("two", limit=9) == (("s-1", 1),)
    told(store, fables.article(), version_of="differ")
    with store.view() as view:
        assert view.laid_out("s-1") == page
        assert view.to_lay_out("one", limit=9) == (("s-1", 2),)
    writer.keep_stories([], mark="none")
    with store.view() as view:
        assert view.laid_out("s-1") is None
        assert view.to_lay_out("one", limit=9) == ()


def test_a_search_goes_on_where_its_first_page_ended(store):
    writer = store.writer()
    for number in range(7):
        writer.keep(
            fables.article(f"The harbour of Mirelle closed, part {number}.", outlet=f"Paper {number % 2}")
        )
    with store.view() as view:
        whole = view.search("harbour", limit=9)
        pages = [view.search("harbour", limit=3, offset=start) for start in (0, 3, 6)]
        assert sum(pages, ()) == whole
        assert len({hit.id for hit in whole}) == 7
        assert {hit.outlet for hit in view.search("harbour", outlet="Paper 1")} == {"Paper 1"}


def test_markup_in_a_text_stays_text(store):
    store.writer().keep(fables.article("The <script>alert(1)</script> of Mirelle & others."))
    with store.view() as view:
        (hit,) = view.search("mirelle")
    assert "".join(text for text, _ in hit.parts) == "The <script>alert(1)</script> of Mirelle & others."


def test_judgements_stand_until_they_are_undone(store):
    writer = store.writer()
    said = writer.judge("merge", {"kind": "person", "names": ["Brun", "Bruhn"], "story": None}, who="ada")
    other = writer.judge("move", {"article": "a-1", "story": "s-1"}, who="ada")
    with store.view() as view:
        assert view.judgements() == (said, other)
        assert view.judgements(story="s-1") == (other,)
        assert view.judgements(kind="merge") == (said,)
    undone = writer.undo(said.id, who="ben")
    assert writer.undo(said.id, who="cid") == undone
    with store.view() as view:
        assert view.judgements() == (other,)
        assert view.judgements(standing=False) == (undone, other)
        assert undone.undone_by == "ben"


def test_a_judgement_without_its_parts_is_refused(store):
    with pytest.raises(UsageError, match="names"):
        store.writer().judge("merge", {"story": None}, who="ada")
    with pytest.raises(UsageError, match="no judgement"):
        store.writer().undo("j-none", who="ada")


def test_a_reader_sees_the_store_as_it_was_when_it_came(store):
    writer = store.writer()
    writer.keep(fables.article())
    with store.view() as before:
        assert before.counts()["articles"] == 1
        writer.keep(fables.article(fables.TEXT + " Later."))
        assert before.counts()["articles"] == 1
    with store.view() as after:
        assert after.counts()["articles"] == 2


def test_only_one_process_does_a_job(store, address):
    with store.alone("work"), open_store(address) as other:
        with pytest.raises(UsageError, match="another process"), other.alone("work"):
            pass
        with other.alone("watch"):
            pass
    with store.alone("work"):
        pass


def test_long_keys_are_told_apart(store):
    writer, name = store.writer(), "https://mirelle.example/" + "é" * 5000
    for end in "ab":
        writer.keep(replace(fables.article(fables.TEXT + end), file=name + end), address=name + end)
        writer.seen(Input(name + end, end))
    with store.view() as view:
        assert view.current(name + "a") != view.current(name + "b")
        assert view.input_digest(name + "a") == "a"
