"""Credits and outlets: whom a text credits, and which outlet it is of."""

import pytest

from rashomon.text.credits import find_credits
from rashomon.text.outlets import told_outlet

BODY = "The ferry sank on Monday, the coast guard of the island said in the evening.\n"


@pytest.mark.parametrize(
    ("text", "credited", "for_pictures"),
    [
        (f"Passengers wait on the quay.— AP\n\n{BODY}", ("AP",), ("AP",)),
        (f"Passengers wait (AP Photo/Odd Hale)\n\n{BODY}", ("AP",), ("AP",)),
        (f"Photo by Odd Hale/AFP\n\n{BODY}", ("AFP",), ("AFP",)),
        (f"SANDWICK (AP) — {BODY}", ("AP",), ()),
        (f"(AP) {BODY}", ("AP",), ()),
        (f"(Reuters)—{BODY}", ("Reuters",), ()),
        (f"{BODY}(AP) Ada Vane waits on the quay of the island for news of the ferry.", (), ()),
        (f"{BODY}(Reuters)", ("Reuters",), ()),
        (f"{BODY}With inputs from PTI", ("PTI",), ()),
        (f"{BODY}The Associated Press contributed to this report.", ("AP",), ()),
        (f"{BODY}Copyright 2031 The Associated Press. All rights reserved.", ("AP",), ()),
        (f"Waiting. (Photo: AFP)\n\nSANDWICK, March 3 (AFP) - {BODY}", ("AFP",), ()),
        ("The ferry sank on Monday, TASS news agency reported.", (), ()),
        ("The ferry sank, Reuters reported. AFP said that it had been old.", (), ()),
        (BODY, (), ()),
    ],
)
def test_credits(text: str, credited: tuple[str, ...], for_pictures: tuple[str, ...]) -> None:
    found = find_credits(text)
    assert (found.agencies, found.pictures) == (credited, for_pictures)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Teacher Ines Varo told Orla News that her class would go on.", "Orla News"),
        ("Teacher Ines Varo told the Orla News that her class would go on.", None),
        ("Teacher Ines Varo told BBC News that her class would go on.", None),
        ("Teacher Ines Varo told reporters that her class would go on.", None),
        ("Ines Varo told Orla News she left. Odd Hale told Hallin News he stayed.", None),
        ("Ines Varo told Orla News she left. Odd Hale told the Hallin Post he stayed.", None),
        ("Ines Varo told Orla News she left, and Orla News reported it.", None),
    ],
)
def test_the_outlet_that_was_told(text: str, outlet: str | None) -> None:
    assert told_outlet(text) == outlet


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("SANDWICK (AP) — The ferry sank on Monday, the coast guard said.", "AP"),
        ("The ferry sank on Monday, the coast guard said.\n\nReuters", "Reuters"),
        ("The ferry sank on Monday.\n\n(With inputs from AFP)", None),
        ("The ferry sank on Monday.\n\nThe Associated Press contributed to this report.", None),
        (
            "The ferry sank.\n\nAssociated Press writers Odd Hale and Ada Vane contributed to this report.",
            "AP",
        ),
        ("The ferry sank on Monday.\n\nA boat on the quay (Reuters)\n\nAll were saved.", None),
        ("SANDWICK (AP) — The ferry sank on Monday.\n\nReuters", None),
    ],
)
def test_the_agency_whose_report_it_is(text: str, wire: str | None) -> None:
    assert find_credits(text).wire == wire
