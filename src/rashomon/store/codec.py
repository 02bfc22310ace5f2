"""Records of `model` as bytes and back: JSON by the types of their fields, compressed."""

import json
import sys
import types
import zlib
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encode(value: object) -> Any:
    """Return the record as plain data: a dataclass becomes an object, a tuple a list."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: encode(getattr(value, name)) for name in _fields(type(value))}
    if isinstance(value, (tuple, list)):
        return [encode(each) for each in value] if value and not _plain(value[0]) else list(value)
    return value


def decode(kind: type[T], data: Any) -> T:
    """Return the record of this type from what `encode` made of it."""
    decoder = _decoder(kind)  # type: ignore[arg-type]
    value: T = decoder(data) if decoder else data
    return value


def pack(data: object) -> bytes:
    """Return plain data as compressed JSON; every string survives, lone surrogates too."""
    return zlib.compress(json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode("ascii"), 6)


def compress(body: bytes) -> bytes:
    """Return the bytes compressed."""
    return zlib.compress(body, 6)


def decompress(body: bytes) -> bytes:
    """Return what `compress` compressed."""
    return zlib.decompress(body)


def unpack(body: bytes) -> Any:
    """Return what `pack` packed."""
    return json.loads(zlib.decompress(body))


_PLAIN = (str, int, float, bool)
Decoder = Callable[[Any], Any]


def _plain(value: object) -> bool:
    return isinstance(value, _PLAIN)


@cache
def _decoder(kind: Any) -> Decoder | None:
    """Return what makes a value of this type from plain data; None where the data is the value."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in _PLAIN or origin is Literal:
        return None
    if origin in (Union, types.UnionType):
        (some,) = (each for each in inner if each is not type(None))
        return _maybe(_decoder(some))
    if origin is tuple:
        return _list(inner[0]) if inner[-1] is Ellipsis else _row([_decoder(each) for each in inner])
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind)
    raise TypeError(f"no record of a store holds a {kind}")


def _maybe(some: Decoder | None) -> Decoder | None:
    return some and (lambda data: None if data is None else some(data))


def _list(kind: Any) -> Decoder:
    if kind is str:  # lemmas and tags by the thousand, few of them different
        return lambda data: tuple(map(sys.intern, data))
    one = _decoder(kind)
    return tuple if one is None else lambda data: tuple(map(one, data))


def _row(parts: Sequence[Decoder | None]) -> Decoder:
    if not any(parts):
        return tuple
    return lambda data: tuple(each(value) if each else value for each, value in zip(parts, data, strict=True))


def _record(kind: type) -> Decoder:
    """Fields that a record was stored without keep their defaults; those that are no more are passed over."""
    plain = frozenset(name for name, hint in _fields(kind).items() if _decoder(hint) is None)
    made = {name: each for name, hint in _fields(kind).items() if (each := _decoder(hint))}

    def decoder(data: Any) -> Any:
        values = {name: value for name, value in data.items() if name in plain}
        values.update((name, each(data[name])) for name, each in made.items() if name in data)
        return kind(**values)

    return decoder


@cache
def _fields(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
