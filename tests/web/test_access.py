"""Who may read, who may write, and what a browser is told."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.errors import UsageError
from rashomon.web.access.sessions import LIFETIME, Signer, clean_name
from rashomon.web.serve import find_token, take_place
from rashomon.web.settings import Settings

TOKEN = "a-token-for-tests-only"
MERGE = {"kind": "merge", "left": "Tomas Brenn", "right": "Pavel Brenn", "name_kind": "person"}


def test_every_answer_forbids_what_is_not_the_desks_own(client) -> None:
    for path in ("/", "/nothing", "/api/stories", "/static/0/none"):
        headers = client.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_taken_port_is_told_before_the_address_is() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"nothing can listen at 127.0.0.1, port {port}"):
            take_place(Settings(store="desk.db", token=TOKEN, port=port))
    with take_place(Settings(store="desk.db", token=TOKEN, port=port)):
        socket.create_connection(("127.0.0.1", port), timeout=5).close()  # kept waiting, not refused


def test_another_host_name_is_refused(client) -> None:
    assert client.get("/", headers={"host": "rebound.example"}).status_code == 421
    assert client.get("/", headers={"host": "[::1]:8377"}).status_code == 200


def test_a_reader_writes_nothing(client, asked) -> None:
    assert client.post("/judgements", data=MERGE).status_code == 401
    assert client.post("/api/judgements", json={"kind": "merge", "names": ["a", "b"]}).status_code == 401
    assert client.get("/api/judgements").json() == []
    assert asked == []


def test_a_session_needs_the_token_and_a_name(client) -> None:
    assert client.post("/sign-in", data={"token": "guessed", "who": "Ana"}).status_code == 403
    assert client.post("/sign-in", data={"token": TOKEN, "who": " "}).status_code == 403
    answer = client.post("/sign-in", data={"token": TOKEN, "who": "Ana"})
    assert answer.status_code == 303
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]


def test_a_form_without_the_sessions_sign_is_refused(client, sign_in, asked) -> None:
    sign = sign_in()
    assert client.post("/judgements", data=MERGE).status_code == 403
    assert client.post("/judgements", data={**MERGE, "sign": "0" * 64}).status_code == 403
    assert client.post("/judgements", data={**MERGE, "sign": sign}).status_code == 303
    assert asked == ["work"]


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"origin": "https://elsewhere.example"}, {"origin": "null"}],
)
def test_a_form_of_another_site_is_refused(client, sign_in, headers) -> None:
    sign = sign_in()
    assert client.post("/judgements", data={**MERGE, "sign": sign}, headers=headers).status_code == 403
    assert client.post("/sign-in", data={"token": TOKEN, "who": "Eve"}, headers=headers).status_code == 403


def test_the_token_writes_without_a_session(client) -> None:
    headers = {"authorization": f"Bearer {TOKEN}", "x-author": "night desk"}
    given = {"kind": "merge", "names": ["Tomas Brenn", "Pavel Brenn"]}
    answer = client.post("/api/judgements", json=given, headers=headers)
    assert answer.status_code == 201
    assert answer.json()["who"] == "night desk"
    assert (
        client.post("/api/judgements", json=given, headers={"authorization": "Bearer x"}).status_code == 401
    )


def test_signing_out_ends_the_session(client, sign_in) -> None:
    sign = sign_in()
    client.post("/sign-out", data={"sign": sign})
    assert "Sign in" in client.get("/me").text


def test_a_session_ends_and_cant_be_forged() -> None:
    signer = Signer(TOKEN)
    cookie = signer.cookie("Ana", now=1000)
    assert signer.session(cookie, now=1001).who == "Ana"
    assert signer.session(cookie, now=1001 + LIFETIME) is None
    assert Signer("another token").session(cookie, now=1001) is None


@given(st.text(max_size=60))
def test_no_text_is_a_session(cookie) -> None:
    assert Signer(TOKEN).session(cookie) is None


@given(st.text())
def test_a_name_is_one_printable_line(name) -> None:
    cleaned = clean_name(name)
    assert cleaned.isprintable()
    assert len(cleaned) <= 80


def test_a_short_token_is_refused_and_none_is_made() -> None:
    with pytest.raises(UsageError, match="too short"):
        find_token("short", None)
    assert len(find_token(None, None)) >= 16
    assert find_token(None, None) != find_token(None, None)
