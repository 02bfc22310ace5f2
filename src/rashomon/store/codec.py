"""Records of `model` as bytes and back: JSON by the types of their fields, compressed."""

import json
import types
import zlib
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
    value: T = _decode(kind, data)
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


def _decode(kind: Any, data: Any) -> Any:
    if data is None or kind in _PLAIN:
        return data
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _fields(kind)
        return kind(**{name: _decode(hints[name], each) for name, each in data.items()})
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        if inner[-1] is Ellipsis:
            return tuple(data) if inner[0] in _PLAIN else tuple(_decode(inner[0], each) for each in data)
        return tuple(_decode(each, part) for each, part in zip(inner, data, strict=True))
    if origin in (Union, types.UnionType):
        (some,) = (each for each in inner if each is not type(None))
        return _decode(some, data)
    if origin is Literal:
        return data
    raise TypeError(f"no record of a store holds a {kind}")


_PLAIN = (str, int, float, bool)


def _plain(value: object) -> bool:
    return isinstance(value, _PLAIN)


@cache
def _fields(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
