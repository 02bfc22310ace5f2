"""Unpacking: whole or refused, and never over the limit whatever the data claims."""

import gzip
import io
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.unpacking import Body, PackingError, SizeError, Unpacked, dechunked

PACKERS = {
    "": bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
}


def take(data, coding, *, most=1_000_000, step=7):
    body = Body(coding, most=most)
    for at in range(0, len(data), step):
        body.feed(data[at : at + step])
    return body.whole()


@pytest.mark.parametrize("coding", PACKERS)
@given(data=st.binary(max_size=2000), step=st.integers(1, 900))
def test_what_was_packed_comes_out(coding, data, step):
    assert take(PACKERS[coding](data), coding, step=step) == data


def test_deflate_without_header_and_gzip_in_members():
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    assert take(packer.compress(b"hello") + packer.flush(), "deflate") == b"hello"
    assert take(gzip.compress(b"hello ") + gzip.compress(b"world") + b"\0\0", "gzip") == b"hello world"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_bomb_is_refused_before_it_unfolds(coding):
    bomb = PACKERS[coding](b"0" * 30_000_000)
    with pytest.raises(SizeError):
        take(bomb, coding, most=100_000, step=1 << 16)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
@given(data=st.binary(min_size=1, max_size=300))
def test_cut_or_damaged_data_is_refused_or_whole(coding, data):
    packed = PACKERS[coding](b"The ferry sails again. " * 20)
    with pytest.raises(PackingError):
        take(packed[:-3], coding)
    try:
        take(data, coding, most=5_000)
    except (PackingError, SizeError):
        return


@pytest.mark.parametrize("coding", ["zstd", "compress", "gzip, br", "gzip, gzip"])
def test_codings_that_nobody_asked_for_are_refused(coding):
    with pytest.raises(PackingError):
        Body(coding, most=10)


@given(st.lists(st.binary(min_size=1, max_size=50), max_size=6))
def test_chunks_are_joined(chunks):
    data = b"".join(b"%x;n=1\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"
    assert dechunked(data) == b"".join(chunks)


def test_chunks_that_end_early_are_refused_and_those_not_there_not_missed():
    with pytest.raises(PackingError):
        dechunked(b"5\r\nhello\r\n")
    with pytest.raises(PackingError):
        dechunked(b"ff\r\nhello\r\n0\r\n\r\n")
    assert dechunked(b"<html>stored without chunks</html>") == b"<html>stored without chunks</html>"


def test_a_cut_stream_gives_all_before_the_cut_and_says_so():
    packed = gzip.compress(b"a" * 1000) + gzip.compress(b"b" * 1000)
    stream = Unpacked(io.BytesIO(packed[:-9]), most=10_000)
    found = io.BufferedReader(stream).read()
    assert found.startswith(b"a" * 1000)
    assert stream.fault
    whole = Unpacked(io.BytesIO(packed), most=10_000)
    assert io.BufferedReader(whole).read() == b"a" * 1000 + b"b" * 1000
    assert whole.fault is None
