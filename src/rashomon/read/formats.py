"""Formats: what a stream of bytes holds, by its name and otherwise by how it begins."""

import io
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from rashomon.model import Failure
from rashomon.model.errors import InputError
from rashomon.read import limits
from rashomon.read.csvfile import csv_arrivals, is_table
from rashomon.read.html import html_record
from rashomon.read.jsonfile import is_json_line, json_arrivals, json_line_arrivals, json_record
from rashomon.read.loading import load, load_lines
from rashomon.read.parquet import parquet_arrivals
from rashomon.read.records import HTML, JSON, TEXT, Arrived, Record
from rashomon.read.sources import Source, suffix
from rashomon.read.warc import wacz_arrivals, warc_arrivals
from rashomon.text.encoding import decode

_HTML_STARTS = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")


def arrivals(stream: BinaryIO, source: Source) -> Iterator[Arrived | Failure]:
    """Yield the articles of one input, as they came; raises InputError where it can't be read on."""
    kind = suffix(source.path) if source.path is not None else ""
    if source.path is None:
        yield from _streamed(stream, source.name)
    elif kind == ".jsonl":
        yield from json_line_arrivals(load_lines(stream), source.name)
    elif kind == ".warc":
        yield from warc_arrivals(stream, source.name)
    elif kind == ".wacz":
        yield from wacz_arrivals(stream, source.name)
    elif kind == ".parquet":
        yield from parquet_arrivals(stream, source.name)
    elif kind in {".csv", ".tsv"}:
        yield from csv_arrivals(_something(load(stream, most=limits.JSON_FILE)), source.name)
    else:
        most = limits.JSON_FILE if kind in {".json", ""} else limits.ARTICLE
        yield from content_arrivals(load(stream, most=most), kind, source.name)


def content_arrivals(data: bytes, kind: str, name: str) -> Iterator[Arrived | Failure]:
    """Yield the articles in the data, whose kind is a suffix, or empty where only the data tells it."""
    start = _something(data).lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower()
    if kind == ".json" or (not kind and start[:1] in {b"{", b"["} and _is_json(start)):
        yield from _json(data, name, lines=not kind)
    elif not kind and is_table(data):
        yield from csv_arrivals(data, name)
    elif kind in {".html", ".htm"} or start.startswith(_HTML_STARTS):
        yield Arrived(name=name, body=data, media=HTML)
    else:
        yield Arrived(name=name, body=data, media=TEXT)


def record_of(arrived: Arrived) -> Record:
    """Take the article out of what came; raises InputError where there is none."""
    if arrived.media == JSON:
        record = json_record(arrived.body, arrived.name)
    elif arrived.media == HTML:
        record = html_record(arrived.body, arrived.name, charset=arrived.charset)
    else:
        record = Record(file=arrived.name, text=decode(arrived.body))
    return record.completed(hints=arrived.hints, known=arrived.known)


def _streamed(stream: BinaryIO, name: str) -> Iterator[Arrived | Failure]:
    """Standard input: JSON Lines as they come, for it may go on for days; all else at its end."""
    first = stream.readline(limits.ARTICLE + 1)
    if is_json_line(first):
        yield from json_line_arrivals(chain([first], load_lines(stream)), name)
    else:
        yield from content_arrivals(load(stream, most=limits.JSON_FILE, begun=first), "", name)


def _something(data: bytes) -> bytes:
    if not data.strip():
        raise InputError("it is empty: give the article's text")
    return data


def _is_json(start: bytes) -> bool:
    return start[1:].lstrip()[:1] in {b'"', b"{", b"[", b"]", b"}"}


def _json(data: bytes, name: str, *, lines: bool) -> Iterator[Arrived | Failure]:
    """JSON, or JSON Lines where nothing names the format and it does not parse as one value."""
    try:
        found = list(json_arrivals(data, name))
    except InputError:
        if not lines or b"\n" not in data.strip():
            raise
        found = list(json_line_arrivals(io.BytesIO(data), name))
    yield from found
