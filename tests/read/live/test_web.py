"""The web itself: what the head of an answer means, and requests to servers that mean no good."""

import asyncio
import ssl
import subprocess
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from intake.bad_outlets import answers
from intake.conftest import hasty
from intake.outlets import Newsstand
from rashomon.read.live import faults
from rashomon.read.live.addresses import Gate
from rashomon.read.live.statuses import Head
from rashomon.read.live.web import Validators, Web

loopback = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


def head(status, **headers):
    return Head(
        status, [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    )


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        *((status, faults.Gone) for status in (404, 410)),
        *((status, faults.Forbidden) for status in (401, 402, 403, 407, 451)),
        *((status, faults.Busy) for status in (429, 503)),
        *((status, faults.ServerFault) for status in (500, 502, 599)),
        *((status, faults.OddAnswer) for status in (204, 206, 300, 400, 418)),
        (302, faults.RedirectLoop),
    ],
)
def test_every_status_that_is_no_page_has_its_fault(status, fault):
    with pytest.raises(fault):
        head(status).redirect()


def test_pages_and_what_is_unchanged_pass():
    assert head(200).redirect() is None
    assert head(304).redirect() is None
    assert head(301, location="/x").redirect().permanent
    assert not head(307, location="/x").redirect().permanent


@pytest.mark.parametrize(("said", "wait"), [("120", 120.0), ("soon", None), ("", None), ("-5", None)])
def test_how_long_a_busy_server_wants_to_be_left(said, wait):
    with pytest.raises(faults.Busy) as caught:
        head(429, retry_after=said).redirect()
    assert caught.value.wait == wait


def test_a_busy_server_may_say_it_as_a_date():
    later = format_datetime(datetime.now(UTC) + timedelta(minutes=10), usegmt=True)
    with pytest.raises(faults.Busy) as caught:
        head(503, retry_after=later).redirect()
    assert 590 < caught.value.wait <= 600


@pytest.mark.parametrize(
    ("given", "media", "charset"),
    [
        ("text/html; charset=UTF-8", "text/html", "UTF-8"),
        ('TEXT/HTML;x=1; Charset="cp1252"', "text/html", "cp1252"),
        ("", "", None),
        ("text/html; charset=", "text/html", None),
        ("\x00;;;=", "\x00", None),
    ],
)
def test_media_type_and_charset(given, media, charset):
    found = head(200, content_type=given)
    assert (found.media, found.charset) == (media, charset)


def test_a_size_that_is_announced_is_believed_and_nonsense_is_not():
    with pytest.raises(faults.TooLarge):
        head(200, content_length="9" * 30).within(10)
    head(200, content_length="many").within(10)


class TestRequests:
    pytestmark = loopback

    def fetch(self, url, manners, *, gate=None, **given):
        async def run():
            async with Web(manners, gate) as web:
                return await web.fetch(url, most=10_000, **given)

        return asyncio.run(run())

    @pytest.fixture
    def outlet(self):
        with Newsstand() as stand:
            yield stand.open("One", articles=1)

    def test_who_asks_is_told_and_nothing_else(self, outlet):
        seen = {}

        def note(request):
            seen.update({name.casefold(): value for name, value in request.handler.headers.items()})
            request.send(b"hello", set_cookie="a=b")

        outlet.pages["/1"] = note
        self.fetch(outlet.url("/1"), hasty([outlet], contact="desk@orla.example", version="1.0"))
        assert seen["user-agent"] == "rashomon/1.0 (+desk@orla.example)"
        assert set(seen) == {"host", "user-agent", "accept", "accept-encoding"}

    def test_a_redirect_to_a_name_that_leads_inward_is_refused(self, outlet):
        asked = []

        async def resolve(host, port):
            asked.append(host)
            return ["127.0.0.1"]

        port = outlet.server.server_port
        outlet.pages["/away"] = lambda request: request.redirect(f"http://second.example:{port}/1")
        gate = Gate(["first.example"], resolve=resolve)
        with pytest.raises(faults.AddressRefused, match=r"second\.example"):
            self.fetch(f"http://first.example:{port}/away", hasty([outlet]), gate=gate)
        assert set(asked) == {"first.example", "second.example"}
        assert "/1" not in outlet.hits

    @pytest.mark.parametrize(
        "heads",
        [
            b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000,
            b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 50_000 + b"\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\n",
            b"HTTP/9.9 xx\r\n\r\n",
        ],
    )
    def test_heads_that_are_none_are_broken_answers(self, outlet, heads):
        def send(request):
            request.write(heads)
            request.handler.close_connection = True

        outlet.pages["/1"] = send
        with pytest.raises(faults.BrokenAnswer):
            self.fetch(outlet.url("/1"), hasty([outlet]))

    def test_it_asks_only_whether_the_page_changed(self, outlet):
        first = self.fetch(outlet.url("/1"), hasty([outlet]))
        second = self.fetch(outlet.url("/1"), hasty([outlet]), validators=first.validators)
        assert first.body
        assert second.body is None
        assert second.validators.etag == first.validators.etag
        assert Validators().headers() == {}

    def test_a_busy_server_is_asked_again_when_it_wants(self, outlet):
        def later(request):
            good = request.outlet.hits["/1"] > 1
            request.send(b"hello" if good else b"", status=200 if good else 503, retry_after="1")

        outlet.pages["/1"] = later
        assert self.fetch(outlet.url("/1"), hasty([outlet])).body == b"hello"

    def test_tries_end(self, outlet):
        outlet.pages["/1"] = answers(status=500)
        with pytest.raises(faults.ServerFault):
            self.fetch(outlet.url("/1"), hasty([outlet], tries=3))
        assert outlet.hits["/1"] == 3

    def test_a_certificate_that_nobody_signed_is_not_accepted(self, tmp_path):
        pair = tmp_path / "pair.pem"
        asked = "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=127.0.0.1 -days 2 -keyout".split()
        given = [*asked, str(pair), "-out", str(tmp_path / "cert.pem")]
        made = subprocess.run(given, capture_output=True, check=False)
        if made.returncode:
            pytest.skip("openssl is not at hand to make a certificate")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tmp_path / "cert.pem", pair)
        server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        place = f"127.0.0.1:{server.server_port}"
        with pytest.raises(faults.Unreachable, match=r"(?i)certificate"):
            self.fetch(f"https://{place}/", hasty([], allowed=(place,)))
        server.shutdown()
        server.server_close()
