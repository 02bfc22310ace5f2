"""The desk in a real browser: the way that a person works, on the demo story."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from chromium import NARROW, WIDE
from rashomon.store import open_store

TOKEN = "a-token-for-tests-only"
FREE_PORT = "import socket; s = socket.create_server(('127.0.0.1', 0)); print(s.getsockname()[1])"
# Milliseconds: on a busy machine a page takes long, and a story that is worked out again longer.
PATIENT, WORKED = 120_000, 400_000


@pytest.fixture
def desk(store_path) -> Iterator[str]:
    """The desk's address; it is served as a person would serve it."""
    port = subprocess.check_output([sys.executable, "-c", FREE_PORT], text=True).strip()
    command = [sys.executable, "-m", "rashomon", "serve", "--store", str(store_path), "--port", port]
    with subprocess.Popen(command, env={**os.environ, "RASHOMON_TOKEN": TOKEN}) as server:
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture
def show(browser: Browser, desk: str) -> Iterator[Callable[..., Page]]:
    """Open the desk; at the end, nothing outside was asked for and nothing was complained about."""
    noise: list[str] = []
    contexts = []

    def run(path: str = "/", **options: object) -> Page:
        context = browser.new_context(**{"viewport": WIDE, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENT)
        page.on("request", lambda r: noise.append(r.url) if not r.url.startswith(desk) else None)
        page.on("pageerror", lambda error: noise.append(str(error)))
        _come_up(page, desk)
        noise.clear()
        page.on("console", lambda message: noise.append(message.text))
        page.goto(desk + path)
        return page

    yield run
    for context in contexts:
        context.close()
    assert noise == []


def _come_up(page: Page, desk: str) -> None:
    ends = time.monotonic() + PATIENT / 1000
    while True:
        try:
            page.goto(f"{desk}/me")
            return
        except Exception:
            if time.monotonic() > ends:
                raise
            time.sleep(0.3)


def sign_in(page: Page) -> None:
    page.get_by_role("link", name="Sign in").first.click()
    page.get_by_label("Your name").fill("Ana Ruiz")
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.locator(".me")).to_contain_text("Ana Ruiz", timeout=PATIENT)


def picture(page: Page, name: str) -> None:
    """Keep a picture where somebody wants to look at it."""
    if folder := os.environ.get("RASHOMON_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png")


def until(page: Page, path: str, names: int) -> None:
    """Load the list of names again until it holds so many: the story was worked out again."""
    ends = time.monotonic() + WORKED / 1000
    page.goto(path)
    while page.locator(".names > li").count() != names:
        assert time.monotonic() < ends, f"there were never {names} names"
        time.sleep(1)
        page.goto(path)


def test_the_way_through_the_demo_story(show: Callable[..., Page], desk: str) -> None:
    page = show()
    page.get_by_role("link", name="Marenia admits dam gates").click()
    _step_through_differences(page)
    _read_side_by_side(page)
    _follow_a_quote(page)
    _merge_and_undo(page, desk)
    _subscribe(page, desk)


def _step_through_differences(page: Page) -> None:
    page.locator(".card.r-contradict a.all").click()
    expect(page.locator("#desk .core")).to_have_text(["three-day", "four-day"])
    picture(page, "differences")
    page.keyboard.press("n")
    expect(page.locator("#desk .now").first).to_be_in_viewport()
    page.keyboard.press("j")
    expect(page.locator("#desk-words")).not_to_be_empty()
    page.keyboard.press("Escape")


def _read_side_by_side(page: Page) -> None:
    page.keyboard.press("r")
    expect(page.locator(".col")).to_have_count(2)
    number = page.locator(".parts > li").count()
    assert number >= 2
    page.keyboard.press("n")
    expect(page.locator("#now")).to_contain_text(f"1 of {number}.")
    page.keyboard.press("p")
    expect(page.locator("#now")).to_contain_text(f"{number} of {number}.")
    for column in page.locator(".col:has(.core.now)").all():
        expect(column.locator(".core.now").first).to_be_in_viewport()
    picture(page, "side-by-side")
    first, second = page.locator(".col").all()
    first.hover()
    page.mouse.wheel(0, -4000)
    page.wait_for_function("() => document.querySelectorAll('.col')[1].scrollTop < 120")
    page.keyboard.press("s")
    before = second.evaluate("c => c.scrollTop")
    page.mouse.wheel(0, 600)
    page.wait_for_function("() => document.querySelectorAll('.col')[0].scrollTop > 100")
    assert second.evaluate("c => c.scrollTop") == before


def _follow_a_quote(page: Page) -> None:
    page.get_by_role("link", name="Names", exact=True).click()
    page.get_by_role("link", name="Alexei Dorvan", exact=True).click()
    page.get_by_role("link", name="All that was said").click()
    altered = page.locator(".said.altered").first
    expect(altered.locator("del").first).to_have_text("should")
    expect(altered.locator("ins").first).to_have_text("could")
    for outlet in ("The Sant Ilvo Courier", "Lowland Daily", "The Harbour Post"):
        expect(altered).to_contain_text(outlet)
    picture(page, "quotes")


def _merge_and_undo(page: Page, desk: str) -> None:
    sign_in(page)
    page.goto(f"{desk}/names?q=Brenn")
    expect(page.locator(".names > li")).to_have_count(2)
    page.get_by_role("link", name="Tomas Brenn", exact=True).click()
    page.get_by_label("is also").fill("Pavel Brenn")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_role("main")).to_contain_text("Judged by people")
    picture(page, "merged")
    until(page, f"{desk}/names?q=Brenn", 1)
    expect(page.locator(".names > li")).to_contain_text("also")
    page.goto(f"{desk}/judgements")
    page.keyboard.press("u")
    expect(page.locator(".judgements > li.undone")).to_contain_text("taken back by Ana Ruiz")
    picture(page, "undone")
    until(page, f"{desk}/names?q=Brenn", 2)


def _subscribe(page: Page, desk: str) -> None:
    page.goto(desk)
    page.locator(".stories h2 a").first.click()
    page.get_by_role("link", name="Alerts", exact=True).click()
    address = page.get_by_label("Address of the Atom").input_value()
    feed = page.request.get(address).text()
    assert "Contradicted: " in feed
    assert "A count changed: " in feed
    picture(page, "alerts")


def test_a_point_is_marked_as_wrong_in_place(show: Callable[..., Page]) -> None:
    page = show()
    sign_in(page)
    page.locator(".stories h2 a").first.click()
    card = page.locator(".card.r-contradict").first
    card.get_by_role("button", name="Wrong?").click()
    dialog = page.locator("#judge")
    dialog.get_by_label("why").fill("two different visits")
    picture(page, "wrong")
    dialog.get_by_role("button", name="Mark as wrong").click()
    expect(page.locator(".card.r-contradict .judged").first).to_contain_text("Ana Ruiz")


def _pages(told: dict) -> list[str]:
    story = f"/stories/{told['story']['id']}"
    dorvan = next(row["id"] for row in told["entities"] if row["name"] == "Alexei Dorvan")
    parts = ("", "/read", "/numbers", "/changes", "/alerts", "/judge")
    return [
        "/",
        "/search?q=ferry",
        "/names",
        f"/names/{dorvan}",
        f"/names/{dorvan}/quotes",
        "/outlets",
        "/outlets?name=Lowland+Daily",
        "/judgements",
        "/status",
        f"/articles/{told['articles'][0]['id']}",
        *(story + part for part in parts),
    ]


@pytest.mark.parametrize(("scheme", "size"), [("light", WIDE), ("dark", NARROW)])
def test_no_page_has_a_serious_finding(show: Callable[..., Page], told, scheme: str, size: dict) -> None:
    page = show("/sign-in", color_scheme=scheme, viewport=size)
    sign_in(page)
    for path in _pages(told):
        page.evaluate("path => history.replaceState(null, '', path)", path)
        page.reload()
        page.evaluate("for (const list of document.querySelectorAll('details')) list.open = true")
        found = Axe().run(page).response["violations"]
        serious = [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")]
        assert serious == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], path
        picture(page, f"{path.strip('/').replace('/', '-').replace('?', '-') or 'stories'}-{scheme}")


def test_text_from_right_to_left_runs_so(show: Callable[..., Page], store_path) -> None:
    from fables import article

    text = "ميناء ميريل مغلق\n\nأغلق الميناء يوم الاثنين."
    with open_store(store_path) as store:
        kept = store.writer().keep(article(text, title="ميناء ميريل مغلق", outlet="Harbour Wire"))
    page = show(f"/articles/{kept.article}")
    directions = page.locator(".text > p[dir]").evaluate_all(
        "all => all.map(p => getComputedStyle(p).direction)"
    )
    assert directions == ["rtl"]
