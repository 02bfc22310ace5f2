"""What an outlet says of its own coverage, and what only sounds like it."""

import pytest

from rashomon.text.service import is_service


@pytest.mark.parametrize(
    "sentence",
    [
        "This is a developing story.",
        "This is a breaking news story; check back for more.",
        "Stay with Orla 19 News and orla19.example for updates.",
        "Please check back later for more on this story.",
        "This story has been updated.",
        "This post will be updated as further details come in.",
        "We'll have more on this tonight.",
        "We will continue to follow this story and provide the latest information.",
        "WVLM will bring you more information as it becomes available.",
        "More information will be added as it becomes available.",
        "STAY TUNED TO ORLA DAILY FOR UPDATES",
        "Refresh this page for updates.",
        "Click here to donate.",
        "(For a related story, click on [nORL385])",
        "To help the family, you can do so by clicking here",
        "Mobile users tap here for video.",
        "Sign up for one of our email newsletters.",
        "Download the Orla 19 News app for your phone.",
        "Follow Ada Vane on Twitter @adavane.",
        "You can also like us on Facebook by clicking here.",
        "This concludes our live coverage of the fire on the quay.",
        "Below is a full transcript of the mayor's speech:",
        "Please turn on JavaScript.",
        "Media requires JavaScript to play.",
        "You need the latest version of the Flash Player to see this video.",
        "Your browser does not support this video.",
        "Having trouble viewing the video?",
        "Try disabling any ad blocking extensions currently running on your browser.",
        "Orla 19 News is not responsible for the content of external sites.",
        "External links are provided for reference purposes.",
        "Email Newsletters Sign up for one of our email newsletters.",
        "Thank you for subscribing.",
        "Please re-enter.",
        "An error has occurred.",
        "You must select a newsletter to subscribe to.",
        "Please verify you're not a robot by clicking the box.",
        "You may opt-out at any time.",
        "View all Orla Mail newsletters.",
        "Join The Conversation On The Orla 19 Facebook Page",
        "Stay Up To Date, Follow Orla 19 On Twitter",
        "WATCH THE VIDEO HERE.",
        "Ilse Brandt is an Orla Mail staff writer.",
        "(Published Monday, March 3, 2031)",
        "Ada Vane reports (Published Monday, March 3, 2031)",
    ],
)
def test_service(sentence: str) -> None:
    assert is_service(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "This story has been corrected to show that the ferry sank on Tuesday.",
        "Police will provide more information at a news conference on Friday.",
        "The FBI will provide more details on Monday.",
        "More information will be provided once the inquiry is over, the mayor said.",
        "“We will continue to update this community,” the mayor said.",
        "This is a story of two islands.",
        "The story was published in May.",
        "They have more pressing concerns.",
        "Stay with your children, the mayor told parents.",
        "We will have more police on the quay in summer.",
        "People click on stories that surprise them.",
        "For years he told them “to click here and there” without success.",
        "Residents can sign up for swimming lessons at the town hall.",
        "Sailors follow the light on Cape Orla.",
        "This concludes our work on the harbour, the mayor said.",
        "Links are missing between the two islands.",
        "The captain is not responsible for the content of the crates.",
        "Try as they might, the divers found nothing.",
        "Ilse Brandt is an Orla Mail staff writer who saw the ferry sink.",
        "Published figures show that the ferry was old.",
        "Updated March 3, 2031 rules close the lock.",
        "Thank you for subscribing to the harbour fund, the mayor wrote.",
        "You can unsubscribe from the club, he said.",
        "An error occurred on the bridge, the captain said.",
        "Please try again later, the clerk told the sailors.",
        "The law requires flashing lights on every boat.",
    ],
)
def test_news_is_no_service(sentence: str) -> None:
    assert not is_service(sentence)
