"""URLs: made comparable, and refused where nobody should ask for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.live.faults import UrlRefused
from rashomon.read.live.urls import address_of, host_of, normal, origin_of


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("HTTP://Orla.Example:80", "http://orla.example/"),
        ("https://orla.example:443/a?b#c", "https://orla.example/a?b"),
        ("https://orla.example:8443/a", "https://orla.example:8443/a"),
        ("https://bücher.example/ä b?q=ü", "https://xn--bcher-kva.example/%C3%A4%20b?q=%C3%BC"),
        ("https://orla.example/a%20b", "https://orla.example/a%20b"),
        (" https://[::1]:8080/x ", "https://[::1]:8080/x"),
    ],
)
def test_addresses_are_written_in_one_way(given, expected):
    assert normal(given) == expected


@pytest.mark.parametrize(
    "text",
    ["", "ferry", "ftp://orla.example/", "file:///etc/hostname", "//orla.example", "http://", "http:///a",
     "http://user@orla.example/", "http://user:word@orla.example/", "http://orla.example:99999/",
     "http://orla.example:x/", "http://[::1/", "javascript:alert(1)", "data:text/html,x",
     "http://or la.example/", "http://orla.example/" + "a" * 5000],
)  # fmt: skip
def test_what_cannot_be_asked_for_is_refused(text):
    with pytest.raises(UrlRefused):
        normal(text)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../2?a=1", "https://orla.example/2?a=1"),
        ("//hallin.example/x", "https://hallin.example/x"),
        ("?page=2", "https://orla.example/news/1?page=2"),
    ],
)
def test_links_are_counted_from_their_page(link, expected):
    assert normal(link, base="https://orla.example/news/1") == expected


def test_only_what_tells_where_the_reader_came_from_is_left_out():
    assert address_of("https://orla.example/a?id=7&utm_source=x&fbclid=y") == "https://orla.example/a?id=7"
    assert address_of("https://orla.example/a?id=7&ref=&b=%20") == "https://orla.example/a?id=7&ref=&b=%20"


def test_host_and_origin():
    assert host_of("https://orla.example/a") == ("orla.example", 443)
    assert origin_of("http://orla.example:8080/a") == "http://orla.example:8080"


@given(st.text(max_size=80) | st.text(max_size=60).map(lambda text: f"https://orla.example/{text}"))
def test_the_same_again_and_nothing_that_breaks_a_request(text):
    try:
        url = normal(text)
    except UrlRefused:
        return
    assert url.isascii()
    assert not set(url) & set(" \r\n\t\x00")
    assert normal(url) == url
