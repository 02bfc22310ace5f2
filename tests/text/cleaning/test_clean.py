"""Cleaning as a whole: what is kept, what goes, and that nothing goes in silence."""

import time
from importlib import import_module

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accounting import assert_accounted
from fictional import ALL, BROKEN, FERRY, FURNISHED, PLAIN
from rashomon.text.cleaning import Cleaned, clean


def cleaned(raw: str, *, titled: bool = False) -> Cleaned:
    result = clean(raw, titled=titled)
    assert_accounted(raw, result.text, result.offsets, result.dropped, result.repairs)
    return result


def reasons(result: Cleaned) -> dict[str, str]:
    return {drop.text: drop.reason for drop in result.dropped}


def test_captions_printed_twice_are_kept_once() -> None:
    assert cleaned(FERRY).text.count("Passengers wait on the quay") == 1


def test_teasers_after_the_end_are_dropped_as_one_block() -> None:
    result = cleaned(FERRY)
    assert result.text.endswith("no worker would be punished.")
    (teaser,) = [drop for drop in result.dropped if drop.reason == "teaser of another article"]
    assert teaser.text.startswith("Opinion")
    assert teaser.text.endswith("come back.")


def test_the_publication_line_is_dropped_once_its_date_is_taken() -> None:
    result = cleaned(FERRY)
    assert result.found.published is not None
    assert result.found.published.value == "2031-03-03"
    assert reasons(result)["Published March 3, 2031"] == "publication line"


_BODY = "The ferry sank at Orlo on Monday, the river police said. Four people were hurt.\n"


@pytest.mark.parametrize(
    ("opens", "kept", "published"),
    [
        (
            "Ferry sinks at Orlo Posted: Monday, May 5, 2031 1:37 PM EDT Updated: Tuesday, May 6, 2031",
            "Ferry sinks at Orlo",
            "2031-05-05T13:37-04:00",
        ),
        ("By Ada Vane. CREATED May 12, 2031 - UPDATED: May 14, 2031", "By Ada Vane.", "2031-05-12"),
        ("The film shows the boat that he posted on May 5, 2031.", None, None),
        ("The bridge has a sign. Updated: when somebody pays for it.", None, None),
    ],
)
def test_dates_with_labels_behind_a_headline_are_read_and_dropped(
    opens: str, kept: str | None, published: str | None
) -> None:
    result = cleaned(f"{opens}\n\n{_BODY}")
    assert result.text.startswith(f"{kept or opens}\n\n")
    assert (result.found.published.value if result.found.published else None) == published


def test_a_closing_line_gives_outlet_and_date() -> None:
    found = cleaned(BROKEN).found
    assert found.outlet == "Orla Daily Mail"
    assert found.published is not None
    assert found.published.value == "2031-03-04"


def test_words_broken_by_line_ends_are_mended_and_told() -> None:
    result = cleaned(BROKEN)
    for word in (
        "mayor of Sandwick said",
        "the government for",
        "identifying the weak",
        "not let others pay",
    ):
        assert word in result.text
    assert "by the island alone" in result.text
    was = {repair.was: result.text[repair.start : repair.end] for repair in result.repairs}
    assert was["o\nthers"] == "others"
    assert was["S\nandwick"] == "Sandwick"


def test_paragraphs_keep_their_line_ends() -> None:
    paragraphs = cleaned(BROKEN).text.split("\n")
    assert len(paragraphs) == 3
    assert paragraphs[1].startswith("“We are very worried")


def test_furniture_and_repeated_titles_go_and_the_article_stays() -> None:
    result = cleaned(FURNISHED)
    rows = result.text.split("\n")
    assert rows.count("Storm closes schools on Orla") == 1
    assert "Follow" not in rows
    assert "Shares" not in rows
    assert "The education office said that the roofs of two schools were damaged by the wind." in rows
    assert reasons(result)["Shares"] == "page furniture"


def test_a_text_without_furniture_is_stored_as_it_is() -> None:
    result = cleaned(PLAIN)
    assert not result.dropped
    assert result.text == PLAIN.strip().replace("seen\nnorth", "seen north")


def test_a_given_title_is_kept_whatever_it_looks_like() -> None:
    assert cleaned("Opinion\n\nThe ferry came late again on Sunday.", titled=True).text.startswith(
        "Opinion\n\n"
    )


def test_windows_line_ends_and_odd_spaces_become_plain() -> None:
    assert (
        cleaned("The ferry\xa0\xa0left.\r\n\r\n\r\nIt came\tback.").text == "The ferry left.\n\nIt came back."
    )


def test_control_and_direction_marks_are_dropped_and_told() -> None:
    result = cleaned("The \u202eferry\u202c le\x00ft at n\u200boon.")
    assert result.text == "The ferry left at noon."
    assert {drop.reason for drop in result.dropped} == {
        "direction mark",
        "control character",
        "invisible character",
    }


def test_text_read_in_the_wrong_encoding_is_mended() -> None:
    result = cleaned("The mayorâ€™s cafÃ© said \x93no\x94 &amp; closed.")
    assert result.text == "The mayor’s café said “no” & closed."
    assert [repair.was for repair in result.repairs] == ["â€™", "Ã©", "\x93", "\x94", "&amp;"]


def test_typographic_quotes_are_kept() -> None:
    text = "“We go,” she said. ‘And «they» stay.’"
    assert cleaned(text).text == text


def test_cleaning_is_settled_after_one_pass() -> None:
    for raw in ALL:
        once = cleaned(raw).text
        assert cleaned(once).text == once


_PIECES = st.sampled_from(
    [
        *(row for text in ALL for row in text.split("\n")),
        "Shares", "Advertisement", "Read more: Boats", "Updated 3 Mar, 2031", "*Bold.*", "_x_", "** **",
        "* *", "prevai", "ling words", "A", "fghan", "&nbsp;", "&lt;b&gt;", "Â\xa0", "\ud83d", "\u202a",
        "\x07", "© 2031", "By Odd Hale", "-", "’s boat", ", and so on", "counter-", "terrorism", "\ufeff",
        "\r", "\x85", " ", "",
    ]
)  # fmt: skip
_LINES = st.lists(st.one_of(_PIECES, st.text(max_size=30)), max_size=25)


@settings(max_examples=300)
@given(_LINES, st.sampled_from(["\n", "\n\n", "\r\n", " "]), st.booleans())
@example(["** **", "* *"], "\n", False)
@example(["Â\xa0", " Â\xa0 word"], "\n", False)
def test_everything_that_arrived_is_stored_mended_or_dropped(rows: list[str], end: str, titled: bool) -> None:
    cleaned(end.join(rows), titled=titled)


def test_cleaning_takes_time_in_proportion_to_the_length() -> None:
    def seconds(raw: str) -> float:
        start = time.process_time()
        clean(raw)
        return time.process_time() - start

    seconds(FERRY)
    for unit in (
        "word ",
        "a\n",
        "*",
        " ",
        "&",
        "(",
        "The boat left. ",
        "The boat left on Monday.\n",
        "By A\n",
    ):
        assert seconds(unit * (50_000 // len(unit))) < 4


def test_a_long_log_with_like_lines_is_read_in_linear_work(monkeypatch: pytest.MonkeyPatch) -> None:
    repeats_module = import_module("rashomon.text.cleaning.repeats")
    searched = 0
    inside = repeats_module._holds

    def counted(longer: str, shorter: str) -> bool:
        nonlocal searched
        searched += 1
        return inside(longer, shorter)

    monkeypatch.setattr(repeats_module, "_holds", counted)
    rows = [
        f"The gate keeper of Orlo wrote on Monday that gate {n} stood open" + " again" * (n % 2)
        for n in range(400)
    ]
    assert list(repeats_module.repeats("\n".join(rows))) == []
    assert searched < 10 * len(rows)
