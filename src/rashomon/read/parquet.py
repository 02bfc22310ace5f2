"""Parquet tables of articles: one a row, in columns named as the keys of a JSON article."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from rashomon.model.errors import InputError
from rashomon.read import limits
from rashomon.read.records import FIELDS, JSON, Arrived

_ROWS = 64  # held at once


def parquet_arrivals(stream: BinaryIO, name: str) -> Iterator[Arrived]:
    """Yield the article of each row, numbered from 1; raises InputError where the table can't be read on."""
    try:
        from pyarrow import ArrowException, ArrowInvalid, parquet
    except ImportError as error:
        raise InputError("a Parquet table is read with pyarrow: install rashomon[engine]") from error
    try:
        table = parquet.ParquetFile(stream)
        known = set(table.schema_arrow.names)
        if "text" not in known:
            raise InputError(f'it has no column "text": an article has text, {", ".join(FIELDS)}')
        columns = ["text", *(field for field in FIELDS if field in known)]
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield Arrived(name=f"{name}#{number}", body=_body(row, f"{name}#{number}"), media=JSON)
    except (ArrowInvalid, ArrowException, OSError) as error:
        raise InputError(f"it is no Parquet table that can be read ({str(error).splitlines()[0]})") from error


def _body(row: dict[str, Any], name: str) -> bytes:
    """The row as a JSON article; dates and times as ISO 8601 says them."""
    body = json.dumps(row, default=_said).encode()
    if len(body) > limits.ARTICLE:
        raise InputError(f"{name} holds more than {limits.megabytes(limits.ARTICLE)}")
    return body


def _said(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
