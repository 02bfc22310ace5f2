"""Formats: what a stream of bytes holds, by its name and otherwise by how it begins."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from rashomon.model import Failure
from rashomon.model.errors import InputError
from rashomon.read import limits
from rashomon.read.html import html_record
from rashomon.read.jsonfile import json_line_records, json_records
from rashomon.read.loading import load, load_lines
from rashomon.read.records import Record
from rashomon.read.sources import Source, suffix
from rashomon.text.encoding import decode

_HTML_STARTS = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Failure]:
    """Yield the articles of one input, as given; raises InputError where it can't be read on."""
    kind = suffix(source.path) if source.path is not None else ""
    if kind == ".jsonl":
        yield from json_line_records(load_lines(stream), source.name)
        return
    most = limits.JSON_FILE if kind in {".json", ""} else limits.ARTICLE
    data = load(stream, most=most)
    if not data.strip():
        raise InputError("it is empty: give the article's text")
    yield from _by_content(data, kind, source.name)


def _by_content(data: bytes, kind: str, name: str) -> Iterator[Record | Failure]:
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower()
    if kind == ".json" or (not kind and start[:1] in {b"{", b"["} and _is_json(start)):
        yield from _json(data, name, lines=not kind)
    elif kind in {".html", ".htm"} or start.startswith(_HTML_STARTS):
        yield html_record(data, name)
    else:
        yield Record(file=name, text=decode(data))


def _is_json(start: bytes) -> bool:
    return start[1:].lstrip()[:1] in {b'"', b"{", b"[", b"]", b"}"}


def _json(data: bytes, name: str, *, lines: bool) -> Iterator[Record | Failure]:
    """JSON, or JSON Lines where nothing names the format and it does not parse as one value."""
    found = list(_attempt(data, name))
    if lines and len(found) == 1 and isinstance(found[0], Failure) and b"\n" in data.strip():
        found = list(json_line_records(io.BytesIO(data), name))
    yield from found


def _attempt(data: bytes, name: str) -> Iterator[Record | Failure]:
    try:
        yield from json_records(data, name)
    except InputError as error:
        yield Failure(name, "read", str(error))
