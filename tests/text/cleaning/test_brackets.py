"""Square brackets: what the page puts there goes, what an editor puts into a quotation stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.cleaning import clean

FIRST = "The ferry between Orla and the mainland sank on Monday, the coast guard said."
LAST = "All of its passengers were saved, and the crew was praised by the island's mayor."


@pytest.mark.parametrize(
    "piece",
    [
        "[Read our readers on it: Who should own the 'Aurelia'?]",
        "[See all drawings of the mayor by our artist.]",
        "[Watch: The ferry goes down]",
        "[MORE: Storms of the year]",
        "[RELATED: Four boats are missing]",
        "[HARBOUR MAP: All wrecks since May]",
        "[Full story]",
        "[Click here for the photos]",
        "[Text ORLA to 2031 to get alerts]",
        "[You can also watch the storm on our channel.]",
        "[For more on the ferry, call the Mail.]",
        "[Photo/Agencies]",
        "[Photos via Orla Mail]",
        "[image of Ada Vane via screencap]",
        "[hat-tip to OM]",
        "[advertisement]",
        "[UPDATE 8/2/31 @ 7:05p.m.]",
        "[orla_video src=http://orla.example/p.js width=640]",
    ],
)
def test_a_piece_of_the_page_goes_as_a_line_or_behind_a_sentence(piece: str) -> None:
    whole = clean(f"{FIRST}\n\n{piece}\n\n{LAST}")
    assert whole.text == f"{FIRST}\n\n{LAST}"
    assert [dropped.text.strip() for dropped in whole.dropped] == [piece]
    assert clean(f"{FIRST} {piece}\n\n{LAST}").text == f"{FIRST}\n\n{LAST}"


def test_another_article_s_headline_goes_where_it_stands_alone() -> None:
    headline = "[Islanders tell how they lived through the storm]"
    found = clean(f"{FIRST}\n\n{headline}\n\n{LAST}")
    assert found.text == f"{FIRST}\n\n{LAST}"
    assert [dropped.reason for dropped in found.dropped] == ["pointer to another article"]
    assert headline in clean(f"{FIRST} {headline}\n\n{LAST}").text


def test_a_stamp_that_opens_a_paragraph_goes() -> None:
    found = clean(f"{FIRST}\n\n[Updated at 9:40 a.m. local time] {LAST}")
    assert found.text == f"{FIRST}\n\n{LAST}"
    assert [dropped.reason for dropped in found.dropped] == ["publication line"]


@pytest.mark.parametrize(
    "line",
    [
        "“He [the minister] saw the ferry sink,” said the mayor of the island on Monday.",
        "“He saw [photos of] the ferry on Monday,” said the mayor of the island.",
        "[Vane] said on Monday that she had seen the ferry go down off the island.",
        "[applause]",
        "[The crowd cheers.]",
        "[ADA VANE: I saw the ferry go down]",
        "[The names of the crew have been changed at their wish.]",
        "The mayor gave his thanks to the crew. [applause]",
        "The mayor spoke of the ship and of its crew [read by his deputy]",
        "He saw it sink and could do nothing, he told us, [see page 4] and went home.",
        "“I left at once and saw nothing of it, I swear. [Watch it.]”",
        "[Books of the Sea and Storms, p. 41]",
        "[1] The ferry had been built in the yard of the island in 1998, the report says.",
    ],
)
def test_an_editor_s_words_stay(line: str) -> None:
    assert clean(f"{FIRST}\n\n{line}\n\n{LAST}").text == f"{FIRST}\n\n{line}\n\n{LAST}"


@given(st.text(alphabet="[]. \nRead:aPhoto/”“Update1", max_size=60))
def test_nothing_goes_unrecorded(raw: str) -> None:
    found = clean(raw)
    kept = "".join(found.text.split())
    assert len(kept) + sum(len("".join(each.text.split())) for each in found.dropped) >= len(
        "".join(raw.split())
    )
