"""The page as text: whole, escaped, asking for nothing outside."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from rashomon.model import Dossier
from rashomon.tell import to_json, write
from rashomon.tell.report import render


def test_the_three_files_are_written(ferry: Dossier, tmp_path: Path) -> None:
    paths = write(ferry, tmp_path / "new" / "folder")
    assert [path.name for path in paths] == ["dossier.json", "report.html", "brief.md"]
    assert all(path.stat().st_size for path in paths)


def test_equal_dossiers_give_equal_pages(ferry: Dossier) -> None:
    assert render(to_json(ferry)) == render(to_json(ferry))


def test_nothing_outside_is_asked_for(ferry: Dossier) -> None:
    page = render(to_json(ferry))
    assert not re.search(r"<(link|img|iframe|object|embed|video|audio|base)\b", page)
    assert not re.search(r"\b(src|srcset|action|formaction|poster)=", page)
    assert not re.search(r"@import|url\((?!#)", page)
    assert not re.search(r'href="(?!#)', page)


def test_the_policy_names_the_very_script_and_style(ferry: Dossier) -> None:
    page = render(to_json(ferry))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    for tag in ("script", "style"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert body
        digest = base64.b64encode(hashlib.sha256(body[1].encode("utf-8")).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy[1]
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    assert not re.search(r"\sstyle=|\son[a-z]+=", re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.S))


def test_markup_in_an_input_is_text(ferry: Dossier, changed: Callable[..., Dossier]) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'"
    told = changed(ferry, "a-courier", outlet=evil, byline=evil, url=f"javascript:{evil}", file=evil)
    page = render(to_json(told))
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_what_html_cannot_hold_is_replaced(ferry: Dossier, changed: Callable[..., Dossier]) -> None:
    page = render(to_json(changed(ferry, "a-courier", byline="A\x00\x1bB\ud800C")))
    assert "A\ufffd\ufffdB\ufffdC" in page
    page.encode("utf-8")


def test_the_unknown_is_shown_as_such(ferry: Dossier) -> None:
    page = render(to_json(ferry))
    assert "Speaker unknown" in page
    assert "outlet not given" in page
    assert "empty.txt" in page
