"""Page furniture, publication lines and teasers: what is one, and what only looks like one."""

import pytest

from rashomon.text.cleaning import clean

BODY = (
    "The ferry between Orla and the mainland sank on Monday, the coast guard said.\n"
    "All of its passengers were saved, and the crew was praised by the island's mayor.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Shares", "1.2K Shares", "Share on Facebook", "Read more", "READ MORE: Storm closes schools",
        "Follow us on Twitter", "Sign up for our newsletter", "© 2031 Orla Daily Mail. All rights reserved.",
        "3 min read", "We use cookies to make this site work.", "Story continues below advertisement",
        "Print | Email", "Related: Four boats are missing", "(c) 2031 Orla Daily Mail", "***", "12 comments",
        "Advertisement", "Image copyright Orla Mail", "Media source Tamsin Reyk/OM", "Watch this story",
        "Read or Share this story: http://orla.example/1KyM", "Download the Orla 19 News app.",
        "***UPDATED at 4:38 P.M. (EST) on Tuesday, March 18th***", "Updated: 6:45 p.m. | Posted: 2:58 p.m.",
        "Follow ORLAMAIL.EXAMPLE: Facebook | Twitter", "See photos of the ferry's last voyage.",
        "MORE ON THIS STORY: Ferry sinks | Mayor: 'We were late' | Four boats are missing | Editorial: An old"
        " hull | Who built the ferry, who sold it, and who looked away when it left the quay on Monday?",
        "Image 1 of / 40 Caption Close", "Hide Caption 25 of 25",
    ],
)  # fmt: skip
def test_furniture_goes_wherever_it_stands(line: str) -> None:
    first, second = BODY.splitlines()
    assert clean(f"{first}\n{line}\n{second}").text.split("\n\n") == [first, second]


@pytest.mark.parametrize(
    "line",
    [
        "Politics",
        "Related: the mayor said that the wall and the ferry had been related to the loan.",
        "(c) The company failed to check the hull in 2031, the report says.",
        "Share prices of the ferry company fell by a tenth on Monday.",
        "She asked them to follow the law on Monday.",
        "By Monday all were home.",
        "2 of 40 crates were found on the shore on Monday.",
        "See how the ferry went down, he told them, and never build another.",
        "Watch this story unfold, she said, and you will understand the island.",
        "Read or share this, she told them on Monday.",
        "Published figures show that the ferry was old.",
        "Updated rules say so",
        "Posted to Orla at 12, he left at 20.",
        "Image copyright is a matter for the court.",
    ],
)
def test_lines_that_only_look_like_furniture_stay(line: str) -> None:
    first, second = BODY.splitlines()
    assert line in clean(f"{first}\n{line}\n{second}").text.split("\n")


@pytest.mark.parametrize(
    "tail",
    [
        "Watch the ferry go down »",
        'Watch the mayor name her "new fleet" »',
        "See how much it costs »",
        "more photos »",
    ],
)
def test_a_link_behind_the_last_sentence_goes(tail: str) -> None:
    first, second = BODY.splitlines()
    found = clean(f"{first} {tail}\n\n{second}")
    assert found.text.split("\n\n") == [first, second]
    assert [dropped.text.strip() for dropped in found.dropped] == [tail]


def test_a_quotation_in_guillemets_stays() -> None:
    line = "The mayor told the crew on Monday what she thought of it. Watch, she said, «how it sinks»"
    assert line in clean(f"{line}\n{BODY}").text


@pytest.mark.parametrize(
    "over",
    [
        "Image copyright Orla Mail Image caption ",
        "Media caption ",
        "Skip Twitter post by @orla_mail ",
        "Image 2 of 40 ",
        "Hide Caption 3 of 25 Photos: ",
        "CLOSE Skip in Skip x Embed x Share ",
    ],
)
def test_what_stands_over_a_picture_or_a_message_goes(over: str) -> None:
    first, second = BODY.splitlines()
    assert clean(f"{first}\n{over}{second}").text.splitlines() == [first, second]


def test_section_labels_go_outside_the_body() -> None:
    assert clean(f"World\nFerry sinks\n\n{BODY}\nOpinion").text == f"Ferry sinks\n\n{BODY}".strip()


@pytest.mark.parametrize(
    ("line", "published", "byline"),
    [
        ("Published March 3, 2031", "2031-03-03", None),
        ("Posted: Monday, March 3, 2031 10:21 AM EST", "2031-03-03T10:21-05:00", None),
        ("Last updated on 3 March 2031", "2031-03-03", None),
        ("3 March 2031", "2031-03-03", None),
        ("By Tamsin Reyk", None, "Tamsin Reyk"),
        ("By Tamsin Reyk and Odd Hale.", None, "Tamsin Reyk and Odd Hale"),
        ("By Tamsin Reyk, who sank.", None, None),
        ("By Monday.", None, None),
        ("By Tamsin Reyk and Odd Hale | Published 3 March 2031", "2031-03-03", "Tamsin Reyk and Odd Hale"),
        ("Published 03/04/2031", None, None),
    ],
)
def test_publication_lines_tell_when_and_who(line: str, published: str | None, byline: str | None) -> None:
    found = clean(f"Ferry sinks\n\n{line}\n\n{BODY}").found
    assert (found.published.value if found.published else None) == published
    assert found.byline == byline


def test_published_stands_over_updated() -> None:
    found = clean(f"Ferry sinks\nUpdated 5 March 2031\nPublished 3 March 2031\n{BODY}").found
    assert found.published is not None
    assert found.published.value == "2031-03-03"


def test_a_list_of_dated_events_is_no_block_of_teasers() -> None:
    events = "The wall breaks\n3 March 2031\nWater enters four streets of the old town.\n"
    events += "The loan is refused\n4 March 2031\nNobody votes for it."
    raw = f"Ferry sinks\n\nPublished 4 March 2031\n\n{BODY}{events}"
    assert "The loan is refused" in clean(raw).text


def test_teasers_of_other_years_go() -> None:
    raw = (
        f"Ferry sinks\n\nPublished 4 March 2031\n\n{BODY}Late trains\n8 Nov, 2034\nDear bread\n9 Nov, 2034\n"
    )
    assert clean(raw).text == f"Ferry sinks\n\n{BODY}".strip()


def test_bare_headlines_under_a_label_go() -> None:
    raw = f"Ferry sinks\n\n{BODY}Most read\nLate trains vex island\nBread is dear again\n"
    assert clean(raw).text == f"Ferry sinks\n\n{BODY}".strip()


def test_a_pull_quote_is_kept_in_its_paragraph_alone() -> None:
    quote = "we will look for them until the last boat is home"
    raw = (
        f"{BODY}“{quote.capitalize()}”\nThe captain said: “{quote.capitalize()},” and he turned to the sea.\n"
    )
    assert clean(raw).text.casefold().count(quote) == 1


def test_short_answers_may_be_given_twice() -> None:
    raw = "Q: Did you see it?\nNo.\nQ: Did you hear it?\nNo."
    assert clean(raw).text == raw
