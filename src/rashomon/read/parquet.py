"""Parquet tables of articles: one a row, in columns named as the keys of a JSON article."""

from collections.abc import Iterator
from typing import BinaryIO

from rashomon.model import Failure
from rashomon.model.errors import InputError
from rashomon.read.columns import columns, row_arrival, unread
from rashomon.read.records import Arrived

_ROWS = 64  # held at once


def parquet_arrivals(stream: BinaryIO, name: str) -> Iterator[Arrived | Failure]:
    """Yield the article of each row, numbered from 1; raises InputError where the table can't be read on."""
    try:
        from pyarrow import ArrowException, ArrowInvalid, parquet
    except ImportError as error:
        raise InputError("a Parquet table is read with pyarrow: install rashomon[engine]") from error
    try:
        table = parquet.ParquetFile(stream)
        held = columns(table.schema_arrow.names)
        yield from unread(table.schema_arrow.names, held, name)
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS, columns=list(held.values())):
            for row in batch.to_pylist():
                number += 1
                yield row_arrival({key: row[column] for key, column in held.items()}, f"{name}#{number}")
    except (ArrowInvalid, ArrowException, OSError) as error:
        raise InputError(f"it is no Parquet table that can be read ({str(error).splitlines()[0]})") from error
