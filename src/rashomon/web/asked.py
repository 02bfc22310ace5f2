"""What a request may ask for: words, dates, ids and pages, within bounds, the same for pages and API."""

import re
from typing import Annotated

from fastapi import Path, Query
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

_DAY = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_ID = r"^[\w.:-]{1,80}$"
_LONGEST = 400  # characters of words that are searched for


def _clean(words: str) -> str:
    """Return the words without what no text of a store can hold."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def _none_if_empty(value: object) -> object:
    """A field of a form that was left empty asks for nothing."""
    return None if isinstance(value, str) and not value.strip() else value


def _clean_or_none(words: str | None) -> str | None:
    return _clean(words) or None if words else None


def _day(words: str) -> str:
    if not re.fullmatch(_DAY, words):
        raise ValueError("write a day as 2031-05-28, a month as 2031-05, a year as 2031")
    return words


_Empty = BeforeValidator(_none_if_empty)
_Day = Annotated[str, AfterValidator(_day), Field(json_schema_extra={"pattern": _DAY})]
_Id = Annotated[str, StringConstraints(pattern=_ID)]
_Name = Annotated[str, StringConstraints(max_length=_LONGEST)]
Words = Annotated[
    str,
    Query(max_length=_LONGEST, description="Words, “phrases”, -excluded words."),
    AfterValidator(_clean),
]
Name = Annotated[_Name | None, _Empty, AfterValidator(_clean_or_none)]
Day = Annotated[_Day | None, _Empty, Query(description="A day, month or year, ISO 8601.")]
Id = Annotated[str, Path(pattern=_ID)]
IdAsked = Annotated[_Id | None, _Empty]
PageNumber = Annotated[int, Query(ge=1, le=10_000, description="Counted from 1.")]
Limit = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]
Version = Annotated[Annotated[int, Field(ge=1, le=1_000_000)] | None, _Empty]
