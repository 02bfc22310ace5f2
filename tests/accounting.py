"""The promise of cleaning, as a check: nothing that arrived is lost or made up in silence."""

from collections.abc import Sequence

from rashomon.model import Dropped, OffsetMap, Repair


def assert_accounted(
    raw: str, text: str, offsets: OffsetMap, dropped: Sequence[Dropped], repairs: Sequence[Repair]
) -> None:
    """Every stored character is the raw one or mended; every raw one is stored, dropped or mended."""
    held = bytearray(len(raw))
    known = bytearray(len(text))
    last_stored = last_raw = 0
    for stored, start, length in offsets.pieces:
        assert length > 0
        assert stored >= last_stored
        assert start >= last_raw
        assert text[stored : stored + length] == raw[start : start + length]
        assert not any(held[start : start + length]), "one raw character is stored twice"
        held[start : start + length] = b"\1" * length
        known[stored : stored + length] = b"\1" * length
        last_stored, last_raw = stored + length, start + length
    for drop in dropped:
        assert raw[drop.start : drop.start + len(drop.text)] == drop.text
        both = [char for at, char in enumerate(drop.text, drop.start) if held[at] and not char.isspace()]
        assert not both, f"stored, and yet counted as dropped: {both[:10]}"
        held[drop.start : drop.start + len(drop.text)] = b"\1" * len(drop.text)
    for repair in repairs:
        assert repair.raw_start is not None
        assert 0 <= repair.start < repair.end <= len(text)
        assert raw[repair.raw_start : repair.raw_start + len(repair.was)] == repair.was
        held[repair.raw_start : repair.raw_start + len(repair.was)] = b"\1" * len(repair.was)
        known[repair.start : repair.end] = b"\1" * (repair.end - repair.start)
    lost = [(at, char) for at, char in enumerate(raw) if not held[at] and not char.isspace()]
    assert not lost, f"lost in silence: {lost[:10]}"
    made = [(at, char) for at, char in enumerate(text) if not known[at] and not char.isspace()]
    assert not made, f"made up: {made[:10]}"
