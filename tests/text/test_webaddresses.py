"""The day of publication that the address of an article states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.webaddresses import day_of_address

HOUSE = "https://www.varnhalm-post.example"


@pytest.mark.parametrize(
    "path",
    [
        "/2031/05/28/bridge-falls.html",
        "/news/2031/0528/bridge-falls",
        "/news/2031-05-28/bridge-falls/5323438?section=bridges",
        "/world/2031/may/28/bridge-falls",
        "/2031/May-28/248567-bridge-falls.ashx",
        "/articles/2031/5/28/bridge-falls.html",
        "/english/2031-05/28/c_132029258.htm",
        "/article/idVARN6744YW20310528",
        "/wires/20310528/bridge-falls/",
        "/local/bridge-falls-20310528,0,7322457.story",
        "/local/bridge-falls-20310528-34m0z.html",
    ],
)
def test_a_day_that_an_address_states(path: str) -> None:
    found = day_of_address(HOUSE + path)
    assert found is not None
    assert (found.value, found.precision) == ("2031-05-28", "day")


@pytest.mark.parametrize(
    "path",
    [
        "/bridge-falls",
        "/2031/05/bridge-falls",  # a month is no day
        "/news/world-varnhalm-20310528",  # may be the article's number
        "/news/bridge-falls-203105281",
        "/2031/02/31/bridge-falls",
        "/2031/05/28/what-happened-on-2031-05-26",  # two days
        "/05/06/2031/bridge-falls",  # two readings
    ],
)
def test_an_address_that_states_no_day_for_certain(path: str) -> None:
    assert day_of_address(HOUSE + path) is None


def test_no_address_states_no_day() -> None:
    assert day_of_address(None) is None


@given(st.text())
def test_any_text_is_borne(url: str) -> None:
    found = day_of_address(url)
    assert found is None or len(found.value) == 10
