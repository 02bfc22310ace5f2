"""Encodings: text is read rightly or refused with a reason."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.errors import InputError
from rashomon.text.encoding import decode, decode_html, without_surrogates

_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)


@given(_TEXT)
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text


@given(_TEXT, st.sampled_from(["utf-16", "utf-32"]))
def test_byte_order_marks_are_believed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for read in (decode, decode_html):
        with suppress(InputError):
            read(data).encode("utf-8")


def test_a_cut_character_does_not_spoil_the_file() -> None:
    assert decode("The café “Orla” closed, the mayor’s".encode()[:-3]).startswith("The café “Orla” closed")


def test_a_page_is_read_by_the_charset_it_declares() -> None:
    page = '<html><head><meta charset="windows-1250"></head><body>Łódź</body></html>'
    assert "Łódź" in decode_html(page.encode("windows-1250"))


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"\x89PNG\r\n", b"PK\x03\x04", bytes(range(32)) * 9])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="not text"):
        decode(data)


def test_surrogates_are_joined_or_replaced() -> None:
    assert without_surrogates("a\ud83d\ude00b\ud83dc") == "a😀b\ufffdc"


def test_an_old_macintosh_file_keeps_its_quotation_marks() -> None:
    text = "“The ferry’s cable held,” he said – “it didn’t break.” Then the café closed."
    assert decode(text.encode("mac_roman")) == text
    assert decode(text.encode("cp1252")) == text
    for other in ("AS AÇÕES SUBIRAM, disse Ótica Ltda.", "Òpera, Ó Briain and the Õunap family"):
        assert decode(other.encode("cp1252")) == other
