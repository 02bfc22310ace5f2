"""Bytes to text: the encodings that news files come in, and a clear word about what is no text."""

import codecs
import re

from rashomon.model.errors import InputError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w\-:]{2,40})", re.I)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w\-:]{2,40})", re.I)
# Python knows these as text encodings, no page is written in them; and what is declared as UTF-8 was tried.
_NO_CHARSETS = frozenset(
    "utf-8 utf-8-sig utf-7 idna punycode undefined unicode_escape unicode-escape"
    " raw_unicode_escape raw-unicode-escape".split()
)
# Old Macintosh files have their apostrophe and quotation marks where Windows has capitals; no small letter
# stands beside those in this way.
_MACINTOSH = re.compile(rb"[a-z]\xd5[a-z]|(?:^|[\s(])\xd2[A-Za-z][^\xd2]*?[a-z.,!?]\xd3(?=[\s).,;:]|$)")
_WINDOWS_QUOTES = re.compile(rb"[\x91-\x94]")
# Shares of a file's bytes. English in Windows-1252 has one odd byte in a hundred (quotation marks);
# past a quarter it is another script in another encoding.
_MOST_CONTROL = 0.02  # beyond, it is no text
_MOST_ODD = 0.25
# A file cut or joined in the middle of a character has a few bad bytes among many good characters.
_MOST_BROKEN = 0.1
_SAVE_AS = "save it as UTF-8 text"


def decode(data: bytes) -> str:
    """Decode UTF-8, UTF-16, UTF-32, Windows-1252 (so Latin-1) or Mac Roman; lone surrogates never result.

    Raises InputError where the bytes are not text or the encoding can't be told.
    """
    refuse_known_binary(data)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _decode_as(data, name)
    if wide := _wide(data):
        return _decode_as(data, wide)
    if len(_CONTROL.findall(data)) > _MOST_CONTROL * len(data):
        raise InputError(f"it is a binary file, not text: {_SAVE_AS}, or as HTML")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf8(data)


def decode_html(data: bytes, *, header: str | None = None) -> str:
    """Decode a page: by its byte order mark, as UTF-8, by the charset it declares, or as `decode`.

    `header` is the charset that came with it, asked last: pages know themselves better than servers do.
    """
    return _decode_declared(data, _META_CHARSET, header)


def decode_xml(data: bytes, *, header: str | None = None) -> str:
    """Decode an XML file in the same way, by the encoding in its first line."""
    return _decode_declared(data, _XML_ENCODING, header)


def _decode_declared(data: bytes, inside: re.Pattern[bytes], header: str | None) -> str:
    refuse_known_binary(data)
    if not any(data.startswith(bom) for bom, _ in _BOMS):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            declared = inside.search(data[:4096])
            given = (declared[1] if declared else b"", (header or "").encode("ascii", "ignore"))
            for name in filter(None, map(_codec, given)):
                return data.decode(name, "replace")
    return decode(data)


def refuse_known_binary(data: bytes) -> None:
    """Raise InputError for file types that are known by their first bytes."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"it is {what}, not text: {_SAVE_AS}, or as HTML")


def without_surrogates(text: str) -> str:
    """Join surrogate pairs and replace lone ones, which no file can be written with."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _decode_as(data: bytes, name: str) -> str:
    width = {"utf-16": 2, "utf-16-le": 2, "utf-16-be": 2, "utf-32": 4}.get(name, 1)
    text = data[: len(data) - len(data) % width].decode(name, "replace")
    if text and text.count("\ufffd") > _MOST_BROKEN * len(text):
        raise InputError(f"it begins like {name.upper()} but is not: {_SAVE_AS}")
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.1 else None


def _not_quite_utf8(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - bad
    if bad <= max(1, _MOST_BROKEN * good) and good:
        return text
    odd = sum(1 for byte in data if byte > 0x7F)
    if odd > _MOST_ODD * len(data):
        raise InputError(f"its encoding can't be told: {_SAVE_AS}")
    if _MACINTOSH.search(data) and not _WINDOWS_QUOTES.search(data):
        return data.decode("mac_roman")
    return "".join(_WINDOWS[byte] for byte in data)


def _codec(declared: bytes) -> str | None:
    try:
        found = codecs.lookup(declared.decode("ascii", "ignore"))
    except (LookupError, ValueError):
        return None
    name = found.name
    if name in _NO_CHARSETS or not found._is_text_encoding:
        return None
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _windows(byte: int) -> str:
    """Windows-1252 with the five bytes that it leaves open read as Latin-1, as browsers do."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_WINDOWS = tuple(_windows(byte) for byte in range(256))
