"""Pages laid out before anybody asks: kept in the store, shown from it, made anew when the story changes."""

import json
import signal
import time

from rashomon.store import LaidOut, open_store
from rashomon.web import ahead
from rashomon.web.making import made_by, make_page


def lay_out(path) -> None:
    with open_store(path) as store:
        while ahead.lay_out_some(store, set()):
            pass


def test_a_page_laid_out_ahead_is_the_page_that_is_made_when_asked_for(client, store_path):
    with open_store(store_path) as store, store.view() as view:
        story = view.stories()[0].id
    before = client.get(f"/stories/{story}")
    lay_out(store_path)
    after = client.get(f"/stories/{story}")
    assert (after.text, after.headers["etag"]) == (before.text, before.headers["etag"])
    assert (
        client.get(f"/stories/{story}", headers={"if-none-match": after.headers["etag"]}).status_code == 304
    )
    assert make_page(str(store_path), story, 2, ()).plain.decode() == after.text


def test_what_is_kept_is_what_readers_get(client, store_path):
    with open_store(store_path) as store:
        story = store.read(lambda view: view.stories()[0].id)
        page = LaidOut(story=story, version=2, made_by=made_by(), tag='W/"x"', body=make_body(b"<p>kept</p>"))
        store.writer().keep_laid_out([page])
    assert client.get(f"/stories/{story}").text == "<p>kept</p>"
    assert "kept" not in client.get(f"/stories/{story}?version=1").text[:40]


def make_body(html: bytes) -> bytes:
    import gzip

    return gzip.compress(html, mtime=0)


def test_a_page_of_an_older_rashomon_is_laid_out_anew(client, store_path):
    with open_store(store_path) as store:
        story = store.read(lambda view: view.stories()[0].id)
        page = LaidOut(story=story, version=2, made_by="older", tag='W/"x"', body=make_body(b"<p>old</p>"))
        store.writer().keep_laid_out([page])
        assert client.get(f"/stories/{story}").text != "<p>old</p>"
        assert store.read(lambda view: view.to_lay_out(made_by(), limit=9)) == ((story, 2),)
        lay_out(store_path)
        assert store.read(lambda view: view.to_lay_out(made_by(), limit=9)) == ()
        assert store.read(lambda view: view.laid_out(story)).made_by == made_by()


def test_a_mark_on_a_point_shows_at_once(client, store_path, sign_in):
    lay_out(store_path)
    with open_store(store_path) as store:
        story, points = store.read(
            lambda view: (view.stories()[0].id, view.dossier(view.stories()[0].id).json())
        )
        subject = {"story": story, "point": points["points"][0]["id"], "claims": [], "note": ""}
        store.writer().judge("wrong", subject, who="Ana Ruiz")
    assert "Ana Ruiz" in client.get(f"/stories/{story}").text


def test_a_story_that_can_not_be_laid_out_holds_up_no_other(store_path):
    with open_store(store_path) as store:
        story = store.read(lambda view: view.stories()[0].id)
        store.writer().keep_dossier(story, json.dumps(damaged(store, story)), made_from="damaged")
        broken: set[tuple[str, int]] = set()
        assert not ahead.lay_out_some(store, broken) or not ahead.lay_out_some(store, broken)
        assert broken == {(story, 3)}


def damaged(store, story) -> dict:
    data = store.read(lambda view: view.dossier(story)).json()
    return {**data, "timeline": None}


def test_the_process_lays_out_and_ends_when_told(store_path):
    process = ahead.start(str(store_path))
    try:
        with open_store(store_path) as store:
            for _ in range(300):
                if not store.read(lambda view: view.to_lay_out(made_by(), limit=1)):
                    break
                time.sleep(0.1)
            assert store.read(lambda view: view.to_lay_out(made_by(), limit=1)) == ()
    finally:
        process.terminate()
        process.join(10)
    assert process.exitcode == -signal.SIGTERM
