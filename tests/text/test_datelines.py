"""Datelines and titles: what opens a report, and what only looks like it."""

import pytest

from rashomon.text.datelines import article_dateline, find_dateline, report_start
from rashomon.text.titles import find_title


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("SANDWICK - The ferry sank on Monday.", "SANDWICK", None),
        ("SANDWICK: The ferry sank on Monday.", "SANDWICK", None),
        ("SANDWICK (AP) — The ferry sank on Monday.", "SANDWICK", "AP"),
        ("SANDWICK, Jan 3 (Reuters) - The ferry sank.", "SANDWICK", "Reuters"),
        ("SANDWICK, Orla, Jan. 3 (Xinhua) -- The ferry sank.", "SANDWICK, Orla", "Xinhua"),
        ("NEW SANDWICK/HALLIN (Reuters) - The ferry sank.", "NEW SANDWICK/HALLIN", "Reuters"),
        ("Sandwick, March 3 (AFP) - The ferry sank.", "Sandwick", "AFP"),
        ("Sandwick (AP) — The ferry sank.", "Sandwick", "AP"),
        ("HALLIN-ON-SEA—The ferry sank on Monday.", "HALLIN-ON-SEA", None),
        ("SANDWICK (CNN) The ferry sank on Monday.", "SANDWICK", None),
        ("SANDWICK, Orla (WVLM) The ferry sank on Monday.", "SANDWICK, Orla", None),
        ("Sandwick, GA – The ferry sank on Monday.", "Sandwick, GA", None),
        ("New Sandwick, Okla. (WVLM) -- The ferry sank on Monday.", "New Sandwick, Okla.", None),
    ],
)
def test_datelines(line: str, place: str, agency: str | None) -> None:
    found = find_dateline(line)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert line[found.end :].startswith("The ferry")


@pytest.mark.parametrize(
    "line",
    [
        "BREAKING: The ferry sank on Monday.",
        "WATCH LIVE: The ferry sank.",
        "Analysis: the ferry was too old.",
        "The ferry - all of it - sank.",
        "AFP - The ferry sank on Monday.",
        "ALL THE NEWS ABOUT THE FERRY TODAY: The ferry sank.",
        "TEST PAPERS - 2031 (PART ONE)",
        "Sandwick (population 900) — a small town",
        "HALLIN-BORN sailors left.",
        "SHIP VELMORA (NR 70) The ferry sank on Monday.",
        "WVLM (AP) SANDWICK - The ferry sank on Monday.",
        "Ada Vane (WVLM) - The ferry sank on Monday.",
        "Ada Vane, MD - The ferry sank on Monday.",
        "Ada Vane, Ill and tired - The ferry sank on Monday.",
    ],
)
def test_no_datelines(line: str) -> None:
    assert find_dateline(line) is None


@pytest.mark.parametrize(
    "opening",
    [
        "",
        "(CNN) ",
        "(CNN)",
        "(CNN) -- ",
        "(AP) ",
        "[AP] ",
        "(Reuters) - ",
        "(ORLO)",
        "(WVLM/AP) — ",
        "(Halcyon News) ",
        "(Halcyon Wire) - ",
        "( WVLM.com ) - ",
        "Jan. 3 (AP) -- ",
        "(AP) SANDWICK, Orla - ",
        "SANDWICK (CNN) ",
        "SANDWICK (WVLM) - SANDWICK (WVLM) - ",
    ],
)
def test_the_report_starts_behind_dateline_and_credit(opening: str) -> None:
    for report in ("The ferry sank on Monday.", "“All are safe,” she said.", "12 people are safe."):
        assert (opening + report)[report_start(opening + report) :] == report


@pytest.mark.parametrize(
    "line",
    [
        "[Vane] said that the ferry was old.",
        "(Halcyon Wire) Workers mended it.",
        "(CNN) reporter Ada Vane was there.",
        "(AP Photo/Odd Hale). Ada Vane waits.",
        "(19) Ada Vane",
        "(Un)fortunately the ferry sank.",
        "(A) The ferry sank.",
        "(not seen) The ferry sank.",
        "(CNN)",
    ],
)
def test_other_brackets_are_of_the_report(line: str) -> None:
    assert report_start(line) == 0


def test_speakers_of_a_transcript_are_no_datelines() -> None:
    text = "REYK: We will talk about the ferry.\nHALE: We will not talk at all.\nREYK: Then I will leave now."
    assert article_dateline(text) is None


def test_who_speaks_in_a_headline_is_no_dateline() -> None:
    body = "The ferry sank near the Hallin rocks on Monday, and all were saved."
    assert article_dateline(f"HCPD: Ferry sank near the Hallin rocks\n\n{body}") is None
    found = article_dateline(f"HCPD: Ferry sank near the Hallin rocks\n\nSANDWICK: {body}")
    assert found is not None
    assert found.place == "SANDWICK"


def test_a_dateline_may_follow_a_title_and_a_caption() -> None:
    text = "Ferry sinks\n\nLast year. (Photo: council)\n\nSANDWICK: The ferry sank on Monday, all safe"
    found = article_dateline(text)
    assert found is not None
    assert found.place == "SANDWICK"


@pytest.mark.parametrize(
    "first",
    [
        "Ferry strike ends: union",
        "Will the ferry sail again?",
        "‘We go on’: captain of lost ferry",
        "Ferry sinks in U.S.",
    ],
)
def test_titles(first: str) -> None:
    assert find_title(f"{first}\n\nThe ferry sank on Monday.") == first


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on Monday.\nAll were saved.",
        "SANDWICK: The ferry sank\n\nAll were saved.",
        "The ferry on Monday. Photo: AFP\n\nAll were saved.",
        "Children wait on the quay (Reuters)\n\nAll were saved.",
        "The ferry sank near the\nHallin rocks on Monday.",
        "the ferry\n\nAll were saved.",
        "Ferry strike ends",
        "",
    ],
)
def test_no_titles(text: str) -> None:
    assert find_title(text) is None
