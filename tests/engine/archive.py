"""A small archive for the tests: invented events, each told by a few invented outlets, by rule."""

import gzip
import json
from pathlib import Path
from typing import Any

OUTLETS = ("The Lunden Post", "Carrow Courier", "Vessland Today", "Radio Oster")
PLACES = ("Lunden", "Carrow", "Ostermark", "Helmsby", "Vessa", "Tarnholm", "Brill", "Aldermoor")
NAMES = ("Mira Kolvenko", "Jonas Feldt", "Ada Brandvik", "Piotr Hallasz", "Lena Orsted", "Tomas Rehn")
EVENTS = (
    ("A crane fell into the harbour", "crane", "port", "dock workers", "closed the harbour"),
    ("A school burned down", "fire", "fire service", "pupils", "opened an inquiry"),
    ("A freight train left its rails", "derailment", "railway", "passengers", "stopped all trains"),
    ("Flood water broke the old dam", "flood", "water board", "villagers", "ordered families to leave"),
    ("A bakery was robbed", "robbery", "police", "customers", "asked for witnesses"),
)


def articles(count: int) -> list[dict[str, Any]]:
    """Articles of `count` events, three of each: two that are alike, and one that has copied most of it."""
    return [row for number in range(count) for row in _event(number)]


def _event(number: int) -> list[dict[str, Any]]:
    what, noun, body, people, did = EVENTS[number % len(EVENTS)]
    place = PLACES[(number * 3) % len(PLACES)]
    name = NAMES[(number * 5 + number // 6) % len(NAMES)]
    day, month = 1 + (number * 7) % 27, 1 + number % 9
    hurt, later = 3 + number, 5 + number
    opening = f"{what} in {place} on the morning of {day} March, and {hurt} {people} were hurt."
    told = (
        f"{opening} {name}, who heads the {place} {body}, said the {noun} had begun near the market. "
        f'"We saw nothing like this in {10 + number} years," {name} told reporters. '
        f"The {body} {did}, and the mayor of {place} thanked the helpers."
    )
    other = (
        f"At least {later} {people} were hurt when {what[0].lower() + what[1:]} in {place}, officials said. "
        f"The head of the {place} {body}, {name}, said that the {noun} had begun near the market. "
        f"Later that day the {body} {did}. A hearing was planned for the next week."
    )
    copied = f"{told} The agency Nordpress reported it first."
    rows = zip(OUTLETS[number % 2 :], (told, other, copied), strict=False)
    return [
        {
            "title": f"{what} in {place}",
            "outlet": outlet,
            "published": f"2031-{month:02}-{day:02}T0{at + 6}:30:00",
            "text": text,
        }
        for at, (outlet, text) in enumerate(rows)
    ]


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    """Write rows as JSON Lines, packed where the name says so."""
    body = "".join(json.dumps(row) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(body) if path.suffix == ".gz" else body)
    return path
