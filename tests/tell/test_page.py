"""The page in a real browser: Debian's Chromium, driven by Playwright."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from chromium import NARROW, WIDE
from rashomon.model import Dossier
from rashomon.tell import to_json
from rashomon.tell.report import render


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open a dossier's page; at the end, nothing outside was asked for and nothing was logged."""
    contexts: list[BrowserContext] = []
    noise: list[str] = []

    def run(dossier: Dossier, **options: object) -> Page:
        path = tmp_path / "report.html"
        path.write_text(render(to_json(dossier)), "utf-8")
        context = browser.new_context(**{"viewport": WIDE, **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda r: noise.append(r.url) if not r.url.startswith("file:") else None)
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("dialog", lambda dialog: (noise.append(dialog.message), dialog.dismiss())[1])
        page.goto(path.as_uri())
        return page

    yield run
    for context in contexts:
        context.close()
    assert noise == []


def marked(page: Page) -> list[str]:
    """The marked words of each open column."""
    return [
        "".join(column.locator(".hit").all_text_contents()) for column in page.locator("#desk .column").all()
    ]


def test_a_click_opens_the_articles_at_the_very_words(ferry: Dossier, show: Callable[..., Page]) -> None:
    page = show(ferry)
    page.locator(".card.r-contradict a.all").click()
    assert marked(page) == [
        "The tow took three hours",
        "The tow took three hours",
        "The tow took three hours",
        "It took four hours to tow the ferry Maren off the bank on Tuesday",
    ]
    assert page.locator("#desk .core").all_text_contents() == ["three hours"] * 3 + ["four hours"]
    for column in page.locator("#desk .column").all():
        expect(column.locator(".hit").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#desk")).to_be_hidden()
    expect(page.locator(".card.r-contradict a.all")).to_be_focused()


def test_the_columns_scroll_together_and_apart(ferry: Dossier, show: Callable[..., Page]) -> None:
    page = show(ferry, viewport={"width": 1280, "height": 500})
    page.locator(".card.r-contradict a.all").click()
    first, second = page.locator("#desk .column").all()[:2]
    before = second.evaluate("c => c.scrollTop")
    first.hover()
    page.mouse.wheel(0, 80)
    moved = "before => document.querySelectorAll('#desk .column')[1].scrollTop > before"
    page.wait_for_function(moved, arg=before)
    page.get_by_role("button", name="Scroll together").click()
    apart = second.evaluate("c => c.scrollTop")
    first.hover()
    page.mouse.wheel(0, 60)
    page.wait_for_timeout(100)
    assert second.evaluate("c => c.scrollTop") == apart


def test_a_silent_article_can_be_laid_beside(ferry: Dossier, show: Callable[..., Page]) -> None:
    page = show(ferry)
    page.locator("#alone a.st").first.click()
    expect(page.locator("#desk .column")).to_have_count(1)
    page.get_by_role("button", name="VT, Veld Today").click()
    expect(page.locator("#desk .column")).to_have_count(2)
    expect(page.locator("#desk .silent")).to_have_text("Silent on this statement.")


def test_a_siglum_opens_its_own_articles_words(ferry: Dossier, show: Callable[..., Page]) -> None:
    page = show(ferry)
    page.locator(".card.r-contradict .version").nth(1).locator("a.sig").click()
    assert marked(page) == ["four hours"]


def test_the_table_is_filtered(ferry: Dossier, show: Callable[..., Page]) -> None:
    page = show(ferry)
    rows = page.locator(".grid tbody tr:visible")
    expect(rows).to_have_count(8)
    page.get_by_role("checkbox", name="agreed").uncheck()
    expect(rows).to_have_count(6)
    page.get_by_label("stated by").select_option(label="VT Veld Today")
    expect(rows).to_have_count(1)
    page.get_by_label("stated by").select_option("")
    page.get_by_label("not by").select_option(label="HC Halden Courier")
    expect(rows).to_have_count(2)
    page.get_by_role("searchbox").fill("divers")
    expect(rows).to_have_count(1)
    expect(page.locator(".filters output")).to_have_text("1 point")


def test_the_table_says_who_states_differs_and_is_silent(ferry: Dossier, show: Callable[..., Page]) -> None:
    page = show(ferry)
    cells = page.locator("tr[data-relation=contradict] td").all_inner_texts()
    assert [cell.strip()[0] for cell in cells] == ["a", "a", "a", "b"]
    alone = page.locator("tr[data-relation=exclusive]").first.locator("td").all_inner_texts()
    assert [cell.strip() for cell in alone] == ["●", "–", "–", "–"]


def test_keys(ferry: Dossier, show: Callable[..., Page]) -> None:
    page = show(ferry)
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("main a.st").nth(1)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.locator("#desk")).to_be_visible()
    page.keyboard.press("n")
    assert page.locator("#desk .hit.now").count()
    page.keyboard.press("f")
    assert page.locator("#desk").evaluate("d => d.getBoundingClientRect().top") == 0
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("tow?")
    expect(page.get_by_role("searchbox")).to_have_value("tow?")


def test_single_keys_can_be_turned_off(ferry: Dossier, show: Callable[..., Page]) -> None:
    page = show(ferry)
    page.keyboard.press("?")
    page.get_by_label("single keys work").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('a.st')") is False


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_dark_follows_the_system_until_the_reader_chooses(ferry: Dossier, show: Callable[..., Page]) -> None:
    light, dark = paper(show(ferry, color_scheme="light")), paper(show(ferry, color_scheme="dark"))
    assert light != dark
    page = show(ferry, color_scheme="light")
    page.get_by_role("button", name="Dark").click()
    assert paper(page) == dark
    page.reload()
    assert paper(page) == dark


def test_without_scripts_all_is_read_and_every_statement_leads_to_its_words(
    ferry: Dossier, show: Callable[..., Page]
) -> None:
    page = show(ferry, java_script_enabled=False)
    expect(page.locator("#contested")).to_contain_text("four hours")
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator("#desk")).to_be_hidden()
    page.locator("#alone a.st").first.click()
    assert page.url.partition("#")[2].startswith("w0-")
    expect(page.locator("span:target")).to_be_in_viewport()


def test_every_link_leads_somewhere(ferry: Dossier, show: Callable[..., Page]) -> None:
    page = show(ferry)
    targets = page.evaluate("[...document.querySelectorAll('a')].map(a => a.hash.slice(1))")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert set(targets) <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_that_bars_a_reader(
    ferry: Dossier, show: Callable[..., Page], size: dict[str, int], scheme: str
) -> None:
    page = show(ferry, viewport=size, color_scheme=scheme)
    page.evaluate("for (const list of document.querySelectorAll('details')) list.open = true")
    for opened in (False, True):
        if opened:
            page.locator(".card a.all").first.click()
        found = [v for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_page_is_never_wider_than_the_screen(
    ferry: Dossier, show: Callable[..., Page], size: dict[str, int]
) -> None:
    page = show(ferry, viewport=size)
    page.evaluate("for (const list of document.querySelectorAll('details')) list.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_markup_from_an_input_never_runs(
    ferry: Dossier, changed: Callable[..., Dossier], show: Callable[..., Page]
) -> None:
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script><a href=javascript:alert(3)>x</a>"
    text = ferry.articles[3].text + "\n\n" + evil
    told = changed(ferry, "a-unnamed", text=text, outlet=evil, byline=evil, title=evil, file=evil, url=evil)
    page = show(told)
    expect(page.locator("#t3")).to_contain_text("<script>alert(2)</script>")
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    page.locator("#alone a.st").last.click()
    page.wait_for_timeout(100)


def test_right_to_left_words_stay_in_their_place(
    ferry: Dossier, changed: Callable[..., Dossier], show: Callable[..., Page]
) -> None:
    text = ferry.articles[3].text + "\n\nقالت الصحيفة إن العبارة عادت \u202eبعد ليلة"
    page = show(changed(ferry, "a-unnamed", text=text, outlet="جريدة المرفأ"))
    last = page.locator("#t3 p").last
    assert last.evaluate("p => getComputedStyle(p).direction") == "rtl"
    assert page.locator("#t2 p").last.evaluate("p => getComputedStyle(p).direction") == "ltr"


def test_it_prints_what_closed_lists_hide_and_no_tools(ferry: Dossier, show: Callable[..., Page]) -> None:
    page = show(ferry, color_scheme="dark")
    page.emulate_media(media="print")
    expect(page.locator(".rail")).to_be_hidden()
    expect(page.locator(".filters")).to_be_hidden()
    assert paper(page) == "rgb(255, 255, 255)"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert len(page.pdf()) > 10_000


# Whether what has the focus can be seen there: not under the contents, a table's head or the open articles.
SEEN = """() => {
  const one = document.activeElement, box = one.getClientRects()[0];
  const there = document.elementFromPoint(box.left + Math.min(box.width, 60) / 2, box.top + box.height / 2);
  if (one === document.body || one.contains(there)) return "";
  return `${one.textContent} under ${there?.outerHTML.slice(0, 90)}`;
}"""


@pytest.mark.parametrize("opened", [False, True], ids=["closed", "open"])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_what_has_the_focus_is_never_hidden(
    ferry: Dossier, show: Callable[..., Page], key: str, opened: bool
) -> None:
    page = show(ferry, viewport={"width": 1100, "height": 620})
    if opened:
        page.locator(".card a.all").first.click()
    count = page.locator("a, button, input, select, summary").count()
    for _ in range(min(count, 250)):
        page.keyboard.press(key)
        assert page.evaluate(SEEN) == ""


def test_the_focus_goes_along_to_a_section(ferry: Dossier, show: Callable[..., Page]) -> None:
    page = show(ferry, viewport={"width": 1280, "height": 500})
    page.keyboard.press("j")
    for _ in range(4):
        page.keyboard.press("]")
    page.keyboard.press("j")
    inside = "document.activeElement.closest('main > section').id"
    section = page.evaluate(inside)
    assert section != "brief"
    page.keyboard.press("[")
    page.keyboard.press("Tab")
    assert page.evaluate(inside) not in {section, "brief"}


@pytest.mark.parametrize("width", [1280, 1024])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_wide_letters_the_contents_are_whole(
    ferry: Dossier, show: Callable[..., Page], width: int, scheme: str
) -> None:
    page = show(ferry, viewport={"width": width, "height": 700}, color_scheme=scheme)
    page.locator(".rail").evaluate(
        "rail => (rail.style.letterSpacing = '0.16em')"
    )  # as wide as the widest system letters
    edge = page.locator(".rail .tools").bounding_box()
    assert edge is not None
    for link in page.locator(".rail li a").all():
        box = link.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= edge["x"]
    page.locator(".rail a", has_text="Timeline").click()
    heading, rail = page.locator("#timeline-h").bounding_box(), page.locator(".rail").bounding_box()
    assert heading is not None
    assert rail is not None
    assert heading["y"] >= rail["y"] + rail["height"]


def test_on_a_phone_each_part_of_the_contents_can_be_reached(
    ferry: Dossier, show: Callable[..., Page]
) -> None:
    page = show(ferry, viewport=NARROW)
    for link in page.locator(".rail li a").all():
        link.focus()
        expect(link).to_be_in_viewport(ratio=0.9)
