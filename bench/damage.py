"""Seeded damage to article files: what copying, scraping and mailing do to news text."""

import random
from collections.abc import Callable

_MARKS = "\"'“”‘’„«»`"
_FURNITURE = (
    "Shares",
    "Follow",
    "Advertisement",
    "Read more: Something else entirely happened",
    "Published March 3, 2031",
    "Updated 4 Mar, 2031",
    "By Avery Quill",
    "© 2031 The Fictional Gazette. All rights reserved.",
    "We use cookies to improve your visit.",
    "Related stories",
)
_ODD = (
    "\u200b",
    "\u202e",
    "\u00a0",
    "\x00",
    "\x07",
    "\ufeff",
    "\u00ad",
    "\r",
    "\x85",
    "&amp;",
    "*",
    "\ufffd",
)
_ENCODINGS = ("utf-16", "utf-16-le", "cp1252", "latin-1", "utf-8-sig", "utf-32", "koi8-r", "ascii")


def damages(texts: list[bytes], *, seed: int) -> list[bytes]:
    """Return the files with one random damage, the same for the same seed; some files may be whole.

    Kinds: cut, doubled, shuffled lines, lost or odd quotation marks, changed encodings, deleted spans,
    stray line ends, inserted furniture, odd characters, swapped articles.
    """
    rng = random.Random(seed)
    if seed % 10 == 9 and len(texts) > 1:
        return _swapped(texts, rng)
    kind = rng.choice(_KINDS)
    return [kind(text, rng) if rng.random() < 0.8 else text for text in texts]


def _swapped(texts: list[bytes], rng: random.Random) -> list[bytes]:
    """Halves of two articles change places, and all change their order."""
    mixed = list(texts)
    left, right = rng.sample(range(len(mixed)), 2)
    at, to = rng.randrange(len(mixed[left]) + 1), rng.randrange(len(mixed[right]) + 1)
    mixed[left], mixed[right] = mixed[left][:at] + mixed[right][to:], mixed[right][:to] + mixed[left][at:]
    rng.shuffle(mixed)
    return mixed


def _cut(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] if rng.random() < 0.7 else data[at:]


def _doubled(data: bytes, rng: random.Random) -> bytes:
    if rng.random() < 0.5:
        return data + b"\n" + data
    rows = data.split(b"\n")
    at = rng.randrange(len(rows))
    return b"\n".join(rows[: at + 1] * 2 + rows[at + 1 :])


def _shuffled(data: bytes, rng: random.Random) -> bytes:
    rows = data.split(b"\n")
    rng.shuffle(rows)
    return b"\n".join(rows)


def _marks(data: bytes, rng: random.Random) -> bytes:
    chars = data.decode("utf-8", "replace")
    lost = rng.random() < 0.5

    def changed(char: str) -> str:
        if char not in _MARKS or rng.random() < 0.4:
            return char
        return "" if lost else rng.choice(_MARKS)

    return "".join(map(changed, chars)).encode()


def _encoded(data: bytes, rng: random.Random) -> bytes:
    return data.decode("utf-8", "replace").encode(rng.choice(_ENCODINGS), "replace")


def _deleted(data: bytes, rng: random.Random) -> bytes:
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(data) + 1)
        data = data[:at] + data[at + rng.randint(1, 200) :]
    return data


def _line_ends(data: bytes, rng: random.Random) -> bytes:
    parts = bytearray()
    for byte in data:
        parts.append(byte)
        if rng.random() < 0.01:
            parts += rng.choice((b"\n", b"\n\n", b"\r\n", b"\r"))
    return bytes(parts)


def _inserted(data: bytes, rng: random.Random) -> bytes:
    rows = data.split(b"\n")
    for _ in range(rng.randint(1, 8)):
        rows.insert(rng.randrange(len(rows) + 1), rng.choice(_FURNITURE).encode())
    return b"\n".join(rows)


def _odd_characters(data: bytes, rng: random.Random) -> bytes:
    chars = list(data.decode("utf-8", "replace"))
    for _ in range(rng.randint(1, 30)):
        chars.insert(rng.randrange(len(chars) + 1), rng.choice(_ODD))
    return "".join(chars).encode()


_KINDS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut,
    _doubled,
    _shuffled,
    _marks,
    _encoded,
    _deleted,
    _line_ends,
    _inserted,
    _odd_characters,
)
